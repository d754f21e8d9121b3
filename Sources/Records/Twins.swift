internal import Crypto

/// Articles that stand in several files: saved twice, or under two addresses of their outlet.
///
/// Each counts once. A reprint in another outlet is none of them: it is a report of its own, of one origin.
package struct Twins {
    /// The articles, each once, in their order.
    package let articles: [Article]
    /// Those that are left out, with the one that stands for them; by id.
    package let others: [(article: Article, of: Article)]

    /// The fewest letters and figures of a text that is told by them; set by hand: alerts of a line come again.
    private static let fewest = 200

    /// Tells articles apart by their letters and figures, whatever their marks, spaces and capitals.
    ///
    /// Of twins the one with a date stands for all; of several the first by id.
    package init(_ articles: [Article]) {
        let keys = articles.mappedOnAllCores { TextKey($0.text) }
        let groups = Dictionary(grouping: articles.indices) { keys[$0] }
        var twins: [Int: Int] = [:]
        for (key, members) in groups where members.count > 1 && key.count >= Self.fewest {
            let ranked = members.sorted { one, two in
                let dated = [one, two].map { articles[$0].published != nil }
                return dated[0] != dated[1] ? dated[0] : articles[one].id < articles[two].id
            }
            var kept: [Int] = []
            for member in ranked {
                let twin = kept.first { Self.agree(articles[$0].outlet, articles[member].outlet) }
                if let twin { twins[member] = twin } else { kept.append(member) }
            }
        }
        self.articles = articles.indices.filter { twins[$0] == nil }.map { articles[$0] }
        others = twins.map { (article: articles[$0.key], of: articles[$0.value]) }
            .sorted { $0.article.id < $1.article.id }
    }

    private static func agree(_ one: String?, _ two: String?) -> Bool {
        one == nil || two == nil || one?.lowercased() == two?.lowercased()
    }
}

/// The letters and figures of a text in short: SHA-256, since nobody can write another article for which
/// one is then taken.
private struct TextKey: Hashable {
    private let digest: SHA256.Digest
    /// The number of bytes that are letters or figures.
    let count: Int

    init(_ text: String) {
        var letters: [UInt8] = []
        letters.reserveCapacity(text.utf8.count)
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): letters.append(byte | 0x20)
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
                0x80...:
                letters.append(byte)
            default: break
            }
        }
        digest = SHA256.hash(data: letters)
        count = letters.count
    }
}
