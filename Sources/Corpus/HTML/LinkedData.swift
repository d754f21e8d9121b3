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
            takeDates(String(decoding: script, as: UTF8.self))
            return
        }
        defer {
            // Pages that are marked as such and not as articles have dates too.
            if published == nil { takeDates(String(decoding: script, as: UTF8.self)) }
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
    private mutating func takeDates(_ script: String) {
        func value(_ key: String) -> String? {
            guard let range = script.firstRange(of: "\"\(key)\"") else { return nil }
            let rest = script[range.upperBound...].drop { $0.isWhitespace || $0 == ":" }
            guard rest.first == "\"" else { return nil }
            return String(rest.dropFirst().prefix(40).prefix { $0 != "\"" })
        }
        published = published ?? value("datePublished")
        modified = modified ?? value("dateModified")
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

extension String {
    /// The string with the entities decoded that sites leave in their JSON.
    fileprivate var unescaped: String {
        guard contains("&") else { return self }
        return XMLEntities.decoded(self)
    }
}
