import Foundation
import Testing

struct TranscriptTests {
    /// Written anew with RECORD_SNAPSHOTS=1; read in review like any other change.
    @Test(arguments: [
        "extract", "brief", "trouble", "usage", "filter", "workspace", "schedule", "export",
        "verdicts", "changes",
    ])
    func `answers as the transcript says`(name: String) throws {
        let file = Transcript.folder.appending(path: "\(name).txt")
        let transcript = Transcript(try String(contentsOf: file, encoding: .utf8))
        try #require(!transcript.commands.isEmpty)
        let answer = try transcript.replayed()
        if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
            try answer.write(to: file, atomically: true, encoding: .utf8)
        }
        #expect(answer == transcript.text)
    }

    @Test
    func `tests every transcript that is kept`() throws {
        let kept = try FileManager.default.contentsOfDirectory(atPath: Transcript.folder.path)
        let tested = [
            "brief", "changes", "export", "extract", "filter", "schedule", "trouble", "usage",
            "verdicts",
            "workspace",
        ]
        #expect(kept.sorted() == tested.map { "\($0).txt" })
    }
}
