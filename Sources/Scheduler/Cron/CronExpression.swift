/// When something is due, as a line of a crontab says it.
///
/// Five fields (minute, hour, day of month, month, day of week) or a word such as `@daily`, in the dialect
/// of Debian's cron: 7 is Sunday; when both day fields are given, one of them is enough, but both are
/// needed when one begins with `*`. What other programs read otherwise is refused, not guessed.
///
/// Source: crontab(5) of Debian's cron 3.0pl1, and its behaviour where the page is silent.
public struct CronExpression: Hashable, Sendable {
    /// The expression as the person wrote it.
    public let text: String
    /// The minutes that the fields say.
    let mask: CalendarMask
    /// The fields as written; empty for a word such as `@daily`.
    let words: [String]
    /// The values of each field, element by element.
    let ranges: [CronField: [CronRange]]
    /// The fields that begin with `*`.
    let starred: Set<CronField>
    /// Whether the expression follows real time through a change of the clocks.
    ///
    /// So it is when minute or hour begin with `*`: “every so often” goes on counting. All others name
    /// a time of day, which comes once on each of its days.
    public let isRealTime: Bool

    /// Reads an expression.
    ///
    /// - Throws: ``CronError`` for the first thing that is wrong.
    public init(_ text: String) throws(CronError) {
        let reader = try CronReader(text)
        ranges = try reader.ranges()
        starred = reader.starred
        isRealTime = !starred.isDisjoint(with: [.minute, .hour])
        mask = CalendarMask(
            ranges,
            isEitherDay: starred.isDisjoint(with: [.dayOfMonth, .dayOfWeek])
        )
        try reader.refuseImpossibleDate(mask)
        words = reader.fields.map(\.text)
        self.text = text
    }
}

extension CalendarMask {
    fileprivate init(_ ranges: [CronField: [CronRange]], isEitherDay: Bool) {
        func bits(_ field: CronField) -> UInt64 {
            ranges[field, default: []].reduce(0) { $0 | $1.bits }
        }
        minutes = bits(.minute)
        hours = bits(.hour)
        days = bits(.dayOfMonth)
        months = bits(.month)
        // Sunday is 0 and 7.
        weekdays = (bits(.dayOfWeek) | bits(.dayOfWeek) >> 7) & CronField.dayOfWeek.everything
        self.isEitherDay = isEitherDay
    }
}

extension CronExpression: CustomStringConvertible {
    /// The expression with one space between its fields, and words such as `@daily` in lower case.
    public var description: String {
        words.isEmpty ? text.lowercased().filter { !$0.isWhitespace } : words.joined(separator: " ")
    }
}

extension CronExpression {
    /// The words that stand for whole expressions.
    ///
    /// Source: crontab(5).
    static let macros: KeyValuePairs = [
        "@hourly": "0 * * * *",
        "@daily": "0 0 * * *",
        "@midnight": "0 0 * * *",
        "@weekly": "0 0 * * 0",
        "@monthly": "0 0 1 * *",
        "@yearly": "0 0 1 1 *",
        "@annually": "0 0 1 1 *",
    ]
}
