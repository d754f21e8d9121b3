internal import Foundation

/// The files of the machine.
public struct DiskFileSystem: FileSystem {
    /// Makes the file system.
    public init() {}

    /// What stands at a path on the disk.
    public func entry(at path: String) throws(FileTrouble) -> FileEntry {
        var status = stat()
        guard stat(path, &status) == 0 else { throw .lastError }
        let kind: FileEntry.Kind =
            switch status.st_mode & S_IFMT {
            case S_IFREG: .file
            case S_IFDIR: .folder
            default: .other
            }
        return FileEntry(
            kind,
            size: Int(status.st_size),
            identity: FileIdentity(
                device: UInt64(status.st_dev),
                number: UInt64(status.st_ino)
            ),
            modified: status.st_mtim.nanoseconds,
            changed: status.st_ctim.nanoseconds
        )
    }

    /// The names in a folder on the disk.
    public func names(in folder: String) throws(FileTrouble) -> [[UInt8]] {
        guard let directory = opendir(folder) else { throw .lastError }
        defer { closedir(directory) }
        var names: [[UInt8]] = []
        while let entry = readdir(directory) {
            let name = withUnsafeBytes(of: entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
            if name != [0x2E], name != [0x2E, 0x2E] { names.append(name) }
        }
        return names
    }

    /// The content of a file on the disk.
    public func bytes(of path: String) throws(FileTrouble) -> [UInt8] {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw .lastError }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0 else { throw .lastError }
        var bytes: [UInt8] = []
        var trouble: FileTrouble?
        var isOpen = true
        // One byte more than the size tells the end of a file that did not grow in the meantime.
        var room = max(Int(status.st_size), 0) + 1
        while isOpen {
            let chunk = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
                let got = read(file, buffer.baseAddress, room)
                count = max(got, 0)
                if got < 0, errno != EINTR { trouble = .lastError }
                if got == 0 || trouble != nil { isOpen = false }
            }
            if bytes.isEmpty { bytes = chunk } else { bytes.append(contentsOf: chunk) }
            if bytes.count > Archive.largestFile { break }
            room = 1 << 16
        }
        if let trouble { throw trouble }
        return bytes
    }
}

extension timespec {
    fileprivate var nanoseconds: Int64 { Int64(tv_sec) * 1_000_000_000 + Int64(tv_nsec) }
}

extension FileTrouble {
    /// What the system said last.
    fileprivate static var lastError: FileTrouble {
        let code = errno
        let reason = String(cString: strerror(code)).lowercased()
        return FileTrouble(reason, isMissing: code == ENOENT || code == ENOTDIR)
    }
}
