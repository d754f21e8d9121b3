internal import Foundation
public import Records

/// Finds out which articles carry the same story.
///
/// One origin are articles with nearly the same text, of which one is the other shortened, that retell
/// one text sentence by sentence, with the same address, that cite the same address as their source, or
/// of which one cites the other.
public struct Origins: Sendable {
    /// How many addresses an article may cite and still be a retelling of what it cites.
    public static let citedAtMost = 3

    /// Makes the finder.
    public init() {}

    /// The origins of articles, each article in one; by their first article's id.
    ///
    /// - Complexity: Near O(*n*) in the length of all texts.
    public func origins(of articles: [Article]) -> [Origin] {
        let articles = articles.sorted { $0.id < $1.id }
        var sets = DisjointSets(count: articles.count)
        var links: [(article: Int, reason: String)] = []
        for (one, two, reason) in byAddress(articles) + byText(articles) {
            sets.join(one, two)
            links.append((one, reason))
        }
        var reasons: [Int: [String]] = [:]
        for link in links { reasons[sets.root(of: link.article), default: []].append(link.reason) }
        return sets.groups().map { members in
            let told = reasons[members[0]]?.tally(\.self).prefix(2).map(\.value) ?? []
            return Origin(
                articles: members.map { articles[$0].id },
                reason: told.isEmpty ? nil : told.joined(separator: "; ")
            )
        }
    }

    /// What an article is looked up by: two articles are worth comparing only if they share a key.
    ///
    /// - Returns: Numbers that depend on nothing but the article: its addresses and those it cites, the
    ///   smallest of its runs of words and of its pairs of names, which two texts of which one holds much
    ///   of the other share. Source: Broder, “On the resemblance and containment of documents”, 1997.
    public static func keys(of article: Article) -> [Int] {
        let cited = Set(article.citedAddresses.compactMap(\.canonicalAddress))
        let addresses =
            [article.address?.canonicalAddress].compactMap(\.self)
            + (cited.count <= citedAtMost ? cited.sorted() : [])
        let runs = Shingles(article.text).hashes.prefix(sketched).map { mixed($0 ^ 1) }
        let names = Retellings.neighbours(in: article.text)
            .map { mixed(UInt64(bitPattern: Int64($0)) ^ 2) }.sorted().prefix(sketched)
        let numbers = runs + names + addresses.map { mixed(UInt64(bitPattern: Int64($0.number))) }
        return Set(numbers.map { Int(bitPattern: UInt($0)) }).sorted()
    }

    /// How many articles one is compared with, at most; what is an origin already is taken as a whole.
    static let meetings = 12
    /// How many of its runs and of its pairs of names an article is looked up by.
    private static let sketched = 32

    private typealias Link = (one: Int, two: Int, reason: String)

    private func byAddress(_ articles: [Article]) -> [Link] {
        var links: [Link] = []
        var owners: [String: Int] = [:]
        var citers: [String: Int] = [:]
        for (index, article) in articles.enumerated() {
            guard let address = article.address?.canonicalAddress else { continue }
            if let first = owners[address] {
                links.append((first, index, .sameAddress))
            } else {
                owners[address] = index
            }
        }
        for (index, article) in articles.enumerated() {
            let cited = Set(article.citedAddresses.compactMap(\.canonicalAddress))
            guard cited.count <= Self.citedAtMost else { continue }
            for address in cited.sorted() where owners[address] != index {
                if let owner = owners[address] {
                    links.append((owner, index, .citesTheOther))
                } else if let first = citers[address] {
                    links.append((first, index, .bothCite(address)))
                } else {
                    citers[address] = index
                }
            }
        }
        return links
    }

    private func byText(_ articles: [Article]) -> [Link] {
        let copies = Copies(articles.mappedOnAllCores { Shingles($0.text) }).pairs
        let known = Set(copies.map { [$0.one, $0.two] })
        let retold = Retellings(articles).pairs.filter { !known.contains([$0.one, $0.two]) }
        return copies.map { ($0.one, $0.two, $0.isShortened ? .shortened : .sameText) }
            + retold.map { ($0.one, $0.two, $0.agency.map(String.bothCredit) ?? .retold) }
    }
}

extension String {
    /// The address without what does not tell pages apart: scheme, `www.`, query, fragment, last slash.
    ///
    /// Nil for what is no web address or names no page.
    var canonicalAddress: String? {
        var rest = Substring(lowercased())
        guard rest.hasPrefix("http://") || rest.hasPrefix("https://") else { return nil }
        rest = rest.drop { $0 != "/" }.dropFirst(2)
        if rest.hasPrefix("www.") { rest = rest.dropFirst(4) }
        let query = rest.drop { $0 != "?" }.prefix { $0 != "#" }
        rest = rest.prefix { $0 != "?" && $0 != "#" }
        while rest.last == "/" { rest = rest.dropLast() }
        guard rest.contains("/") || query.contains("=") else { return nil }
        // A page that only its query names, as in ?id=12, keeps it.
        let names = rest.contains("/") && !rest.hasSuffix(".php") && !rest.hasSuffix(".asp")
        return String(rest) + (names ? "" : String(query))
    }
}

extension String {
    fileprivate static let sameAddress = "the same address"
    fileprivate static let citesTheOther = "one cites the other"
    fileprivate static let sameText = "nearly the same text"
    fileprivate static let shortened = "one is the other, shortened"
    fileprivate static let retold = "the same names and figures in the same order"
    fileprivate static func bothCredit(_ agency: String) -> String { "both credit \(agency)" }
    fileprivate static func bothCite(_ address: String) -> String { "both cite \(address)" }
}
