/// Whether a clause tells what is over or what is to come.
enum Tense: Hashable, Sendable {
    case past, future
}

extension Passage {
    /// The tense of the clause around an expression; nil where no word tells it.
    ///
    /// The word nearest to the expression within its sentence decides. Words behind it count as
    /// twice as far: “on Sunday” belongs to the verb before it, more often than not.
    func tense(around expression: Range<Int>) -> Tense? {
        let sentence = document.sentences[sentence(of: atoms[expression.lowerBound].token)].tokens
        if isDeadline(expression.lowerBound - 1) {
            return isPerfect(around: expression, in: sentence) ? .past : .future
        }
        var best: (cost: Int, tense: Tense)?
        var index = expression.lowerBound - 1
        while index >= 0, sentence.contains(atoms[index].token),
            expression.lowerBound - index <= Self.reach
        {
            if let tense = tense(of: index) {
                best = (expression.lowerBound - index, tense)
                break
            }
            index -= 1
        }
        index = expression.upperBound
        while index < atoms.count, sentence.contains(atoms[index].token) {
            // What follows “and” is another clause.
            if best != nil, cues(index).contains(.clauseStart) { break }
            let cost = (index - expression.upperBound + 1) * 2
            if let best, best.cost <= cost { break }
            if cost > Self.reach { break }
            if let tense = tense(of: index) {
                best = (cost, tense)
                break
            }
            index += 1
        }
        return best?.tense
    }

    /// Whether a time behind an atom lies ahead: “by Friday”, “as early as Friday”.
    private func isDeadline(_ index: Int) -> Bool {
        cues(index).contains(.deadline)
            || isWord(index, "as") && cues(index - 1).contains(.deadlineAs)
    }

    /// Whether a sentence tells what had happened by a time.
    private func isPerfect(around expression: Range<Int>, in sentence: Range<Int>) -> Bool {
        let near = (expression.lowerBound - Self.reach)..<(expression.upperBound + Self.reach)
        return near.clamped(to: atoms.indices).contains {
            cues($0).contains(.pastPerfect) && sentence.contains(atoms[$0].token)
        }
    }

    /// How far a verb may stand from its date, in atoms.
    ///
    /// Source: by hand, from news sentences.
    private static let reach = 30

    /// The tense that a word tells.
    private func tense(of index: Int) -> Tense? {
        guard case .other = sense(index), document.tokens[atoms[index].token].kind == .word,
            !style(index).contains(.capitalised) || isFirstOfSentence(index)
        else { return nil }
        if cues(index - 1).contains(.copula), isWord(index, "to") { return .future }
        let cues = cues(index)
        if cues.contains(.future) { return .future }
        guard cues.contains(.past) || endsInED(index) else { return nil }
        // “will be signed” is told by its first word.
        return isWord(index - 1, "be") || isWord(index - 2, "be") ? nil : .past
    }

    private func endsInED(_ index: Int) -> Bool {
        let range = atoms[index].range
        guard range.count >= 5 else { return false }
        let tail = document.bytes[(range.upperBound - 3)..<range.upperBound]
        // “exceed” is no past tense.
        return tail.dropFirst().elementsEqual("ed".utf8) && tail.first != UInt8(ascii: "e")
    }
}
