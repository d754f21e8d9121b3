import Diagnostics
import Foundation
import Testing

@testable import Scheduler

struct PublicationTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test
    func `files appear together, and the stage is gone`() throws {
        var publication = try Publication(in: folder["out"], id: "1")
        try publication.write(Array("text".utf8), as: "brief.txt")
        let path = try publication.path(for: "2024/brief.xlsx")
        try Data("book".utf8).write(to: URL(fileURLWithPath: path))
        #expect(path.hasSuffix("brief.xlsx"))
        #expect(try folder.texts().keys.allSatisfy { $0.hasPrefix("out/.stage-1/") })
        let result = try publication.publish { _, _ in nil }
        #expect(result.written == ["brief.txt", "2024/brief.xlsx"])
        #expect(
            try folder.texts() == ["out/brief.txt": "text", "out/2024/brief.xlsx": "book"]
        )
        #expect(try Publication.recover(folder["out"]).isClean)
    }

    @Test
    func `a publication that is dropped leaves nothing`() throws {
        do {
            var publication = try Publication(in: folder.path, id: "1")
            try publication.write([1], as: "a")
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [])
    }

    @Test
    func `a file that holds the same bytes is not touched`() throws {
        try folder.write("same", to: "a.md")
        try folder.write("", to: "empty.md")
        try folder.write("old", to: "b.md")
        let before = folder.status("a.md")
        var publication = try Publication(in: folder.path, id: "1")
        try publication.write(Array("same".utf8), as: "a.md")
        try publication.write([], as: "empty.md")
        try publication.write(Array("new".utf8), as: "b.md")
        let result = try publication.publish { _, _ in nil }
        #expect(result == Publication.Outcome(written: ["b.md"], kept: ["a.md", "empty.md"]))
        let after = folder.status("a.md")
        #expect(after.st_ino == before.st_ino)
        #expect(after.st_ctim.tv_nsec == before.st_ctim.tv_nsec)
        #expect(try folder.texts() == ["a.md": "same", "b.md": "new", "empty.md": ""])
    }

    @Test
    func `a file that is replaced keeps its mode, and a link its place`() throws {
        try folder.write("old", to: "a.md")
        chmod(folder["a.md"], 0o640)
        try folder.write("old", to: "elsewhere/b.md")
        symlink("elsewhere/b.md", folder["b.md"])
        var publication = try Publication(in: folder.path, id: "1")
        try publication.write(Array("new".utf8), as: "a.md")
        try publication.write(Array("new".utf8), as: "b.md")
        _ = try publication.publish { _, _ in nil }
        #expect(folder.status("a.md").st_mode & 0o777 == 0o640)
        #expect(try folder.texts()["elsewhere/b.md"] == "new")
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: folder["b.md"]) != "")
    }

    @Test(arguments: [
        "", "/etc/passwd", "../a", "a/../../b", "a//b", "a/", ".", "./a", ".stage-2/a", "a\0b",
        "twice",
    ])
    func `a name that leaves the folder is refused`(name: String) throws {
        var publication = try Publication(in: folder.path, id: "1")
        try publication.write([1], as: "twice")
        #expect(throws: PublicationError.unusableName(name)) {
            try publication.write([1], as: name)
        }
    }

    @Test
    func `what the check finds wrong is thrown, and nothing is published`() throws {
        try folder.write("old", to: "a.md")
        let wrong = Diagnostic(.error, code: "torn", "the workbook has no end")
        #expect(throws: PublicationError.refused(name: "b.xlsx", wrong)) {
            var publication = try Publication(in: folder.path, id: "1")
            try publication.write(Array("new".utf8), as: "a.md")
            try publication.write(Array("torn".utf8), as: "b.xlsx")
            _ = try publication.publish { name, path in
                name == "b.xlsx" && FileManager.default.fileExists(atPath: path) ? wrong : nil
            }
        }
        #expect(try folder.texts() == ["a.md": "old"])
    }

    @Test
    func `a file that was announced and never written, and a folder in the way, are told`() throws {
        #expect(throws: PublicationError.missing(name: "a.md")) {
            var publication = try Publication(in: folder.path, id: "1")
            _ = try publication.path(for: "a.md")
            _ = try publication.publish { _, _ in nil }
        }
        try folder.makeFolder("b.md")
        #expect(throws: PublicationError.notAFile(path: Disk.target(of: folder["b.md"]))) {
            var publication = try Publication(in: folder.path, id: "1")
            try publication.write([1], as: "b.md")
            _ = try publication.publish { _, _ in nil }
        }
    }

    @Test
    func `a disk that takes no more leaves the old edition`() async throws {
        try folder.write("old", to: "a.md")
        await #expect(processExitsWith: .success) { [path = folder.path as String] in
            signal(SIGXFSZ, SIG_IGN)
            var limit = rlimit(rlim_cur: 1000, rlim_max: 1000)
            setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
            var publication = try Publication(in: path, id: "1")
            try publication.write(Array("new".utf8), as: "a.md")
            #expect(
                throws: PublicationError.unwritable(
                    path: "\(path)/.stage-1/1-b.md",
                    code: EFBIG
                )
            ) {
                try publication.write([UInt8](repeating: 1, count: 5000), as: "b.md")
            }
        }
        #expect(try folder.texts() == ["a.md": "old"])
    }

    @Test(arguments: [
        (
            PublicationError(SystemTrouble("out/a.md", code: ENOSPC)),
            """
            out/a.md: error: there is no room on the disk; the files before are intact [disk-full]
              try: make room on the disk and run again
            """
        ),
        (
            PublicationError(SystemTrouble("out/a.md", code: EACCES)),
            """
            out/a.md: error: it cannot be written: permission denied; the files before are intact \
            [not-written]
              try: check the folder, its permissions and the free space
            """
        ),
        (
            .unfinished(path: "out/a.md", code: EIO),
            """
            out/a.md: error: the files are not all in place yet: input/output error \
            [publication-unfinished]
              try: mend the cause and run again: they are completed from what was staged
            """
        ),
    ])
    func `errors say what to do`(error: PublicationError, text: String) {
        #expect("\(error.diagnostic)" == text)
    }
}
