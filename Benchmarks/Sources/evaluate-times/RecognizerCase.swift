import Foundation
import Language
import Records

/// A case of the specification of Recognizers-Text: a text and what is to be found in it.
///
/// Source: <https://github.com/microsoft/Recognizers-Text>, `Specs`. Offsets there count UTF-16 units from 0,
/// the end included.
protocol RecognizerCase: Decodable {
    /// Whether the case is one of those that count.
    var isAsked: Bool { get }
    /// Whether exactly the right expressions are found.
    func isRight(_ reader: Reader) -> Bool
    /// The case and what is found instead, in a line.
    func told(_ reader: Reader) -> String
}

/// An amount of money: right when all amounts are found, at their places, with their numbers and, where the case
/// names it, the ISO 4217 code; a unit in words is not compared.
struct CurrencyCase: RecognizerCase {
    struct Result: Decodable {
        struct Resolution: Decodable {
            var value: String?
            var unit: String?
            var isoCurrency: String?

            /// The amount in whole units: the specification leaves cents and pence cents and pence.
            var amount: Decimal? {
                guard let number = value.flatMap({ Decimal(string: $0) }) else { return nil }
                return ["Cent", "Penny", "Pence"].contains(unit) ? number / 100 : number
            }
        }

        enum CodingKeys: String, CodingKey {
            case start = "Start"
            case end = "End"
            case resolution = "Resolution"
        }

        var start: Int
        var end: Int
        var resolution: Resolution?
    }

    enum CodingKeys: String, CodingKey {
        case input = "Input"
        case results = "Results"
    }

    var input: String
    var results: [Result]

    var isAsked: Bool { true }

    func isRight(_ reader: Reader) -> Bool {
        let (document, found) = reader.read(input, nil)
        guard found.amounts.count == results.count else { return false }
        return zip(found.amounts, results).allSatisfy { amount, result in
            let isThere = input.bytes(result.start...result.end)
                .overlaps(document.bytes(of: amount.tokens))
            let value = result.resolution?.amount
            let code = result.resolution?.isoCurrency ?? amount.currency
            return isThere && value == amount.amount && code == amount.currency
        }
    }

    func told(_ reader: Reader) -> String {
        let (document, found) = reader.read(input, nil)
        let wanted = results.map {
            "‹\(input.words($0.start...$0.end))› \($0.resolution?.value ?? "") \($0.resolution?.isoCurrency ?? "")"
        }
        let got = found.amounts.map {
            "‹\(document.text(of: $0.tokens))› \($0.amount) \($0.currency)"
        }
        return
            "  \(input)\n    \(wanted.joined(separator: "; ")) not \(got.joined(separator: "; "))"
    }
}

/// A date or a range of dates: right when all dates are found, at their places, with the first and last day.
///
/// Of the cases of `DateTimeModel.json` those count that are written as news writes dates:
///
/// 1. Something is to be found, and all of it is a date or a range of dates with its first and last day: no open
///    “since 2000”, no “early 2000”, which the specification marks with `Mod`.
/// 2. All of it is written with names of months and weekdays, days of the month, years in four digits and the
///    words below alone: no “5/12”, no “EOY”, no year in words. It is a year alone or has letters.
/// 3. All of it has a name, a year, or a word that tells how it lies to the day of the article (`anchors`); “the
///    week” alone may be any.
/// 4. None of it counts units, such as “in two weeks” or “3 days from Tuesday”, which the specification reads to the
///    day and TimeML as exact as the unit; these are measured on TimeML.
///
/// Where the specification gives several readings, each is right.
struct DateCase: RecognizerCase {
    struct Result: Decodable {
        struct Resolution: Decodable {
            var values: [[String: String]]?
        }

        enum CodingKeys: String, CodingKey {
            case start = "Start"
            case end = "End"
            case type = "TypeName"
            case resolution = "Resolution"
        }

        var start: Int?
        var end: Int?
        var type: String?
        var resolution: Resolution?

        /// The readings as first and last day; empty where one is open or has no day.
        var readings: [ClosedRange<Int>] {
            guard type == "datetimeV2.date" || type == "datetimeV2.daterange",
                let values = resolution?.values
            else { return [] }
            let days = values.map { value -> ClosedRange<Int>? in
                guard value["Mod"] == nil else { return nil }
                if let day = value["value"].flatMap({ CalendarDate($0) })?.day {
                    return day.number...day.number
                }
                guard let first = value["start"].flatMap({ CalendarDate($0) })?.day,
                    let end = value["end"].flatMap({ CalendarDate($0) })?.day,
                    first.number < end.number
                else { return nil }
                return first.number...(end.number - 1)
            }
            return days.contains(nil) ? [] : days.compactMap { $0 }
        }
    }

    struct Context: Decodable {
        enum CodingKeys: String, CodingKey {
            case day = "ReferenceDateTime"
        }

        var day: String?
    }

    enum CodingKeys: String, CodingKey {
        case input = "Input"
        case context = "Context"
        case results = "Results"
    }

    /// The words that tell how a date lies to the day of the article.
    private static let anchors: Set<Substring> = [
        "today", "yesterday", "tomorrow", "last", "previous", "past", "this", "current", "next",
        "coming", "following",
    ]

    /// What else news writes beside the names of months and weekdays and figures.
    private static let words: Set<Substring> = [
        "day", "week", "weekend", "month", "quarter", "year", "half", "first", "second", "third",
        "fourth",
        "the", "of", "in", "on", "at", "to", "through", "until", "till", "and", "from", "between",
        "before", "after",
    ]

    private static let names = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september",
        "october",
        "november", "december", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday",
        "sunday",
    ]

    var input: String
    var context: Context?
    var results: [Result]

    var isAsked: Bool {
        !results.isEmpty
            && results.allSatisfy { result in
                guard let start = result.start, let end = result.end else { return false }
                return !result.readings.isEmpty && Self.isWritten(input.words(start...end))
            }
    }

    /// Whether a date is written as news writes dates.
    private static func isWritten(_ text: String) -> Bool {
        let words = text.lowercased().split { !($0.isLetter || $0.isNumber || $0 == "/") }
        let isAnchored = words.contains { anchors.contains($0) || isName($0) || isYear($0) }
        let isBareYear = words.count == 1 && isYear(words[0])
        return isAnchored && (isBareYear || text.contains(where: \.isLetter))
            && words.allSatisfy { word in
                anchors.contains(word) || Self.words.contains(word) || isName(word) || isYear(word)
                    || isDay(word)
            }
    }

    private static func isName(_ word: Substring) -> Bool {
        word.count >= 3 && names.contains { $0.hasPrefix(word) } || word == "sept"
    }

    private static func isYear(_ word: Substring) -> Bool {
        word.count == 4 && Int(word).map { 1000...2199 ~= $0 } ?? false
    }

    /// Whether a word is a day of the month, also with its ordinal ending.
    private static func isDay(_ word: Substring) -> Bool {
        let digits = word.prefix { $0.isNumber }
        return Int(digits).map { 1...31 ~= $0 } ?? false
            && ["", "st", "nd", "rd", "th"].contains(word.dropFirst(digits.count))
    }

    private var published: CalendarDate? {
        context?.day.flatMap { CalendarDate(String($0.prefix(10))) }
    }

    func isRight(_ reader: Reader) -> Bool {
        let (document, found) = reader.read(input, published)
        guard found.times.count == results.count else { return false }
        return zip(found.times, results).allSatisfy { time, result in
            guard let start = result.start, let end = result.end else { return false }
            let isThere = input.bytes(start...end).overlaps(document.bytes(of: time.tokens))
            return isThere && time.days.contains { result.readings.contains($0) }
        }
    }

    func told(_ reader: Reader) -> String {
        let (document, found) = reader.read(input, published)
        let wanted = results.map { result in
            let values = result.resolution?.values?.map {
                $0["value"] ?? "\($0["start"] ?? "")…\($0["end"] ?? "")"
            }
            return "\(input.words((result.start ?? 0)...(result.end ?? 0))) \(values ?? [])"
        }
        let got = found.times.map { "‹\(document.text(of: $0.tokens))› \($0.value)" }
        return "  \(input) [\(published.map { "\($0)" } ?? "")]\n    \(wanted) not \(got)"
    }
}

extension TimeExpression {
    /// The first and last day, in the one or the other way.
    ///
    /// The specification lets “from 3 to 9 May” and “2014 to 2018” end before their last day or year, which is not
    /// how news means it, but a quarter at its end; either is right.
    fileprivate var days: [ClosedRange<Int>] {
        let first = date.first.number
        guard let end else { return [first...date.last.number] }
        return [first...max(first, end.first.number - 1), first...max(first, end.last.number)]
    }
}

extension String {
    /// The bytes of a run of UTF-16 units.
    fileprivate func bytes(_ units: ClosedRange<Int>) -> Range<Int> {
        let start =
            utf16.index(startIndex, offsetBy: units.lowerBound, limitedBy: endIndex) ?? endIndex
        let end =
            utf16.index(startIndex, offsetBy: units.upperBound + 1, limitedBy: endIndex) ?? endIndex
        return utf8.distance(from: startIndex, to: start)..<utf8.distance(from: startIndex, to: end)
    }

    fileprivate func words(_ units: ClosedRange<Int>) -> String {
        String(decoding: Array(utf8)[bytes(units)], as: UTF8.self)
    }
}
