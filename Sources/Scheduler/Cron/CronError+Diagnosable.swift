public import Diagnostics

extension CronError: Diagnosable {
    /// The error, told to a person; without a place, since only the caller knows the file.
    public var diagnostic: Diagnostic {
        Diagnostic(.error, code: code, summary, mend: mend)
    }

    /// The error with its place.
    ///
    /// - Parameter place: Where the expression begins.
    /// - Returns: The diagnostic, at the column of the trouble where `place` has a column.
    public func diagnostic(at place: Place) -> Diagnostic {
        var diagnostic = diagnostic
        diagnostic.place = place
        diagnostic.place?.column = place.column.map { $0 + column - 1 }
        return diagnostic
    }

    private var code: String {
        switch self {
        case .blank: "cron-blank"
        case .tooFewFields: "cron-too-few-fields"
        case .tooManyFields: "cron-too-many-fields"
        case .timeZone: "cron-time-zone"
        case .unknownMacro: "cron-unknown-word"
        case .wordsBehindMacro: "cron-behind-word"
        case .interval: "cron-interval"
        case .startOfMachine: "cron-reboot"
        case .emptyPart: "cron-empty-part"
        case .notAValue: "cron-not-a-value"
        case .outOfRange: "cron-out-of-range"
        case .wrappedRange: "cron-wrapped-range"
        case .stepWithoutRange: "cron-step-without-range"
        case .badStep: "cron-bad-step"
        case .questionMark: "cron-question-mark"
        case .lastDay: "cron-last-day"
        case .nearestWorkday: "cron-nearest-workday"
        case .ordinal: "cron-ordinal"
        case .impossibleDate: "cron-impossible-date"
        }
    }

    private var summary: String {
        switch self {
        case .blank: "the schedule is empty"
        case .tooFewFields(let found):
            "the schedule has \(found) \(found == 1 ? "field" : "fields"), not five"
        case .tooManyFields(let found, _, let surplus):
            surplus.kind == .text
                ? "something follows the five fields of the schedule"
                : "the schedule has \(found) fields, not five"
        case .timeZone(let text, _): "‘\(text)’ does not set the time zone of a schedule"
        case .unknownMacro(let word, _): "‘\(word)’ is not a schedule"
        case .wordsBehindMacro(let word, _): "something follows ‘\(word)’"
        case .interval(let word, _): "‘\(word)’ names no time of the clock"
        case .startOfMachine(let word, _): "‘\(word)’ names no time of the clock"
        case .emptyPart(let spot): "the list in the \(spot.field) field has an empty element"
        case .notAValue(let spot): "‘\(spot.value)’ is not \(spot.field.indefinite)"
        case .outOfRange(let spot): "\(spot.field) ‘\(spot.value)’ is out of range"
        case .wrappedRange(let spot, _): "the range ‘\(spot.value)’ ends before it begins"
        case .stepWithoutRange(let spot, _): "the step in ‘\(spot.value)’ follows no range"
        case .badStep(let spot): "‘\(spot.value)’ is not a step"
        case .questionMark: "‘?’ is not known to cron"
        case .lastDay(let spot): "‘\(spot.value)’ is not known to cron, which has no last day"
        case .nearestWorkday(let spot):
            "‘\(spot.value)’ is not known to cron, which has no nearest working day"
        case .ordinal(let spot): "cron does not count weekdays: ‘\(spot.value)’"
        case .impossibleDate(let spot, let months, _):
            "day ‘\(spot.value)’ never comes in month ‘\(months)’"
        }
    }

    private var mend: String {
        switch self {
        case .blank, .tooFewFields: Self.fiveFields
        case .tooManyFields(_, _, let surplus): Self.mend(surplus)
        case .timeZone(let text, _): "drop ‘\(text)’ and name the zone beside the schedule"
        case .unknownMacro(let word, _): Self.mend(macro: word)
        case .wordsBehindMacro(let word, _): "write ‘\(word.lowercased())’ alone"
        case .interval: "write ‘*/15 * * * *’ for every 15 minutes, ‘0 */2 * * *’ for every 2 hours"
        case .startOfMachine: "write a time, for example ‘@daily’"
        case .emptyPart: "write one comma between two values and none at the ends"
        case .notAValue(let spot): Self.mend(value: spot)
        case .outOfRange(let spot): "write \(spot.field.values)"
        case .wrappedRange(_, let instead), .stepWithoutRange(_, let instead):
            "write ‘\(instead)’"
        case .badStep(let spot): "write a step from 1 to \(spot.field.last)"
        case .questionMark: "write ‘*’"
        case .lastDay(let spot):
            spot.field == .dayOfWeek
                ? "write the weekday alone to mean each of them"
                : "write a day that all months have, from 1 to 28"
        case .nearestWorkday: "write the day alone"
        case .ordinal(let spot):
            spot.value.hasSuffix("#1")
                ? "write ‘*/100,1-7’ as day of month and ‘\(spot.value.dropLast(2))’ as day of week"
                : "write the weekday alone to mean each of them"
        case .impossibleDate(_, _, let longest): "write a day up to \(longest)"
        }
    }

    private static let fiveFields =
        "write five fields: minute, hour, day of month, month, day of week"

    private static func mend(_ surplus: Surplus) -> String {
        guard let rest = surplus.rest else { return fiveFields }
        return switch surplus.kind {
        case .seconds: "drop the seconds: ‘\(rest)’"
        case .year: "drop the year: ‘\(rest)’"
        case .secondsAndYear: "drop the seconds and the year: ‘\(rest)’"
        case .text: "write ‘\(rest)’ alone"
        }
    }

    private static func mend(macro: String) -> String {
        let known = CronExpression.macros.map(\.key)
        return known.nearest(to: macro).map { "write ‘\($0)’" }
            ?? "use one of \(known.joined(separator: ", "))"
    }

    private static func mend(value spot: Spot) -> String {
        // ‘MONDAY’ begins with the name; ‘MNO’ is near to one.
        let start = spot.value.prefix(3).uppercased()
        let name =
            spot.field.names.first { $0 == start } ?? spot.field.names.nearest(to: spot.value)
        return name.map { "write ‘\($0)’" } ?? "write \(spot.field.values)"
    }
}

extension CronField {
    /// One of the field's values, as it is named in a sentence.
    fileprivate var indefinite: String {
        switch self {
        case .minute: "a minute"
        case .hour: "an hour"
        case .dayOfMonth: "a day of the month"
        case .month: "a month"
        case .dayOfWeek: "a day of the week"
        }
    }

    /// What may be written in the field.
    fileprivate var values: String {
        let numbers = "a number from \(range.lowerBound) to \(range.upperBound)"
        guard let first = names.first, let last = names.last else { return numbers }
        return "\(numbers) or \(first) to \(last)"
    }
}
