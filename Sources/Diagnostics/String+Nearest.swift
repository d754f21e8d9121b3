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

/// The number of insertions, deletions and replacements between two words (Levenshtein).
private func editDistance(from first: String, to second: String) -> Int {
    let target = Array(second)
    var row = Array(0...target.count)
    for (i, character) in first.enumerated() {
        var diagonal = row[0]
        row[0] = i + 1
        for j in target.indices {
            let replaced = diagonal + (character == target[j] ? 0 : 1)
            diagonal = row[j + 1]
            row[j + 1] = Swift.min(replaced, row[j] + 1, row[j + 1] + 1)
        }
    }
    return row[target.count]
}
