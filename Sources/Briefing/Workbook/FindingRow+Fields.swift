import Records

extension FindingRow where Details == Decision {
    /// The columns of a decision's own facts.
    static var decisionFields: [Field<Self>] {
        [
            headline,
            Field(
                "Actors",
                means: "who decided; the sheet Parties has a row for each",
                empty: "nobody is named"
            ) { .list($0.details.actors) },
            Field("Action", means: "what was decided") { .text($0.details.action) },
            status { $0.status }, history("status"),
        ]
            + Field.dates("Date", means: "when it was decided") { $0.details.date }
    }
}

extension FindingRow where Details == Official {
    /// The columns of an official's own facts.
    static var officialFields: [Field<Self>] {
        [
            Field("Name", means: "the fullest form of the name") { .text($0.details.name) },
            Field("Title", means: "the first office told", empty: "none is told") {
                .text(orEmpty: $0.details.roles.first?.title)
            },
            Field("Organisation", means: "what the office belongs to", empty: "none is told") {
                .text(orEmpty: $0.details.roles.first?.organisation)
            },
            Field("Country", means: "the country of the office", empty: "none is told") {
                .text(orEmpty: $0.details.roles.first?.country)
            },
            Field(
                "Office",
                means: "whether the office is held, was held or is sought",
                allowed: Official.Status.words,
                empty: "no office is told"
            ) { .text(orEmpty: $0.details.roles.first?.status.rawValue) },
            Field("Further titles", means: "further offices", empty: "there are none") {
                .list($0.details.roles.dropFirst().map(\.title))
            },
            Field("Acts for", means: "a country or an organisation", empty: "none is told") {
                .text(orEmpty: $0.details.affiliation)
            },
            Field("Class", means: "the kind of office", allowed: Official.Class.words) {
                .text($0.details.class.rawValue)
            },
            history("title"),
            Field("Also named", means: "other forms of the name", empty: "there are none") {
                .list($0.details.aliases)
            },
        ]
    }
}

extension FindingRow where Details == Deal {
    /// The columns of a deal's own facts.
    static var dealFields: [Field<Self>] {
        [
            headline,
            Field(
                "Parties",
                means: "who makes it; the sheet Parties has a row for each",
                empty: "nobody is named"
            ) { .list($0.details.parties) },
            Field("Kind", means: "the kind of exchange", allowed: Deal.Kind.words) {
                .text($0.details.kind.rawValue)
            },
            Field("Item", means: "what is exchanged", empty: "it is not told") {
                .text(orEmpty: $0.details.item)
            },
            Field("Quantity", .amount, means: "how many of the item", empty: "it is not told") {
                $0.details.quantity.map { .decimal($0) } ?? .empty
            },
            Field(
                "Amount",
                .amount,
                means: "for how much money, in whole units of the currency",
                empty: "it is not told"
            ) { $0.details.value.map { .decimal($0.amount) } ?? .empty },
            Field("Currency", means: "the ISO 4217 code of the amount", empty: "no amount") {
                .text(orEmpty: $0.details.value?.currency)
            },
            status { $0.status }, history("status"),
        ] + Field.dates("Date", means: "when it was made") { $0.details.date }
    }
}

extension FindingRow where Details == Question {
    /// The columns of a question's own facts.
    static var questionFields: [Field<Self>] {
        [
            headline,
            Field("About", means: "what is open") { .text($0.details.about) },
            Field("Kind", means: "in which way it is open", allowed: Question.Kind.words) {
                .text($0.details.kind.rawValue)
            },
            Field("Raised by", means: "who raises it", empty: "the articles do not say") {
                .text(orEmpty: $0.details.raisedBy)
            },
        ]
            + Field.dates("Open since", means: "when it was first reported") {
                $0.item.openSince
            }
    }
}

extension FindingRow where Details == Statement {
    /// The columns of a statement's own facts.
    static var statementFields: [Field<Self>] {
        [
            Field("Speaker", means: "who speaks") { .text($0.details.speaker) },
            Field("Words", means: "the words within the quotation marks") {
                .text($0.details.quote)
            },
            Field("To", means: "to whom it was said", empty: "it is not told") {
                .text(orEmpty: $0.details.addressee)
            },
        ] + Field.dates("Date", means: "when it was said") { $0.details.date }
    }
}

extension FindingRow where Details == Figure {
    /// The columns of a figure's own facts.
    static var figureFields: [Field<Self>] {
        [
            Field("Of", means: "what the number is of") { .text($0.details.of) },
            Field("Number", .amount, means: "the number; of a range, its lower end") {
                .decimal($0.details.number)
            },
            Field("Up to", .amount, means: "the upper end of a range", empty: "it is no range") {
                $0.details.upper.map { .decimal($0) } ?? .empty
            },
            Field("Kind", means: "what sort of number it is", allowed: Figure.Kind.words) {
                .text($0.details.kind.rawValue)
            },
            Field("Currency", means: "the ISO 4217 code of an amount", empty: "no amount") {
                .text(orEmpty: $0.details.currency)
            },
            Field(
                "Meant",
                means: "how the number is meant",
                allowed: Figure.Qualifier.words,
                empty: "exactly"
            ) { .text(orEmpty: $0.details.qualifier?.rawValue) },
            Field("Words", means: "the number as printed") { .text($0.details.words) },
            Field("Said by", means: "who gives it", empty: "the article does") {
                .text(orEmpty: $0.details.saidBy)
            },
        ] + Field.dates("Date", means: "what it is dated") { $0.details.date }
    }
}

extension FindingRow {
    /// The column of the sentence that the brief prints.
    private static var headline: Field<Self> {
        Field("Headline", means: "the finding as a full sentence") { .text($0.item.headline) }
    }

    /// The column of what held since when.
    private static func history(_ field: String) -> Field<Self> {
        Field(
            "History",
            means: "each \(field) with the day on which it was first told, in ISO 8601",
            empty: "there was no other"
        ) { row in
            let steps = row.item.finding.history.filter { $0.field == field }
            return .list(steps.count > 1 ? steps.map { "\($0.date) \($0.value)" } : [])
        }
    }

    /// The column of how far a decision or a deal has come.
    private static func status(_ status: @escaping (Details) -> Status) -> Field<Self> {
        Field("Status", means: "how far it has come", allowed: Status.words) {
            .text(status($0.details).rawValue)
        }
    }
}
