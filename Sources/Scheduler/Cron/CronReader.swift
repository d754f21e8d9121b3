/// Takes a cron expression apart.
struct CronReader {
    /// A field or a part of one, and where it begins.
    struct Word {
        var text: String
        /// Counted from 1 in UTF-8 bytes.
        var column: Int

        /// The parts between separators, each with its place.
        func split(at separator: Character) -> [Word] {
            var column = column
            return text.split(separator: separator, omittingEmptySubsequences: false).map { part in
                defer { column += part.utf8.count + 1 }
                return Word(text: String(part), column: column)
            }
        }
    }

    /// The five fields as written; none where a word such as `@daily` stands for them.
    let fields: [Word]
    /// The five fields that are meant.
    private let meaning: [Word]

    init(_ text: String) throws(CronError) {
        let words = Self.words(of: text)
        guard let first = words.first else { throw .blank }
        if first.text.hasPrefix("@") {
            fields = []
            meaning = Self.words(of: try Self.expansion(of: words))
            return
        }
        if let sign = first.text.firstIndex(of: "="),
            ["CRON_TZ", "TZ"].contains(first.text[..<sign].uppercased())
        {
            throw .timeZone(first.text, column: first.column)
        }
        guard words.count >= 5 else { throw .tooFewFields(found: words.count) }
        guard words.count == 5 else {
            throw .tooManyFields(found: words.count, column: words[5].column, surplus(in: words))
        }
        fields = words
        meaning = words
    }

    /// Reads the ranges of each field.
    func ranges() throws(CronError) -> [CronField: [CronRange]] {
        var ranges: [CronField: [CronRange]] = [:]
        for (field, word) in zip(CronField.allCases, meaning) {
            for part in word.split(at: ",") {
                ranges[field, default: []].append(try CronPart(part, of: field).range())
            }
        }
        return ranges
    }

    /// The fields that begin with `*`.
    var starred: Set<CronField> {
        Set(zip(CronField.allCases, meaning).filter { $1.text.first == "*" }.map { $0.0 })
    }

    /// Refuses days that none of the months has.
    func refuseImpossibleDate(_ mask: CalendarMask) throws(CronError) {
        // In a leap year, which February needs for its longest.
        let longest = mask.months.bits.map { CivilDate.length(of: $0, year: 2000) }.max() ?? 31
        guard !mask.isEitherDay, mask.days.lowest(from: longest + 1) == mask.days.lowest(from: 0)
        else { return }
        let day = meaning[CronField.dayOfMonth.rawValue]
        throw .impossibleDate(
            .init(.dayOfMonth, day.text, column: day.column),
            months: meaning[CronField.month.rawValue].text,
            longest: longest
        )
    }

    /// Only spaces and tabs part fields: a line break in an expression is never let through.
    private static func words(of text: String) -> [Word] {
        let blank: Set<UInt8> = [UInt8(ascii: " "), UInt8(ascii: "\t")]
        let bytes = text.utf8
        return bytes.split { blank.contains($0) }.map { part in
            let column = bytes.distance(from: bytes.startIndex, to: part.startIndex) + 1
            return Word(text: String(Substring(part)), column: column)
        }
    }

    private static func expansion(of words: [Word]) throws(CronError) -> String {
        let macro = words[0]
        let name = macro.text.lowercased()
        if name.hasPrefix("@every") { throw .interval(macro.text, column: macro.column) }
        if name == "@reboot" { throw .startOfMachine(macro.text, column: macro.column) }
        guard let expansion = CronExpression.macros.first(where: { $0.key == name }) else {
            throw .unknownMacro(macro.text, column: macro.column)
        }
        guard words.count == 1 else {
            throw .wordsBehindMacro(macro.text, column: words[1].column)
        }
        return expansion.value
    }
}

/// What stands in front of or behind the five fields, where more are given.
private func surplus(in words: [CronReader.Word]) -> CronError.Surplus {
    let sixth = words[5].text
    let isYear = sixth.utf8.count >= 4 && sixth.utf8.prefix(4).allSatisfy(\.isDigit)
    let isField =
        sixth.utf8.allSatisfy { $0.isDigit || "*?,-/#LW".utf8.contains($0) }
        || CronField.dayOfWeek.names.contains(sixth.prefix(3).uppercased())
    let (surplus, kept): (CronError.Surplus.Kind, ArraySlice) =
        switch words.count {
        case 6 where isYear: (.year, words.prefix(5))
        case 6 where isField: (.seconds, words.dropFirst())
        case 7 where isField: (.secondsAndYear, words.dropFirst().dropLast())
        default: (.text, words.prefix(5))
        }
    let rest = kept.map { $0.text == "?" ? "*" : $0.text }.joined(separator: " ")
    return .init(surplus, rest: (try? CronExpression(rest)) == nil ? nil : rest)
}

extension UInt8 {
    /// Whether the byte is a digit of ASCII.
    var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
}
