import Foundation

/// A file that is written beside its target and takes the target's place only when it is whole.
///
/// A target that is a link is followed, and the mode of a file that is replaced is kept. A stage that
/// is not published is removed; those of processes that were killed are removed by the next one.
struct StagedFile: ~Copyable {
    /// The path to write to.
    let path: String
    /// The folder of the path, which lies on the same file system.
    let folder: String
    private let target: String
    private let given: String

    /// Makes an empty stage.
    ///
    /// - Parameter target: The path that the file is to have in the end.
    /// - Throws: A ``WriterError`` when no file can be made there.
    init(for target: String) throws(WriterError) {
        let resolved = realpath(target, nil)
        defer { free(resolved) }
        let place = resolved.map { String(cString: $0) } ?? target
        let slash = place.lastIndex(of: "/")
        let folder = slash.map { $0 == place.startIndex ? "/" : String(place[..<$0]) } ?? "."
        let name = slash.map { place[place.index(after: $0)...] } ?? place[...]
        var status = stat()
        let exists = stat(place, &status) == 0
        guard !name.isEmpty, !exists || status.st_mode & S_IFMT == S_IFREG else {
            throw .notAFile(path: target)
        }
        removeAbandoned(of: name, in: folder)
        let stage = "\(folder)/.\(name).\(getpid()).part"
        let mode = exists ? status.st_mode & 0o777 : 0o666
        let file = open(stage, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, mode)
        guard file >= 0 else { throw .unwritable(path: target, code: errno) }
        if exists { _ = fchmod(file, mode) }
        _ = Glibc.close(file)
        (path, self.folder, self.target, given) = (stage, folder, place, target)
    }

    deinit { unlink(path) }  // after publishing there is nothing left to remove

    /// Puts the file in the target's place, once the disk has it.
    consuming func publish() throws(WriterError) {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw .interrupted(path: given, code: errno) }
        let synced = fsync(file)
        let code = errno
        _ = Glibc.close(file)
        guard synced == 0 else { throw .interrupted(path: given, code: code) }
        guard rename(path, target) == 0 else { throw .unwritable(path: given, code: errno) }
    }
}

/// Removes the stages of a file that processes left behind which are no longer there.
private func removeAbandoned(of name: Substring, in folder: String) {
    guard let directory = opendir(folder) else { return }
    defer { closedir(directory) }
    while let entry = readdir(directory) {
        let path = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
            String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
        }
        guard path.hasPrefix(".\(name)."), path.hasSuffix(".part"),
            let process = pid_t(path.dropFirst(name.count + 2).dropLast(5)),
            kill(process, 0) != 0, errno == ESRCH
        else { continue }
        unlink("\(folder)/\(path)")
    }
}
