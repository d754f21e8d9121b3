import Foundation
import Testing

@testable import Scheduler

struct CrontabFileTests {
    @Test
    func `writes lines that cron reads`() throws {
        let file = try Self.file(
            ["/usr/bin/briefctl", "run", "--at", "/srv/Ann's briefs", "100%"],
            remark: "the weekly\nbrief"
        )
        #expect(
            file.text == #"""
                SHELL=/bin/sh
                LC_ALL=C.UTF-8

                # the weekly brief
                30 6 * * MON /usr/bin/briefctl run --at '/srv/Ann'\\''s briefs' 100\%

                """#
        )
    }

    @Test(arguments: [
        "plain", "", "two words", "it's", "a\"b", "$HOME", "`id`", "100%", "%", #"a\b"#, #"a\\b"#,
        #"\%"#, "#x", "a;b", "*", "~", "é", "=", "-n",
    ])
    func `an argument reaches the program as it was`(argument: String) throws {
        let file = try Self.file(["/bin/echo", argument], remark: "")
        let line = try #require(file.text.split(separator: "\n").last)
        let command = Self.asCronHandsOn(String(line.dropFirst("30 6 * * MON ".count)))
        let shell = try #require(InstalledTool("sh"))
        let words = "for word in \(command); do printf '<%s>' \"$word\"; done"
        #expect(try shell.run(["-c", words]).output == "</bin/echo><\(argument)>")
    }

    @Test
    func `a word such as @Daily is written as cron reads it`() throws {
        let entry = CrontabFile.Entry(
            try CronExpression("@Daily"),
            in: try ZoneClock(named: "UTC"),
            run: try ScheduledCommand("/bin/true")
        )
        let file = try CrontabFile([entry], systemZone: ZoneClock(named: "Etc/UTC"))
        #expect(file.text.hasSuffix("\n@daily /bin/true\n"))
    }

    @Test(.enabled(if: isDebianInstalled, "the crontab of Debian is not installed"))
    func `is taken by crontab`() throws {
        let crontab = try #require(InstalledTool("crontab"))
        let folder = try ScratchFolder()
        let longest = String(repeating: "a", count: CrontabFile.longestCommand - 10)
        for arguments in [["it's 100%", ""], [longest]] {
            let file = try Self.file(["/bin/true"] + arguments, remark: "é")
            let path = try folder.write(file.text, to: "crontab")
            let result = try crontab.run(["-n", path])
            #expect(result.status == 0, "\(result.errors)")
        }
    }

    @Test
    func `a schedule in another zone is refused`() throws {
        let entry = CrontabFile.Entry(
            try CronExpression("0 7 * * *"),
            in: try ZoneClock(named: "Asia/Tokyo"),
            run: try ScheduledCommand("/bin/true")
        )
        let error = try #require(throws: ExportError.self) {
            try CrontabFile([entry], systemZone: ZoneClock(named: "Europe/Riga"))
        }
        #expect(
            "\(error.diagnostic)" == """
                error: the schedule is in the zone Asia/Tokyo, cron runs in Europe/Riga \
                [export-other-zone]
                  try: export units of systemd, which name the zone
                """
        )
    }

    @Test
    func `a command that cron would cut off is refused`() throws {
        let long = String(repeating: "%", count: 500)
        #expect(throws: ExportError.commandTooLong(length: 1010, limit: 998)) {
            try Self.file(["/bin/true", long], remark: "")
        }
    }

    @Test(arguments: [
        ("briefctl", ["run"], ExportError.relativePath("briefctl")),
        ("./briefctl", [], .relativePath("./briefctl")),
        ("/bin/true", ["a\n* * * * * /bin/sh"], .controlCharacter("a\n* * * * * /bin/sh")),
        ("/bin/\0", [], .controlCharacter("/bin/\0")),
    ])
    func `a command that would be another one is refused`(
        program: String,
        arguments: [String],
        error: ExportError
    ) {
        #expect(throws: error) { try ScheduledCommand(program, arguments: arguments) }
    }

    /// With other programs of the name, `-n` does not leave everything as it is.
    private static let isDebianInstalled =
        (try? InstalledTool("crontab")?.run(["-h"]).errors.contains("dry run")) == true

    private static func file(_ words: [String], remark: String) throws -> CrontabFile {
        let utc = try ZoneClock(named: "UTC")
        let entry = CrontabFile.Entry(
            try CronExpression("30 6  * * MON"),
            in: utc,
            run: try ScheduledCommand(words[0], arguments: Array(words.dropFirst())),
            remark: remark
        )
        return try CrontabFile([entry], systemZone: utc)
    }

    /// A backslash is taken away in front of `%` and of a backslash, and a bare `%` ends the command.
    ///
    /// Source: Debian's cron 3.0pl1, as it was seen to run such lines.
    private static func asCronHandsOn(_ line: String) -> String {
        var command = ""
        var isEscaped = false
        for character in line {
            if isEscaped {
                if character == "%" || character == "\\" { command.removeLast() }
                isEscaped = false
            } else if character == "%" {
                return command
            } else {
                isEscaped = character == "\\"
            }
            command.append(character)
        }
        return command
    }
}
