internal import Records

/// A line that says when a text was published or who wrote it.
struct MetaLine: Hashable, Sendable {
    /// What a date is the date of.
    enum Label: Hashable, Sendable {
        case published, modified, none
        /// The first publication, where there were several.
        case firstPublished
    }

    /// A date and what it is the date of.
    struct Dated: Hashable, Sendable {
        var moment: Moment
        var label: Label
    }

    /// The dates, in order.
    var dates: [Dated] = []
    /// The people who are named as authors.
    var people: [String] = []
    /// The agency that is named as author.
    var agency: String?
    /// The house whose staff is named as author.
    var house: String?
    /// What stands before the trail of a page’s place on its site.
    var masthead: String?
    /// Whether other words stand beside.
    var isMixed = false
    /// Whether the line names authors.
    var isByline = false
    /// Whether a place stands before the date, so that the line could be a headline too.
    var namesPlace = false

    /// The longest such line, in bytes.
    static let longest = 180

    /// Reads a line; nil when it is no such line.
    init?(_ line: String, words: NewsWords) {
        guard line.utf8.count <= Self.longest else { return nil }
        var isMeta = false
        let isTrail = "»›>".contains { line.contains($0) }
        let segments = Self.segments(line)
        for (index, segment) in segments.enumerated() {
            let part = Segment(segment, words: words)
            dates += part.dates
            switch part.rest {
            case .nothing:
                isMeta = isMeta || !part.dates.isEmpty || part.isLabelled || part.isFiller
            case .byline(let names):
                isMeta = true
                isByline = true
                take(names, words: words)
            case .person(let name) where !isTrail && (index == 0 || !part.dates.isEmpty):
                if !part.dates.isEmpty { isMeta = true }
                people.append(name)
            case .agency(let name) where !part.dates.isEmpty:
                isMeta = true
                agency = name
            case .place where !part.dates.isEmpty:
                isMeta = true
                namesPlace = true
            default:
                isMixed = true
                if isTrail, index == 0 { masthead = segment }
            }
        }
        guard isMeta else { return nil }
    }

    private mutating func take(_ names: String, words: NewsWords) {
        let parts = names.authors
        for part in parts {
            if let name = words.agencies[part.folded] {
                agency = name
            } else if words.isPerson(part) {
                people.append(part)
            } else if let staff = part.split(separator: " ").last?.lowercased(),
                ["staff", "team", "newsdesk", "reporters", "reporter"].contains(staff),
                parts.count == 1, part.split(separator: " ").count > 1
            {
                house = part.split(separator: " ").dropLast().joined(separator: " ")
            }
        }
    }

    private static let dividers: Set<Unicode.Scalar> = ["|", "»", "·", "•", "‣", "›", ">"]

    /// The parts of a line between upright lines, bullets and the like.
    private static func segments(_ line: String) -> [String] {
        line.unicodeScalars.split(omittingEmptySubsequences: false) { dividers.contains($0) }
            .map { String($0) }
            .flatMap {
                $0.utf8.contains(UInt8(ascii: "*"))
                    ? $0.split(separator: " * ").map(String.init) : [$0]
            }
            .map { $0.trimmingEdges }.filter { !$0.isEmpty }
    }
}

/// One part of a line that may carry a date or authors.
private struct Segment {
    enum Rest {
        case nothing
        case byline(String)
        case person(String)
        case agency(String)
        case place
        case other
    }

    var dates: [MetaLine.Dated] = []
    var isLabelled = false
    /// Whether there is nothing but words that mean nothing: “2 min read”.
    var isFiller = false
    var rest = Rest.other

    init(_ segment: String, words: NewsWords) {
        let scanner = DateScanner(segment, words: words.dates)
        let found = scanner.dates
        var kept: [Int] = []
        var label = MetaLine.Label.none
        var next = found.makeIterator()
        var date = next.next()
        for index in scanner.tokens.indices {
            if let current = date, current.tokens.contains(index) {
                if index == current.tokens.upperBound - 1 {
                    dates.append(.init(moment: current.moment, label: label))
                    label = .none
                    date = next.next()
                }
                continue
            }
            switch scanner.meaning(index) {
            case .published:
                let isFirst = scanner.meaning(index - 1) == .first
                (label, isLabelled) = (isFirst ? .firstPublished : .published, true)
            case .modified: (label, isLabelled) = (.modified, true)
            case .filler, .first: isFiller = true
            case .issue where scanner.issueNumber(behind: index) != nil: isFiller = true
            case .weekday, .zone: continue
            default:
                let isCounted = scanner.isIssueNumber(index)
                if !isCounted, !scanner.isTimeOrMark(index) { kept.append(index) }
            }
        }
        rest = Self.rest(segment, scanner, kept, found, words)
    }

    private static func rest(
        _ segment: String,
        _ scanner: DateScanner,
        _ kept: [Int],
        _ found: [DateScanner.Found],
        _ words: NewsWords
    ) -> Rest {
        guard let first = kept.first, let last = kept.last else { return .nothing }
        if let names = words.bylineNames(segment, until: found.first, scanner) {
            return .byline(names)
        }
        let bytes = Array(segment.utf8)
        let range = scanner.tokens[first].range.lowerBound..<scanner.tokens[last].range.upperBound
        let name = String(decoding: bytes[range], as: UTF8.self)
        if let agency = words.agencies[name.folded] { return .agency(agency) }
        if words.isPerson(name) { return .person(name) }
        let stands = found.last.map { $0.tokens.lowerBound > last } ?? false
        let isPlace =
            stands && scanner.tokens[last + 1].text == "," && kept.count <= 8
            && name.split(separator: " ").allSatisfy {
                $0.first?.isUppercase == true || $0 == "of" || $0 == "the"
            }
        return isPlace ? .place : .other
    }
}

extension DateScanner {
    /// Where the number of an issue stands behind a word such as “No.”; nil where there is none.
    fileprivate func issueNumber(behind index: Int) -> Int? {
        let isDotted = tokens.indices.contains(index + 1) && tokens[index + 1].text == "."
        let place = index + (isDotted ? 2 : 1)
        return tokens.indices.contains(place) && tokens[place].number != nil ? place : nil
    }

    /// Whether a token is the number of an issue.
    fileprivate func isIssueNumber(_ index: Int) -> Bool {
        [index - 1, index - 2].contains { word in
            tokens.indices.contains(word) && meaning(word) == .issue
                && issueNumber(behind: word) == index
        }
    }

    /// Whether a token is a mark, or part of a time that stands without its date.
    fileprivate func isTimeOrMark(_ index: Int) -> Bool {
        let token = tokens[index]
        if token.number != nil {
            func isMark(_ other: Int) -> Bool {
                tokens.indices.contains(other) && [":", ".", "+"].contains(tokens[other].text)
            }
            return isMark(index + 1) || isMark(index - 1)
                || meaning(index + 1) == .filler  // 2 min read
                || tokens.indices.contains(index + 1)
                    && ["am", "pm"].contains(tokens[index + 1].text)
        }
        if ["am", "pm"].contains(token.text) { return true }
        return token.text.utf8.allSatisfy { !$0.isLetterOrDigit }
            || token.text.unicodeScalars.allSatisfy { !$0.properties.isAlphabetic }
    }
}

extension NewsWords {
    /// What stands behind the words that open a byline, up to a date or its label.
    fileprivate func bylineNames(
        _ segment: String,
        until date: DateScanner.Found?,
        _ scanner: DateScanner
    ) -> String? {
        let folded = segment.folded
        var start: Int?
        if let lead = bylineLeads.first(where: { folded.hasPrefix($0 + " ") }) {
            start = lead.utf8.count
        } else if let range = scanner.tokens.first(where: { $0.text == "by" })?.range,
            scanner.tokens.first.map({ dates[$0.text] != nil }) == true
        {
            start = range.upperBound
        }
        guard let start else { return nil }
        let bytes = Array(segment.utf8)
        var end = bytes.count
        if let date {
            let edge = scanner.tokens[date.tokens.lowerBound].range.lowerBound
            if edge > start { end = edge }
        }
        for token in scanner.tokens where token.range.lowerBound > start {
            switch dates[token.text] {
            case .published, .modified: end = min(end, token.range.lowerBound)
            default: continue
            }
        }
        let names = String(decoding: bytes[start..<end], as: UTF8.self).trimmingEdges
        let parts = names.split(separator: " ")
        let isNames =
            !parts.isEmpty && parts.count <= 14 && !names.hasSuffix("?")
            && parts.filter { $0.first?.isLowercase == true }.allSatisfy {
                ["and", "of", "for", "in", "at", "with", "the"].contains($0)
                    || nameParticles.contains(String($0))
                    || collectives.contains(String($0).trimmingMarks)
            }
            && !parts.contains { $0.first?.isNumber == true }
        return isNames ? names : nil
    }

    /// Whether some words look like the name of a person: two to four, large, none of a house.
    func isPerson(_ name: String) -> Bool {
        let parts = name.split(separator: " ")
        guard (2...4).contains(parts.count), agencies[name.folded] == nil else { return false }
        return parts.allSatisfy { part in
            let word = part.lowercased()
            if nameParticles.contains(word) { return true }
            return part.first?.isUppercase == true && !collectives.contains(word)
                && !sections.contains(word)
                && part.allSatisfy { $0.isLetter || "-'’.".contains($0) }
        } && parts.contains { $0.count > 1 && $0.first?.isUppercase == true }
    }
}

extension String {
    /// The names in a line of authors: “A B, C D and E F”; what follows a comma alone is a role.
    var authors: [String] {
        let byAnd = replacing(" & ", with: " and ").replacing(" AND ", with: " and ")
            .replacing(";", with: " and ").split(separator: " and ").map(String.init)
        var names: [String] = []
        for (index, part) in byAnd.enumerated() {
            let isList = byAnd.count > 1 && index == 0
            let parts = part.split(separator: ",").map { String($0).trimmingEdges }
            names += isList ? parts : Array(parts.prefix(1))
        }
        return names.map { name in
            let plain = name.replacing(" in ", with: "\n").split(separator: "\n").first ?? ""
            return String(plain.prefix { $0 != "(" }).trimmingEdges.trimmingFullStop
        }.filter { !$0.isEmpty }
    }

    /// The string without the full stop behind a word; that of an initial or of “Jr.” stays.
    private var trimmingFullStop: String {
        guard last == ".", let word = split(separator: " ").last, word.count > 3 else {
            return self
        }
        return String(dropLast())
    }

    private static let edgeMarks = Set(" \t\u{A0}|[]()-–—*/,:;•#".unicodeScalars)

    /// The string without white space, brackets, bullets and separators at its edges.
    var trimmingEdges: String {
        var part = Substring(self).unicodeScalars
        while let first = part.first, Self.edgeMarks.contains(first) { part.removeFirst() }
        while let last = part.last, Self.edgeMarks.contains(last) { part.removeLast() }
        return String(part)
    }
}
