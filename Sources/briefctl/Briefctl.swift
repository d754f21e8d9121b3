internal import ArgumentParser

/// The program.
@main
struct Briefctl: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "briefctl",
        abstract: "Turns a folder of news articles into a briefing that shows its proof.")
}
