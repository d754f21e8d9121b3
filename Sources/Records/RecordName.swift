/// A record among those of all articles: ids of records differ only within an article.
public struct RecordName: Hashable, Comparable, Sendable {
    /// The article's id, as it is now.
    public var article: String
    /// The record's id.
    public var record: String

    /// Makes a name.
    public init(article: String, record: String) {
        self.article = article
        self.record = record
    }

    /// The name of a record.
    public init(_ record: Record) {
        self.init(article: record.article, record: record.id)
    }

    /// By article, then by record.
    public static func < (one: RecordName, two: RecordName) -> Bool {
        (one.article, one.record) < (two.article, two.record)
    }
}

/// Two records so near to each other that what becomes of one can depend on the other.
///
/// Records that no chain of ties connects do not matter to each other: a part of all records that is
/// closed under ties comes to the same findings alone as among all.
public struct Tie: Hashable, Comparable, Sendable {
    /// The smaller name.
    public var one: RecordName
    /// The other name.
    public var two: RecordName

    /// Makes a tie of two names in any order.
    public init(_ first: RecordName, _ second: RecordName) {
        (one, two) = first < second ? (first, second) : (second, first)
    }

    /// By the smaller name, then by the other.
    public static func < (first: Tie, second: Tie) -> Bool {
        (first.one, first.two) < (second.one, second.two)
    }
}
