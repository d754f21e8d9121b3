internal import Language
internal import Records

extension FrameReading {
    /// The open question that a phrase or verb tells.
    func question(_ clause: Clause, _ frame: Frame) -> Question? {
        guard let kind = frame.questionKind, meets(frame, clause), isLeftOpen(clause, frame) else {
            return nil
        }
        if frame.subject != .any, actors(clause, frame) == nil { return nil }
        if let verb = clause.verb, !frame.statuses.isEmpty, frame.statuses[verb.mood] == nil {
            return nil
        }
        let text = ActionText(reader)
        let range =
            switch frame.about {
            case .after where clause.complement.kind != .none: clause.complement.tokens
            case .after, .before:
                before(clause) ?? rest(clause)
            case .whole: whole(clause)
            }
        let about = uncapitalised(text.clause(range), at: range.lowerBound)
        guard about.utf8.count >= 6 else { return nil }
        return Question(about: about, kind: kind, raisedBy: raiser(of: clause, frame))
    }

    /// The clause that begins with “whether”, “when” or the like and is left open, behind its trigger or
    /// before it.
    func open(_ clause: Clause) -> Range<Int>? {
        if clause.complement.kind == .question { return clause.complement.tokens }
        return before(clause).flatMap { reader.has($0.lowerBound, .wh) ? $0 : nil }
    }

    /// Whether a clause leaves something open for more than one person, as “I do not know” does not.
    private func isLeftOpen(_ clause: Clause, _ frame: Frame) -> Bool {
        // “Who does not know it?” is asked, if anything.
        if reader.isWord(clause.sentence.upperBound - 1, Word.question) { return false }
        if frame.isPredicate, clause.complement.kind == .none {
            var index = clause.trigger.lowerBound - 1
            while index > clause.sentence.lowerBound, reader.has(index, .adverb) { index -= 1 }
            // “Whether they will come is at this hour unknown.”
            guard
                reader.has(index, [.auxiliary, .linking])
                    || before(clause).map({ reader.has($0.lowerBound, .wh) }) == true
            else { return false }
        }
        guard let verb = clause.verb else {
            return !reader.isWord(clause.trigger.lowerBound - 1, "i") && !isSettled(clause.trigger)
        }
        // “Neither would comment”: on what, the sentence does not say.
        if !verb.isPassive, frame.about == .after, clause.complement.kind == .none,
            before(clause).map({ reader.has($0.lowerBound, .wh) }) != true
        {
            return false
        }
        // “After questioning him on what he knew”
        if verb.isParticiple, reader.has(verb.tokens.lowerBound - 1, .preposition) { return false }
        guard let subject = clause.subject, subject.count == 1 else { return true }
        // “It was not announced”: what it is, the sentence does not say.
        return !reader.isWord(subject.lowerBound, "i")
            && !(verb.isPassive && reader.has(subject.lowerBound, .pronoun))
    }

    /// Whether somebody closed what a noun leaves open: “settled the question of where they will be kept”.
    private func isSettled(_ trigger: Range<Int>) -> Bool {
        var index = trigger.lowerBound - 1
        while index > 0, trigger.lowerBound - index < 4, !reader.has(index, .settling),
            reader.has(index, [.determiner, .adverb]) || reader.looksLikeNoun(index)
        { index -= 1 }
        let isOpen = reader.isWord(index - 1, Word.to)
        return reader.has(index, .settling) && !isOpen
            && !reader.has(index - 1, [.negation, .possible, .future, .would])
    }

    /// Takes the capital from a word that has it only because it begins the sentence.
    private func uncapitalised(_ text: String, at token: Int) -> String {
        guard !reader.classes[token].isEmpty, !reader.mentionStarts.contains(token),
            !reader.tokens[token].style.contains(.allCapitals)
        else { return text }
        return text.prefix(1).lowercased() + text.dropFirst()
    }

    /// What stands before the trigger in its clause: “whether they sue” of “whether they sue is
    /// unclear”.
    private func before(_ clause: Clause) -> Range<Int>? {
        if let asked = asked(of: clause) { return asked }
        var end = clause.verb?.tokens.lowerBound ?? clause.trigger.lowerBound
        let start = clauseStart(clause.sentence.lowerBound..<max(clause.sentence.lowerBound, end))
        // “How it will be paid, nobody could say”: the subject is no part of what is open.
        if let subject = clause.subject, reader.has(start, .wh), subject.lowerBound > start {
            end = subject.lowerBound
        }
        end = stripped(start..<max(start, end))
        // “Whether they sue has also been left open”
        while end > start, reader.has(end - 1, [.auxiliary, .linking]), !reader.has(end - 1, .wh) {
            let isChain = reader.isWord(end - 1, "been")
            end = stripped(start..<(end - 1))
            if !isChain { break }
        }
        return start < end ? start..<end : nil
    }

    /// What somebody was asked who gave no answer, as in “Asked whether it would sail, she declined to say”.
    private func asked(of clause: Clause) -> Range<Int>? {
        let first = clause.sentence.lowerBound
        guard reader.isWord(first, "asked"), reader.has(first + 1, .wh),
            let comma = (first + 1..<max(first + 1, clause.trigger.lowerBound)).first(where: {
                reader.has($0, .comma)
            })
        else { return nil }
        return first + 1..<comma
    }

    /// Where the clause begins that ends with a range: behind a mark, or a comma with “but”.
    private func clauseStart(_ range: Range<Int>) -> Int {
        let mark = range.dropLast(2).last { index in
            if reader.has(index, .comma) {
                return ["but", "while", "where"].contains { reader.isWord(index + 1, Form($0)) }
            }
            return reader.has(index, .mark) && !reader.isWord(index, Word.open)
                && !reader.isWord(index, Word.close)
        }
        var start = mark.map { $0 + 1 } ?? range.lowerBound
        while start < range.upperBound, reader.has(start, [.coordinator, .comma, .mark]) {
            start += 1
        }
        let opensPlainly =
            reader.isWord(start, "so")
            || reader.isWord(start, "where") && reader.has(start - 1, .comma)
        if start + 1 < range.upperBound, opensPlainly { start += 1 }
        return start
    }

    /// The end of a range without the adverbs and commas that close it.
    private func stripped(_ range: Range<Int>) -> Int {
        var end = range.upperBound
        while end > range.lowerBound, reader.has(end - 1, [.adverb, .comma]) { end -= 1 }
        return end
    }

    /// The sentence from the trigger on, without its full stop.
    private func rest(_ clause: Clause) -> Range<Int> {
        let last = clause.sentence.upperBound - 1
        let end = reader.has(last, .mark) ? last : last + 1
        return clause.trigger.lowerBound..<max(clause.trigger.upperBound, end)
    }

    /// The clause from its beginning to the end of what follows the trigger.
    func whole(_ clause: Clause) -> Range<Int> {
        let start = before(clause)?.lowerBound ?? clause.extent.lowerBound
        return
            start..<max(
                clause.extent.upperBound,
                reader.end(from: clause.trigger.upperBound, in: clause.sentence)
            )
    }

    private func raiser(of clause: Clause, _ frame: Frame) -> String? {
        guard let verb = clause.verb, frame.subject != .any,
            let subject = reader.subject(of: verb, in: clause.sentence)
        else { return nil }
        return parties.party(in: subject, of: clause.sentence)?.labels.first
    }

    /// The questions that a sentence asks outright.
    func questions(in index: Int) -> [Draft] {
        let sentence = analysis.document.sentences[index]
        let last = sentence.tokens.upperBound - 1
        let mark = (max(sentence.tokens.lowerBound, last - 2)...last).first {
            reader.isWord($0, Word.question)
        }
        guard let mark, isOpen(index), asksAhead(sentence.tokens) else { return [] }
        let start = clauseStart(sentence.tokens.lowerBound..<mark)
        guard mark - start >= 2 else { return [] }
        let about = uncapitalised(ActionText(reader).clause(start..<mark), at: start)
        return [
            Draft(
                frame: "asked",
                fact: .question(Question(about: about, kind: .asked)),
                confidence: frames.confidenceOfAsked,
                sentence: index,
                extent: sentence.tokens,
                trigger: mark..<(mark + 1)
            )
        ]
    }

    /// Whether a sentence asks what is to come: other questions that a text asks it answers itself, or they
    /// need no answer.
    private func asksAhead(_ sentence: Range<Int>) -> Bool {
        sentence.contains { reader.has($0, .future) }
            && !sentence.contains { reader.has($0, .negation) }
    }

    /// Whether a question stays open: no heading, nobody is addressed, and no answer follows.
    private func isOpen(_ index: Int) -> Bool {
        let kind = analysis.blockKinds[index]
        guard kind == .paragraph || kind == .quotation else { return false }
        let sentences = analysis.document.sentences
        let tokens = sentences[index].tokens
        let addressed: [Form] = ["you", "your", "i", "me", "we", "us", "our"]
        if tokens.contains(where: { addressed.contains(reader.tokens[$0].form) }) { return false }
        let answering: [Form] = ["yes", "no", "because", "not", "a", "it", "q"]
        if answering.prefix(1) == [reader.tokens[tokens.lowerBound].form] { return false }
        if reader.isWord(tokens.lowerBound, "q") { return false }
        guard index + 1 < sentences.count,
            analysis.blockIndices[index + 1] == analysis.blockIndices[index]
        else { return true }
        let next = sentences[index + 1].tokens
        return next.contains { frames.doubts.contains(reader.tokens[$0].form) }
    }
}
