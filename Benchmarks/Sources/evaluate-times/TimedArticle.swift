import Foundation
import Records

/// A time as TIMEX3 writes it.
struct Timex: Hashable {
    /// Where it stands in the text, in UTF-8 bytes, half-open.
    var range: Range<Int>
    /// Its value.
    var value: String
}

/// An article in TimeML with its annotated times.
///
/// Source: <http://timeml.org/timeMLdocs/TimeML_1.2.1.xsd>. Only the element TEXT is read, as in TempEval-3.
struct TimedArticle {
    /// The name of the file.
    var name: String
    /// The text without its tags.
    var text: String
    /// The day of its creation.
    var published: CalendarDate?
    /// The annotated times, in the order of the text.
    var times: [Timex]

    /// 0 or 1, told by the name alone: FNV-1a, its bits folded together.
    var half: Int {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in name.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        return hash.nonzeroBitCount % 2
    }

    /// Reads all articles of a folder, in the order of their names.
    static func articles(in folder: String) throws -> [TimedArticle] {
        try FileManager.default.contentsOfDirectory(atPath: folder)
            .filter { $0.hasSuffix(".tml") && !$0.hasPrefix(".") }.sorted()
            .compactMap { name in
                let url = URL(filePath: folder).appending(path: name)
                return TimedArticle(try String(contentsOf: url, encoding: .utf8), name: name)
            }
    }

    /// Reads an article; nil where it has no text.
    init?(_ content: String, name: String) {
        guard let body = content.element("TEXT") else { return nil }
        self.name = name
        published = content.element("DCT")?.attribute("value").flatMap {
            CalendarDate(String($0.prefix(10)))
        }
        text = ""
        times = []
        var open: (start: Int, value: String)?
        for piece in body.split(separator: "<", omittingEmptySubsequences: false).enumerated() {
            var words = piece.element
            if piece.offset > 0 {
                let parts = words.split(
                    separator: ">",
                    maxSplits: 1,
                    omittingEmptySubsequences: false
                )
                if parts[0].hasPrefix("TIMEX3 ") {
                    open = (text.utf8.count, parts[0].attribute("value") ?? "")
                } else if parts[0] == "/TIMEX3", let timex = open {
                    times.append(Timex(range: timex.start..<text.utf8.count, value: timex.value))
                    open = nil
                }
                words = parts.count > 1 ? parts[1] : ""
            }
            text += words.withoutEntities
        }
    }
}

extension StringProtocol {
    /// What stands in the first element of a name.
    fileprivate func element(_ name: String) -> SubSequence? {
        guard let start = range(of: "<\(name)>"), let end = range(of: "</\(name)>") else {
            return nil
        }
        return self[start.upperBound..<end.lowerBound]
    }

    /// The value of the first attribute of a name.
    fileprivate func attribute(_ name: String) -> String? {
        guard let start = range(of: " \(name)=\""),
            let end = self[start.upperBound...].firstIndex(of: "\"")
        else { return nil }
        return String(self[start.upperBound..<end])
    }

    fileprivate var withoutEntities: String {
        guard contains("&") else { return String(self) }
        return replacingOccurrences(of: "&lt;", with: "<").replacingOccurrences(
            of: "&gt;",
            with: ">"
        )
        .replacingOccurrences(of: "&quot;", with: "\"")
        .replacingOccurrences(of: "&apos;", with: "'").replacingOccurrences(of: "&amp;", with: "&")
    }
}
