import Diagnostics

/// The words of which times, amounts and counts are made.
struct ExpressionLexicon: Sendable {
    /// What a word tells about an expression beside it.
    struct Cues: OptionSet, Sendable {
        let rawValue: UInt32

        /// A bare year may stand behind it.
        static let year = Cues(rawValue: 1)
        /// What precedes “of” before a number that is no year.
        static let notYear = Cues(rawValue: 2)
        /// A bare month may stand behind it.
        static let month = Cues(rawValue: 4)
        /// The clause is about what is to come.
        static let future = Cues(rawValue: 8)
        /// The clause is about what is over.
        static let past = Cues(rawValue: 16)
        /// A form of “be”.
        static let copula = Cues(rawValue: 32)
        /// It may stand between a number and its unit of time.
        static let stretch = Cues(rawValue: 64)
        /// The number before it is a share.
        static let percent = Cues(rawValue: 128)
        /// The number before it is a time of day.
        static let timeOfDay = Cues(rawValue: 256)
        /// The number behind it is a name: Article 5.
        static let label = Cues(rawValue: 512)
        /// It ends the name of a street.
        static let street = Cues(rawValue: 1024)
        /// It is a plural without an s.
        static let plural = Cues(rawValue: 2048)
        /// The number before it measures time or the like.
        static let notCount = Cues(rawValue: 4096)
        /// It makes the name of a feast of a weekday.
        static let feast = Cues(rawValue: 16384)
        /// The number before it is a year of antiquity.
        static let era = Cues(rawValue: 32768)
        /// The time behind it lies ahead.
        static let deadline = Cues(rawValue: 65536)
        /// Behind it and “as”, the time lies ahead: “as early as Friday”.
        static let deadlineAs = Cues(rawValue: 262144)
        /// It puts what is told before another time: had.
        static let pastPerfect = Cues(rawValue: 524288)
        /// It joins another clause.
        static let clauseStart = Cues(rawValue: 1_048_576)
        /// It joins the two ends of a range.
        static let range = Cues(rawValue: 2_097_152)
        /// A bare year may be a guess behind it.
        static let owner = Cues(rawValue: 131072)
        /// It turns a number into an ordinal: st, th.
        static let ordinalSuffix = Cues(rawValue: 8192)
    }

    /// The words that expressions are made of.
    let triggers: FormTable<Trigger>
    /// Words that tell something about an expression beside them.
    let cues: FormTable<Cues>
    /// Words and phrases behind a number that make it a share, a time or a measure.
    let measures: PhraseTable<Cues>
    /// The phrases before an amount that make it a bound or a guess.
    let qualifiers: PhraseTable<MoneyExpression.Qualifier>
    /// The like behind an amount.
    let qualifiersBehind: PhraseTable<MoneyExpression.Qualifier>
    /// What TIMEX3 writes of phrases that tell a time vaguely, and whether they stand behind “the”.
    let vague: PhraseTable<(value: String, isDefinite: Bool)>
    /// The currencies.
    let currencies: CurrencyTable

    /// Reads the tables.
    init(numbers: DataTable, times: DataTable, currencies: DataTable) throws(Diagnostic) {
        var words = WordCollector()
        for row in numbers.rows + times.rows { try words.collect(row) }
        triggers = FormTable(words.triggers)
        cues = FormTable(words.cues.map { ($0, $1) })
        measures = PhraseTable(words.measures)
        qualifiers = PhraseTable(words.qualifiers)
        qualifiersBehind = PhraseTable(words.qualifiersBehind)
        vague = PhraseTable(words.vague)
        self.currencies = try CurrencyTable(currencies)
    }

    /// Gathers what the lines of the tables say of their words.
    private struct WordCollector {
        var triggers: [(Form, Trigger)] = []
        var cues: [Form: Cues] = [:]
        var measures: [(phrase: String, value: Cues)] = []
        var qualifiers: [(phrase: String, value: MoneyExpression.Qualifier)] = []
        var qualifiersBehind: [(phrase: String, value: MoneyExpression.Qualifier)] = []
        var vague: [(phrase: String, value: (value: String, isDefinite: Bool))] = []

        mutating func collect(_ row: DataTable.Row) throws(Diagnostic) {
            let kind: Kind = try row.choice("kind")
            let words = row.list("words")
            if let measure = kind.measure {
                measures += words.map { ($0, measure) }
            } else if let cue = kind.cue {
                for word in words { cues[Form(word), default: []].insert(cue) }
            } else if kind == .qualifier {
                let value: MoneyExpression.Qualifier = try row.choice("value")
                qualifiers += words.map { ($0, value) }
            } else if kind == .qualifierBehind {
                let value: MoneyExpression.Qualifier = try row.choice("value")
                qualifiersBehind += words.map { ($0, value) }
            } else if kind == .vague || kind == .definiteVague {
                vague += words.map { ($0, (row["value"], kind == .definiteVague)) }
                triggers += words.compactMap { $0.split(separator: " ").first }
                    .map { (Form($0), .vague) }
            } else {
                let trigger = try row.trigger(kind)
                triggers += words.map { (Form($0), trigger) }
            }
        }
    }

    /// The kinds of the tables of numbers and times.
    fileprivate enum Kind: String, CaseIterable {
        case cardinal, article, half, hundred, scale, short, ordinal, suffix, percent
        case timeOfDay = "time-of-day"
        case qualifier
        case qualifierBehind = "qualifier-behind"
        case label, street, plural, era
        case notCount = "not-count"
        case month
        case monthShort = "month-short"
        case weekday
        case weekdayShort = "weekday-short"
        case weekdays, day, unit, season, decade, each, quantity, frequency, vague, stretch, owner
        case definiteVague = "definite-vague"
        case partOfDay = "part-of-day"
        case partOfToday = "part-of-today"
        case relation
        case definiteRelation = "definite-relation"
        case yearCue = "year-cue"
        case notYear = "not-year"
        case monthCue = "month-cue"
        case future, past, copula, feast, deadline, range
        case clauseStart = "clause-start"
        case deadlineAs = "deadline-as"
        case pastPerfect = "past-perfect"

        /// What words of the kind make of a number before them.
        var measure: Cues? {
            switch self {
            case .percent: .percent
            case .timeOfDay: .timeOfDay
            case .notCount: .notCount
            case .era: .era
            default: nil
            }
        }

        /// The cue that words of the kind are.
        var cue: Cues? {
            switch self {
            case .suffix: .ordinalSuffix
            case .label: .label
            case .street: .street
            case .plural: .plural
            case .stretch: .stretch
            case .owner: .owner
            case .yearCue: .year
            case .notYear: .notYear
            case .monthCue: .month
            case .future: .future
            case .past: .past
            case .copula: .copula
            case .feast: .feast
            case .deadline: .deadline
            case .clauseStart: .clauseStart
            case .range: .range
            case .deadlineAs: .deadlineAs
            case .pastPerfect: .pastPerfect
            default: nil
            }
        }
    }
}

extension DataTable.Row {
    fileprivate func trigger(_ kind: ExpressionLexicon.Kind) throws(Diagnostic) -> Trigger {
        switch kind {
        case .article: return .article
        case .half: return .half
        case .hundred: return .hundred
        case .cardinal: return .cardinal(try number(in: 1...90))
        case .scale: return .scale(try number(in: 2...15))
        case .short: return .short(try number(in: 2...15))
        case .ordinal: return .ordinal(try number(in: 1...31))
        case .month: return .month(try number(in: 1...12), isShort: false)
        case .monthShort: return .month(try number(in: 1...12), isShort: true)
        case .weekday: return .weekday(try number(in: 1...7), isShort: false)
        case .weekdayShort: return .weekday(try number(in: 1...7), isShort: true)
        case .weekdays: return .weekdays(try number(in: 1...7))
        case .day: return .day(try number(in: -7...7), nil)
        case .partOfToday: return .day(0, try choice("value"))
        case .partOfDay: return .partOfDay(try choice("value"))
        case .season: return .season(try choice("value"))
        case .decade: return .decade(try number(in: 10...90))
        case .frequency: return .frequency(try choice("value"))
        case .each: return .each
        case .quantity: return .quantity(self["value"] == "X" ? nil : try number(in: 2...12))
        case .relation, .definiteRelation:
            return .relation(try number(in: -1...1), isDefinite: kind == .definiteRelation)
        default: return .unit(try choice("value"))
        }
    }

    private func number(in range: ClosedRange<Int>) throws(Diagnostic) -> Int {
        guard let number = Int(self["value"]), range.contains(number) else {
            throw diagnostic(
                code: "no-number",
                "‘\(self["value"])’ is no value of \(self["kind"])",
                mend: "write a whole number from \(range.lowerBound) to \(range.upperBound)"
            )
        }
        return number
    }
}
