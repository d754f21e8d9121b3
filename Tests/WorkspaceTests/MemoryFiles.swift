import Diagnostics
import Synchronization
import Workspace

/// Files that exist only in a test; a path that ends in “/” is a folder.
final class MemoryFiles: WorkFiles {
    private let contents: Mutex<[String: [UInt8]]>

    init(_ files: [String: String] = [:]) {
        contents = Mutex(files.mapValues { Array($0.utf8) })
    }

    /// The texts of all files, without the folders.
    var texts: [String: String] {
        contents.withLock { $0 }.filter { !$0.key.hasSuffix("/") }
            .mapValues { String(decoding: $0, as: UTF8.self) }
    }

    func kind(at path: String) -> FileKind? {
        let folder = path.hasSuffix("/") ? path : path + "/"
        return contents.withLock { files in
            if files[path] != nil, !path.hasSuffix("/") { return .file }
            return files.keys.contains { $0.hasPrefix(folder) } ? .folder : nil
        }
    }

    func names(in folder: String) -> [String] {
        let folder = folder.hasSuffix("/") ? folder : folder + "/"
        let paths = contents.withLock { $0.keys.filter { $0.hasPrefix(folder) } }
        return Set(
            paths.compactMap { $0.dropFirst(folder.count).split(separator: "/").first }
                .map(String.init)
        ).sorted()
    }

    func bytes(of path: String) throws(Diagnostic) -> [UInt8] {
        guard let bytes = contents.withLock({ $0[path] }) else {
            throw Diagnostic(.error, code: "unreadable", at: Place(path), "it is not there")
        }
        return bytes
    }

    func makeFolder(at path: String) throws(Diagnostic) {
        contents.withLock { $0[path + "/"] = [] }
    }

    func create(_ path: String, bytes: [UInt8]) throws(Diagnostic) {
        let isThere = contents.withLock { files in
            defer { files[path] = files[path] ?? bytes }
            return files[path] != nil
        }
        if isThere {
            throw Diagnostic(.error, code: "not-written", at: Place(path), "it is there")
        }
    }
}

/// Files of which each has the same bytes.
struct BytesFiles: WorkFiles {
    let bytes: [UInt8]
    let files: MemoryFiles

    func kind(at path: String) -> FileKind? { files.kind(at: path) }
    func names(in folder: String) -> [String] { files.names(in: folder) }
    func bytes(of path: String) throws(Diagnostic) -> [UInt8] { bytes }
    func makeFolder(at path: String) throws(Diagnostic) { try files.makeFolder(at: path) }
    func create(_ path: String, bytes: [UInt8]) throws(Diagnostic) {
        try files.create(path, bytes: bytes)
    }
}
