internal import Records

/// How alike two reports are, and why.
struct Comparison {
    /// 0 to 1; 0 for what excludes that they are one.
    var likeness: Double
    /// What speaks against, where something excludes that they are one.
    var obstacle: String?

    static func apart(_ obstacle: String) -> Comparison {
        Comparison(likeness: 0, obstacle: obstacle)
    }
}

/// Joins reports of one type that tell the same, the surest pairs first.
///
/// A pair that is alike enough is joined wherever it stands. A pair that is only likely is joined when
/// its articles tell the same story and each report is the other's best match in the other's article.
/// Whatever the pair, no two reports come together of which something says that they are two.
struct Pairing {
    /// How alike a pair must be, 0 to 1.
    struct Thresholds {
        /// Wherever it stands.
        var sure: Double
        /// As best matches within one story.
        var likely: Double
        /// Within one article, which seldom tells one thing twice.
        var repeated: Double
    }

    /// How many reports of a group are held against those of another, at most.
    static let examined = 8
    /// How near the second best match may come before neither is the best.
    static let margin = 0.02

    let thresholds: Thresholds
    let context: Context

    /// The groups of reports that tell the same, each ascending, in the order of their first members.
    ///
    /// - Parameters:
    ///   - reports: The reports, in the order of time.
    ///   - told: What each report tells, as it is compared.
    ///   - keys: What a report is looked up by.
    ///   - terms: What a report tells, for the log.
    ///   - compare: Compares what two reports tell, the earlier first.
    /// - Returns: The groups; each report in one.
    func groups<Telling>(
        of reports: [Report],
        telling told: [Telling],
        keys: [[Int]],
        terms: [Terms],
        compare: (Telling, Telling) -> Comparison
    ) -> [[Int]] {
        // Where they lie: what is told is compared by the million, and holds a dozen references to count.
        told.withUnsafeBufferPointer { told in
            groups(of: reports, keys, terms) { compare(told[$0], told[$1]) }
        }
    }

    private func groups(
        of reports: [Report],
        _ keys: [[Int]],
        _ terms: [Terms],
        compare: (Int, Int) -> Comparison
    ) -> [[Int]] {
        var pairs: [Pair] = []
        let articles = reports.map(\.record.article)
        let log = context.log
        func note(_ one: Int, _ two: Int, _ likeness: Double, joined: Bool, _ reason: String) {
            log?.add(
                Link(
                    first: reports[one].record,
                    second: reports[two].record,
                    isJoined: joined,
                    likeness: likeness,
                    reason: reason,
                    common: terms[one].common(with: terms[two])
                )
            )
        }
        visitPairs(of: reports, keys) { one, two in
            let comparison = compare(one, two)
            let likeness = comparison.likeness
            if likeness >= thresholds.likely {
                // What is only likely is never joined across stories, nor does it keep others from it.
                guard
                    likeness >= thresholds.sure || articles[one] == articles[two]
                        || context.stories.isSame(articles[one], articles[two])
                else {
                    return note(
                        one,
                        two,
                        likeness,
                        joined: false,
                        "their articles tell different stories"
                    )
                }
                context.ties.add(reports[one], reports[two])
                pairs.append(Pair(one: one, two: two, likeness: likeness))
            } else if log != nil, let obstacle = comparison.obstacle {
                note(one, two, 0, joined: false, obstacle)
            } else if log != nil, likeness > 0.5 * thresholds.likely {
                note(one, two, likeness, joined: false, "too little in common")
            }
        }
        pairs.sort { ($1.likeness, $0.one, $0.two) < ($0.likeness, $1.one, $1.two) }
        let best = bestMatches(pairs, articles: articles)
        var groups = Groups(count: reports.count)
        for pair in pairs {
            if let reason = reason(against: pair, articles: articles, best: best)
                ?? groups.obstacle(to: pair, articles: articles, atLeast: thresholds, compare)
            {
                note(pair.one, pair.two, pair.likeness, joined: false, reason)
            } else {
                let isSure = pair.likeness >= thresholds.sure
                let reason = isSure ? "alike" : "the best match within one story"
                note(pair.one, pair.two, pair.likeness, joined: true, reason)
                groups.join(pair.one, pair.two)
            }
        }
        return groups.members()
    }

    /// Calls a closure with each pair to compare, the earlier first.
    private func visitPairs(
        of reports: [Report],
        _ keys: [[Int]],
        _ body: (Int, Int) -> Void
    ) {
        guard let pairs = context.pairs else { return Candidates.visit(keys, body) }
        let places = Dictionary(
            reports.enumerated().map { (RecordName($0.element.record), $0.offset) },
            uniquingKeysWith: { one, _ in one }
        )
        for pair in pairs {
            guard let one = places[pair.one], let two = places[pair.two] else { continue }
            body(min(one, two), max(one, two))
        }
    }

    struct Pair {
        var one: Int
        var two: Int
        var likeness: Double
    }

    /// Where a report's best match in another article is looked up.
    private struct Place: Hashable {
        var report: Int
        var article: String
    }

    /// The likeness of the best and the second best match of each report in each other article.
    private func bestMatches(_ pairs: [Pair], articles: [String]) -> [Place: (Double, Double)] {
        var best: [Place: (Double, Double)] = [:]
        for pair in pairs where articles[pair.one] != articles[pair.two] {
            for (report, other) in [(pair.one, pair.two), (pair.two, pair.one)] {
                let place = Place(report: report, article: articles[other])
                let likeness = pair.likeness
                let known = best[place] ?? (0, 0)
                best[place] =
                    likeness > known.0 ? (likeness, known.0) : (known.0, max(known.1, likeness))
            }
        }
        return best
    }

    /// Why a pair of one story or a sure one is not to be joined; nil when it is.
    private func reason(
        against pair: Pair,
        articles: [String],
        best: [Place: (Double, Double)]
    ) -> String? {
        let likeness = pair.likeness
        let (one, two) = (articles[pair.one], articles[pair.two])
        if one == two { return likeness >= thresholds.repeated ? nil : "one article tells both" }
        if likeness >= thresholds.sure { return nil }
        for place in [Place(report: pair.one, article: two), Place(report: pair.two, article: one)]
        {
            let (first, second) = best[place] ?? (0, 0)
            if likeness < first { return "another report of the article is a better match" }
            if second > first - Self.margin { return "two reports of the article match as well" }
        }
        return nil
    }
}

/// Groups of reports that grow, with their members at hand.
private struct Groups {
    private var sets: DisjointSets
    private var lists: [[Int]]

    init(count: Int) {
        sets = DisjointSets(count: count)
        lists = (0..<count).map { [$0] }
    }

    mutating func members() -> [[Int]] { sets.groups() }

    mutating func join(_ one: Int, _ two: Int) {
        let (first, second) = (sets.root(of: one), sets.root(of: two))
        guard first != second else { return }
        let (few, many) =
            lists[first].count < lists[second].count ? (first, second) : (second, first)
        var joint: [Int] = []
        swap(&joint, &lists[many])
        joint += lists[few]
        lists[few] = []
        sets.join(first, second)
        lists[sets.root(of: first)] = joint
    }

    /// What keeps the groups of a pair apart; nil when nothing does.
    mutating func obstacle(
        to pair: Pairing.Pair,
        articles: [String],
        atLeast thresholds: Pairing.Thresholds,
        _ compare: (Int, Int) -> Comparison
    ) -> String? {
        let (first, second) = (sets.root(of: pair.one), sets.root(of: pair.two))
        guard first != second else { return nil }
        for one in lists[first].prefix(Pairing.examined) {
            for two in lists[second].prefix(Pairing.examined)
            where one != pair.one || two != pair.two {
                let comparison = compare(min(one, two), max(one, two))
                if let obstacle = comparison.obstacle { return "another report: " + obstacle }
                if articles[one] == articles[two], comparison.likeness < thresholds.repeated {
                    return "one article tells both"
                }
            }
        }
        return nil
    }
}
