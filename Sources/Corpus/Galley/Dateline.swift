internal import Records

/// The place, date and agency before the first words of a report: “TOKYO, July 28, 2024 (AP) —”.
struct Dateline: Hashable, Sendable {
    /// The date, where it has a year.
    var moment: Moment?
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
