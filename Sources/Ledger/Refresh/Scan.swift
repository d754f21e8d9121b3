public import Foundation

/// The files that stand in a corpus at one moment.
public struct Scan: Hashable, Sendable {
    /// The files, in any order, each path once.
    public var files: [ScannedFile]
    /// Files and folders that could not be looked at: what was known at and beneath them stays.
    public var unreachable: [String]
    /// A moment before the first file was looked at.
    public var startedAt: Date

    /// Makes a scan.
    public init(files: [ScannedFile], unreachable: [String] = [], startedAt: Date) {
        self.files = files
        self.unreachable = unreachable
        self.startedAt = startedAt
    }

    /// Whether a file was changed so shortly before the scan, or after it, that it may have changed
    /// again without a new time.
    ///
    /// Two seconds: the coarsest times of file systems in use (FAT).
    /// Source: “racy Git”, <https://git-scm.com/docs/racy-git>.
    func isRecent(_ file: ScannedFile) -> Bool {
        Double(file.modified) / 1e9 > startedAt.timeIntervalSince1970 - 2
    }

    /// Whether nothing is known about a path because it, or a folder around it, was unreachable.
    func isHidden(_ path: String) -> Bool {
        unreachable.contains { path == $0 || path.hasPrefix($0.hasSuffix("/") ? $0 : $0 + "/") }
    }
}

/// What the file system says about a file without reading it.
public struct ScannedFile: Hashable, Sendable {
    /// The path as articles shall carry it, relative to the workspace.
    public var path: String
    /// The size in bytes.
    public var size: Int64
    /// When the content was changed, in nanoseconds since 1970.
    public var modified: Int64
    /// When the content, name or rights were changed, in nanoseconds since 1970.
    public var changed: Int64
    /// The number of the file in its file system.
    public var inode: UInt64

    /// Makes the entry of a file.
    public init(path: String, size: Int64, modified: Int64, changed: Int64, inode: UInt64) {
        self.path = path
        self.size = size
        self.modified = modified
        self.changed = changed
        self.inode = inode
    }
}
