import Corpus

/// Files that exist only in a test; a path that ends in “/” is a folder.
struct MemoryFileSystem: FileSystem {
    /// The contents of the files by their paths.
    var files: [String: [UInt8]] = [:]
    /// Where links lead, by the paths of the links.
    var links: [String: String] = [:]
    /// Names that are no UTF-8, by their folders.
    var oddNames: [String: [[UInt8]]] = [:]
    /// Files that may not be read.
    var locked: Set<String> = []
    /// Sizes that are told instead of the real ones.
    var sizes: [String: Int] = [:]

    init(_ files: [String: String] = [:]) {
        self.files = files.mapValues { Array($0.utf8) }
    }

    private func resolved(_ path: String) -> String {
        var parts: [Substring] = []
        for part in path.split(separator: "/") {
            parts.append(part)
            if let target = links[parts.joined(separator: "/")] {
                parts = target.split(separator: "/")
            }
        }
        return parts.joined(separator: "/")
    }

    func entry(at path: String) throws(FileTrouble) -> FileEntry {
        let path = resolved(path)
        let number = path.utf8.reduce(5381) { $0 &* 33 &+ UInt64($1) }
        let identity = FileIdentity(device: 1, number: number)
        if let bytes = files[path] {
            return FileEntry(.file, size: sizes[path] ?? bytes.count, identity: identity)
        }
        guard files.keys.contains(where: { $0.hasPrefix(path + "/") }) || oddNames[path] != nil
        else { throw FileTrouble("no such file or directory", isMissing: true) }
        return FileEntry(.folder, size: 0, identity: identity)
    }

    func items(in folder: String) throws(FileTrouble) -> [FolderItem] {
        names(in: resolved(folder)).map { name in
            let path = folder + "/" + String(decoding: name, as: UTF8.self)
            return FolderItem(
                name: name,
                entry: Result { () throws(FileTrouble) in try entry(at: path) }
            )
        }
    }

    private func names(in folder: String) -> [[UInt8]] {
        let paths = Array(files.keys) + Array(links.keys)
        let names = paths.filter { $0.hasPrefix(folder + "/") }
            .compactMap {
                $0.dropFirst(folder.count + 1).split(separator: "/").first.map(String.init)
            }
        return Set(names).map { Array($0.utf8) } + (oddNames[folder] ?? [])
    }

    func bytes(of path: String) throws(FileTrouble) -> [UInt8] {
        let path = resolved(path)
        if locked.contains(path) { throw FileTrouble("permission denied") }
        guard let bytes = files[path] else {
            throw FileTrouble("no such file or directory", isMissing: true)
        }
        return bytes
    }
}
