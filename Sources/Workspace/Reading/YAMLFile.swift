internal import Diagnostics
internal import Yams

/// The text of a YAML file, for telling where in it something is wrong.
struct YAMLFile {
    let path: String
    private let lines: [Substring.UTF8View.SubSequence]

    init(path: String, text: String) {
        self.path = path
        lines = Substring(text).utf8.split(
            separator: UInt8(ascii: "\n"),
            omittingEmptySubsequences: false
        )
    }

    /// A place as diagnostics tell it: the parser counts columns in scalars, diagnostics in bytes.
    func place(of mark: Mark?) -> Place {
        guard let mark, mark.line > 0 else { return Place(path) }
        // The parser puts the end of the file on a line of its own.
        guard mark.line <= lines.count else {
            return Place(path, line: lines.count, column: (lines.last?.count ?? 0) + 1)
        }
        let line = Substring(lines[mark.line - 1])
        let before = line.unicodeScalars.prefix(mark.column - 1)
        return Place(path, line: mark.line, column: String(before).utf8.count + 1)
    }

    /// Refuses a file with many words that look like anchors or aliases, before it is read.
    ///
    /// Reading folds aliases into keys, and a key that doubles itself thirty times takes hours.
    func refuseManyAliases() throws(Diagnostic) {
        var count = 0
        for (index, line) in lines.enumerated() {
            var previous = UInt8(ascii: " ")
            for (column, byte) in line.enumerated() {
                let isMark = byte == UInt8(ascii: "*") || byte == UInt8(ascii: "&")
                if isMark, Self.opens.contains(previous) {
                    count += 1
                    if count > SettingTree.aliasLimit {
                        throw anchors(at: Place(path, line: index + 1, column: column + 1))
                    }
                }
                previous = byte
            }
        }
    }

    /// What may stand before an anchor or an alias.
    private static let opens = Set(" \t\r[{,:?-".utf8)

    func anchors(at place: Place) -> Diagnostic {
        Diagnostic(
            .error,
            code: "alias",
            at: place,
            "anchors and aliases (‘&’, ‘*’) are not for settings",
            mend: "write the value out, or put it in quotes when it is a text"
        )
    }

    func refuse(tag: Tag, of name: Tag.Name, at place: Place) throws(Diagnostic) {
        guard !["", "!", name.rawValue].contains(tag.description) else { return }
        throw Diagnostic(
            .error,
            code: "tag",
            at: place,
            "the tag ‘\(tag.description)’ is not for settings",
            mend: "write the value without a tag"
        )
    }

    /// What a reading error of the parser comes to.
    func diagnostic(for error: any Error) -> Diagnostic {
        switch error as? YamlError {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _):
            syntax(problem, at: mark)
        case .composer(_, let problem, let mark, _) where problem.contains("alias"):
            anchors(at: place(of: mark))
        case .composer(_, _, let mark, _):
            Diagnostic(
                .error,
                code: "second-document",
                at: place(of: mark),
                "a second document begins here",
                mend: "remove the line ‘---’ or ‘...’ and what follows"
            )
        case .duplicatedKeysInMapping(let keys, let context):
            Diagnostic(
                .error,
                code: "repeated-setting",
                at: place(of: context.mark),
                Self.repeated(keys.map { "\($0)" }),
                mend: keys.count > 1 ? "keep one of each" : "keep one of them"
            )
        case .reader(let problem, _, let value, let text):
            reader(problem, value: value, text: text)
        default:
            Diagnostic(
                .error,
                code: "bad-yaml",
                at: Place(path),
                "the file cannot be read as YAML",
                mend: Self.mend
            )
        }
    }

    private static func repeated(_ keys: [String]) -> String {
        let names = "‘" + keys.joined(separator: "’, ‘") + "’"
        return keys.count > 1
            ? "\(names) are each set again further down in the same table"
            : "\(names) is set again further down in the same table"
    }

    private static let mend =
        "put texts with ‘:’, ‘#’ or brackets in quotes, and line up what belongs together"

    private func syntax(_ problem: String, at mark: Mark) -> Diagnostic {
        if let tab = tab(before: mark) { return tab }
        return Diagnostic(
            .error,
            code: "bad-yaml",
            at: place(of: mark),
            "this is no YAML: \(problem)",
            mend: Self.mend
        )
    }

    /// What is wrong when a tab stands in the white space before an error, or in that of its line.
    private func tab(before mark: Mark) -> Diagnostic? {
        guard mark.line > 0, mark.line <= lines.count else { return nil }
        let indent = lines[mark.line - 1].prefix { $0 == 0x20 || $0 == 0x09 }
        guard let tab = indent.firstIndex(of: 0x09) else { return nil }
        let column = indent.distance(from: indent.startIndex, to: tab) + 1
        return Diagnostic(
            .error,
            code: "tab",
            at: Place(path, line: mark.line, column: column),
            "a tab indents the line",
            mend: "indent with spaces"
        )
    }

    private func reader(_ problem: String, value: Int32, text: String) -> Diagnostic {
        let index = lines.firstIndex { line in
            Substring(line).unicodeScalars.contains { $0.value == UInt32(bitPattern: value) }
        }
        let character = "U+" + String(value, radix: 16, uppercase: true)
        return Diagnostic(
            .error,
            code: "control-character",
            at: Place(path, line: index.map { $0 + 1 }),
            "the character \(character) is not for YAML",
            mend: "remove it"
        )
    }
}
