internal import Foundation
internal import Records

/// What a figure counts, in words that can be compared.
struct Counted: Hashable {
    /// What a word says of what is counted.
    enum Role: String, CaseIterable { case noun, unit, topic, toll, asked, moved }

    /// Whether a role names what is counted.
    private static func isNoun(_ role: Role?) -> Bool { role == .noun || role == .unit }

    /// What is counted: the last noun of a count, all words of a share or an amount.
    var nouns: Set<String>
    /// What befalls those who are counted: death, displacement.
    var topics: Set<String>
    /// Whether later reports count more without contradicting earlier ones.
    var isToll: Bool
    /// Whether only the clause tells what the number is about: people may be counted for anything.
    var isCommon: Bool

    /// Whether the number is only asked for.
    var isAsked: Bool

    /// Whether the number is where another one rises or falls to.
    var isMoved: Bool

    /// Reads what a figure counts.
    init(_ figure: Figure, in vocabulary: Vocabulary) {
        let words = figure.of.foldedWords
        let telling = words.filter { vocabulary.roles[$0] != .function }
        var nouns = (figure.kind == .count ? telling.suffix(1) : telling[...]).map { word in
            let known = vocabulary.counted[word]
            return Self.isNoun(known?.role)
                ? known?.group ?? word : vocabulary.concept(stem(word), isVerb: false)
        }
        let all = Self.marks(in: figure.clause.foldedWords, vocabulary)
        let found = all.filter { $0.role == .topic || $0.role == .toll }
        isAsked = all.contains { $0.role == .asked }
        isMoved = Self.isMoved(figure, vocabulary)
        // “36 dead”: people are counted.
        if let last = telling.last, let known = vocabulary.counted[last],
            known.role == .topic || known.role == .toll
        {
            nouns = [Self.people]
        }
        self.nouns = Set(nouns)
        topics = self.nouns.contains(Self.people) ? Set(found.map(\.group)) : []
        isToll = !topics.isEmpty && found.allSatisfy { $0.role == .toll }
        let isUnit = telling.last.flatMap { vocabulary.counted[$0]?.role } == .unit
        isCommon = figure.kind != .count || isUnit || self.nouns.contains(Self.people)
    }

    /// Whether the word before the number says that it moves there, or from there.
    private static func isMoved(_ figure: Figure, _ vocabulary: Vocabulary) -> Bool {
        guard let place = figure.clause.range(of: figure.words),
            let before = String(figure.clause[..<place.lowerBound]).foldedWords.last
        else { return false }
        return vocabulary.counted[before]?.role == .moved
    }

    private static let people = "people"

    /// The words and phrases of a clause that say what becomes of what is counted.
    private static func marks(
        in words: [String],
        _ vocabulary: Vocabulary
    ) -> [(role: Role, group: String)] {
        words.phrases(in: vocabulary.counted).map(\.value).filter { !isNoun($0.role) }
    }
}

extension Figure {
    /// How far a number that is meant roughly may be from another one, as a share of it; set by hand.
    private static let leeway = 0.1

    /// Whether two numbers for one thing can both be true: one rounded from the other, within the other's
    /// range, or as rough as its qualifier says.
    func agrees(with other: Figure) -> Bool {
        if upper == nil, other.upper == nil, number.agrees(with: other.number) { return true }
        if isLeast(of: other) || other.isLeast(of: self) { return true }
        let (low, high) = bounds
        let (otherLow, otherHigh) = other.bounds
        return low <= otherHigh && otherLow <= high
    }

    /// Whether “more than” so many is another number cut to its first digits.
    private func isLeast(of other: Figure) -> Bool {
        qualifier == .atLeast && upper == nil
            && PrintedNumber(number).begins(PrintedNumber(other.number))
    }

    /// How many times the larger of two numbers is the smaller; infinite where one is not positive.
    func distance(to other: Figure) -> Double {
        let values = [number.double, other.number.double]
        guard let least = values.min(), let most = values.max(), least > 0 else { return .infinity }
        return most / least
    }

    /// The least and the greatest number that are meant.
    ///
    /// “At least” is no licence for any number above: who knows of 300 does not say more than 150.
    private var bounds: (low: Double, high: Double) {
        let (low, high) = (number.double, (upper ?? number).double)
        return switch qualifier {
        case .about: (low * (1 - Self.leeway), high * (1 + Self.leeway))
        case .atMost: (low / 2, high)
        case .atLeast, nil: (low, high)
        }
    }
}

extension Decimal {
    fileprivate var double: Double { NSDecimalNumber(decimal: self).doubleValue }
}
