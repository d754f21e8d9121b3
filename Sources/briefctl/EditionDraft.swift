internal import Briefing
internal import Findings
internal import Foundation
internal import Ledger
internal import Records
internal import Workspace

/// An edition before it is written: its brief, and what will be remembered of it.
struct EditionDraft {
    /// What it says.
    let brief: Brief
    private let edition: Edition

    /// Puts an edition together from what the ledger knows up to the end of its period.
    init(
        _ settings: BriefSettings,
        _ period: Edition.Period,
        number: Int,
        revision: Int,
        madeAt: Date? = nil,
        desk: Desk
    ) throws {
        let (brief, ledger) = (settings.name, desk.ledger)
        try desk.consolidate(until: period.last)
        let articles = try ledger.articles(ofEdition: number, of: brief, in: period)
        var ids = try ledger.findings(toldBy: articles.admitted + articles.late)
        var previous = try ledger.lastTold(by: brief, before: number, among: ids)
        func knowledge() throws -> Knowledge {
            try desk.knowledge(of: articles, ids.union(previous.map(\.snapshot.finding)))
        }
        var known = try knowledge()
        let answering = Answers(try desk.vocabulary.value())
        let open = try ledger.openQuestions(toldBy: brief, before: number)
        let answered = answering.answers(
            to: open.map(\.id),
            among: known.findings.filter(settings.focus.admits) + open.map(\.finding),
            on: Self.days(of: known.articles)
        ).keys
        let rest = known.split.union(answered).subtracting(ids)
        if !rest.isEmpty {
            ids.formUnion(rest)
            previous = try ledger.lastTold(by: brief, before: number, among: ids)
            known = try knowledge()
        }
        let findings = known.findings.filter(settings.focus.admits)
        let days = Self.days(of: known.articles)
        let last = try ledger.lastIssue(of: brief, before: number)
        let builder = BriefBuilder(
            options: BriefOptions(
                title: settings.title,
                period: Self.period(settings, period),
                minimumConfidence: settings.confidence,
                hasWorkbook: settings.formats.contains(.xlsx),
                parts: Set(settings.sections.compactMap { Brief.Part(rawValue: $0.rawValue) })
            ),
            phrases: try Phrases()
        )
        var history = BriefHistory(
            edition: .init(
                number: number,
                revision: revision,
                madeOn: Day(of: madeAt ?? desk.now, in: settings.timeZone)
            ),
            supersedes: revision > 0 ? .init(number: number, revision: revision - 1) : nil,
            previous: last.map { .init(number: $0.number, revision: $0.revision) },
            admitted: Set(articles.admitted),
            late: Set(articles.late),
            firstSeen: Self.firstSeen(findings, on: days),
            rejected: known.rejected.count
        )
        try history.remember(previous, known, open, from: ledger)
        var coverage = try desk.coverage()
        coverage.outside += known.elsewhere
        let told = Set(previous.map(\.snapshot.finding))
        var answers = answering.answers(among: findings, on: days)
        history.answered = answers.filter { !told.contains($0.key) }
        answers = answers.filter { told.contains($0.key) }
        // What is shown decides what is new; what is new is told beside it.
        var snapshots: [FindingSnapshot] = []
        var changes: [Change] = []
        let built = builder.brief(
            findings: findings,
            articles: known.articles,
            origins: known.origins,
            coverage: coverage,
            history: history,
            proposals: known.proposals
        ) { shown in
            let comparison = Comparison(
                previous: previous,
                current: findings,
                shown: shown,
                answers: answers
            )
            (snapshots, changes) = (comparison.snapshots, comparison.changes)
            return changes
        }
        let headlines = built.headlines
        for index in snapshots.indices {
            snapshots[index].headline =
                headlines[snapshots[index].finding] ?? snapshots[index].headline
        }
        let about = articles.admitted + articles.late
        let former =
            revision > 0
            ? try ledger.edition(of: brief, number: number, revision: revision - 1) : nil
        let correction = former.map {
            BriefHistory.Correction(from: $0, to: snapshots, of: about)
        }
        self.brief = correction.map { builder.brief(built, correcting: $0) } ?? built
        edition = Edition(
            brief: brief,
            number: number,
            revision: revision,
            period: period,
            cutOff: self.brief.header.cutOff,
            madeAt: madeAt ?? desk.now,
            generation: try ledger.generation(),
            snapshots: snapshots,
            changes: changes,
            articles: about.sorted()
        )
    }

    /// The edition as it is remembered once its files are written.
    func edition(madeAt moment: Date, outputs: [Edition.Output]) -> Edition {
        var edition = edition
        edition.outputs = outputs
        return edition
    }

    /// Whether readers of an earlier edition would read nothing else.
    func tellsTheSame(as last: Edition) -> Bool {
        edition.period == last.period && edition.articles == last.articles
            && edition.snapshots == last.snapshots && edition.changes == last.changes
    }

    private static func period(_ settings: BriefSettings, _ period: Edition.Period) -> Period {
        if case .week = settings.period, let first = period.first, first.weekday == 1,
            period.last.number - first.number == 6
        {
            return .week(year: first.week.year, week: first.week.week)
        }
        return period.first == nil ? .all : .days(since: period.first, until: period.last)
    }

    /// The first day of each article’s date, by id; an article without a date has none.
    static func days(of articles: [Article]) -> [String: Day] {
        articles.reduce(into: [:]) { $0[$1.id] = $1.published?.date.first }
    }

    /// The day of the first report of each finding.
    private static func firstSeen(_ findings: [Finding], on days: [String: Day]) -> [String: Day] {
        findings.reduce(into: [:]) { seen, finding in
            seen[finding.id] = finding.records.compactMap { days[$0.article] }.min()
        }
    }
}
