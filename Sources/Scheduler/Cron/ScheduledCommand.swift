public import Diagnostics

/// A program that another scheduler is to run: cron or systemd.
public struct ScheduledCommand: Hashable, Sendable {
    /// The program's path, from the root: neither of the two has a folder or a search path to rely on.
    public let program: String
    /// What is passed to the program, word by word.
    public let arguments: [String]

    /// Makes a command.
    ///
    /// - Throws: ``ExportError`` when the path does not begin at the root, or when a word holds a line
    ///   break or another control character.
    public init(_ program: String, arguments: [String] = []) throws(ExportError) {
        guard program.hasPrefix("/") else { throw .relativePath(program) }
        for word in [program] + arguments { try ExportError.refuseControls(in: word) }
        self.program = program
        self.arguments = arguments
    }
}

/// Why a schedule cannot be handed to cron or systemd.
public enum ExportError: Error, Hashable, Sendable {
    /// A path does not begin at the root.
    case relativePath(String)
    /// A word holds a line break or another control character.
    case controlCharacter(String)
    /// The name of a unit is empty, too long or has a character that systemd does not take.
    case unitName(String)
    /// The schedule is in another zone than cron, which has one for all that it runs.
    case otherZone(String, system: String)
    /// The command is longer than cron reads, in bytes.
    case commandTooLong(length: Int, limit: Int)

    static func refuseControls(in text: String) throws(ExportError) {
        guard text.unicodeScalars.allSatisfy({ $0.value >= 0x20 && $0.value != 0x7F }) else {
            throw .controlCharacter(text)
        }
    }
}

extension ExportError: Diagnosable {
    /// The error, told to a person.
    public var diagnostic: Diagnostic {
        switch self {
        case .relativePath(let path):
            Diagnostic(
                .error,
                code: "export-relative-path",
                "‘\(path)’ does not begin at the root",
                mend: "write the whole path"
            )
        case .controlCharacter(let text):
            Diagnostic(
                .error,
                code: "export-control-character",
                "‘\(text.printable)’ has a line break or another control character",
                mend: "rename it"
            )
        case .unitName(let name):
            Diagnostic(
                .error,
                code: "export-unit-name",
                "‘\(name)’ cannot name a unit of systemd",
                mend: "use letters, digits, ‘-’, ‘_’, ‘.’ and ‘:’ only, 200 at most"
            )
        case .otherZone(let zone, let system):
            Diagnostic(
                .error,
                code: "export-other-zone",
                "the schedule is in the zone \(zone), cron runs in \(system)",
                mend: "export units of systemd, which name the zone"
            )
        case .commandTooLong(let length, let limit):
            Diagnostic(
                .error,
                code: "export-too-long",
                "the command has \(length) bytes, more than the \(limit) that cron reads",
                mend: "move paths and options into a configuration or a script"
            )
        }
    }
}

extension String {
    /// Whether the string means itself to a shell, to cron and to systemd; `%` aside.
    var isPlainWord: Bool {
        !isEmpty
            && utf8.allSatisfy { byte in
                byte.isDigit || byte.isLetter || "/._-+:=,@%".utf8.contains(byte)
            }
    }
}

extension UInt8 {
    /// Whether the byte is a letter of ASCII.
    var isLetter: Bool { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self & 0b1101_1111) }
}
