import Foundation
import Testing

@testable import Language

/// What the trained model reads in documents.
struct ReadingTests {
    let analyzer: Analyzer
    let model: LanguageModel

    init() throws {
        analyzer = try Analyzer.shared.get()
        model = try Self.shared.get()
    }

    private static let shared = Result { try LanguageModel() }

    /// Written anew with RECORD_SNAPSHOTS=1; read in review like any other change.
    @Test
    func `sets tags and relations under the words`() throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(
            path: "Tagged/news.txt"
        )
        let kept = try String(contentsOf: file, encoding: .utf8)
        let text = kept.split(separator: "\n").filter { $0.hasPrefix("> ") }
            .map { $0.dropFirst(2) }.joined(separator: "\n\n")
        let aligned = aligned(analyzer.document(text))
        if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
            try Data(aligned.utf8).write(to: file)
        } else {
            #expect(kept == aligned, "read the difference, then write it with RECORD_SNAPSHOTS=1")
        }
    }

    @Test(arguments: [
        ("Prime Minister Shigeru Ishiba flew to Paris on Monday.", ["Shigeru Ishiba", "Paris"]),
        ("The rain stopped before noon.", []),
    ])
    func `finds names`(text: String, names: [String]) {
        let document = analyzer.document(text)
        let found = model.reading(of: document).names.map { String(document.text(of: $0.tokens)) }
        #expect(found == names)
    }

    @Test(arguments: [
        ("It was a Kelsey.", []),
        ("It was a Kelsey. Mr. Kelsey spoke to Anna Kelsey.", ["Kelsey"]),
        ("Ask Ashdown.", []),
        ("Ask Ashdown. Mr. Ashdown spoke. Carl Ashdown is a lawyer.", ["Ashdown"]),
    ])
    func `knows a name by what follows`(text: String, first: [String]) {
        let document = analyzer.document(text)
        let names = model.reading(of: document).names.filter {
            document.sentences[0].tokens.contains($0.tokens.lowerBound)
        }
        #expect(names.map { String(document.text(of: $0.tokens)) } == first)
    }

    @Test
    func `tells who does what`() throws {
        let document = analyzer.document("Japan bought 400 missiles.")
        let found = model.reading(of: document).dependencies(in: 0)
        #expect(found.map(\.head) == [1, nil, 3, 1, 1])
        #expect(
            found.map(\.relation) == [.nominalSubject, .root, .numeral, .object, .punctuation]
        )
    }

    @Test
    func `reads the same in any order`() {
        let text = "The mayor of Lyon spoke. Ana Silva, a lawyer, asked him why.\n\nHe left."
        let document = analyzer.document(text)
        let first = model.reading(of: document)
        let second = model.reading(of: document)
        let forwards = document.sentences.indices.map { first.dependencies(in: $0) }
        let backwards = document.sentences.indices.reversed().map { second.dependencies(in: $0) }
        #expect(forwards == backwards.reversed())
        #expect(first.names == second.names)
        #expect(first.tags == second.tags)
        #expect(first.tag(of: 1) == second.tags[1])
    }

    @Test(arguments: 0..<60)
    func `holds what it promises for any bytes`(seed: UInt64) {
        var generator = SplitMix(state: seed)
        let alphabet: [UInt8] =
            Array("aA zZ.,\n\"'-$1 The of ".utf8) + [
                0xE2, 0x80, 0x99, 0xC3, 0xA9, 0xFF, 0x00, 0xF0,
            ]
        let bytes = (0..<Int.random(in: 0..<400, using: &generator)).map { _ in
            alphabet[Int.random(in: 0..<alphabet.count, using: &generator)]
        }
        let document = analyzer.document(String(decoding: bytes, as: UTF8.self))
        let reading = model.reading(of: document)
        #expect(reading.tags.count == document.tokens.count)
        expectOrder(reading.names, in: document)
        for sentence in document.sentences.indices {
            expectTree(reading.dependencies(in: sentence), document.sentences[sentence].tokens)
        }
    }

    @Test(.timeLimit(.minutes(5)))
    func `reads a sentence without end in linear time`() {
        let document = analyzer.document(String(repeating: "the old man saw ", count: 20_000))
        let found = model.reading(of: document).dependencies(in: 0)
        #expect(found.count == 80_000)
    }

    private func expectOrder(_ names: [Name], in document: Document) {
        var end = 0
        for name in names {
            #expect(name.tokens.lowerBound >= end && !name.tokens.isEmpty)
            end = name.tokens.upperBound
        }
        #expect(end <= document.tokens.count)
    }

    /// Exactly one root, every head within the sentence, and from every word a way to the root.
    private func expectTree(_ found: [Dependency], _ sentence: Range<Int>) {
        #expect(found.count == sentence.count)
        #expect(found.count { $0.head == nil } == 1)
        #expect(found.allSatisfy { ($0.head == nil) == ($0.relation == .root) })
        for start in found.indices {
            var index = start
            var steps = 0
            while let head = found[index].head, sentence.contains(head), steps <= found.count {
                index = head - sentence.lowerBound
                steps += 1
            }
            #expect(found[index].head == nil)
        }
    }

    /// Each sentence behind `> `, below it its words, their tags, their relations, and their heads.
    private func aligned(_ document: Document) -> String {
        let reading = model.reading(of: document)
        var lines: [String] = []
        for (number, sentence) in document.sentences.enumerated() {
            var rows = ["# ", "# ", "# ", "# "]
            for (token, found) in zip(sentence.tokens, reading.dependencies(in: number)) {
                let word = String(document[document.tokens[token].range])
                let head = found.head.map { String(document[document.tokens[$0].range]) } ?? ""
                let cells = [
                    word, reading.tag(of: token).part.rawValue, found.relation.rawValue, head,
                ]
                let width = cells.map(\.count).max() ?? 0
                for index in rows.indices {
                    let padding = String(repeating: " ", count: width + 1 - cells[index].count)
                    rows[index] += cells[index] + padding
                }
            }
            lines.append("> " + document[sentence.range])
            lines += rows.map { $0.trimmingCharacters(in: .whitespaces) } + [""]
        }
        return lines.joined(separator: "\n")
    }
}

/// A generator of numbers that repeats: SplitMix64, <https://prng.di.unimi.it/splitmix64.c>.
private struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
