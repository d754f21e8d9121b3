internal import CGumbo
internal import Foundation
internal import Records

/// What a page's head says about the article: JSON-LD, Open Graph, `meta`, `link`, `time`, `title`.
///
/// Source: <https://schema.org/NewsArticle>, <https://ogp.me>, and the names that news sites use.
struct HTMLMetadata: Hashable, Sendable {
    private var values: [String: [String]] = [:]
    private var linked = LinkedData()
    private var canonical: String?
    private var title: String?
    private var times: [String] = []

    /// Reads the head of a page.
    init(_ tree: borrowing HTMLTree) {
        for index in tree.nodes.indices {
            switch tree.nodes[index].tag {
            case GUMBO_TAG_META:
                guard
                    let name = tree.attribute("property", of: index)
                        ?? tree.attribute("name", of: index)
                        ?? tree.attribute("itemprop", of: index),
                    let content = tree.attribute("content", of: index)?.oneLine, !content.isEmpty
                else { continue }
                values[name.lowercased(), default: []].append(content)
            case GUMBO_TAG_LINK where tree.attribute("rel", of: index)?.lowercased() == "canonical":
                canonical = canonical ?? tree.attribute("href", of: index)
            case GUMBO_TAG_TITLE where title == nil: title = tree.string(index)
            case GUMBO_TAG_TIME: times += tree.attribute("datetime", of: index).map { [$0] } ?? []
            case GUMBO_TAG_SCRIPT:
                let kind = tree.attribute("type", of: index)?.lowercased() ?? ""
                if kind.hasPrefix("application/ld+json") {
                    linked.take(tree.scriptText(index))
                }
            default: continue
            }
        }
    }

    private func first(_ names: [String]) -> String? {
        names.lazy.compactMap { values[$0]?.first }.first
    }

    /// The headline that the head gives, without the outlet's name behind it.
    var headline: String? {
        linked.headline?.oneLine
            ?? first(["og:title", "twitter:title", "parsely-title", "sailthru.title", "dc.title"])?
            .oneLine ?? titleParts?.headline
    }

    /// The title cut where the outlet's name stands behind a bar or dash.
    private var titleParts: (headline: String, outlet: String)? {
        guard let title else { return nil }
        for mark in [" | ", " – ", " — ", " - ", " :: ", " » "] where title.contains(mark) {
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
    func metadata(words: NewsWords) -> Metadata {
        func date(_ texts: [String?]) -> ArticleDate? {
            texts.lazy.compactMap { text in
                text.flatMap { DateScanner($0, words: words.dates).dates.first }?.moment
            }.first?.articleDate(.metadata)
        }
        let publishedNames = [
            "article:published_time", "og:published_time", "datepublished", "parsely-pub-date",
            "sailthru.date", "pubdate", "publishdate", "publish-date", "dc.date.issued", "dc.date",
            "dc.date.created", "dcterms.created", "dcterms.date", "date", "article.published",
            "cxenseparse:recs:publishtime", "publication_date", "citation_publication_date",
        ]
        let modifiedNames = [
            "article:modified_time", "og:updated_time", "datemodified", "lastmod", "last-modified",
            "dcterms.modified", "dc.date.modified",
        ]
        var result = Metadata()
        result.headline = headline
        let suffix = titleParts?.outlet
        result.outlet = [
            first(["og:site_name", "application-name", "publisher", "dc.publisher"])?.oneLine,
            linked.publisher?.oneLine, suffix,
        ].compactMap(\.self).first { !$0.isEmpty }
        let authorNames = [
            "author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "byl",
        ]
        let authors =
            linked.authors.isEmpty
            ? authorNames.lazy.compactMap { values[$0] }.first ?? [] : linked.authors
        result.authors = authors.map { name in
            let plain = name.oneLine
            return plain.folded.hasPrefix("by ") ? String(plain.dropFirst(3)) : plain
        }.filter { !$0.contains("://") }
        result.address = [canonical, first(["og:url", "parsely-link"]), linked.address]
            .compactMap(\.self).first { $0.hasPrefix("http") && !$0.isBareHost }
        result.published =
            date([linked.published] + publishedNames.map { values[$0]?.first })
            ?? (times.count == 1 ? date(times) : date(Array(times.prefix(1))))
        result.modified = date([linked.modified] + modifiedNames.map { values[$0]?.first })
        return result
    }
}

extension HTMLTree {
    /// The text of a script, which holds no mark-up.
    borrowing func scriptText(_ index: Int) -> [UInt8] {
        var bytes: [UInt8] = []
        for inner in index..<nodes[index].end where nodes[inner].isText {
            bytes.append(contentsOf: text(inner))
        }
        return bytes
    }
}

extension String {
    /// The string with white space collapsed.
    var oneLine: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }

    /// Whether an address names a host and no page of it.
    fileprivate var isBareHost: Bool {
        let path = split(separator: "/", omittingEmptySubsequences: true)
        return path.count <= 2
    }
}
