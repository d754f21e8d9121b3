internal import Foundation

/// What the scheduler asks of the disk; each answer is checked.
enum Disk {
    /// What stands at a path, by way of links; nil where nothing does.
    static func status(_ path: String) -> stat? {
        var status = stat()
        return stat(path, &status) == 0 ? status : nil
    }

    /// The file system that a path lies on, or would lie on once its folders are made.
    static func device(around path: String) -> dev_t? {
        let around = folder(of: path)
        if let status = status(around) { return status.st_dev }
        return around == path ? nil : device(around: around)
    }

    /// The names in a folder, sorted, without “.” and “..”; none where there is no folder.
    static func names(in folder: String) throws(SystemTrouble) -> [String] {
        guard let open = OpenFolder(folder) else {
            if errno == ENOENT { return [] }
            throw SystemTrouble(folder)
        }
        var names: [String] = []
        while let entry = open.next() { names.append(entry.name) }
        return names.sorted()
    }

    /// Makes a folder and those around it, where they are missing; new names are put to the disk.
    static func makeFolders(_ path: String) throws(SystemTrouble) {
        if leadsToFolder(path) { return }
        let around = folder(of: path)
        if around != path { try makeFolders(around) }
        guard mkdir(path, 0o777) == 0 || errno == EEXIST else { throw SystemTrouble(path) }
        try sync(around)
    }

    /// Writes a new file; one that is there is not touched.
    static func create(_ path: String, _ bytes: [UInt8]) throws(SystemTrouble) {
        let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        guard file >= 0 else { throw SystemTrouble(path) }
        var (start, code): (Int, Int32) = (0, 0)
        while start < bytes.count, code == 0 {
            let written = bytes.withUnsafeBytes { all in
                write(file, all.baseAddress.map { $0 + start }, all.count - start)
            }
            if written >= 0 { start += written } else if errno != EINTR { code = errno }
        }
        // A network file system tells of a full disk no earlier than at the close.
        if close(file) != 0, code == 0 { code = errno }
        if code != 0 { throw SystemTrouble(path, code: code) }
    }

    /// Puts a file’s content, or a folder’s names, to the disk, after setting the mode where one is given.
    static func sync(_ path: String, mode: mode_t? = nil) throws(SystemTrouble) {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw SystemTrouble(path) }
        defer { close(file) }
        if let mode, fchmod(file, mode & 0o7777) != 0 { throw SystemTrouble(path) }
        // Some file systems cannot sync a folder and say so with EINVAL: then there is no more to do.
        guard fsync(file) == 0 || errno == EINVAL else { throw SystemTrouble(path) }
    }

    /// Gives a file another name, in one step; what had the name before is gone.
    static func move(_ path: String, to target: String) throws(SystemTrouble) {
        guard rename(path, target) == 0 else { throw SystemTrouble(target) }
    }

    /// Removes what stands at a path, with all beneath it; links are not followed.
    static func remove(_ path: String) throws(SystemTrouble) {
        let isFolder = isFolder(path)
        if isFolder {
            for name in try names(in: path) { try remove("\(path)/\(name)") }
        }
        guard (isFolder ? rmdir(path) : unlink(path)) == 0 || errno == ENOENT else {
            throw SystemTrouble(path)
        }
    }

    /// Whether a folder stands at a path, or a link to one.
    static func leadsToFolder(_ path: String) -> Bool {
        status(path).map { $0.st_mode & S_IFMT == S_IFDIR } ?? false
    }

    /// Whether a folder stands at a path; a link to one is none.
    static func isFolder(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    /// Whether two files hold the same bytes.
    static func areEqual(_ first: String, _ second: String) -> Bool {
        guard let one = status(first), let other = status(second), one.st_size == other.st_size,
            let left = try? Data(contentsOf: URL(fileURLWithPath: first)),
            let right = try? Data(contentsOf: URL(fileURLWithPath: second))
        else { return false }
        return left == right
    }

    /// The folder that a path stands in.
    static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    /// Where a path leads: a link is followed, a path where nothing stands is itself.
    static func target(of path: String) -> String {
        guard let resolved = realpath(path, nil) else { return path }
        defer { free(resolved) }
        return String(cString: resolved)
    }
}
