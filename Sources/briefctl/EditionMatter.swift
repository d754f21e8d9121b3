internal import Briefing
internal import Findings
internal import Foundation
internal import Ledger
internal import Records
internal import Workspace

/// What an edition is made of: what its articles tell, and what readers were told before.
struct EditionMatter {
    /// The articles of the period, and late ones.
    let articles: EditionArticles
    /// What is known of what they tell, and of what readers were told of which something changed.
    let known: Knowledge
    /// The findings that the brief’s focus admits.
    let findings: [Finding]
    /// What readers were told last.
    let previous: [Telling]
    /// The questions that earlier editions told and none called answered.
    let open: [Ledger.OpenQuestion]
    /// For each question that something answers, the id of what does.
    let answers: [String: String]
    private let days: [String: Day]
    /// The ids of what readers were told last.
    private let told: Set<String>

    /// Gathers it from what the ledger knows up to the end of the period.
    ///
    /// - Throws: Why the ledger, the word tables or the verdicts could not be read.
    init(
        _ settings: BriefSettings,
        _ period: Edition.Period,
        number: Int,
        desk: Desk
    ) throws {
        let (brief, ledger) = (settings.name, desk.ledger)
        try desk.consolidate(until: period.last)
        articles = try ledger.articles(ofEdition: number, of: brief, in: period)
        open = try ledger.openQuestions(toldBy: brief, before: number)
        let answering = Answers(try desk.vocabulary.value())
        var ids = try ledger.findings(toldBy: articles.admitted + articles.late)
        var previous = try ledger.lastTold(by: brief, before: number, among: ids)
        var known = try desk.knowledge(of: articles, ids.union(previous.map(\.snapshot.finding)))
        let answered = answering.answers(
            to: open.map(\.id),
            among: known.findings.filter(settings.focus.admits) + open.map(\.finding),
            on: Self.days(of: known.articles)
        ).keys
        let rest = known.split.union(answered).subtracting(ids)
        if !rest.isEmpty {
            ids.formUnion(rest)
            previous = try ledger.lastTold(by: brief, before: number, among: ids)
            known = try desk.knowledge(of: articles, ids.union(previous.map(\.snapshot.finding)))
        }
        (self.previous, self.known) = (previous, known)
        days = Self.days(of: known.articles)
        told = Set(previous.map(\.snapshot.finding))
        findings = known.findings.filter(settings.focus.admits)
        answers = answering.answers(among: findings, on: days)
    }

    /// The ids of the articles, those of the period first.
    var articleIDs: [String] { articles.admitted + articles.late }

    /// What is remembered for the brief.
    ///
    /// - Parameters:
    ///   - edition: The edition that is made.
    ///   - last: The issue before it.
    ///   - ledger: The ledger.
    /// - Returns: The history.
    /// - Throws: Why the ledger could not be read.
    func history(
        of edition: BriefHistory.Edition,
        after last: Issue?,
        from ledger: LedgerFile
    ) throws -> BriefHistory {
        let (number, revision) = (edition.number, edition.revision)
        var history = BriefHistory(
            edition: edition,
            supersedes: revision > 0 ? .init(number: number, revision: revision - 1) : nil,
            previous: last.map { .init(number: $0.number, revision: $0.revision) },
            admitted: Set(articles.admitted),
            late: Set(articles.late),
            firstSeen: firstSeen,
            rejected: known.rejected.count
        )
        try history.remember(previous, known, open, from: ledger)
        history.answered = answers.filter { !told.contains($0.key) }
        return history
    }

    /// What became of everything since readers were told of it.
    ///
    /// - Parameter shown: The ids of the findings that the brief shows.
    /// - Returns: The changes, and what is to be remembered.
    func comparison(showing shown: Set<String>) -> Comparison {
        Comparison(
            previous: previous,
            current: findings,
            shown: shown,
            answers: answers.filter { told.contains($0.key) }
        )
    }

    /// The first day of each article’s date, by id; an article without a date has none.
    static func days(of articles: [Article]) -> [String: Day] {
        articles.reduce(into: [:]) { $0[$1.id] = $1.published?.date.first }
    }

    /// The day of the first report of each finding.
    private var firstSeen: [String: Day] {
        findings.reduce(into: [:]) { seen, finding in
            seen[finding.id] = finding.records.compactMap { days[$0.article] }.min()
        }
    }
}
