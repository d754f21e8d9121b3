/// Phrases of one or more words, found where they stand among tokens.
struct PhraseTable<Value: Sendable>: Sendable {
    private struct Entry {
        var rest: [Form]
        var value: Value
    }

    private let entries: FormTable<[Entry]>

    /// Makes a table; of two equal phrases the first counts.
    init(_ phrases: [(phrase: String, value: Value)]) {
        var byFirst: [Form: [Entry]] = [:]
        for (phrase, value) in phrases {
            let forms = Self.forms(of: phrase)
            guard let first = forms.first else { continue }
            byFirst[first, default: []].append(Entry(rest: Array(forms.dropFirst()), value: value))
        }
        entries = FormTable(
            byFirst.map { ($0, $1.sorted { $0.rest.count > $1.rest.count }) }
        )
    }

    /// The longest phrase that starts with a token, and the index behind its last token.
    func match(in tokens: [Token], at start: Int) -> (end: Int, value: Value)? {
        guard start < tokens.count, let candidates = entries[tokens[start].form] else { return nil }
        for entry in candidates {
            let end = start + 1 + entry.rest.count
            guard end <= tokens.count else { continue }
            if zip(tokens[(start + 1)..<end], entry.rest).allSatisfy({ $0.form == $1 }) {
                return (end, entry.value)
            }
        }
        return nil
    }

    /// The longest phrase of at most three words that ends before a token.
    func match(in tokens: [Token], endingBefore end: Int) -> (start: Int, value: Value)? {
        for start in stride(from: Swift.max(0, end - 3), to: end, by: 1) {
            if let match = match(in: tokens, at: start), match.end == end {
                return (start, match.value)
            }
        }
        return nil
    }

    /// The forms of a phrase; the tokeniser cuts words at hyphens, so they count as words.
    private static func forms(of phrase: String) -> [Form] {
        var forms: [Form] = []
        for word in phrase.split(separator: " ") {
            for (index, part) in word.split(separator: "-").enumerated() {
                if index > 0 { forms.append(Form("-")) }
                forms.append(Form(part))
            }
        }
        return forms
    }
}
