import Diagnostics
import Language
@testable import Extraction
import Records

extension Article {
    /// An article of the given paragraphs, separated by blank lines; a line that begins with `#` is
    /// a heading.
    static func sample(_ text: String, published: String? = nil) -> Article {
        var blocks: [Block] = []
        var joined = ""
        for part in text.split(separator: "\n\n") {
            let isHeading = part.hasPrefix("# ")
            if !joined.isEmpty { joined += "\n\n" }
            let start = joined.utf8.count
            joined += isHeading ? part.dropFirst(2) : part
            let range = start..<joined.utf8.count
            blocks.append(Block(isHeading ? .heading : .paragraph, range: range, source: range))
        }
        return Article(
            id: "sample.txt",
            path: "sample.txt",
            published: published.flatMap(CalendarDate.init).map {
                ArticleDate($0, precision: .day, source: .metadata)
            },
            text: joined,
            blocks: blocks
        )
    }
}

extension Extractor {
    /// One extractor for all tests: the lexicons are read once.
    static let shared = Result { () throws(Diagnostic) in try Extractor() }
}

extension Analyst {
    /// One analyst for all tests.
    static let shared = Result { () throws(Diagnostic) in try Analyst(analyzer: try Analyzer()) }
}
