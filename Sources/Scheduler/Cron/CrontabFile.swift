internal import Diagnostics

/// The lines of a crontab, as `crontab FILE` installs it.
///
/// It sets what the commands rely on: the shell that reads them and an encoding for what they print. There
/// is no line for a zone, since Debian's cron takes it for something else.
public struct CrontabFile: Hashable, Sendable {
    /// One command and when it is due.
    public struct Entry: Hashable, Sendable {
        /// When it is due.
        public var schedule: CronExpression
        /// The zone whose clocks the schedule means.
        public var zone: ZoneClock
        /// What is to run.
        public var command: ScheduledCommand
        /// What stands above the line for a person; none when empty.
        public var remark: String

        /// Makes an entry.
        public init(
            _ schedule: CronExpression,
            in zone: ZoneClock,
            run command: ScheduledCommand,
            remark: String = ""
        ) {
            self.schedule = schedule
            self.zone = zone
            self.command = command
            self.remark = remark
        }
    }

    /// The text of the file, with a line break at its end.
    public let text: String

    /// The longest command that is read, in bytes.
    ///
    /// Source: MAX_COMMAND of Debian's cron 3.0pl1 is 1000; `crontab -n` takes 998 and refuses 999.
    static let longestCommand = 998

    /// Writes the lines.
    ///
    /// - Parameters:
    ///   - entries: The lines, in order.
    ///   - systemZone: The zone in which cron runs.
    /// - Throws: ``ExportError`` when an entry is in a zone with other clocks, or is too long.
    public init(_ entries: [Entry], systemZone: ZoneClock) throws(ExportError) {
        var text = "SHELL=/bin/sh\nLC_ALL=C.UTF-8\n"
        for entry in entries {
            guard entry.zone.showsTheSame(as: systemZone) else {
                throw .otherZone(entry.zone.name, system: systemZone.name)
            }
            let words = [entry.command.program] + entry.command.arguments
            let command = words.map(\.quotedForShell.escapedForCron).joined(separator: " ")
            guard command.utf8.count <= Self.longestCommand else {
                throw .commandTooLong(length: command.utf8.count, limit: Self.longestCommand)
            }
            text += entry.remark.isEmpty ? "" : "\n# \(entry.remark.withoutControls)\n"
            text += "\(entry.schedule) \(command)\n"
        }
        self.text = text
    }
}

extension String {
    /// The string as one word of sh.
    fileprivate var quotedForShell: String {
        if isPlainWord { return self }
        return "'" + replacing("'", with: #"'\''"#) + "'"
    }

    /// The string as cron hands it to the shell.
    ///
    /// Cron ends a command at `%` and takes a backslash away in front of `%` and of a backslash.
    fileprivate var escapedForCron: String {
        replacing("\\", with: #"\\"#).replacing("%", with: #"\%"#)
    }
}
