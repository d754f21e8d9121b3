internal import ArgumentParser

/// The program.
@main
struct Briefctl: AsyncParsableCommand {
    /// The version of the program.
    static let version = "0.3.0"

    static let configuration = CommandConfiguration(
        commandName: "briefctl",
        abstract: "Turns a folder of news articles into a briefing that shows its proof.",
        discussion: """
            Every line of the brief rests on a sentence that is quoted word for word. Nothing leaves \
            this machine: no server, no key, no model to fetch.

            EXAMPLES
              briefctl brief articles/
              briefctl brief articles/ --week 2024-W31 --format markdown --format xlsx -o briefs/week-31
              briefctl extract articles/ --format csv > records.csv
              briefctl init weekly && cd weekly && briefctl run

            Exit codes: 0 done · 10 changed, with --detailed-exitcode · 64 wrong usage · 65 bad data with --strict · 66 nothing to read · \
            70 our mistake · 74 disk or file trouble · 75 busy, try again · 78 bad configuration · 124 out of time.
            """,
        version: version,
        subcommands: [
            InitCommand.self, RunCommand.self, BriefCommand.self, ExtractCommand.self,
            ExportCommand.self,
            WatchCommand.self, StatusCommand.self, ScheduleCommand.self, CheckCommand.self,
            HistoryCommand.self, ShowCommand.self, VerdictsCommand.self,
        ]
    )
}
