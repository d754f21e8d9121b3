internal import CStatfs

/// What kind of file system a folder lies on, by the number that the system gives it.
///
/// Source of the numbers: <https://man7.org/linux/man-pages/man2/statfs.2.html> and
/// `linux/magic.h`.
public struct FileSystemType: RawRepresentable, Hashable, Sendable {
    /// The number, as `statfs` tells it, in 32 bits.
    public var rawValue: UInt32

    /// Makes a type of its number.
    public init(rawValue: UInt32) { self.rawValue = rawValue }

    /// Asks the system; nil when there is nothing at the path.
    public init?(at path: String) {
        var status = statfs()
        guard statfs(path, &status) == 0 else { return nil }
        self.init(rawValue: UInt32(truncatingIfNeeded: status.f_type))
    }

    /// The name, where the system does not tell what others change on such a file system; else nil.
    public var nameIfSilent: String? { Self.silent[rawValue] }

    private static let silent: [UInt32: String] = [
        0x6969: "NFS",
        0x517B: "SMB",
        0xFF53_4D42: "CIFS",
        0xFE53_4D42: "SMB2",
        0x6573_5546: "FUSE",
        0x0102_1997: "9p",
        0x00C3_6400: "Ceph",
        0x5346_414F: "AFS",
    ]
}
