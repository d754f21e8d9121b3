internal import Diagnostics

/// The two units by which systemd runs a command on a schedule: a timer and the service that it starts.
public struct SystemdUnits: Hashable, Sendable {
    /// The name of both, without `.service` and `.timer`.
    public let name: String
    /// The text of the service.
    public let service: String
    /// The text of the timer.
    public let timer: String

    /// Writes the units.
    ///
    /// - Parameters:
    ///   - name: What the units are called.
    ///   - description: What is made, for a person.
    ///   - command: What is to run.
    ///   - schedule: When it is due.
    ///   - zone: The zone whose clocks are meant.
    ///   - writablePaths: The folders that the command may write to; all others are closed to it.
    ///   - timeout: After how many seconds a run is ended.
    ///   - niceness: How far the command stands back behind others, -20 to 19.
    /// - Throws: ``ExportError`` when the name is none for a unit or a path does not begin at the root.
    public init(
        name: String,
        description: String,
        command: ScheduledCommand,
        schedule: CronExpression,
        zone: ZoneClock,
        writablePaths: [String],
        timeout: Int,
        niceness: Int = 10
    ) throws(ExportError) {
        precondition(timeout > 0, "timeout must be longer than zero, got \(timeout)")
        precondition((-20...19).contains(niceness), "niceness must be -20 to 19, got \(niceness)")
        guard name.isUnitName else { throw .unitName(name) }
        for path in writablePaths {
            guard path.hasPrefix("/") else { throw .relativePath(path) }
            try ExportError.refuseControls(in: path)
        }
        self.name = name
        let said = description.withoutControls.escapedForUnit
        let words = [command.program.quotedForUnit] + command.arguments.map(\.quotedAsArgument)
        let paths = writablePaths.map(\.quotedForUnit).joined(separator: " ")
        // 75 is “try again”: another run is at work, which is no failure. See sysexits.h.
        service = """
            [Unit]
            Description=\(said)

            [Service]
            Type=oneshot
            ExecStart=\(words.joined(separator: " "))
            TimeoutStartSec=\(timeout)
            SuccessExitStatus=75
            Nice=\(niceness)
            ProtectSystem=strict
            \(paths.isEmpty ? "" : "ReadWritePaths=\(paths)\n")
            """
        let events = schedule.calendarEvents(in: zone)
        timer = Self.timer(description: said, events: events)
    }

    private static func timer(description: String, events: [String]) -> String {
        """
        [Unit]
        Description=\(description)

        [Timer]
        \(events.map { "OnCalendar=\($0)" }.joined(separator: "\n"))
        Persistent=true
        AccuracySec=1min

        [Install]
        WantedBy=timers.target

        """
    }
}

extension String {
    /// Whether a unit of systemd may be called so; 200 characters leave room for the ending.
    ///
    /// Source: systemd.unit(5); 255 characters at most, `@` and `\` have a meaning of their own.
    fileprivate var isUnitName: Bool {
        (1...200).contains(utf8.count)
            && utf8.allSatisfy { byte in
                byte.isDigit || byte.isLetter || "-_.:".utf8.contains(byte)
            }
    }

    /// The string where a unit takes it to the end of the line; a last backslash would go on.
    fileprivate var escapedForUnit: String {
        let whole = reversed().drop { $0 == "\\" || $0 == " " }.reversed()
        return String(whole).replacing("%", with: "%%")
    }

    /// The string as one word of a unit.
    fileprivate var quotedForUnit: String {
        let escaped = replacing("\\", with: #"\\"#).replacing("\"", with: #"\""#)
            .replacing("%", with: "%%")
        return isPlainWord ? escaped : "\"\(escaped)\""
    }

    /// The string as one word of a command; variables are not filled in.
    fileprivate var quotedAsArgument: String { quotedForUnit.replacing("$", with: "$$") }
}
