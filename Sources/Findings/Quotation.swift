/// A quote in the pieces that reports leave out or put together: its sentences.
struct Quotation {
    /// The words of each piece, folded.
    let pieces: [[String]]

    /// The fewest words that two pieces have in common where they are one, and their share of the shorter.
    private static let fewest = 4, share = 0.6
    /// The share of the shorter piece that stands in a row in the other where both are cuts of one.
    private static let row = 0.7

    /// Takes a quote apart; “e-mail” is “email”.
    init(_ quote: String) {
        pieces = quote.filter { $0 != "-" }.split { "….!?".contains($0) }
            .map { String($0).foldedWords }.filter { !$0.isEmpty }
    }

    /// Whether two quotes can both be true to the words.
    ///
    /// They cannot where the other tells a piece of one in words that differ within it. Where they begin and end,
    /// and what else they quote, does not matter.
    func agrees(with other: Quotation) -> Bool {
        pieces.allSatisfy { piece in
            let found = other.pieces.map { (words: $0, common: Self.common(piece, $0)) }
            guard let best = found.max(by: { $0.common < $1.common }) else { return true }
            let shorter = Double(min(piece.count, best.words.count))
            let isSame =
                best.common.inOrder >= Self.fewest
                && Double(best.common.inOrder) >= Self.share * shorter
            return !isSame || Double(best.common.inRow) >= Self.row * shorter
        }
    }

    /// How many words two pieces have in common in one order, and how many in a row.
    private static func common(_ one: [String], _ two: [String]) -> (inOrder: Int, inRow: Int) {
        var longest = 0
        var runs = [Int](repeating: 0, count: two.count + 1)
        var orders = runs
        for word in one {
            var diagonals = (run: 0, order: 0)
            for (place, match) in two.enumerated() {
                let above = (run: runs[place + 1], order: orders[place + 1])
                runs[place + 1] = word == match ? diagonals.run + 1 : 0
                orders[place + 1] =
                    word == match ? diagonals.order + 1 : max(above.order, orders[place])
                longest = max(longest, runs[place + 1])
                diagonals = above
            }
        }
        return (orders[two.count], longest)
    }
}
