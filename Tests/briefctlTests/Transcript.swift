import Foundation
import Testing

/// What a person types and what the program answers, kept as a file.
///
/// A line that begins with `% ` is typed into a shell; lines behind it are standard output, lines
/// with `2> ` standard error, and `=> n` the exit status where it is not 0.
struct Transcript {
    /// The commands in the order of the file.
    let commands: [String]
    /// The whole text of the file.
    let text: String

    init(_ text: String) {
        self.text = text
        commands = text.split(separator: "\n").filter { $0.hasPrefix("% ") }
            .map { String($0.dropFirst(2)) }
    }

    /// The transcript as the program writes it now, in a folder of its own with the examples in it.
    func replayed() throws -> String {
        let place = FileManager.default.temporaryDirectory.appending(
            path: "briefctl-\(UUID().uuidString)"
        )
        try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: place) }
        let examples = Self.package.appending(path: "Examples")
        try FileManager.default.createSymbolicLink(
            at: place.appending(path: "Examples"),
            withDestinationURL: examples
        )
        return try commands.map { try Self.answer(to: $0, in: place) }.joined(separator: "\n")
            .replacing(place.path, with: "HERE")
    }

    private static func answer(to command: String, in place: URL) throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-c", command]
        process.currentDirectoryURL = place
        let program = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
        process.environment = [
            "PATH": "\(program.path):/usr/bin:/bin", "LC_ALL": "C.UTF-8", "COLUMNS": "80",
        ]
        let output = place.appending(path: ".stdout")
        let errors = place.appending(path: ".stderr")
        for file in [output, errors] { try Data().write(to: file) }
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = try FileHandle(forWritingTo: errors)
        try process.run()
        process.waitUntilExit()
        var answer = "% \(command)\n"
        answer += try String(contentsOf: output, encoding: .utf8)
        for line in try String(contentsOf: errors, encoding: .utf8).split(separator: "\n") {
            answer += "2> \(line)\n"
        }
        let status = process.terminationStatus
        return status == 0 ? answer : answer + "=> \(status)\n"
    }

    /// The folder of the package.
    static let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    /// The folder of the transcripts.
    static let folder = package.appending(path: "Tests/briefctlTests/Transcripts")
}
