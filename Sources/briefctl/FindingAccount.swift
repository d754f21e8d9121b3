internal import Foundation
internal import Ledger
internal import Records
internal import Workspace

/// All that is known of one finding, as the analysts' verdicts leave it.
struct FindingAccount {
    /// The id that it has now.
    let id: String
    /// Ids that it had, or that findings had which became part of it, sorted.
    let formerIDs: [String]
    /// What it says; what it last said, where no article tells it any more.
    let fact: Fact
    /// The finding; nil where no article tells it any more.
    let finding: Finding?
    /// Whether an analyst rejected it.
    let isRejected: Bool
    /// What analysts ruled on it, in the order of their file.
    let verdicts: [Verdict]
    /// What editions told of it, oldest first.
    let tellings: [(edition: EditionName, snapshot: FindingSnapshot)]
    /// The articles that tell it, by id.
    let articles: [Article]
    /// The articles that told it and do not any more, by id.
    let former: [FormerTeller]
    /// The headline of what answered it, as it was printed; nil for what is not answered.
    let answer: String?
    /// All versions of the articles that were edited, by article.
    let versions: [String: [ArticleVersion]]

    /// Why no article tells it any more, or what else became of it, a line each.
    var fate: [String] {
        var lines: [String] = []
        if finding == nil {
            lines.append("withdrawn: no article tells it any more")
            lines += former.map { "  \($0.article) \($0.isRemoved ? "was removed" : "was edited")" }
        }
        if let rejection = verdicts.last(where: { $0.kind == .reject }), isRejected {
            lines.append("rejected\(rejection.told)")
        }
        if case .resolved(let answer)? = tellings.last?.snapshot.state {
            lines.append("answered by \(answer)" + (self.answer.map { ": \($0)" } ?? ""))
        }
        return lines
    }
}

extension Desk {
    /// All that is known of a finding.
    ///
    /// - Parameter asked: Its id, one that it had, or that of a finding which an article or analyst made part
    ///   of it.
    /// - Returns: The account; nil where nothing is known by this id.
    /// - Throws: Why the ledger could not be read.
    func account(of asked: String) throws -> FindingAccount? {
        // Verdicts that cannot be used do not keep anybody from looking at what they speak of.
        let verdicts = try (try? self.verdicts()) ?? ledger.verdicts()
        var id = try ledger.resolve(asked) ?? asked
        let outcome = try ruled(by: verdicts, among: [id])
        while let next = outcome.merged[id] { id = next }
        let finding = (outcome.findings + outcome.rejected).first { $0.id == id }
        let names = [id] + outcome.merged.filter { $0.value == id }.keys.sorted()
        let remembered = try names.compactMap { try ledger.finding($0) }
        guard let fact = finding?.fact ?? remembered.first?.fact else { return nil }
        let formerIDs = Set(names.dropFirst() + remembered.flatMap(\.aliases)).sorted()
        let articles = try ledger.articles(Set((finding?.records ?? []).map(\.article)))
        let tellings =
            remembered.isEmpty ? try ledger.tellings(of: [id]) : remembered.flatMap(\.tellings)
        var answer: String?
        if case .resolved(let other)? = tellings.last?.snapshot.state {
            answer = try ledger.tellings(of: [other]).last?.snapshot.headline
        }
        let versions = try articles.map { ($0.id, try self.versions(of: $0)) }
            .filter { $0.1.count > 1 }
        return FindingAccount(
            id: id,
            formerIDs: formerIDs,
            fact: fact,
            finding: finding,
            isRejected: outcome.rejected.contains { $0.id == id },
            verdicts: verdicts.filter { ([id] + formerIDs).contains($0.id) },
            tellings: tellings,
            articles: articles,
            former: finding == nil ? try ledger.formerTellers(of: [id])[id] ?? [] : [],
            answer: answer,
            versions: Dictionary(uniqueKeysWithValues: versions)
        )
    }

    /// The versions of an article that stands; not those of others that had its id.
    private func versions(of article: Article) throws -> [ArticleVersion] {
        guard let identity = try ledger.identity(ofArticle: article.id) else { return [] }
        return try ledger.versions(ofArticle: identity)
    }
}

extension Verdict {
    /// Who ruled, when and why, as far as that was written down.
    var told: String {
        (who.map { " by \($0)" } ?? "") + (when.map { ", \($0)" } ?? "")
            + (note.map { ": \($0)" } ?? "")
    }
}
