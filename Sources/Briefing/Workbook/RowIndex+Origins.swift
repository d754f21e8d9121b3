import Records

/// Articles that tell one story.
private struct OriginRow {
    let number: Int
    let sources: [Brief.Source]

    /// The articles, the earliest first, those without a date last, and else by number.
    init(number: Int, sources: [Brief.Source]) {
        self.number = number
        self.sources = sources.sorted {
            ($0.published?.date.first.number ?? .max, $0.number)
                < ($1.published?.date.first.number ?? .max, $1.number)
        }
    }

    var outlets: Int { Set(sources.map(\.outlet)).count }
    var reason: String? { sources.lazy.compactMap(\.originReason).first }
}

extension RowIndex {
    /// A row for each origin, by number.
    func origins(of brief: Brief) -> WorkbookLayout.Sheet {
        let rows = Dictionary(grouping: brief.sources, by: \.origin)
            .map { OriginRow(number: $0, sources: $1) }
            .sorted { $0.number < $1.number }
        let first = Field<OriginRow>.dates(
            "First date",
            means: "when the earliest of its articles was published"
        ) { $0.sources.first?.published?.date }
        return WorkbookLayout.Sheet(
            "Origins",
            table: "tbl_origins",
            purpose: "story, whichever articles carry it",
            countFields + first + reasonFields,
            rows
        )
    }

    private var countFields: [Field<OriginRow>] {
        [
            Field("Origin", .count, means: "the number of the origin; Articles has it too") {
                .integer($0.number)
            },
            Field("Articles", .count, means: "the number of its articles") {
                .integer($0.sources.count)
            },
            Field(
                "Outlets",
                .count,
                means: "the number of outlets that carry it; unnamed ones count as one"
            ) { .integer($0.outlets) },
        ]
    }

    private var reasonFields: [Field<OriginRow>] {
        [
            Field("First article", .link, means: "the earliest of its articles") {
                link(toArticle: $0.sources.first?.article)
            },
            Field("Headline", means: "the headline of that article") {
                .text(orEmpty: $0.sources.first?.headline)
            },
            Field(
                "Reason",
                means: "why its articles count as one origin",
                empty: "it has one article"
            ) { .text(orEmpty: $0.reason) },
        ]
    }
}
