import Foundation
import Testing

/// Texts that people read, kept as files beside the tests.
enum Snapshot {
    /// Compares a text with its file; with `RECORD_SNAPSHOTS=1` it writes the file instead.
    static func expect(
        _ text: String,
        matches name: String,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
            let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            let file = folder.appendingPathComponent("Snapshots/\(name)")
            try Data(text.utf8).write(to: file)
            return
        }
        let file = Bundle.module.bundleURL.appendingPathComponent("Snapshots/\(name)")
        let kept = try? String(contentsOf: file, encoding: .utf8)
        #expect(
            kept == text,
            "read the difference, then write it with RECORD_SNAPSHOTS=1",
            sourceLocation: sourceLocation
        )
    }
}
