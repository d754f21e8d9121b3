internal import CGumbo
internal import Foundation
internal import Records

/// What a page's head says about the article: JSON-LD, Open Graph, `meta`, `link`, `time`, `title`.
///
/// Source: <https://schema.org/NewsArticle>, <https://ogp.me>, and the names that news sites use.
struct HTMLMetadata: Sendable {
    private var values: [String: [String]] = [:]
    private var linked = LinkedData()
    private var canonical: String?
    private var title: String?
    private var language: String?

    /// Reads the head of a page.
    init(_ tree: borrowing HTMLTree) {
        for index in tree.nodes.indices {
            switch tree.nodes[index].tag {
            case GUMBO_TAG_META:
                guard
                    let name = tree.attribute("property", of: index)
                        ?? tree.attribute("name", of: index)
                        ?? tree.attribute("itemprop", of: index),
                    let content = tree.attribute("content", of: index), !content.isEmpty
                else { continue }
                values[name.lowercased(), default: []].append(content)
            case GUMBO_TAG_LINK where tree.attribute("rel", of: index)?.lowercased() == "canonical":
                canonical = canonical ?? tree.attribute("href", of: index)
            case GUMBO_TAG_HTML: language = tree.attribute("lang", of: index)
            case GUMBO_TAG_TITLE where title == nil: title = tree.string(index)
            case GUMBO_TAG_SCRIPT:
                let kind = tree.attribute("type", of: index)?.lowercased() ?? ""
                if kind.hasPrefix("application/ld+json") {
                    linked.take(tree.script(index))
                }
            default: continue
            }
        }
    }

    /// The title cut where the outlet's name stands behind a bar or dash.
    private var titleParts: (headline: String, outlet: String)? {
        guard let title else { return nil }
        for mark in [" | ", " – ", " — ", " - ", " :: ", " » "] where title.containsBytes(mark) {
            let parts = title.components(separatedBy: mark)
            let behind = parts.dropFirst().filter {
                !$0.contains { $0.isNumber } || $0.utf8.count < 9
            }
            guard let outlet = behind.last, outlet.utf8.count < parts[0].utf8.count else {
                continue
            }
            return (parts[0], outlet)
        }
        return (title, "")
    }

    /// The metadata as the article's own, with dates read.
    ///
    /// - Parameter words: The names of meta elements, and the words of dates.
    /// - Returns: What the page's head says.
    func metadata(words: NewsWords) -> Metadata {
        func all(_ field: NewsWords.Field) -> [[String]] {
            (words.metaNames[field] ?? []).compactMap { values[$0] }
                .map { $0.map(\.oneLine).filter { !$0.isEmpty } }.filter { !$0.isEmpty }
        }
        func first(_ field: NewsWords.Field) -> String? { all(field).first?.first }
        func dates(_ texts: [String?]) -> [ArticleDate] {
            texts.compactMap(\.self).compactMap {
                DateScanner($0, words: words.dates).dates.first?.moment.articleDate(.metadata)
            }
        }
        var result = Metadata()
        result.headline = linked.headline?.oneLine ?? first(.headline) ?? titleParts?.headline
        result.outlet = [first(.outlet), linked.publisher?.oneLine, titleParts?.outlet]
            .compactMap(\.self).first { !$0.isEmpty }
        let authors = linked.authors.isEmpty ? all(.author).first ?? [] : linked.authors
        result.authors = authors.map(\.oneLine).filter { !$0.containsBytes("://") }
            .map { $0.folded.hasPrefix("by ") ? String($0.dropFirst(3)) : $0 }
        result.address = [canonical, first(.address), linked.address].compactMap(\.self)
            .first { $0.hasPrefix("http") && !$0.isBareHost }
        result.declared = dates([linked.published] + all(.published).map(\.first))
        result.dated = dates(all(.dated).map(\.first))
        result.language = language
        result.section = first(.section)
        result.modified = dates([linked.modified] + all(.modified).map(\.first)).first
        return result
    }
}

extension String {
    /// The string with white space collapsed.
    var oneLine: String {
        let isOneWord = withBytes { $0.allSatisfy { $0 > 0x20 && $0 < 0x80 } }
        return isOneWord
            ? self : split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// Whether an address names a host and no page of it.
    fileprivate var isBareHost: Bool {
        let path = split(separator: "/", omittingEmptySubsequences: true)
        return path.count <= 2
    }
}
