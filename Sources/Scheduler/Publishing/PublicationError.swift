public import Diagnostics
internal import Foundation

/// Why files were not published.
///
/// In every case but ``unfinished(path:code:)`` all destinations are as they were.
public enum PublicationError: Error, Hashable, Sendable {
    /// A name that leaves the folder, is used twice or belongs to the stage itself.
    case unusableName(String)
    /// Something else than a file stands at the destination.
    case notAFile(path: String)
    /// The destination lies on another file system than the folder, where no file can be moved to.
    case otherFileSystem(path: String)
    /// A file was announced and not written.
    case missing(name: String)
    /// The check found a file wrong.
    case refused(name: String, Diagnostic)
    /// The disk or a quota is full.
    case full(path: String)
    /// A file or folder cannot be written, for the system’s reason, an `errno`.
    case unwritable(path: String, code: Int32)
    /// Some files may be in place and others not; recovering completes them.
    case unfinished(path: String, code: Int32)

    init(_ trouble: SystemTrouble) {
        self =
            switch trouble.code {
            case ENOSPC, EDQUOT: .full(path: trouble.path)
            default: .unwritable(path: trouble.path, code: trouble.code)
            }
    }
}

extension PublicationError: Diagnosable {
    /// The error, told to a person.
    public var diagnostic: Diagnostic {
        switch self {
        case .unusableName(let name):
            .publication(
                "output-name",
                name,
                "‘\(name)’ is no name for a file in the output folder, or was given twice",
                "give each file a name of its own, without ‘..’ and a leading ‘/’"
            )
        case .notAFile(let path):
            .publication(
                "in-the-way",
                path,
                "something that is no file stands where an output belongs",
                "move it away, or write to another place"
            )
        case .otherFileSystem(let path):
            .publication(
                "other-file-system",
                path,
                "the output lies on another file system than its folder",
                "name an output folder on that file system"
            )
        case .missing(let name):
            .publication(
                "not-written",
                name,
                "the output was never written; the files before are intact",
                "report this: it is a mistake in the program"
            )
        case .refused(_, let diagnostic): diagnostic
        case .full(let path):
            .publication(
                "disk-full",
                path,
                "there is no room on the disk; the files before are intact",
                "make room on the disk and run again"
            )
        case .unwritable(let path, let code):
            .publication(
                "not-written",
                path,
                "it cannot be written: \(SystemTrouble.reason(code)); the files before are intact",
                "check the folder, its permissions and the free space"
            )
        case .unfinished(let path, let code):
            .publication(
                "publication-unfinished",
                path,
                "the files are not all in place yet: \(SystemTrouble.reason(code))",
                "mend the cause and run again: they are completed from what was staged"
            )
        }
    }
}

extension Diagnostic {
    fileprivate static func publication(
        _ code: String,
        _ path: String,
        _ summary: String,
        _ mend: String
    ) -> Diagnostic {
        Diagnostic(.error, code: code, at: Place(path), summary, mend: mend)
    }
}
