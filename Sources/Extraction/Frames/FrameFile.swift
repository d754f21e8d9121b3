internal import Diagnostics
internal import Records

/// A file of frames: paragraphs of `key: value` lines that begin with `frame:`.
struct FrameFile {
    /// The frames in the order of the file.
    private(set) var frames: [Frame] = []
    private let path: String
    private let family: Fact.Kind

    /// Reads a file.
    ///
    /// - Throws: A ``Diagnostic`` with the line where the text is no such file.
    init(_ text: String, path: String, family: Fact.Kind) throws(Diagnostic) {
        self.path = path
        self.family = family
        for (index, line) in text.utf8
            .split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated()
        {
            let content = Substring(line).trimmed
            if content.isEmpty || content.hasPrefix("#") { continue }
            try read(content, line: index + 1)
        }
        for frame in frames { try check(frame) }
    }

    private mutating func read(_ content: String, line: Int) throws(Diagnostic) {
        guard let colon = content.firstIndex(of: ":") else {
            throw wrong(line, "the line has no colon", mend: "write ‘key: value’")
        }
        let word = content[..<colon].trimmed
        let value = content[content.index(after: colon)...].trimmed
        guard let key = Key(rawValue: word) else {
            throw unknown(word, "key", Key.allCases.map(\.rawValue), line)
        }
        if key == .frame {
            guard !frames.contains(where: { $0.name == value }) else {
                throw wrong(line, "the frame ‘\(value)’ stands twice", mend: "give it another name")
            }
            return frames.append(Frame(name: value, family: family, line: line))
        }
        guard var frame = frames.popLast() else {
            throw wrong(
                line,
                "a key stands before the first frame",
                mend: "begin with ‘frame: name’"
            )
        }
        try set(key, to: value, in: &frame, line: line)
        frames.append(frame)
    }

    private func set(
        _ key: Key,
        to value: String,
        in frame: inout Frame,
        line: Int
    ) throws(Diagnostic) {
        switch key {
        case .frame: break
        case .verbs: frame.verbs += value.items(by: ",")
        case .phrases: frame.phrases += value.items(by: ",")
        case .subject: frame.subject = try choice(value, line)
        case .passive: frame.passive = try choice(value, line)
        case .about: frame.about = try choice(value, line)
        case .complement:
            for word in value.items(by: "|") {
                frame.complements.insert(try complement(word, line))
            }
        case .needs:
            var needs: [Need] = []
            for word in value.items(by: "|") { needs.append(try choice(word, line)) }
            frame.needs.append(needs)
        case .done, .ongoing, .ahead, .denied, .governed:
            guard let mood = Mood(rawValue: key.rawValue) else { break }
            frame.statuses[mood] = try choice(value, line) as Status
        case .kind where family == .question: frame.questionKind = try choice(value, line)
        case .kind: frame.dealKind = try choice(value, line)
        case .predicate: frame.isPredicate = try choice(value, line) as Answer == .yes
        case .carrier: frame.isCarrier = try choice(value, line) as Answer == .yes
        case .confidence:
            guard let share = Double(value), (0...1).contains(share) else {
                throw wrong(line, "‘\(value)’ is no share", mend: "write a number from 0 to 1")
            }
            frame.confidence = share
        case .finds: frame.proofs.append(try proof(value, line))
        case .leaves: frame.proofs.append(Proof(text: value, fields: nil, line: line))
        }
    }

    private func complement(_ word: String, _ line: Int) throws(Diagnostic) -> Complement.Kind {
        let known = ["to", "that", "wh", "object", "gerund", "none"]
        switch word {
        case "to": return .infinitive
        case "that": return .clause
        case "wh": return .question
        case "object": return .object
        case "gerund": return .gerund
        case "none": return .none
        default:
            guard word.hasPrefix("+"), word.count > 1 else {
                throw unknown(word, "complement", known + ["+preposition"], line)
            }
            return .phrase(String(word.dropFirst()))
        }
    }

    /// Reads `sentence => field value; field value`.
    private func proof(_ value: String, _ line: Int) throws(Diagnostic) -> Proof {
        guard let arrow = value.firstRange(of: "=>") else {
            throw wrong(line, "the proof has no fields", mend: "write ‘sentence => field value; …’")
        }
        var fields: [String: String] = [:]
        for part in value[arrow.upperBound...].split(separator: ";") {
            let words = part.trimmed.split(separator: " ", maxSplits: 1)
            guard words.count == 2 else {
                throw wrong(line, "‘\(part.trimmed)’ is no field", mend: "write ‘field value’")
            }
            fields[String(words[0])] = String(words[1])
        }
        return Proof(text: value[..<arrow.lowerBound].trimmed, fields: fields, line: line)
    }

    private func check(_ frame: Frame) throws(Diagnostic) {
        guard !(frame.verbs + frame.phrases).isEmpty else {
            throw wrong(
                frame.line,
                "the frame ‘\(frame.name)’ has no trigger",
                mend: "add ‘verbs:’ or ‘phrases:’"
            )
        }
        let finds = frame.proofs.count { $0.fields != nil }
        guard finds > 0, frame.proofs.count >= 2 * finds else {
            throw wrong(
                frame.line,
                "the frame ‘\(frame.name)’ lacks proofs",
                mend: "add ‘finds:’ and at least as many ‘leaves:’"
            )
        }
        guard family == .question ? frame.questionKind != nil : !frame.statuses.isEmpty else {
            throw wrong(
                frame.line,
                "the frame ‘\(frame.name)’ yields nothing",
                mend: family == .question ? "add ‘kind:’" : "add ‘done:’, ‘ahead:’ or another mood"
            )
        }
    }

    private func choice<Choice: RawRepresentable & CaseIterable>(
        _ word: String,
        _ line: Int
    ) throws(Diagnostic) -> Choice where Choice.RawValue == String {
        guard let choice = Choice(rawValue: word) else {
            throw unknown(word, "value", Choice.allCases.map(\.rawValue), line)
        }
        return choice
    }

    private func unknown(
        _ word: String,
        _ what: String,
        _ known: [String],
        _ line: Int
    ) -> Diagnostic {
        Diagnostic(
            .error,
            code: "unknown-\(what)",
            at: Place(path, line: line),
            "‘\(word)’ is not a \(what) of frames",
            mend: known.nearest(to: word).map { "write ‘\($0)’" }
                ?? "use one of \(known.joined(separator: ", "))"
        )
    }

    private func wrong(_ line: Int, _ summary: String, mend: String) -> Diagnostic {
        Diagnostic(.error, code: "bad-frame", at: Place(path, line: line), summary, mend: mend)
    }
}

/// What a line of a frame may say.
private enum Key: String, CaseIterable {
    case frame, verbs, phrases, subject, passive, complement, needs, about, kind, carrier, predicate
    case done, ongoing, ahead, denied, governed
    case confidence, finds, leaves
}

private enum Answer: String, CaseIterable {
    case yes, no
}

extension StringProtocol {
    /// The words without the spaces around them; only those of ASCII count.
    fileprivate var trimmed: String {
        let part = Substring(self)
        guard let start = part.utf8.firstIndex(where: { $0 > 0x20 }),
            let last = part.utf8.lastIndex(where: { $0 > 0x20 })
        else { return "" }
        return String(part[start..<part.utf8.index(after: last)])
    }

    fileprivate func items(by separator: Character) -> [String] {
        split(separator: separator).map { $0.trimmed }.filter { !$0.isEmpty }
    }
}
