internal import Diagnostics
internal import Foundation
internal import Ledger
internal import Records

extension FindingAccount {
    /// The most characters of the text around a quote, before it and behind it.
    private static let context = 100

    /// The account in words, a line each.
    var lines: [String] {
        [id] + (values + edits + fate + once).map { "  " + $0.printable }
            + told + disagreements + past + sources
            + tellings.map(line) + verdicts.map { "verdict  " + words($0).printable }
    }

    /// What it says, field by field, as far as its type can be edited or compared.
    private var values: [String] {
        Fact.editableFields(of: fact.kind).compactMap { field in
            fact.text(of: field).flatMap { $0.isEmpty ? nil : "\(field): \($0)" }
        }
    }

    private var edits: [String] {
        (finding?.ruling.edits ?? []).map { edit in
            let old = edit.old ?? Fact.emptyWord
            return "edited: \(edit.field) \(old) → \(edit.new)\(edit.verdict.told)"
        }
    }

    private var once: [String] {
        formerIDs.isEmpty ? [] : ["once called: \(formerIDs.joined(separator: ", "))"]
    }

    private var told: [String] {
        guard let finding else { return [] }
        return ["told by"] + finding.records.flatMap(\.evidence).flatMap(inContext)
    }

    private func inContext(_ evidence: Evidence) -> [String] {
        let place = "\(evidence.article.printable), bytes \(evidence.start)–\(evidence.end)"
        var lines = ["  \(place)"]
        let (before, after) = context(of: evidence)
        if let before { lines.append("    … \(before)") }
        lines.append("    “\(evidence.quote.printable)”")
        if let after { lines.append("    \(after) …") }
        return lines
    }

    private var disagreements: [String] {
        (finding?.conflicts ?? []).flatMap { conflict in
            ["reports disagree on \(conflict.field.printable)"]
                + conflict.claims.flatMap { claim in
                    ["  \(claim.value.printable)"] + tellers(of: claim.evidence)
                }
        }
    }

    private var past: [String] {
        guard let finding, !finding.history.isEmpty else { return [] }
        return ["history"]
            + finding.history.flatMap { moment in
                ["  \(moment.date)  \(moment.field): \(moment.value)".printable]
                    + tellers(of: moment.evidence)
            }
    }

    /// The articles of some evidence; the quotes stand above.
    private func tellers(of evidence: [Evidence]) -> [String] {
        var seen: Set<String> = []
        return evidence.map(\.article).filter { seen.insert($0).inserted }
            .map { "    \($0.printable)" }
    }

    private var sources: [String] {
        guard !articles.isEmpty else { return [] }
        return ["articles"]
            + articles.flatMap { article in
                ["  \(article.id.printable)"] + article.particulars.map { "    \($0)" }
                    + (versions[article.id] ?? []).map { "    " + words($0).printable }
            }
    }

    private func words(_ version: ArticleVersion) -> String {
        let seen = "version \(version.number), first seen \(version.seenAt.formatted(.iso8601))"
        let editions = version.editions.map { "\($0.brief) \($0.title)" }
        return editions.isEmpty ? seen : "\(seen); told by \(editions.joined(separator: ", "))"
    }

    private func line(_ edition: EditionName, _ snapshot: FindingSnapshot) -> String {
        let state =
            switch snapshot.state {
            case .standing: snapshot.isShown ? "" : ", as a change"
            case .resolved(let answer): ", as answered by \(answer)"
            case .withdrawn: ", as withdrawn"
            }
        let reports = snapshot.reports.counted("report")
        let origins = snapshot.origins.counted("origin")
        return
            "edition  \(edition.brief.printable) \(edition.title): \(reports), \(origins)\(state)"
    }

    private func words(_ verdict: Verdict) -> String {
        [verdict.kind.rawValue, verdict.field, verdict.value].compactMap(\.self)
            .joined(separator: " ") + verdict.told
    }

    /// The words of an article before and behind a quote, on one line each; nil where there are none.
    private func context(of evidence: Evidence) -> (before: String?, after: String?) {
        guard let text = articles.first(where: { $0.id == evidence.article })?.text,
            let start = text.place(evidence.start), let end = text.place(evidence.end)
        else { return (nil, nil) }
        let (before, after) = (text[..<start], text[end...])
        // Of a word that is cut nothing is shown.
        let near = before.suffix(Self.context)
        let whole = near.startIndex == before.startIndex ? near : near.drop { !$0.isWhitespace }
        var rest = after.prefix(Self.context)
        while rest.endIndex < after.endIndex, let last = rest.last, !last.isWhitespace {
            rest.removeLast()
        }
        return (whole.onOneLine, rest.onOneLine)
    }
}

extension String {
    /// The place behind so many bytes; nil where the text is shorter.
    fileprivate func place(_ bytes: Int) -> Index? {
        utf8.index(startIndex, offsetBy: bytes, limitedBy: endIndex)
    }
}

extension Substring {
    /// The words with single spaces between them; nil without any.
    fileprivate var onOneLine: String? {
        let line = split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return line.isEmpty ? nil : line.printable
    }
}

extension EditionName {
    /// What the edition is called, with its number and which correction of it this is.
    fileprivate var title: String { Edition.title(number, revision: revision) }
}

extension Int {
    /// The number with what is counted: 1 report, 2 reports.
    func counted(_ noun: String) -> String { self == 1 ? "1 \(noun)" : "\(self) \(noun)s" }
}
