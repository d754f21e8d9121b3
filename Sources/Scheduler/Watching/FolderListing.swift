internal import Foundation

/// The files beneath a folder, and by which signs a change of each is told.
public struct FolderListing: Hashable, Sendable {
    /// What the system tells of a file without reading it.
    struct Stamp: Hashable {
        /// The size in bytes.
        var size: Int64
        /// When the content was changed, in nanoseconds since 1970.
        var modified: Int64
        /// The number of the file; another one after a save by renaming.
        var inode: UInt64
    }

    /// Whether there is such a folder, and it can be read.
    public private(set) var exists = true
    /// The files by their paths relative to the folder.
    private(set) var files: [String: Stamp] = [:]

    /// The number of files.
    public var count: Int { files.count }

    /// Makes the listing of a folder that holds these files.
    init(files: [String: Stamp]) { self.files = files }

    /// Looks through a folder; links are followed, and a folder is entered once.
    ///
    /// - Parameters:
    ///   - folder: The folder.
    ///   - rule: What to pass over.
    /// - Complexity: O(*n*) in the number of files, one call of the system for each.
    public init(of folder: String, ignoring rule: IgnoreRule) {
        var seen: Set<[UInt64]> = []
        var open = [""]
        while let path = open.popLast() {
            guard let directory = OpenFolder(path.isEmpty ? folder : "\(folder)/\(path)") else {
                if path.isEmpty { exists = false }
                continue
            }
            var status = stat()
            guard fstat(directory.file, &status) == 0,
                seen.insert([UInt64(status.st_dev), UInt64(status.st_ino)]).inserted
            else { continue }
            while let entry = directory.next() {
                let inner = path.isEmpty ? entry.name : "\(path)/\(entry.name)"
                guard !rule.ignores(inner), fstatat(directory.file, entry.name, &status, 0) == 0
                else { continue }
                switch status.st_mode & S_IFMT {
                case S_IFDIR: open.append(inner)
                case S_IFREG: files[inner] = Stamp(status)
                default: break
                }
            }
        }
    }

    /// The paths at which something came, went or changed since an earlier listing, sorted.
    public func changes(since earlier: FolderListing) -> [String] {
        let changed = files.filter { earlier.files[$0.key] != $0.value }.keys
        let gone = earlier.files.keys.filter { files[$0] == nil }
        return (changed + gone).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
}

extension FolderListing.Stamp {
    init(_ status: stat) {
        size = Int64(status.st_size)
        modified =
            Int64(status.st_mtim.tv_sec) * 1_000_000_000 + Int64(status.st_mtim.tv_nsec)
        inode = UInt64(status.st_ino)
    }
}
