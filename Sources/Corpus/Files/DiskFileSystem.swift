internal import Foundation

/// The files of the machine.
public struct DiskFileSystem: FileSystem {
    /// Makes the file system.
    public init() {}

    /// What stands at a path on the disk.
    public func entry(at path: String) throws(FileTrouble) -> FileEntry {
        try FileEntry(at: path, in: AT_FDCWD)
    }

    /// What a folder on the disk holds.
    public func items(in folder: String) throws(FileTrouble) -> [FolderItem] {
        guard let directory = opendir(folder) else { throw .lastError }
        defer { closedir(directory) }
        let descriptor = dirfd(directory)
        var items: [FolderItem] = []
        while let record = readdir(directory) {
            withUnsafePointer(to: &record.pointee.d_name.0) { start in
                let name = Array(UnsafeRawBufferPointer(start: start, count: strlen(start)))
                guard name != [0x2E], name != [0x2E, 0x2E] else { return }
                // Within the open folder, the path to it need not be walked for every name.
                let entry = Result { () throws(FileTrouble) in
                    try FileEntry(at: start, in: descriptor)
                }
                items.append(FolderItem(name: name, entry: entry))
            }
        }
        return items
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

extension FileEntry {
    /// What the system says about a path within an open folder.
    fileprivate init(at path: UnsafePointer<CChar>, in folder: Int32) throws(FileTrouble) {
        var status = stat()
        guard fstatat(folder, path, &status, 0) == 0 else { throw .lastError }
        let kind: Kind =
            switch status.st_mode & S_IFMT {
            case S_IFREG: .file
            case S_IFDIR: .folder
            default: .other
            }
        self.init(
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
