internal import Briefing
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
        let matter = try EditionMatter(settings, period, number: number, desk: desk)
        let history = try matter.history(
            of: .init(
                number: number,
                revision: revision,
                madeOn: Day(of: madeAt ?? desk.now, in: settings.timeZone)
            ),
            after: ledger.lastIssue(of: brief, before: number),
            from: ledger
        )
        let builder = try Self.builder(settings, period)
        var coverage = try desk.coverage()
        coverage.outside += matter.known.elsewhere
        // What is shown decides what is new; what is new is told beside it.
        var comparison: Comparison?
        let built = builder.brief(
            findings: matter.findings,
            articles: matter.known.articles,
            origins: matter.known.origins,
            coverage: coverage,
            history: history,
            proposals: matter.known.proposals
        ) { shown in
            let made = matter.comparison(showing: shown)
            comparison = made
            return made.changes
        }
        let snapshots = Self.headed(comparison?.snapshots ?? [], as: built.headlines)
        let former =
            revision > 0
            ? try ledger.edition(of: brief, number: number, revision: revision - 1) : nil
        let correction = former.map {
            BriefHistory.Correction(from: $0, to: snapshots, of: matter.articleIDs)
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
            changes: comparison?.changes ?? [],
            articles: matter.articleIDs.sorted()
        )
    }

    private static func builder(
        _ settings: BriefSettings,
        _ period: Edition.Period
    ) throws -> BriefBuilder {
        BriefBuilder(
            options: BriefOptions(
                title: settings.title,
                period: Self.period(settings, period),
                minimumConfidence: settings.confidence,
                hasWorkbook: settings.formats.contains(.xlsx),
                parts: Set(settings.sections.compactMap { Brief.Part(rawValue: $0.rawValue) })
            ),
            phrases: try Phrases()
        )
    }

    /// Snapshots with the headlines under which readers see them.
    private static func headed(
        _ snapshots: [FindingSnapshot],
        as headlines: [String: String]
    ) -> [FindingSnapshot] {
        snapshots.map { snapshot in
            var snapshot = snapshot
            snapshot.headline = headlines[snapshot.finding] ?? snapshot.headline
            return snapshot
        }
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
}
