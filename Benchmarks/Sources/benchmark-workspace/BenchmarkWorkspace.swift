import Foundation

/// Prints what a workspace of generated articles costs: the first run, one in which nothing changed, one in
/// which a single article did.
@main
struct BenchmarkWorkspace {
    static func main() {
        let arguments = Array(CommandLine.arguments.dropFirst())
        guard let program = arguments.first,
            let count = Int(arguments.dropFirst().first ?? "10000"),
            count > 0, arguments.count < 3
        else {
            print("usage: benchmark-workspace BRIEFCTL [ARTICLES]")
            exit(64)
        }
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "benchmark-workspace-\(ProcessInfo.processInfo.processIdentifier)")
        defer { try? FileManager.default.removeItem(at: folder) }
        do {
            let workspace = GeneratedWorkspace(folder: folder, articles: count)
            try workspace.write()
            try Measurement(program: program, workspace: workspace).print()
        } catch {
            print(error)
            exit(74)
        }
    }
}

/// Runs a program in a workspace and tells how long the processor works for it.
///
/// Not by the clock: Foundation looks for the end of a process every fifty milliseconds.
struct Measurement {
    let program: String
    let workspace: GeneratedWorkspace

    func print() throws {
        let first = try run(program, ["run"])
        Swift.print("first run: \(first.milliseconds) ms, peak \(first.megabytes) MB")
        let size = try workspace.ledgerSize() / workspace.articles
        Swift.print("ledger: \(size) bytes an article")
        let find = try best(of: 10) {
            try run("/usr/bin/find", [workspace.corpus, "-printf", "%s %T@\n"])
        }
        let unchanged = try best(of: 10) { try run(program, ["run"]) }
        let ratio = (unchanged.milliseconds / find.milliseconds * 100).rounded() / 100
        Swift.print(
            "nothing changed: \(unchanged.milliseconds) ms, find \(find.milliseconds) ms: \(ratio) times"
        )
        var edits = 0
        let changed = try best(of: 10) {
            edits += 1
            try workspace.edit(workspace.articles - 1, times: edits)
            return try run(program, ["run"])
        }
        Swift.print("one article changed: \(changed.milliseconds) ms, peak \(changed.megabytes) MB")
    }

    struct Cost {
        var milliseconds: Double
        var megabytes: Int
    }

    /// What all programs run so far have used.
    private static var usage: rusage {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_CHILDREN.rawValue), &usage)
        return usage
    }

    private func best(of rounds: Int, _ body: () throws -> Cost) throws -> Cost {
        try (0..<rounds).map { _ in try body() }
            .min { $0.milliseconds < $1.milliseconds } ?? Cost(milliseconds: 0, megabytes: 0)
    }

    private func run(_ path: String, _ arguments: [String]) throws -> Cost {
        let process = Process()
        process.executableURL = URL(filePath: path)
        process.arguments = arguments
        process.currentDirectoryURL = workspace.folder
        process.standardOutput = FileHandle(forWritingAtPath: "/dev/null")
        let before = Self.usage
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw Failure.exit(path, process.terminationStatus)
        }
        let usage = Self.usage
        return Cost(
            milliseconds: ((usage.processorTime - before.processorTime) * 10).rounded() / 10,
            megabytes: Int(usage.ru_maxrss) / 1024
        )
    }
}

extension rusage {
    /// The time that the processor worked, in milliseconds.
    fileprivate var processorTime: Double { ru_utime.milliseconds + ru_stime.milliseconds }
}

extension timeval {
    fileprivate var milliseconds: Double { Double(tv_sec) * 1000 + Double(tv_usec) / 1000 }
}

enum Failure: Error {
    case exit(String, Int32)
}
