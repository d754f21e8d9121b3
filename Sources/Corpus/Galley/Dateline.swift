internal import Records

/// The place, date and agency before the first words of a report: “TOKYO, July 28, 2024 (AP) —”.
struct Dateline: Hashable, Sendable {
    /// A day of any year.
    private struct MonthAndDay: Hashable {
        var month: Int
        var day: Int
    }

    /// The date, where it has a year.
    var moment: Moment?
    /// Month and day, where it names them without a year.
    private var monthAndDay: MonthAndDay?
    /// The place, as it is written.
    var place: String?
    /// The agency in brackets.
    var agency: String?
    /// The outlet in brackets, where it is no agency.
    var outlet: String?

    /// Reads the opening of a paragraph; nil when it is no dateline.
    ///
    /// A dateline ends at a dash and holds nothing but places, a date and a name in brackets.
    init?(_ opening: String, words: NewsWords) {
        guard let dash = Self.dash(in: opening) else { return nil }
        var head = String(opening[..<dash])
        if let open = head.firstIndex(of: "("), let close = head.lastIndex(of: ")"), open < close {
            let name = String(head[head.index(after: open)..<close]).trimmingEdges
            agency = words.agencies[name.folded]
            let looksLikeName = name.first?.isUppercase == true && !name.contains(where: \.isNumber)
            if agency == nil, looksLikeName, name.split(separator: " ").count <= 4 { outlet = name }
            head.removeSubrange(open...close)
        }
        let scanner = DateScanner(head, words: words.dates)
        moment = scanner.dates.first?.moment
        place = Self.place(in: head, scanner)
        monthAndDay = Self.monthAndDay(in: scanner)
        let dated = scanner.dates.first?.tokens ?? 0..<0
        var places = 0
        for (index, token) in scanner.tokens.enumerated() where !dated.contains(index) {
            guard token.text.utf8.contains(where: \.isLetterOrDigit), token.text.count > 1 else {
                continue
            }
            if scanner.meaning(index) != nil || token.number != nil { continue }
            if ["and", "of", "the"].contains(token.text) { continue }
            let isLarge =
                head.utf8.dropFirst(token.range.lowerBound).first
                .map { (0x41...0x5A).contains($0) || $0 >= 0x80 } ?? false
            guard isLarge else { return nil }
            places += 1
        }
        guard places <= 8, moment != nil || agency != nil || outlet != nil else { return nil }
    }

    /// What stands before the first word or number of a date.
    private static func place(in head: String, _ scanner: DateScanner) -> String? {
        let end = scanner.tokens.indices.first { index in
            switch scanner.meaning(index) {
            case .month: day(beside: index, scanner) != nil
            case .weekday, .zone: true
            default: scanner.tokens[index].number != nil
            }
        }
        let bytes = end.map { head.utf8.prefix(scanner.tokens[$0].range.lowerBound) }
        let place = String(decoding: Array(bytes ?? head.utf8[...]), as: UTF8.self)
        return place.trimmingEdges.isEmpty ? nil : place.trimmingEdges.oneLine
    }

    /// The month and the day beside it.
    private static func monthAndDay(in scanner: DateScanner) -> MonthAndDay? {
        for index in scanner.tokens.indices {
            guard case .month(let month) = scanner.meaning(index) else { continue }
            if let day = day(beside: index, scanner) { return MonthAndDay(month: month, day: day) }
        }
        return nil
    }

    /// The day of the month beside the name of a month, with or without a mark between.
    private static func day(beside month: Int, _ scanner: DateScanner) -> Int? {
        [month + 1, month + 2, month - 1].lazy
            .filter { scanner.tokens.indices.contains($0) }
            .compactMap { scanner.tokens[$0].number }
            .first { (1...31).contains($0) }
    }

    /// The day, in the year in which it lies nearest to another day; nil where it has no year and there is no other.
    func day(near published: Day?) -> Day? {
        if let day = moment?.date.day { return day }
        guard let published, let monthAndDay else { return nil }
        return (published.year - 1...published.year + 1)
            .compactMap { Day(year: $0, month: monthAndDay.month, day: monthAndDay.day) }
            .min { abs($0.number - published.number) < abs($1.number - published.number) }
    }

    /// The last dash that can close a dateline.
    private static func dash(in opening: String) -> String.Index? {
        var found: String.Index?
        var index = opening.startIndex
        while index < opening.endIndex {
            let rest = opening[index...]
            let isDash =
                rest.hasPrefix("–") || rest.hasPrefix("—") || rest.hasPrefix("--")
                || rest.hasPrefix(" - ")
            if isDash {
                if let known = found,
                    !opening[known..<index].contains(where: \.isNumber)
                {
                    return known
                }
                found = index
            }
            index = opening.index(after: index)
        }
        return found
    }
}
