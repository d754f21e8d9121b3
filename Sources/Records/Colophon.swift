/// What an article tells about its own making, beside who published it and when.
public struct Colophon: Hashable, Sendable, Codable {
    /// The section of the outlet that it stands in, as the file names it.
    public var section: String?
    /// The language that the file declares, as a tag such as `en-GB`.
    public var language: String?
    /// The place of its dateline, as it is written: “BERGEN, Norway”.
    public var place: String?
    /// The day of its dateline; a year that is not given is that of the nearest such day to its publication.
    public var day: Day?
    /// The lines in which it says that it was corrected, word for word.
    public var corrections: [String]
    /// When it says that it was first published.
    public var firstPublished: ArticleDate?
    /// The line in which it says that a machine translated it, word for word.
    public var translation: String?
    /// The dates on other days that it gives for its publication too: what speaks against its date.
    public var otherDates: [ArticleDate]

    /// Makes a colophon.
    public init(
        section: String? = nil,
        language: String? = nil,
        place: String? = nil,
        day: Day? = nil,
        corrections: [String] = [],
        firstPublished: ArticleDate? = nil,
        translation: String? = nil,
        otherDates: [ArticleDate] = []
    ) {
        self.section = section
        self.language = language
        self.place = place
        self.day = day
        self.corrections = corrections
        self.firstPublished = firstPublished
        self.translation = translation
        self.otherDates = otherDates
    }
}
