public import Diagnostics
import Foundation

/// Why a file could not be written; the file that stood there before stands there still.
public enum WriterError: Error, Hashable, Sendable {
    /// The file, or its folder, cannot be written to.
    ///
    /// - Parameters:
    ///   - path: The file's path, as the person gave it.
    ///   - code: The system's error number.
    case unwritable(path: String, code: Int32)
    /// The path names something that is no file, such as a folder or a device.
    case notAFile(path: String)
    /// Writing stopped before the end: the disk is full or failed.
    ///
    /// - Parameters:
    ///   - path: The file's path, as the person gave it.
    ///   - code: The system's error number; 0 where it tells none.
    case interrupted(path: String, code: Int32)
    /// The library called the file finished, but reading it back shows that it is not whole.
    ///
    /// - Parameters:
    ///   - path: The file's path, as the person gave it.
    ///   - part: The part of the file that is not whole.
    ///   - fault: What is wrong with it.
    case damaged(path: String, part: String, fault: String)
    /// A sheet has more rows or columns than a workbook can hold.
    case tooLarge(path: String, sheet: String)
    /// The library refused a value that was thought to fit: a mistake in this program.
    case refused(path: String, what: String, code: Int)
}

extension WriterError {
    /// Whether the disk is to blame, rather than what was to be written.
    public var isDiskTrouble: Bool {
        switch self {
        case .unwritable, .notAFile, .interrupted, .damaged: true
        case .tooLarge, .refused: false
        }
    }
}

extension WriterError: Diagnosable {
    /// The error, told to a person.
    public var diagnostic: Diagnostic {
        switch self {
        case .unwritable(let path, let code):
            Diagnostic(
                .error,
                code: "unwritable",
                at: Place(path),
                "the file cannot be written: \(reason(code))",
                mend: "name a folder that exists and that you may write to"
            )
        case .notAFile(let path):
            Diagnostic(
                .error,
                code: "not-a-file",
                at: Place(path),
                "a workbook can only be written to a file",
                mend: "name a file with -o"
            )
        case .interrupted(let path, let code):
            Diagnostic(
                .error,
                code: "interrupted",
                at: Place(path),
                code == 0 ? "writing failed" : "writing failed: \(reason(code))",
                mend: freeSpace
            )
        case .damaged(let path, let part, let fault):
            Diagnostic(
                .error,
                code: "damaged",
                at: Place(path),
                "the finished file is not whole: \(part) \(fault)",
                mend: freeSpace
            )
        case .tooLarge(let path, let sheet):
            Diagnostic(
                .error,
                code: "too-large",
                at: Place(path),
                "the sheet ‘\(sheet)’ has more than 1048575 rows or 16384 columns",
                mend: "choose a shorter period"
            )
        case .refused(let path, let what, let code):
            Diagnostic(
                .error,
                code: "refused",
                at: Place(path),
                "the library refused \(what) (its code \(code)): a mistake in briefctl",
                mend: "report it with the articles that lead to it"
            )
        }
    }

    private var freeSpace: String {
        "free some space on the disk and run again; an earlier file was kept"
    }

    /// What the system says about an error number, in lower case.
    private func reason(_ code: Int32) -> String {
        let text = String(cString: strerror(code))
        return text.prefix(1).lowercased() + text.dropFirst()
    }
}
