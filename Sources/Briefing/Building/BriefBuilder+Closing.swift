internal import Diagnostics
internal import Foundation
internal import Records

extension BriefBuilder {
    /// The conflicts of findings, with who says what.
    func conflicts(
        of drafts: [Draft],
        _ scope: Scope,
        _ numbering: inout Numbering
    ) -> [Brief.ConflictingReports] {
        guard options.parts.contains(.conflicts) else { return [] }
        let figures = drafts.flatMap(\.finding.conflicts).filter { $0.field == "number" }
        let others = drafts.flatMap(\.finding.conflicts).filter { $0.field != "number" }
        // What reports pay is told once: of the deal, and not again of the figure in its sentence.
        let told = figures.filter { figure in others.contains { $0.tells(of: figure) } }
        return drafts.flatMap { draft in
            draft.finding.conflicts.filter { !told.contains($0) }.map { conflict in
                Brief.ConflictingReports(
                    id: draft.finding.id,
                    headline: draft.headline,
                    field: FieldWords(phrases: phrases).name(of: conflict.field),
                    claims: conflict.claims.map {
                        claim($0, field: conflict.field, draft.finding, scope.known, &numbering)
                    }
                )
            }
        }
    }

    /// A value with who gives it.
    func claim(
        _ claim: Conflict.Claim,
        field: String,
        _ finding: Finding,
        _ articles: [String: Article],
        _ numbering: inout Numbering
    ) -> Brief.Claim {
        var seen: Set<String> = []
        let tellers = claim.evidence.map(\.article).filter { seen.insert($0).inserted }
        let sources = tellers.map { id in
            let outlet = articles[id]?.outlet?.withoutMarkup.shortened(to: 80)
            return phrases.text(
                "claim.source",
                [
                    "outlet": outlet ?? phrases.text("source.nobody"),
                    "date": articles[id]?.published.map { phrases.words($0.date) }
                        ?? phrases.text("date.none"),
                ]
            )
        }
        let quotes = claim.evidence.map {
            Brief.Quote(
                text: $0.quote.withoutMarkup.withSingleQuotes.shortened(to: Drafting.shortQuote),
                citation: numbering.number(of: $0.article),
                evidence: $0
            )
        }
        return Brief.Claim(
            value: Claims(phrases: phrases).value(of: claim, field: field, in: finding),
            sources: sources.joined(separator: "; "),
            citations: numbering.cite(tellers),
            quotes: quotes
        )
    }

    /// What printed decisions and deals date after a day, soonest first.
    func datesAhead(
        _ drafts: [Draft],
        after day: Day?,
        _ numbering: inout Numbering
    ) -> [Brief.DateAhead] {
        guard let day, options.parts.contains(.datesAhead) else { return [] }
        return drafts.compactMap { draft in
            let finding = draft.finding
            guard finding.fact.kind != .statement, let date = finding.fact.date,
                date.first > day
            else { return nil }
            return Brief.DateAhead(
                date: date,
                dateText: phrases.words(date),
                id: finding.id,
                headline: SlotCheck(phrases: phrases).isSound(finding)
                    ? Headlines(phrases: phrases).sentence(finding, isDated: false)
                    : draft.headline,
                citations: numbering.cite(draft.articles)
            )
        }.sorted { $0.date != $1.date ? $0.date < $1.date : $0.id < $1.id }
    }

    /// What was read, what failed, what had no date, what was a copy.
    func note(
        on coverage: Coverage,
        _ sources: [Brief.Source],
        _ scope: Scope,
        of articles: Int,
        _ shown: [Brief.Item],
        _ history: BriefHistory
    ) -> Brief.CoverageNote {
        let uncited = sources.count { !$0.isCited && scope.isOwn($0.article) }
        let late = Set(scope.late)
        let earlier = sources.count { !scope.isOwn($0.article) && !late.contains($0.article) }
        let outside =
            articles - scope.twins.count - scope.admitted.count - late.count - earlier
            + coverage.outside
        let single = shown.count { $0.origins < 2 }
        var summary = [
            phrases.text(
                "coverage.read",
                [
                    "files": phrases.count("count.file", coverage.files),
                    "articles": phrases.count("count.article", scope.admitted.count),
                ]
            )
        ]
        let counts = [
            ("coverage.earlier", earlier), ("coverage.late", late.count),
            ("coverage.outside", outside), ("coverage.uncited", uncited),
            ("coverage.failed", coverage.failed.count), ("coverage.rejected", history.rejected),
        ]
        summary += counts.filter { $0.1 > 0 }.map { phrases.count($0.0, $0.1) }
        summary += twins(of: scope)
        if single > 0 {
            summary.append(
                phrases.count("coverage.single", single, ["items": shown.count.grouped])
            )
        }
        return Brief.CoverageNote(
            summary: summary,
            failed: coverage.failed.map(failure).sorted { $0.path < $1.path },
            undated: sources.filter { $0.published == nil }.map(\.number),
            copies: copies(sources),
            rejected: history.rejected
        )
    }

    /// Which files hold an article that another one holds too, a sentence each, up to a few.
    private func twins(of scope: Scope) -> [String] {
        let most = 5
        let rest = scope.twins.count - most
        return scope.twins.prefix(most).map {
            phrases.text(
                "coverage.twin",
                ["file": $0.article.id.withoutMarkup, "other": $0.of.id.withoutMarkup]
            )
        } + (rest > 0 ? [phrases.count("coverage.twins", rest)] : [])
    }

    private func failure(_ diagnostic: Diagnostic) -> Brief.Failure {
        Brief.Failure(
            path: diagnostic.place.map { "\($0)" } ?? "",
            reason: diagnostic.summary.withoutMarkup,
            mend: diagnostic.mend?.withoutMarkup,
            code: diagnostic.code
        )
    }

    private func copies(_ sources: [Brief.Source]) -> [Brief.Copies] {
        let groups = Dictionary(grouping: sources, by: \.origin).filter { $0.value.count > 1 }
        return groups.keys.sorted().compactMap { groups[$0] }.map { members in
            Brief.Copies(
                citations: members.map(\.number),
                reason: members.compactMap(\.originReason).first ?? ""
            )
        }
    }
}
