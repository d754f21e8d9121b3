/// The numbers of a clause: what is counted, and which years are named.
struct Numbers {
    private(set) var counts: [Wording.Count] = []
    private(set) var years: Set<Int> = []
    /// The places of the words that are part of a number or a date.
    private(set) var places: Set<Int> = []

    /// Reads the numbers of a clause's folded words.
    init(_ tokens: [String], in vocabulary: Vocabulary) {
        var index = 0
        while index < tokens.count {
            guard let figure = Self.figure(tokens[index], in: vocabulary.numbers) else {
                index += 1
                continue
            }
            var value = figure.value
            var end = index + 1
            var isScaled = figure.isScaled
            while end < tokens.count, let factor = vocabulary.numbers.magnitudes[tokens[end]],
                tokens[end].count > 1
            {
                value *= factor
                isScaled = true
                end += 1
            }
            places.formUnion(index..<end)
            let next = end < tokens.count ? tokens[end] : ""
            let isDate =
                vocabulary.roles[next] == .calendar
                || (index > 0 && vocabulary.roles[tokens[index - 1]] == .calendar)
            let isCounted = next.hasSuffix("s") && vocabulary.roles[next] != .function
            if !isScaled, !isCounted, figure.isPlain, (1900...2100).contains(value) {
                years.insert(Int(value))
            } else if !isDate {
                let unit = vocabulary.roles[next] == .function ? "" : stem(next)
                counts.append(
                    Wording.Count(
                        number: value,
                        unit: vocabulary.concept(unit, isVerb: false),
                        text: (tokens[index..<end] + [next]).joined(separator: " ")
                    )
                )
            }
            index = end
        }
    }

    private struct Figure {
        var value: Double
        /// Whether letters behind it multiply it, as in 30bn.
        var isScaled: Bool
        /// Whether it has four digits and nothing else, as a year has.
        var isPlain: Bool
    }

    /// A word as a figure: 30, p30, 30bn, thirty; nil for other words, f35 and 3rd among them.
    private static func figure(_ token: String, in words: NumberWords) -> Figure? {
        if let value = words.values[token] {
            return Figure(value: value, isScaled: false, isPlain: false)
        }
        let letters = token.prefix { !$0.isNumber }
        guard letters.isEmpty || words.currencies.contains(String(letters)) else { return nil }
        let digits = token.dropFirst(letters.count).prefix { $0.isNumber || $0 == "." }
        let ending = String(token.dropFirst(letters.count + digits.count))
        guard let value = Double(digits) else { return nil }
        if ending.isEmpty {
            let isPlain = letters.isEmpty && digits.count == 4 && !digits.contains(".")
            return Figure(value: value, isScaled: false, isPlain: isPlain)
        }
        guard let factor = words.magnitudes[ending] else { return nil }
        return Figure(value: value * factor, isScaled: true, isPlain: false)
    }
}
