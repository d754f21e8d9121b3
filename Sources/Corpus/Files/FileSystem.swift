/// The files that an archive reads: those of the machine, or those of a test.
///
/// Three requirements, since listing, telling what stands at a path and reading it fail on their own.
public protocol FileSystem: Sendable {
    /// What stands at a path; links are followed.
    func entry(at path: String) throws(FileTrouble) -> FileEntry
    /// What a folder holds, in any order, without “.” and “..”; links are followed.
    func items(in folder: String) throws(FileTrouble) -> [FolderItem]
    /// The whole content of a file.
    func bytes(of path: String) throws(FileTrouble) -> [UInt8]
}

/// What stands at a path.
public struct FileEntry: Hashable, Sendable {
    /// What a path can name.
    public enum Kind: Hashable, Sendable {
        /// A file that can be read to its end, a folder, or a pipe, socket or device.
        case file, folder, other
    }

    /// What it is.
    public var kind: Kind
    /// The size in bytes.
    public var size: Int
    /// The same for every path to the same thing.
    public var identity: FileIdentity
    /// When the content was changed, in nanoseconds since 1970.
    public var modified: Int64
    /// When the content, name or rights were changed, in nanoseconds since 1970.
    public var changed: Int64

    /// Makes an entry.
    public init(
        _ kind: Kind,
        size: Int,
        identity: FileIdentity,
        modified: Int64 = 0,
        changed: Int64 = 0
    ) {
        self.kind = kind
        self.size = size
        self.identity = identity
        self.modified = modified
        self.changed = changed
    }
}

/// One name in a folder.
public struct FolderItem: Sendable {
    /// The name as the folder holds it, which need not be UTF-8.
    public var name: [UInt8]
    /// What stands at the name, or why it could not be reached.
    public var entry: Result<FileEntry, FileTrouble>

    /// Makes an item.
    public init(name: [UInt8], entry: Result<FileEntry, FileTrouble>) {
        self.name = name
        self.entry = entry
    }
}

/// What tells one thing on a disk from all others.
public struct FileIdentity: Hashable, Sendable {
    /// The device that it lies on.
    public var device: UInt64
    /// Its number on the device, called inode.
    public var number: UInt64

    /// Makes an identity.
    public init(device: UInt64, number: UInt64) {
        (self.device, self.number) = (device, number)
    }
}

/// Why a file or folder could not be reached.
public struct FileTrouble: Error, Hashable, Sendable {
    /// What the system says, in lower case: “permission denied”.
    public var reason: String
    /// Whether nothing stands at the path.
    public var isMissing: Bool

    /// Makes the trouble.
    public init(_ reason: String, isMissing: Bool = false) {
        self.reason = reason
        self.isMissing = isMissing
    }
}
