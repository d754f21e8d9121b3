internal import Diagnostics
internal import Foundation

/// What is said to the person beside the output: diagnostics and progress, on standard error.
struct Terminal {
    /// Whether standard error is a terminal; in a pipe or under cron nothing moves.
    let isInteractive: Bool
    /// Whether standard output is a terminal that may show bold type.
    let showsStyle: Bool
    /// The width of the text on standard output, in columns.
    let width: Int
    /// Whether only errors are told.
    let isQuiet: Bool

    /// Looks at the terminal and the environment once.
    init(isQuiet: Bool, environment: [String: String] = ProcessInfo.processInfo.environment) {
        self.isQuiet = isQuiet
        isInteractive = isatty(STDERR_FILENO) == 1 && environment["TERM"] != "dumb"
        let isTerminal = isatty(STDOUT_FILENO) == 1
        showsStyle =
            isTerminal && environment["NO_COLOR", default: ""].isEmpty
            && environment["TERM"] != "dumb"
        var size = winsize()
        let measured = isTerminal && ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0
        let columns = environment["COLUMNS"].flatMap(Int.init) ?? (measured ? Int(size.ws_col) : 80)
        width = min(max(columns, 40), 100)
    }

    /// Tells what went wrong.
    func tell(_ diagnostics: [Diagnostic]) {
        for diagnostic in diagnostics where !isQuiet || diagnostic.severity == .error {
            write("\(diagnostic)\n")
        }
    }

    /// Shows how far a long work has come; the line replaces the one before.
    func show(progress done: Int, of total: Int, _ work: String) {
        guard isInteractive, !isQuiet, total > 20, done % 16 == 0 || done == total else { return }
        write(done == total ? "\r\u{1B}[K" : "\r\u{1B}[K\(work) \(done) of \(total)")
    }

    private func write(_ text: String) {
        FileHandle.standardError.write(Data(text.utf8))
    }
}
