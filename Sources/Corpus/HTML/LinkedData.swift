internal import Foundation

/// What the JSON-LD of a page says about its article.
///
/// Source: <https://schema.org/Article> and its kinds.
struct LinkedData: Hashable, Sendable {
    private(set) var headline: String?
    private(set) var published: String?
    private(set) var modified: String?
    private(set) var authors: [String] = []
    private(set) var publisher: String?
    private(set) var address: String?

    /// Takes what one script says; a script that is no JSON says nothing.
    mutating func take(_ script: [UInt8]) {
        guard script.count < 1 << 20 else { return }
        guard let json = try? JSONSerialization.jsonObject(with: Data(script)) else {
            takeDates(script)
            return
        }
        defer {
            // Pages that are marked as such and not as articles have dates too.
            if published == nil { takeDates(script) }
        }
        var open: [Any] = [json]
        var names: [String: String] = [:]
        var articles: [[String: Any]] = []
        // Lists and graphs are laid open one after the other; the count bounds what hostile data cost.
        var seen = 0
        while let value = open.popLast(), seen < 10_000 {
            seen += 1
            if let list = value as? [Any] { open += list.reversed() }
            guard let object = value as? [String: Any] else { continue }
            if let id = object["@id"] as? String, let name = object["name"] as? String {
                names[id] = name
            }
            if let graph = object["@graph"] { open.append(graph) }
            if let main = object["mainEntity"] { open.append(main) }
            if Self.isArticle(object["@type"]) { articles.append(object) }
        }
        for article in articles { take(article, names: names) }
    }

    /// Takes the dates out of data that is broken, or that is about the page.
    private mutating func takeDates(_ script: [UInt8]) {
        published = published ?? script.string(behind: "datePublished")
        modified = modified ?? script.string(behind: "dateModified")
    }

    private mutating func take(_ article: [String: Any], names: [String: String]) {
        func text(_ key: String) -> String? { article[key] as? String }
        headline = headline ?? text("headline")?.unescaped
        published = published ?? text("datePublished")
        modified = modified ?? text("dateModified")
        if authors.isEmpty { authors = Self.names(article["author"], names).map(\.unescaped) }
        publisher = publisher ?? Self.names(article["publisher"], names).first?.unescaped
        let page = article["mainEntityOfPage"]
        address =
            address ?? text("url") ?? page as? String
            ?? (page as? [String: Any])?["@id"] as? String
    }

    private static func isArticle(_ type: Any?) -> Bool {
        let types = (type as? [String]) ?? [type as? String].compactMap(\.self)
        return types.contains { $0.hasSuffix("Article") || $0 == "BlogPosting" || $0 == "Report" }
    }

    private static func names(_ value: Any?, _ known: [String: String]) -> [String] {
        if let name = value as? String { return [name] }
        if let list = value as? [Any] { return list.flatMap { names(flat: $0, known) } }
        return names(flat: value, known)
    }

    private static func names(flat value: Any?, _ known: [String: String]) -> [String] {
        if let name = value as? String { return [name] }
        guard let object = value as? [String: Any] else { return [] }
        if let name = object["name"] as? String { return [name] }
        return (object["@id"] as? String).flatMap { known[$0] }.map { [$0] } ?? []
    }
}

extension [UInt8] {
    /// The string behind a key of JSON, up to forty bytes of it.
    fileprivate func string(behind key: String) -> String? {
        var place = 0
        while let quote = self.place(of: "\"", from: place) {
            place = quote + 1
            guard self[place...].starts(with: key.utf8),
                self[place...].dropFirst(key.utf8.count).first == UInt8(ascii: "\"")
            else { continue }
            let rest = self[(place + key.utf8.count + 1)...]
                .drop { $0.isSpace || $0 == UInt8(ascii: ":") }
            guard rest.first == UInt8(ascii: "\"") else { return nil }
            let value = rest.dropFirst().prefix(40).prefix { $0 != UInt8(ascii: "\"") }
            return String(decoding: value, as: UTF8.self)
        }
        return nil
    }
}

extension String {
    /// The string with the entities decoded that sites leave in their JSON.
    fileprivate var unescaped: String {
        guard utf8.contains(UInt8(ascii: "&")) else { return self }
        return XMLEntities.decoded(self)
    }
}
