/// A date that an article carries: as exact as it was given, and with how it was found.
public struct ArticleDate: Hashable, Sendable, Codable {
    /// How exact a date is.
    public enum Precision: String, Hashable, Sendable, Codable, CaseIterable {
        /// Year, month, day, hour, minute or second.
        case year, month, day, hour, minute, second
    }

    /// Where a date was read, from the most to the least trusted.
    public enum Source: String, Hashable, Sendable, Codable, CaseIterable {
        /// Machine-readable metadata: JSON-LD, Open Graph, `meta`, `time`, a feed's date.
        case metadata
        /// A date line at the head or the dateline of the first paragraph.
        case dateline
        /// The line that names the author.
        case byline
        /// A translator's or publisher's note in the text.
        case note
        /// A date elsewhere on a page, away from its headline and not marked as the article's: a guess.
        case page
        /// The path of the article's address.
        case address
        /// The file's name.
        case fileName = "file name"
    }

    /// The date, as exact as year, month or day.
    public var date: CalendarDate
    /// Seconds since midnight, 0 to 86 399, where the precision is finer than a day.
    public var secondOfDay: Int?
    /// How exact the date is.
    public var precision: Precision
    /// Seconds east of UTC, where the text gives a zone.
    public var zoneOffset: Int?
    /// Where it was read.
    public var source: Source

    /// Makes a date.
    public init(
        _ date: CalendarDate,
        secondOfDay: Int? = nil,
        precision: Precision,
        zoneOffset: Int? = nil,
        source: Source
    ) {
        self.date = date
        self.secondOfDay = secondOfDay
        self.precision = precision
        self.zoneOffset = zoneOffset
        self.source = source
    }
}

extension ArticleDate: CustomStringConvertible {
    /// The date as ISO 8601 writes it, no more exact than it is known: 2024-04-11T13:33:55+00:00.
    public var description: String {
        guard let second = secondOfDay else { return "\(date)" }
        var text = "\(date)T\((second / 3600).padded(2))"
        if precision != .hour { text += ":\((second / 60 % 60).padded(2))" }
        if precision == .second { text += ":\((second % 60).padded(2))" }
        guard let offset = zoneOffset else { return text }
        let minutes = abs(offset) / 60
        return text + (offset < 0 ? "-" : "+")
            + "\((minutes / 60).padded(2)):\((minutes % 60).padded(2))"
    }
}
