public import Diagnostics
internal import GRDB

/// Why the ledger could not do what was asked; nothing that it held is lost.
public enum LedgerError: Error, Hashable, Sendable {
    /// The file cannot be opened or written, for the system's reason.
    case unavailable(path: String, reason: String)
    /// The disk or a quota is full.
    case full(path: String)
    /// Another process writes and did not finish in time.
    case busy(path: String)
    /// The file is no ledger, or parts of it cannot be read.
    case damaged(path: String, reason: String)
    /// The file holds the tables of another program, or nothing although there were editions.
    case foreign(path: String, reason: String)
    /// A newer program wrote the file, with these changes that this one does not know.
    case newer(path: String, changes: [String])
    /// A stage before the ledger lacks something of its own, such as a table of words.
    case intake(Diagnostic)
    /// An edition has another number than the next one of its brief.
    case wrongNumber(brief: String, number: Int, expected: Int)
    /// An edition's period leaves days out, or holds days that were issued before.
    case gap(brief: String, period: Edition.Period, expected: Edition.Period)
    /// A revision of a period that was never issued, or that skips a revision.
    case wrongRevision(brief: String, period: Edition.Period, revision: Int, expected: Int)

    init(_ error: any Error, path: String) {
        switch error {
        case let error as LedgerError: self = error
        case let error as DatabaseError: self.init(error, path: path)
        case let error as Diagnostic: self = .intake(error)
        case is RowDecodingError, is DecodingError:
            self = .damaged(path: path, reason: "a stored value cannot be read: \(error)")
        default: self = .unavailable(path: path, reason: "\(error)")
        }
    }

    private init(_ error: DatabaseError, path: String) {
        let reason = error.message ?? error.resultCode.description
        self =
            switch error.resultCode {
            case .SQLITE_BUSY, .SQLITE_LOCKED: .busy(path: path)
            case .SQLITE_FULL: .full(path: path)
            case .SQLITE_CORRUPT, .SQLITE_NOTADB: .damaged(path: path, reason: reason)
            default: .unavailable(path: path, reason: reason)
            }
    }
}

extension LedgerError: Diagnosable {
    /// The error, told to a person.
    public var diagnostic: Diagnostic {
        switch self {
        case .unavailable(let path, let reason):
            .ledger(
                "ledger-unavailable",
                path,
                "the ledger cannot be opened or written: \(reason)",
                "check that the folder exists and who may write there: ls -ld"
            )
        case .full(let path):
            .ledger(
                "ledger-full",
                path,
                "there is no room to write the ledger",
                "make room on the disk and run again; the state before is kept"
            )
        case .busy(let path):
            .ledger(
                "ledger-busy",
                path,
                "another process is writing the ledger",
                "wait until it has finished and run again"
            )
        case .damaged(let path, let reason):
            .ledger(
                "ledger-damaged",
                path,
                "the ledger is damaged: \(reason)",
                "put back a copy; or move the file away and run again: articles are read anew, "
                    + "past editions are only in the file"
            )
        case .foreign(let path, let reason):
            .ledger(
                "no-ledger",
                path,
                "the file is no ledger: \(reason)",
                "put back a copy, or name another ledger; or move the file away and run again: articles are "
                    + "read anew, and editions are numbered from 1"
            )
        case .newer(let path, let changes):
            .ledger(
                "ledger-newer",
                path,
                "a newer program wrote the ledger: ‘\(changes.joined(separator: "’, ‘"))’",
                "run that program, or name another ledger"
            )
        case .intake(let diagnostic): diagnostic
        case .wrongNumber(let brief, let number, let expected):
            .edition(
                "edition ‘\(brief)’ \(number) cannot be issued: the next one is \(expected)",
                "run again: another run has issued in the meantime"
            )
        case .gap(let brief, let period, let expected):
            .edition(
                "edition ‘\(brief)’ for \(period) cannot be issued: the next period is \(expected)",
                "issue the periods in order"
            )
        case .wrongRevision(let brief, let period, let revision, let expected):
            .edition(
                "revision \(revision) of ‘\(brief)’ for \(period) cannot be issued: "
                    + "the next one is \(expected)",
                "revise a period that was issued"
            )
        }
    }
}

extension Diagnostic {
    fileprivate static func ledger(
        _ code: String,
        _ path: String,
        _ summary: String,
        _ mend: String
    ) -> Diagnostic {
        Diagnostic(.error, code: code, at: Place(path), summary, mend: mend)
    }

    fileprivate static func edition(_ summary: String, _ mend: String) -> Diagnostic {
        Diagnostic(.error, code: "edition-out-of-order", summary, mend: mend)
    }
}
