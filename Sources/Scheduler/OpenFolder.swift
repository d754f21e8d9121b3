internal import Foundation

/// A folder that is open for reading its names, and is closed with the value.
struct OpenFolder: ~Copyable {
    /// A name in a folder.
    struct Entry {
        /// The name.
        var name: String
        /// The kind that the system gives away with the name, such as `DT_DIR` or `DT_UNKNOWN`.
        var type: Int
    }

    /// The descriptor, for questions about what stands in the folder.
    let file: Int32
    private let handle: OpaquePointer

    /// Opens a folder; nil where there is none or it cannot be read, for the reason in `errno`.
    init?(_ path: String) {
        guard let handle = opendir(path) else { return nil }
        self.handle = handle
        file = dirfd(handle)
    }

    deinit { closedir(handle) }

    /// The next name that is UTF-8, without “.” and “..”; nil at the end.
    ///
    /// A name that is no UTF-8 is passed over: no article is read from there, and nothing published.
    func next() -> Entry? {
        while let entry = readdir(handle) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                String(validating: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if let name, name != ".", name != ".." {
                return Entry(name: name, type: Int(entry.pointee.d_type))
            }
        }
        return nil
    }
}
