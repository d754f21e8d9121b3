internal import Briefing
internal import Ledger
internal import Records

extension BriefHistory {
    /// Takes in what the ledger remembers of what readers were told.
    ///
    /// - Parameters:
    ///   - previous: What they were told last.
    ///   - known: What is known now.
    ///   - open: The questions that no edition called answered.
    ///   - ledger: The ledger.
    /// - Throws: Why the ledger could not be read.
    mutating func remember(
        _ previous: [Telling],
        _ known: Knowledge,
        _ open: [Ledger.OpenQuestion],
        from ledger: LedgerFile
    ) throws {
        let gone = previous.filter(\.isGone)
        let former = try ledger.formerTellers(of: Set(gone.map(\.snapshot.finding)))
        for telling in gone {
            let tellers = former[telling.snapshot.finding] ?? []
            withdrawals[telling.snapshot.finding] = Withdrawal(
                headline: telling.snapshot.headline,
                removed: tellers.filter(\.isRemoved).map(\.article),
                edited: tellers.filter { !$0.isRemoved }.map(\.article)
            )
        }
        restorable = Set(
            previous.filter { $0.snapshot.state == .withdrawn }.map(\.snapshot.finding)
        )
        regroupings = known.regroupings
        openQuestions = open.filter {
            !$0.isGone && !known.rejected.contains($0.id) && !known.merged.contains($0.id)
        }.map { OpenQuestion(id: $0.id, fact: $0.fact, headline: $0.headline, since: $0.since) }
    }
}

extension BriefHistory.Correction {
    /// What is different from a former edition of the same period.
    init(from former: Edition, to snapshots: [FindingSnapshot], of articles: [String]) {
        self.init()
        let (before, now) = (Set(former.articles), Set(articles))
        moreArticles = now.subtracting(before).count
        fewerArticles = before.subtracting(now).count
        func shown(_ all: [FindingSnapshot]) -> [String: FindingSnapshot] {
            Dictionary(all.filter(\.isShown).map { ($0.finding, $0) }) { one, _ in one }
        }
        let (old, new) = (shown(former.snapshots), shown(snapshots))
        newFindings = new.keys.count { old[$0] == nil }
        goneFindings = old.keys.count { new[$0] == nil }
        changedFindings = new.count { id, snapshot in old[id].map { $0 != snapshot } ?? false }
    }
}

extension Ledger.OpenQuestion {
    /// The question without what tells it.
    var finding: Finding { Finding(id: id, fact: fact, records: [], origins: []) }
}

extension Brief {
    /// The headlines of all that is printed, by finding.
    var headlines: [String: String] {
        var headlines: [String: String] = [:]
        for item in changes?.groups.flatMap(\.items) ?? [] { headlines[item.id] = item.headline }
        for finding in lateReports?.flatMap(\.findings) ?? [] {
            headlines[finding.id] = headlines[finding.id] ?? finding.headline
        }
        for item in sections.flatMap(\.items) { headlines[item.id] = item.headline }
        return headlines
    }
}
