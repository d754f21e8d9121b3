internal import Diagnostics

/// Reads settings out of a tree and collects all that is wrong with them.
struct SettingReader {
    private(set) var diagnostics: [Diagnostic] = []

    /// What is wrong in the order of the file.
    var inOrder: [Diagnostic] {
        diagnostics.enumerated().sorted { one, other in
            let (first, second) = (one.element.place, other.element.place)
            return (first?.line ?? 0, first?.column ?? 0, one.offset)
                < (second?.line ?? 0, second?.column ?? 0, other.offset)
        }.map(\.element)
    }

    mutating func report(
        _ code: String,
        at place: Place,
        _ summary: String,
        mend: String
    ) {
        diagnostics.append(Diagnostic(.error, code: code, at: place, summary, mend: mend))
    }

    /// Takes what somebody else found wrong.
    mutating func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

    /// The values of a table by their keys; a key that is not known is told.
    ///
    /// - Parameters:
    ///   - tree: The table.
    ///   - name: What it is called, with its article: “a brief”.
    ///   - known: The keys that it may have, in the order of the documentation.
    /// - Returns: The values; nil when it is no table.
    mutating func table(
        _ tree: SettingTree,
        of name: String,
        known: [String]
    ) -> [String: SettingTree]? {
        guard case .table(let pairs) = tree.content else {
            report(
                "wrong-type",
                at: tree.place,
                "\(name) is \(tree.kind) where a table belongs",
                mend: "write ‘\(known.first ?? "name"): …’, one setting a line"
            )
            return nil
        }
        var values: [String: SettingTree] = [:]
        for (key, value) in pairs {
            let word = key.text ?? key.kind
            if known.contains(word) {
                values[word] = value
            } else {
                report(
                    "unknown-setting",
                    at: key.place,
                    "‘\(word)’ is not a setting of \(name)",
                    mend: Self.choice(word, among: known)
                )
            }
        }
        return values
    }

    /// The text of a node.
    mutating func text(_ tree: SettingTree, of name: String) -> String? {
        if let text = tree.text, text.contains(where: { !$0.isWhitespace }) { return text }
        guard tree.text == nil else {
            report("empty", at: tree.place, "‘\(name)’ is empty", mend: Self.giveOne)
            return nil
        }
        return wrong(tree, name, expected: "a text")
    }

    /// The nodes of a list.
    mutating func list(_ tree: SettingTree, of name: String) -> [SettingTree]? {
        if case .list(let list) = tree.content { return list }
        return wrong(tree, name, expected: "a list", mend: "write ‘\(name): [one, another]’")
    }

    /// The texts of a list, each once.
    mutating func texts(_ tree: SettingTree, of name: String) -> [String]? {
        guard let list = list(tree, of: name) else { return nil }
        var texts: [String] = []
        for node in list {
            guard let text = text(node, of: name) else { continue }
            if texts.contains(text) {
                repeated(text, in: name, at: node.place)
            } else {
                texts.append(text)
            }
        }
        return texts
    }

    /// One of the words that a setting may have.
    mutating func word<Word: RawRepresentable & CaseIterable>(
        _ tree: SettingTree,
        of name: String,
        is what: String
    ) -> Word? where Word.RawValue == String {
        guard let text = text(tree, of: name) else { return nil }
        if let word = Word(rawValue: text) { return word }
        report(
            "unknown-value",
            at: tree.place,
            "‘\(text)’ is not \(what)",
            mend: Self.choice(text, among: Word.allCases.map(\.rawValue))
        )
        return nil
    }

    /// A list of such words, at least one, each once.
    mutating func words<Word: RawRepresentable & CaseIterable & Hashable>(
        _ tree: SettingTree,
        of name: String,
        is what: String
    ) -> Set<Word>? where Word.RawValue == String {
        guard let list = list(tree, of: name) else { return nil }
        guard !list.isEmpty else {
            let all = Word.allCases.map(\.rawValue).joined(separator: ", ")
            report("empty", at: tree.place, "‘\(name)’ is empty", mend: "name some of \(all)")
            return nil
        }
        var words: Set<Word> = []
        for node in list {
            guard let word: Word = word(node, of: name, is: what) else { continue }
            if !words.insert(word).inserted { repeated(word.rawValue, in: name, at: node.place) }
        }
        return words
    }

    /// A number from 0 to 1.
    mutating func share(_ tree: SettingTree, of name: String) -> Double? {
        guard let text = text(tree, of: name) else { return nil }
        let isPlain = text.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2E }
        if isPlain, let number = Double(text), (0...1).contains(number) { return number }
        report(
            "unknown-value",
            at: tree.place,
            "‘\(text)’ is not a confidence",
            mend: "write a number from 0 to 1, such as 0.5"
        )
        return nil
    }

    private mutating func repeated(_ text: String, in name: String, at place: Place) {
        report(
            "repeated-value",
            at: place,
            "‘\(text)’ stands twice in ‘\(name)’",
            mend: "keep one of them"
        )
    }

    private mutating func wrong<Value>(
        _ tree: SettingTree,
        _ name: String,
        expected: String,
        mend: String? = nil
    ) -> Value? {
        if case .nothing = tree.content {
            report("empty", at: tree.place, "‘\(name)’ has no value", mend: Self.giveOne)
        } else {
            report(
                "wrong-type",
                at: tree.place,
                "‘\(name)’ is \(tree.kind) where \(expected) belongs",
                mend: mend ?? "write one value behind ‘\(name):’"
            )
        }
        return nil
    }

    private static let giveOne = "give one, or remove the line"

    /// What to do instead of a word that is not known.
    static func choice(_ word: String, among known: [String]) -> String {
        known.nearest(to: word).map { "did you mean ‘\($0)’?" }
            ?? "use one of \(known.joined(separator: ", "))"
    }
}
