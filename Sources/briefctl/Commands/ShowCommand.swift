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
        abstract: "Show what is known of a finding: its proof, its editions, its verdicts.",
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
            guard let finding = try desk.ledger.finding(id) else {
                throw Diagnostic(
                    .error,
                    code: "unknown-id",
                    "no finding is called ‘\(id)’",
                    mend: "copy an id from a brief or from the workbook"
                )
            }
            print(finding.id)
            for (name, value) in finding.fact.lines { print("  \(name): \(value.printable)") }
            if !finding.aliases.isEmpty {
                print("  once called: \(finding.aliases.joined(separator: ", "))")
            }
            print("told by")
            for record in finding.records {
                for evidence in record.evidence {
                    print(
                        "  \(evidence.article.printable), bytes \(evidence.start)–\(evidence.end)"
                    )
                    print("    “\(evidence.quote.printable)”")
                }
            }
            let tellers = Set(finding.records.flatMap(\.evidence).map(\.article))
            print("articles")
            for article in try desk.ledger.articles(tellers) {
                print("  \(article.id.printable)")
                for line in article.particulars { print("    \(line)") }
            }
            for (edition, snapshot) in finding.tellings {
                print(
                    "edition  \(edition.brief.printable) No. \(edition.number): "
                        + "\(snapshot.reports) reports, \(snapshot.origins) origins"
                )
            }
            for verdict in finding.verdicts {
                let who = verdict.who.map { " by \($0)" } ?? ""
                print("verdict  \(verdict.kind.rawValue)\(who.printable)")
            }
            for link in why ? try desk.reasons(for: finding.id) : [] {
                tell(link)
            }
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

extension Fact {
    /// What the fact says, field by field, as far as its type can be edited or compared.
    fileprivate var lines: [(name: String, value: String)] {
        let fields = Fact.editableFields(of: kind)
        return fields.compactMap { field in
            text(of: field).flatMap { $0.isEmpty ? nil : (field, $0) }
        }
    }
}
