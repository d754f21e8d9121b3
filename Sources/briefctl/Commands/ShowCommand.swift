internal import ArgumentParser
internal import Briefing
internal import Diagnostics
internal import Findings
internal import Foundation
internal import Ledger
internal import Records

/// `briefctl show ID`: everything that is known of one finding.
struct ShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract:
            "Show what is known of a finding: its proof, conflicts, history, editions and verdicts.",
        discussion: """
            An id that became part of another finding still finds it.

            EXAMPLES
              briefctl show deal-3f9c2a71b0
              briefctl show deal-3f9c2a71b0 --why
            """
    )

    @OptionGroup var workspace: WorkspaceArguments

    @Argument(help: "The id of a finding, as a brief prints it.")
    var id: String

    @Flag(help: "Tell why records were joined, or kept apart.")
    var why = false

    func run() throws {
        try reportingFailures {
            let desk = try workspace.desk()
            guard let account = try desk.account(of: id) else {
                throw Diagnostic(
                    .error,
                    code: "unknown-id",
                    "no finding is called ‘\(id)’",
                    mend: "copy an id from a brief or from the workbook"
                )
            }
            for line in account.lines { print(line) }
            guard why else { return }
            let links = try desk.reasons(for: account.id)
            for link in links { tell(link) }
            if links.isEmpty { tellNames(account) }
        }
    }

    /// Nothing was weighed: there is one record, or all name one person.
    private func tellNames(_ account: FindingAccount) {
        let records = account.finding?.records ?? []
        guard records.count > 1 else { return print("joined  nothing: one record tells it") }
        print("joined  by name")
        for record in records {
            guard case .official(let official) = record.fact else { continue }
            let name = ([official.name] + official.roles.map(\.title)).joined(separator: ", ")
            print("  \(record.article.printable): \(name.printable)")
        }
    }

    private func tell(_ link: Link) {
        let word = link.isJoined ? "joined" : "kept apart"
        print("\(word)  \(link.reason.printable)")
        for record in [link.first, link.second] {
            print("  \(record.article.printable): “\(record.evidence[0].quote.printable)”")
        }
    }
}
