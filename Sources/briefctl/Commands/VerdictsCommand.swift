internal import ArgumentParser

/// `briefctl verdicts`: what analysts ruled.
struct VerdictsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verdicts",
        abstract: "Take in what analysts ruled in a workbook.",
        subcommands: [VerdictsImportCommand.self]
    )
}
