import Corpus
import Foundation
import Fuzzing
import Records

/// Looks for files on which a reader crashes, hangs or breaks its promises: libFuzzer makes up the bytes.
///
/// Built by `make fuzz` alone, since every module must be compiled for it.
@main
struct FuzzCorpus {
    private static let today = Day(year: 2026, month: 1, day: 31)

    static func main() throws {
        let archive = try Archive(files: DiskFileSystem(), today: today, readsAllLanguages: true)
        let endings = ["txt", "md", "html", "xml", "json", "eml", "mbox", "none"]
        fuzz { content in
            // The last byte names the file, since what a file begins with tells its form.
            let ending = endings[Int(content.last ?? 0) % endings.count]
            let bytes = Array(content)
            let reading = archive.articles(in: bytes, path: "a." + ending)
            precondition(
                !reading.articles.isEmpty || !reading.diagnostics.isEmpty,
                "neither an article nor a word on why there is none"
            )
            for article in reading.articles { check(article, of: bytes) }
        }
    }

    /// Blocks in order, on the edges of characters, inside of the text and of the file; no day to come.
    private static func check(_ article: Article, of bytes: [UInt8]) {
        let text = Array(article.text.utf8)
        func isEdge(_ offset: Int) -> Bool { offset == text.count || text[offset] & 0xC0 != 0x80 }
        precondition(!article.blocks.isEmpty, "an article without a block")
        // What was packed is longer than its file.
        let isPacked = bytes.starts(with: [0x1F, 0x8B])
        var end = 0
        for block in article.blocks {
            let (range, source) = (block.range, block.source)
            precondition(range.lowerBound >= end && range.upperBound <= text.count, "overlap")
            precondition(isEdge(range.lowerBound) && isEdge(range.upperBound), "half a character")
            precondition(source.lowerBound >= 0, "a block from before the file")
            precondition(isPacked || source.upperBound <= bytes.count, "a block from behind it")
            end = range.upperBound
        }
        if let today, let first = article.published?.date.first {
            precondition(first.number <= today.number + 1, "published in the future")
        }
    }
}
