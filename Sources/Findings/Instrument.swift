internal import Records

/// The paper on which a deal stands, as far as a report names it: a contract, a memorandum of understanding.
struct Instrument: Hashable {
    /// Whether it binds; a common word leaves that open.
    enum Role: String, CaseIterable { case binding, tentative, common }

    var role: Role
    /// Its name, folded.
    var name: String

    /// Reads what a deal or else the sentence that tells it calls the paper; nil where it leaves open whether it
    /// binds, or names papers of several sorts.
    init?(_ deal: Deal, of record: Record, in vocabulary: Vocabulary) {
        let item = (deal.item ?? "").foldedWords.phrases(in: vocabulary.instruments)
        let named = item.filter { $0.value != .common }
        let sentence = record.evidence.first?.quote.foldedWords ?? []
        let papers = named.isEmpty ? sentence.phrases(in: vocabulary.instruments) : named
        guard let first = papers.first, first.value != .common,
            papers.allSatisfy({ $0.value == first.value })
        else { return nil }
        (role, name) = (first.value, first.phrase)
    }
}

extension [(Report, Instrument)] {
    /// What some call binding, and others that do not come before them only meant; nil where the deal was
    /// first meant and then made.
    var conflict: Conflict? {
        let dated = filter { $0.0.published != nil }
        let made = dated.filter { $0.1.role == .binding }.compactMap { $0.0.published }.min()
        let meant = dated.filter { $0.1.role == .tentative }.compactMap { $0.0.published }.max()
        guard let made, let meant, made <= meant else { return nil }
        return dated.conflict(in: "form", agrees: { $0.role == $1.role }, words: \.name)
    }
}

extension [String] {
    /// The phrases of a table that stand in a row of words, the longest at each place, with what the table
    /// says of them.
    func phrases<Value>(in table: [String: Value]) -> [(phrase: String, value: Value)] {
        var found: [(phrase: String, value: Value)] = []
        var start = 0
        while start < count {
            var length = Swift.min(Self.longestPhrase, count - start)
            while length > 0 {
                let phrase = self[start..<(start + length)].joined(separator: " ")
                if let value = table[phrase] {
                    found.append((phrase, value))
                    break
                }
                length -= 1
            }
            start += Swift.max(1, length)
        }
        return found
    }

    /// The most words of a phrase of a table.
    private static var longestPhrase: Int { 4 }
}
