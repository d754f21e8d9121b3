/// What a name is the name of.
public enum NameKind: UInt8, Hashable, Sendable, CaseIterable {
    /// A person.
    case person
    /// An organisation: a government, a company, a party, a team.
    case organisation
    /// A place: a country, a city, a river.
    case place
}

/// A name in a document.
public struct Name: Hashable, Sendable {
    /// The tokens of the name, half-open.
    public var tokens: Range<Int>
    /// What it names.
    public var kind: NameKind

    /// Makes a name.
    public init(tokens: Range<Int>, kind: NameKind) {
        self.tokens = tokens
        self.kind = kind
    }
}

/// Where a word stands in a name: the classes of the finder of names.
package enum NamePart {
    /// Outside of any name.
    package static let outside: UInt8 = 0
    /// The number of classes: outside, and four places in each kind of name.
    package static let count = 1 + 4 * NameKind.allCases.count

    /// The first of several words.
    package static func begin(_ kind: NameKind) -> UInt8 { 1 + 4 * kind.rawValue }
    /// A word between the first and the last.
    package static func inside(_ kind: NameKind) -> UInt8 { 2 + 4 * kind.rawValue }
    /// The last of several words.
    package static func end(_ kind: NameKind) -> UInt8 { 3 + 4 * kind.rawValue }
    /// The only word.
    package static func single(_ kind: NameKind) -> UInt8 { 4 + 4 * kind.rawValue }

    /// Whether the name goes on behind a word.
    @inline(__always)
    package static func isOpen(_ part: UInt8) -> Bool { part != 0 && (part &- 1) & 3 < 2 }

    /// Whether a class may follow another, at the last word of a sentence or before.
    @inline(__always)
    package static func allows(_ part: UInt8, after last: UInt8, atEnd: Bool) -> Bool {
        if atEnd, isOpen(part) { return false }
        if isOpen(last) {
            let place = (part &- 1) & 3
            return part != 0 && (part &- 1) &>> 2 == (last &- 1) &>> 2 && (place == 1 || place == 2)
        }
        return part == 0 || (part &- 1) & 3 == 0 || (part &- 1) & 3 == 3
    }

    /// The names that the classes of words tell.
    package static func names(_ parts: UnsafeBufferPointer<UInt8>, from token: Int) -> [Name] {
        var names: [Name] = []
        var start = 0
        for (index, part) in parts.enumerated() where part != outside {
            let place = (part - 1) & 3
            if place == 0 || place == 3 { start = index }
            if place >= 2, let kind = NameKind(rawValue: (part - 1) >> 2) {
                names.append(Name(tokens: token + start..<token + index + 1, kind: kind))
            }
        }
        return names
    }
}
