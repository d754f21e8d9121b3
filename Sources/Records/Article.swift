/// One news item: who published what and when, and its main text without page furniture.
public struct Article: Hashable, Sendable, Codable {
    /// What the article is called in records and briefs: its path, with `#n` for the n-th of a file.
    public var id: String
    /// The path of the file, as the person gave it.
    public var path: String
    /// The headline, where the file tells it.
    public var headline: String?
    /// Who published it, where the file tells it.
    public var outlet: String?
    /// The people who wrote it.
    public var bylines: [String]
    /// The article's own address.
    public var address: String?
    /// The addresses that the article cites as its sources.
    public var citedAddresses: [String]
    /// The agency that the text is credited to, such as Reuters.
    public var agency: String?
    /// When it was published.
    public var published: ArticleDate?
    /// When it was last modified.
    public var modified: ArticleDate?
    /// What it tells about its own making; nil when that is nothing.
    public var colophon: Colophon?
    /// The main text: its blocks, separated by a blank line.
    public var text: String
    /// The blocks of the main text, in order and without overlap.
    public var blocks: [Block]

    /// Makes an article.
    public init(
        id: String,
        path: String,
        headline: String? = nil,
        outlet: String? = nil,
        bylines: [String] = [],
        address: String? = nil,
        citedAddresses: [String] = [],
        agency: String? = nil,
        published: ArticleDate? = nil,
        modified: ArticleDate? = nil,
        colophon: Colophon? = nil,
        text: String,
        blocks: [Block]
    ) {
        self.id = id
        self.path = path
        self.headline = headline
        self.outlet = outlet
        self.bylines = bylines
        self.address = address
        self.citedAddresses = citedAddresses
        self.agency = agency
        self.published = published
        self.modified = modified
        self.colophon = colophon
        self.text = text
        self.blocks = blocks
    }
}

/// A paragraph, heading or other piece of a main text that stands for itself.
public struct Block: Hashable, Sendable {
    /// What a block is.
    public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        /// The article's headline, a heading, a paragraph, one item of a list, the text under a
        /// picture, a quotation set apart, one row of a table.
        case headline, heading, paragraph, listItem, caption, quotation, tableRow
    }

    /// What the block is.
    public var kind: Kind
    /// Where it lies in the article's main text, in UTF-8 bytes, half-open.
    public var range: Range<Int>
    /// Where it was read in the file, in bytes of the file as it is stored, half-open.
    public var source: Range<Int>

    /// Makes a block.
    public init(_ kind: Kind, range: Range<Int>, source: Range<Int>) {
        self.kind = kind
        self.range = range
        self.source = source
    }
}

extension Block: Codable {
    /// Reads a block from the five values that ``encode(to:)`` writes.
    public init(from decoder: any Decoder) throws {
        var values = try decoder.unkeyedContainer()
        let kind = try values.decode(Kind.self)
        let bounds = try (0..<4).map { _ in try values.decode(Int.self) }
        guard bounds[0] <= bounds[1], bounds[2] <= bounds[3] else {
            throw DecodingError.dataCorruptedError(
                in: values,
                debugDescription: "a block ends before it begins"
            )
        }
        self.init(kind, range: bounds[0]..<bounds[1], source: bounds[2]..<bounds[3])
    }

    /// Writes the kind, the two bounds in the text and the two in the file: an article has many blocks.
    public func encode(to encoder: any Encoder) throws {
        var values = encoder.unkeyedContainer()
        try values.encode(kind)
        for bound in [range.lowerBound, range.upperBound, source.lowerBound, source.upperBound] {
            try values.encode(bound)
        }
    }
}
