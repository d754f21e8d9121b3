internal import ArgumentParser
internal import Diagnostics

/// How the program ends; the numbers are those of `sysexits.h`.
///
/// Source: <https://man.freebsd.org/cgi/man.cgi?sysexits>.
enum ExitStatus: Int32, Error {
    /// The articles or the template were not sound, and `--strict` or their use asked for that.
    case badData = 65
    /// There was no article to read.
    case noInput = 66
    /// A promise that the program makes itself was broken.
    case ourMistake = 70
    /// A file could not be written, or the ledger is damaged.
    case fileTrouble = 74
    /// Another run holds the ledger; try again.
    case busy = 75
    /// The configuration is wrong.
    case badConfiguration = 78
    /// The run took longer than it may.
    case timeout = 124
    /// Editions were made, and `--detailed-exitcode` asked to be told.
    case changed = 10

    /// What the argument parser ends the program with.
    var code: ExitCode { ExitCode(rawValue) }
}

/// Does the work of a command and turns what goes wrong into words and an exit status.
func reportingFailures(_ work: () throws -> Void) throws {
    do {
        try Installation.check()
        try work()
    } catch {
        throw try ExitStatus.told(error)
    }
}

/// Does the work of a command that waits for something in between.
func reportingFailures(_ work: () async throws -> Void) async throws {
    do {
        try Installation.check()
        try await work()
    } catch {
        throw try ExitStatus.told(error)
    }
}

extension ExitStatus {
    /// Tells what went wrong.
    ///
    /// - Returns: What the program ends with.
    /// - Throws: The error itself, where there are no words for it.
    fileprivate static func told(_ error: any Error) throws -> ExitCode {
        guard let failure = Failure(error) else { throw error }
        Terminal(isQuiet: false).tell(failure.diagnostics)
        return failure.status.code
    }

    /// The status that belongs to a diagnostic which ends a run.
    static func of(_ diagnostic: Diagnostic) -> ExitStatus {
        switch diagnostic.code {
        case "missing-resource": .ourMistake
        case "not-written": .fileTrouble
        case "no-workspace": .badConfiguration
        default: .badData
        }
    }
}
