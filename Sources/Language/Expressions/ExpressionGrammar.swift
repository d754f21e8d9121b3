public import Diagnostics
public import Records

/// Finds times, dated or not, amounts of money and counts in documents.
///
/// A grammar has no memory: the same document always yields the same expressions. Make one and keep it;
/// making it reads the package's data files.
public struct ExpressionGrammar: Sendable {
    private let lexicon: ExpressionLexicon

    /// Reads the data files of the package.
    public init() throws(Diagnostic) {
        let columns = ["words", "kind", "value", "source"]
        lexicon = try ExpressionLexicon(
            numbers: Analyzer.table("numbers", columns: columns),
            times: Analyzer.table("times", columns: columns),
            currencies: Analyzer.table("currencies", columns: CurrencyTable.columns)
        )
    }

    /// The expressions of a document.
    ///
    /// - Parameters:
    ///   - document: The document.
    ///   - published: When its article was published. Without a day, “yesterday” and “on Sunday” are no
    ///     expressions; without any, “July 28” is one only behind a date with a year.
    /// - Returns: The expressions, each kind in the order of the text.
    /// - Complexity: O(*n*) in the number of tokens.
    public func expressions(in document: Document, published: CalendarDate?) -> Expressions {
        var finder = ExpressionFinder(
            Passage(document, lexicon: lexicon),
            published: published
        )
        return finder.find()
    }
}

/// One walk over a passage.
private struct ExpressionFinder {
    let passage: Passage
    var resolver: DateResolver
    var currencies: CurrencyResolver
    var found = Expressions()
    /// The first atom that no expression has taken.
    var floor = 0
    /// The atom behind the last bare year.
    var endOfYear = -1

    init(_ passage: Passage, published: CalendarDate?) {
        self.passage = passage
        resolver = DateResolver(published: published)
        currencies = CurrencyResolver(passage.document, passage.lexicon.currencies)
    }

    mutating func find() -> Expressions {
        var index = 0
        while index < passage.atoms.count {
            switch passage.atoms[index].sense {
            case .other where passage.isGlued(index + 1): index = time(at: index) ?? index + 1
            case .other, .mark: index += 1
            case .digits, .word(.cardinal), .word(.article), .word(.half),
                .word(.unit(.quarter)):
                index = number(at: index)
            case .word: index = time(at: index) ?? index + 1
            }
        }
        return found
    }

    /// Reads what starts with a number and returns the atom behind it.
    private mutating func number(at index: Int) -> Int {
        if let end = money(at: index) ?? time(at: index) { return end }
        if let count = passage.count(at: index) {
            found.counts.append(count)
            return take(count.tokens, from: index)
        }
        // What is left of a number that is no expression begins none.
        return passage.numeral(at: index)?.atoms.upperBound ?? index + 1
    }

    private mutating func money(at index: Int) -> Int? {
        let amounts = passage.money(at: index, floor: floor)
        guard let last = amounts.last else { return nil }
        for amount in amounts {
            let tokens = passage.tokens(of: amount.atoms)
            guard let code = currencies.code(of: amount.name, at: tokens.lowerBound) else {
                continue
            }
            found.amounts.append(
                MoneyExpression(
                    tokens: tokens,
                    amount: amount.value,
                    upper: amount.upper,
                    currency: code,
                    qualifier: passage.qualifier(of: amount.atoms)
                )
            )
        }
        return take(passage.tokens(of: last.atoms), from: index)
    }

    private mutating func time(at index: Int) -> Int? {
        if let time = passage.relativeTime(at: index, floor: floor, resolver) {
            return add(time)
        }
        if let trigger = passage.trigger(index), !trigger.startsDate { return undated(at: index) }
        if let date = passage.writtenDate(at: index), isTold(date) {
            let needsTense = date.start.year == nil && date.end?.year == nil
            let tense = needsTense ? passage.tense(around: date.atoms) : nil
            guard let reading = resolver.reading(of: date, tense) else {
                return date.atoms.upperBound
            }
            return add((date.atoms, reading))
        }
        if let date = passage.partOfYear(at: index, reference: resolver.today?.year),
            var reading = resolver.reading(of: date, passage.tense(around: date.atoms))
        {
            if date.start.year == nil { reading.isGuess = true }
            return add((date.atoms, reading))
        }
        if let date = passage.speltYear(at: index), let reading = resolver.reading(of: date, nil) {
            return add((date.atoms, reading))
        }
        let isListed = endOfYear == index - 1 && passage.isListing(index - 1)
        if let year = passage.bareYear(at: index, isListed: isListed),
            var reading = resolver.reading(of: year.date, nil)
        {
            reading.isGuess = year.isGuess
            endOfYear = year.date.atoms.upperBound
            return add((year.date.atoms, reading))
        }
        return undated(at: index)
    }

    /// Reads a time without a date and returns the atom behind it.
    private mutating func undated(at index: Int) -> Int? {
        guard let time = passage.undatedTime(at: index, floor: floor, resolver) else { return nil }
        let tokens = passage.tokens(of: time.atoms)
        found.undated.append(
            UndatedExpression(tokens: tokens, kind: time.kind, value: time.value)
        )
        return take(tokens, from: index)
    }

    /// Whether a date is more than the bare name of a month, or a word says that the month is meant.
    private func isTold(_ date: WrittenDate) -> Bool {
        let parts = date.start
        if parts.day != nil || parts.year != nil || parts.weekday != nil || date.end != nil
            || date.yearStep != nil
        {
            return true
        }
        let start = date.atoms.lowerBound
        let before = passage.isInnerDash(start - 1) ? start - 2 : start - 1
        return passage.cues(before).contains(.month)
    }

    private mutating func add(_ time: Passage.Time) -> Int? {
        let (atoms, reading) = passage.withPartOfDay(passage.throughWeekday(time))
        guard reading.isInCalendar else { return nil }
        let expression = TimeExpression(
            tokens: passage.tokens(of: atoms),
            date: reading.date,
            end: reading.end,
            part: reading.part,
            isGuess: reading.isGuess
        )
        if let quarter = Quarter(reading.date, reading.end),
            !passage.isWord(atoms.upperBound - 1, "ago")
        {
            resolver.remember(quarter)
        }
        found.times.append(expression)
        return take(expression.tokens, from: atoms.lowerBound)
    }

    /// Takes the tokens of an expression and returns the first atom behind them.
    private mutating func take(_ tokens: Range<Int>, from index: Int) -> Int {
        floor = passage.atom(atToken: tokens.upperBound, from: index)
        return floor
    }
}

extension Passage {
    /// Whether an atom joins the parts of a list.
    fileprivate func isListing(_ index: Int) -> Bool {
        isMark(index, ",") || isWord(index, "and") || isWord(index, "or")
    }
}
