import Records

extension WorkbookLayout {
    /// Lays out a brief.
    ///
    /// - Parameters:
    ///   - brief: The brief.
    ///   - profile: Whom the workbook is made for.
    init(_ brief: Brief, for profile: WorkbookProfile = .analyst) {
        let index = RowIndex(brief)
        let summary = index.summary(of: brief)
        let tables = index.tables(of: brief)
        let sheets: [Sheet]
        switch profile {
        case .analyst:
            let page = summary.sheet("Summary", purpose: "key points, counts and charts")
            let rest = [page] + tables + [.dictionary(of: tables)]
            sheets = [index.readMe(of: brief, rest).sheet(RowIndex.readMe)] + rest
        case .accessible:
            let told = summary.tables + tables
            let rest = (told + [.dictionary(of: told)]).map(\.titled)
            let page = index.readMe(of: brief, rest)
            let cover = page.cover(RowIndex.readMe, purpose: "what to know first")
            sheets = [cover] + page.tables.map(\.titled) + rest
        }
        self.init(properties: Properties(brief.header), profile: profile, sheets: sheets)
    }
}

extension RowIndex {
    /// The sheets with tables, in their order.
    fileprivate func tables(of brief: Brief) -> [WorkbookLayout.Sheet] {
        var tables = brief.tables.map { sheet(of: $0) }
        if !brief.questions.earlier.isEmpty {
            tables.append(sheet(ofEarlier: brief.questions.earlier))
        }
        if brief.parts.contains(.conflicts) { tables.append(conflicts(of: brief)) }
        if let changes = brief.changes { tables.append(sheet(of: changes)) }
        if brief.parts.contains(.datesAhead) { tables.append(datesAhead(of: brief)) }
        return tables + [
            evidence(of: brief), parties(of: brief), articles(of: brief), origins(of: brief),
            coverage(of: brief),
        ]
    }
}

extension WorkbookLayout.Sheet {
    /// The sheet with a title above its table, what its rows are, and what may be typed into it.
    fileprivate var titled: Self {
        var copy = self
        let prompts = (table?.columns ?? []).compactMap { column in
            column.prompt.map { "\(column.header): \($0)" }
        }
        copy.above =
            [
                above.first ?? name,
                "One table, with \(contents). An empty cell means that nothing is known; the sheet "
                    + "\(Self.dictionary) says when.",
            ] + prompts
        return copy
    }
}

extension WorkbookLayout.Properties {
    /// The earliest moment that a zip file can tell, for a brief without any date.
    private static let earliest = 3652 * 86_400  // 1980-01-01

    fileprivate init(_ header: Brief.Header) {
        let newest = header.cutOff.map {
            $0.date.last.number * 86_400 + ($0.secondOfDay ?? 0) - ($0.zoneOffset ?? 0)
        }
        let keywords = ["briefing", "decisions", "officials", "deals", "open questions"]
        self.init(
            title: header.title,
            author: "briefctl",
            keywords: keywords,
            created: newest ?? header.last.map { $0.number * 86_400 } ?? Self.earliest
        )
    }
}

/// Where articles, findings and quotes stand in the workbook, so that cells can lead there.
struct RowIndex {
    /// The name of the sheet of articles.
    static let articles = "Articles"

    /// When the address of an article, and all that is told of one, is empty.
    static let noAddress = "the article gives none", notOfThePeriod = "the article is not known"
    /// When the quote of one of several values is empty.
    static let noQuote = "the value has no quote of its own"

    private let sources: [String: Brief.Source]
    private let articleRows: [String: Int]
    private let findingRows: [String: (sheet: String, row: Int)]
    private let quoteRows: [String: Int]

    /// Makes an index of a brief.
    init(_ brief: Brief) {
        let articles = brief.sources.map(\.article)
        sources = Dictionary(zip(articles, brief.sources)) { first, _ in first }
        articleRows = Dictionary(zip(articles, 2...)) { first, _ in first }
        var findings: [String: (sheet: String, row: Int)] = [:]
        for section in brief.tables {
            for (row, item) in zip(2..., section.everyItem) {
                findings[item.item.id] = (section.kind.sheet, row)
            }
        }
        findingRows = findings
        let quotes = brief.tables.flatMap(\.everyItem).flatMap { $0.item.quoteRows.map(\.id) }
        quoteRows = Dictionary(zip(quotes, 2...)) { first, _ in first }
    }

    /// The source with an article's id.
    func source(_ article: String) -> Brief.Source? { sources[article] }

    /// A cell that leads to an article's row.
    func link(toArticle article: String?) -> WorkbookLayout.Cell {
        guard let article else { return .empty }
        guard let row = articleRows[article] else { return .text(article) }
        let target = WorkbookLayout.Link.Target.row(row, sheet: Self.articles)
        return .link(.init(text: article, target: target, tip: sources[article]?.headline))
    }

    /// A cell that leads to a finding's row.
    func link(toFinding id: String) -> WorkbookLayout.Cell {
        guard let place = findingRows[id] else { return .text(id) }
        return .link(.init(text: id, target: .row(place.row, sheet: place.sheet)))
    }

    /// A cell that leads to a quote's row.
    func link(toQuote id: String?) -> WorkbookLayout.Cell {
        guard let id, let row = quoteRows[id] else { return .empty }
        return .link(.init(text: id, target: .row(row, sheet: Self.evidence)))
    }

    /// A cell that leads to the address of an article.
    func address(of article: String?) -> WorkbookLayout.Cell {
        guard let source = article.flatMap({ sources[$0] }), let address = source.address else {
            return .empty
        }
        guard let link = source.link else { return .text(address) }
        return .link(.init(text: address, target: .address(link)))
    }
}

extension Brief.Section {
    /// Whether the printed brief shows a finding.
    enum Listing: String, CaseIterable {
        /// It does; it has no room for it; it does not trust it enough.
        case printed = "in the brief"
        case further = "beyond its length"
        case withheld = "below its confidence"
        /// It prints no figures but those on which reports disagree.
        case tabled = "in tables only"
    }

    /// All findings of the section, and whether the printed brief shows them.
    var everyItem: [(item: Brief.Item, listing: Listing)] {
        items.map { ($0, .printed) } + further.map { ($0, kind == .figure ? .tabled : .further) }
            + withheld.map { ($0, .withheld) }
    }
}

extension Fact.Kind {
    /// The name of the sheet.
    var sheet: String {
        switch self {
        case .decision: "Decisions"
        case .official: "Officials"
        case .deal: "Deals"
        case .question: "Questions"
        case .statement: "Statements"
        case .figure: "Figures"
        }
    }
}
