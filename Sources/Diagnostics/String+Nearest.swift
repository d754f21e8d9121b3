extension Collection<String> {
    /// The element that is fewest edits away from a word, if it is near enough to be meant.
    ///
    /// Near enough: at most a third of the word's characters differ. Ties go to the first.
    public func nearest(to word: String) -> String? {
        let scored = map { ($0, editDistance(from: word.lowercased(), to: $0.lowercased())) }
        guard let best = scored.min(by: { $0.1 < $1.1 }) else { return nil }
        return best.1 <= Swift.max(1, word.count / 3) ? best.0 : nil
    }
}

/// The number of insertions, deletions, replacements and swaps of neighbours between two words.
///
/// Source: optimal string alignment, F. J. Damerau, “A technique for computer detection and
/// correction of spelling errors”, 1964.
private func editDistance(from first: String, to second: String) -> Int {
    let (source, target) = (Array(first), Array(second))
    var rows = [Array(0...target.count)]
    for i in source.indices {
        var row = [i + 1]
        for j in target.indices {
            let replaced = rows[i][j] + (source[i] == target[j] ? 0 : 1)
            var least = Swift.min(replaced, rows[i][j + 1] + 1, row[j] + 1)
            if i > 0, j > 0, source[i] == target[j - 1], source[i - 1] == target[j] {
                least = Swift.min(least, rows[i - 1][j - 1] + 1)
            }
            row.append(least)
        }
        rows.append(row)
    }
    return rows[source.count][target.count]
}
