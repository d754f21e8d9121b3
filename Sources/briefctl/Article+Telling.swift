internal import Diagnostics
internal import Records

extension Article {
    /// What is known of the article itself, a line each: its date and what speaks against it, its dateline, its corrections.
    var particulars: [String] {
        func words(_ date: ArticleDate) -> String { "\(date) (\(date.source.rawValue))" }
        var lines = [published.map { "published \(words($0))" } ?? "no date"]
        guard let colophon else { return lines }
        lines += colophon.otherDates.map { "but also \(words($0))" }
        if let first = colophon.firstPublished { lines.append("first published \(first)") }
        let dateline = [colophon.place, colophon.day.map { "\($0)" }].compactMap(\.self)
        if !dateline.isEmpty { lines.append("dateline \(dateline.joined(separator: ", "))") }
        if let section = colophon.section { lines.append("section \(section)") }
        lines += colophon.corrections.map { "corrected: “\($0)”" }
        if let note = colophon.translation { lines.append("translated: “\(note)”") }
        return lines.map(\.printable)
    }
}
