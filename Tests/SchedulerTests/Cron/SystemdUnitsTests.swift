import Foundation
import Testing

@testable import Scheduler

struct SystemdUnitsTests {
    @Test
    func `writes a service and a timer`() throws {
        let units = try Self.units("30 6 * * MON-FRI")
        #expect(
            units.service == #"""
                [Unit]
                Description=100%% of “the brief”

                [Service]
                Type=oneshot
                ExecStart=/bin/echo run "two words" "a\"b" "$$HOME" 5%%
                TimeoutStartSec=1800
                SuccessExitStatus=75
                Nice=10
                ProtectSystem=strict
                ReadWritePaths="/srv/my briefs" /var/lib/briefctl

                """#
        )
        #expect(
            units.timer == """
                [Unit]
                Description=100%% of “the brief”

                [Timer]
                OnCalendar=Mon..Fri *-*-* 06:30:00 Europe/Riga
                Persistent=true
                AccuracySec=1min

                [Install]
                WantedBy=timers.target

                """
        )
    }

    @Test(arguments: [
        ("* * * * *", ["*-*-* *:*:00 UTC"]),
        ("*/15 * * * *", ["*-*-* *:00/15:00 UTC"]),
        ("5-59/15 * * * *", ["*-*-* *:05/15:00 UTC"]),
        ("0,30 9-17 * * *", ["*-*-* 09..17:00,30:00 UTC"]),
        ("0 7 * * 0", ["Sun *-*-* 07:00:00 UTC"]),
        ("0 7 * * 0,1,2,6", ["Mon,Tue,Sat,Sun *-*-* 07:00:00 UTC"]),
        ("0 7 1 JAN-MAR *", ["*-01..03-01 07:00:00 UTC"]),
        ("0 7 1,15 * FRI", ["*-*-01,15 07:00:00 UTC", "Fri *-*-* 07:00:00 UTC"]),
        ("0 7 */100,1-7 * MON", ["Mon *-*-01..07 07:00:00 UTC"]),
        ("0 7 1-31 * MON", ["*-*-* 07:00:00 UTC"]),
        ("0 7 1 * 0-6", ["*-*-* 07:00:00 UTC"]),
        ("0 0 */10 * *", ["*-*-01,11,21,31 00:00:00 UTC"]),
        ("*/25 */8 * * *", ["*-*-* 00/8:00,25,50:00 UTC"]),
        ("@yearly", ["*-01-01 00:00:00 UTC"]),
    ])
    func `says the schedule as events of the calendar`(text: String, events: [String]) throws {
        let utc = try ZoneClock(named: "UTC")
        #expect(try CronExpression(text).calendarEvents(in: utc) == events)
    }

    @Test(.enabled(if: InstalledTool("systemd-analyze") != nil, "systemd-analyze is not installed"))
    func `is taken by systemd`() throws {
        let systemd = try #require(InstalledTool("systemd-analyze"))
        let folder = try ScratchFolder()
        let units = try Self.units("0 7 1,15 * FRI")
        let service = try folder.write(units.service, to: "brief.service")
        let timer = try folder.write(units.timer, to: "brief.timer")
        let result = try systemd.run(["verify", "--man=no", service, timer])
        #expect(result.status == 0)
        // What it does not know is told, but is no failure to it.
        #expect(result.errors.split(separator: "\n").filter { $0.contains("brief.") } == [])
    }

    @Test(arguments: ["", "a b", "a/b", "brief@", "a\nb", "é"])
    func `a name that is none for a unit is refused`(name: String) {
        #expect(throws: ExportError.unitName(name)) { try Self.units("@daily", name: name) }
    }

    @Test
    func `a folder that is not named from the root is refused`() {
        #expect(throws: ExportError.relativePath("briefs")) {
            try Self.units("@daily", paths: ["briefs"])
        }
    }

    private static func units(
        _ schedule: String,
        name: String = "brief",
        paths: [String] = ["/srv/my briefs", "/var/lib/briefctl"]
    ) throws -> SystemdUnits {
        try SystemdUnits(
            name: name,
            description: "100% of\n“the brief” \\",
            command: ScheduledCommand(
                "/bin/echo",
                arguments: ["run", "two words", "a\"b", "$HOME", "5%"]
            ),
            schedule: CronExpression(schedule),
            zone: ZoneClock(named: "Europe/Riga"),
            writablePaths: paths,
            timeout: 1800
        )
    }
}
