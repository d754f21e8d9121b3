import Corpus
import Foundation
import Records
import Testing

/// What every reader promises of any bytes: it ends, and what it found lies where it says.
struct MangledBytesTests {
    private static let samples: [(path: String, text: String)] = [
        ("a.txt", prose),
        ("a.md", "---\ntitle: Pier\ndate: 2026-01-09\n---\n# Pier\n\n> It is “sold”.\n\n" + prose),
        (
            "a.html",
            """
            <html lang=en><head><title>Pier</title><meta property="og:title" content="Pier &amp; café">
            <script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2026-01-09"}</script>
            </head><body><nav><a href=/>Home</a></nav><article><h1>Pier</h1><p>\(prose)</p><ul><li>One</ul>
            <table><tr><td>Fee<td>£3</table></article></body></html>
            """
        ),
        ("a.xml", FeedTests.rss),
        (
            "a.xml",
            """
            <feed xmlns="http://www.w3.org/2005/Atom"><entry><title>Pier</title>
            <content type="html">&lt;p&gt;\(prose)&lt;/p&gt;</content></entry></feed>
            """
        ),
        ("a.json", #"{"title": "Pier \u00e9", "maintext": "\#(prose.split(separator: "\n")[0])"}"#),
        ("a.ndjson", #"{"title": "A", "text": "The pier was sold."}"# + "\n{\"title\": \"B\"}\n"),
        ("a.eml", MailTests.header + MailTests.bodies[0]),
        ("a.eml", MailTests.header + MailTests.bodies[1]),
        ("a.mbox", "From x Fri Jan  9 08:15:00 2026\n" + MailTests.header + MailTests.bodies[0]),
    ]

    @Test(arguments: samples.indices)
    func `reads whatever became of a file, and finds its words in it`(sample: Int) throws {
        let (path, text) = Self.samples[sample]
        let archive = try Archive(
            files: MemoryFileSystem(),
            today: Day(year: 2026, month: 1, day: 31)
        )
        var chance = Chance(state: UInt64(sample))
        var found = 0
        for _ in 0..<60 {
            let bytes = mangled(Array(text.utf8), &chance)
            for article in archive.articles(in: bytes, path: path).articles {
                found += 1
                #expect(promises(article, of: bytes), "\(Data(bytes).base64EncodedString())")
            }
        }
        #expect(found > 5)
    }

    /// Whether the blocks of an article follow each other in its text, on whole characters, and stand in the file.
    private func promises(_ article: Article, of bytes: [UInt8]) -> Bool {
        let text = Array(article.text.utf8)
        func isEdge(_ index: Int) -> Bool { index == text.count || text[index] & 0xC0 != 0x80 }
        var end = 0
        for block in article.blocks {
            guard block.range.lowerBound >= end, block.range.upperBound <= text.count,
                isEdge(block.range.lowerBound), isEdge(block.range.upperBound),
                block.source.lowerBound >= 0, block.source.upperBound <= bytes.count
            else { return false }
            end = block.range.upperBound
        }
        return !article.blocks.isEmpty
            && (article.published?.date.first ?? Day(number: 0)) <= Day(number: 20_485)
    }

    /// The bytes with some flipped, cut, doubled, or taken from another sample.
    private func mangled(_ bytes: [UInt8], _ chance: inout Chance) -> [UInt8] {
        var bytes = bytes
        for _ in 0...chance.below(6) where !bytes.isEmpty {
            let start = chance.below(bytes.count)
            let end = min(bytes.count, start + chance.below(40))
            switch chance.below(5) {
            case 0: bytes[start] ^= UInt8(1 << chance.below(8))
            case 1: bytes.removeSubrange(start..<end)
            case 2: bytes.insert(contentsOf: bytes[start..<end], at: chance.below(bytes.count))
            case 3: bytes.insert(UInt8(chance.below(256)), at: start)
            default:
                let other = Array(Self.samples[chance.below(Self.samples.count)].text.utf8)
                bytes.insert(contentsOf: other.prefix(chance.below(other.count)), at: start)
            }
        }
        return bytes
    }
}

/// Source: SplitMix64, <https://prng.di.unimi.it/splitmix64.c>, so that every run mangles alike.
private struct Chance {
    var state: UInt64

    mutating func below(_ bound: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((mixed ^ (mixed >> 31)) % UInt64(bound))
    }
}
