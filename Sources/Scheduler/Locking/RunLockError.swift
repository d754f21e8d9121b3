public import Diagnostics
internal import Foundation

/// Why the right to run was not given.
public enum RunLockError: Error, Hashable, Sendable {
    /// Another run has it; who, where the holder has written it down.
    case held(path: String, by: Holder?)
    /// The file cannot be opened or locked, for the system’s reason, an `errno`.
    case unavailable(path: String, code: Int32)
}

extension RunLockError: Diagnosable {
    /// The error, told to a person; times are UTC.
    public var diagnostic: Diagnostic {
        switch self {
        case .held(let path, let holder):
            Diagnostic(
                .error,
                code: "busy",
                at: Place(path),
                "another run holds the lock" + (holder.map(Self.words) ?? ""),
                mend: "wait until it has finished, or use --wait"
            )
        case .unavailable(let path, let code):
            Diagnostic(
                .error,
                code: "lock-unavailable",
                at: Place(path),
                "the lock cannot be taken: \(SystemTrouble.reason(code))",
                mend: "check that the folder exists and who may write there: ls -ld"
            )
        }
    }

    private static func words(_ holder: Holder) -> String {
        let since = holder.since.formatted(.iso8601)
        return " since \(since), pid \(holder.process): ‘\(holder.command)’"
    }
}
