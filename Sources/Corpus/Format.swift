internal import Diagnostics

/// The form of a file that articles are read from.
enum Format: String, Hashable, Sendable, CaseIterable {
    /// Plain text, Markdown, a page of the web, a feed of RSS or Atom, articles in JSON, mail.
    case text, markdown, html, feed, json, mail
    /// Pages to print, which another program turns into text.
    case pdf
    /// Nothing that holds articles.
    case other

    /// Tells the form of a text: by what it opens with, then by its name.
    init(of text: [UInt8], path: String, formats: FormatTable) {
        let small = text.prefix(4096).map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
        let head = String(decoding: small, as: UTF8.self)
        let start = head.drop { $0.isWhitespace }
        let named = formats[path]
        if Self.opensAsJSON(start) {
            self = .json
        } else if start.hasPrefix("<") {
            self = Self.markup(start) ?? (named == .text || named == nil ? .text : named ?? .text)
        } else if head.contains("<!doctype html")
            || head.contains("<html") && head.contains("<head")
        {
            self = .html
        } else if named == .html, !head.contains("</") {
            self = .text
        } else if let named, ![.other, .feed, .json, .mail, .pdf].contains(named) {
            self = named == .text && start.hasPrefix("---\n") ? .markdown : named
        } else {
            self = start.hasPrefix("---\n") || start.hasPrefix("# ") ? .markdown : .text
        }
    }

    /// Whether a text opens with an object or a list of objects of JSON.
    private static func opensAsJSON(_ start: Substring) -> Bool {
        guard let first = start.first, first == "{" || first == "[" else { return false }
        let next = start.dropFirst().first { !$0.isWhitespace }
        return first == "{" ? next == "\"" : next == "{"
    }

    /// The form of a text that opens with a tag.
    private static func markup(_ start: Substring) -> Format? {
        var rest = start
        // Declarations, comments and processing instructions stand before the first element.
        while rest.hasPrefix("<?") || rest.hasPrefix("<!") {
            if rest.hasPrefix("<!doctype html") { return .html }
            let close = rest.hasPrefix("<!--") ? "-->" : ">"
            guard let end = rest.firstRange(of: close) else { break }
            rest = rest[end.upperBound...].drop { $0.isWhitespace }
        }
        let name = rest.dropFirst().prefix { $0.isLetter || $0 == ":" || $0.isNumber }
        switch name {
        case "rss", "feed", "rdf:rdf", "atom:feed": return .feed
        case "html", "head", "body", "article", "div", "main", "p", "section", "h1", "title",
            "meta", "table", "script", "link", "span":
            return .html
        default: return nil
        }
    }
}

/// What the endings of names say about the form of files.
struct FormatTable: Hashable, Sendable {
    private var formats: [String: Format] = [:]

    /// Reads the data file of the package.
    init() throws(Diagnostic) {
        let table = try NewsWords.table("formats", columns: ["ending", "format", "source"])
        for row in table.rows {
            try NewsWords.check(row, "format", in: Format.allCases.map(\.rawValue))
            formats[row["ending"]] = Format(rawValue: row["format"])
        }
    }

    /// What the ending of a path says; nil for an unknown ending or none.
    subscript(path: String) -> Format? {
        // Of a packed file the ending before counts.
        if path.utf8.count > 3, path.utf8.suffix(3).map({ $0 | 0x20 }).elementsEqual(".gz".utf8) {
            return self[String(path.dropLast(3))]
        }
        let bytes = path.utf8
        let start = bytes.lastIndex(of: UInt8(ascii: "/")).map(bytes.index(after:))
        let name = bytes[(start ?? bytes.startIndex)...]
        guard let dot = name.lastIndex(of: UInt8(ascii: ".")), dot > name.startIndex else {
            return nil
        }
        let ending = String(path[name.index(after: dot)...])
        return formats[ending] ?? formats[ending.lowercased()]
    }
}
