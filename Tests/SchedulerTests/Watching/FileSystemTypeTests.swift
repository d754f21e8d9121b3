import Scheduler
import Testing

struct FileSystemTypeTests {
    @Test(
        arguments: [
            (0x6969, "NFS"), (0x517B, "SMB"), (0xFF53_4D42, "CIFS"), (0xFE53_4D42, "SMB2"),
            (0x6573_5546, "FUSE"), (0x0102_1997, "9p"), (0x00C3_6400, "Ceph"), (0x5346_414F, "AFS"),
            (0xEF53, nil), (0x0102_1994, nil), (0x794C_7630, nil),
        ] as [(UInt32, String?)]
    )
    func `file systems that others change are known`(number: UInt32, name: String?) {
        #expect(FileSystemType(rawValue: number).nameIfSilent == name)
    }

    @Test
    func `the system is asked`() throws {
        #expect(FileSystemType(at: "/proc")?.rawValue == 0x9FA0)
        #expect(FileSystemType(at: "/no/such/folder") == nil)
    }
}
