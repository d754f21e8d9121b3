internal import ArgumentParser
internal import Briefing
internal import Diagnostics
internal import Ledger
internal import Workspace

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

    /// What the argument parser ends the program with.
    var code: ExitCode { ExitCode(rawValue) }
}

/// Does the work of a command and turns what goes wrong into words and an exit status.
func reportingFailures(_ work: () throws -> Void) throws {
    do {
        try Installation.check()
        try work()
    } catch let status as ExitStatus {
        throw status.code
    } catch let error as WriterError {
        Terminal(isQuiet: false).tell([error.diagnostic])
        throw (error.isDiskTrouble ? ExitStatus.fileTrouble : .ourMistake).code
    } catch let error as WorkspaceError {
        Terminal(isQuiet: false).tell(error.diagnostics)
        throw ExitStatus.badConfiguration.code
    } catch let error as LedgerError {
        Terminal(isQuiet: false).tell([error.diagnostic])
        if case .busy = error { throw ExitStatus.busy.code }
        throw ExitStatus.fileTrouble.code
    } catch let error as any Diagnosable {
        Terminal(isQuiet: false).tell([error.diagnostic])
        throw ExitStatus.of(error.diagnostic).code
    }
}

extension ExitStatus {
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
