import Testing

@testable import Language

struct LinearClassifierTests {
    /// The scores that a classifier made of rows gives to features.
    private func scores(_ rows: [LinearClassifier.Row], _ keys: [UInt64]) throws -> [Int32] {
        let content = LinearClassifier.content(classes: 3, rows: rows)
        let file = ModelFile(ModelFile.content([(.tagger, content)]))
        let classifier = try #require(LinearClassifier(file, .tagger))
        var keys = keys
        var scores: [Int32] = [9, 9, 9]
        keys.withUnsafeMutableBufferPointer { keys in
            scores.withUnsafeMutableBufferPointer { scores in
                classifier.score(keys, count: keys.count, into: scores)
            }
        }
        return scores
    }

    @Test
    func `adds up the weights of the features that it knows`() throws {
        let rows = [
            LinearClassifier.Row(key: 7 << 48 | 1, weights: [(class: 0, weight: 5)]),
            LinearClassifier.Row(
                key: 8 << 48 | 2,
                weights: [(class: 0, weight: -128), (class: 2, weight: 127)]
            ),
        ]
        #expect(try scores(rows, [7 << 48 | 1, 8 << 48 | 2, 9 << 48 | 3]) == [-123, 0, 127])
        #expect(try scores([], [1, 2, 3]) == [0, 0, 0])
    }

    @Test(arguments: [1, 7, 8, 9, 100, 5000])
    func `finds every feature again`(count: UInt64) throws {
        let keys = (1...count).map { $0 &* 0x9E37_79B9_7F4A_7C15 }
        let rows = keys.map { LinearClassifier.Row(key: $0, weights: [(class: 1, weight: 1)]) }
        #expect(try scores(rows, keys) == [0, Int32(count), 0])
    }

    @Test
    func `makes room for features with many weights`() throws {
        let weights = (0..<3).map { (class: UInt8($0), weight: Int8(2)) }
        let many = Array(repeating: weights, count: 30).flatMap(\.self)
        let rows = (1...20).map { LinearClassifier.Row(key: $0 << 48, weights: many) }
        #expect(try scores(rows, rows.map(\.key)) == [1200, 1200, 1200])
    }

    @Test(arguments: [0, 1, 15, 16, 40])
    func `refuses what is cut short`(count: Int) {
        let row = LinearClassifier.Row(key: 1, weights: [(class: 0, weight: 1)])
        let content = LinearClassifier.content(classes: 3, rows: [row])
        let file = ModelFile(ModelFile.content([(.tagger, Array(content.prefix(count)))]))
        #expect(LinearClassifier(file, .tagger) == nil)
    }
}
