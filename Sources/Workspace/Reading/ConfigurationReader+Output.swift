internal import Diagnostics

extension ConfigurationReader {
    /// Where a brief is written; nil when the pattern cannot be used.
    mutating func output(
        _ tree: SettingTree?,
        period: PeriodRule,
        corpus: [String],
        ledger: String
    ) -> OutputPattern? {
        guard let tree else { return try? OutputPattern(checking: Defaults.output) }
        guard let text = settings.text(tree, of: "output") else { return nil }
        let pattern: OutputPattern
        do throws(OutputPattern.Trouble) {
            pattern = try OutputPattern(checking: text)
        } catch {
            report(error, text, at: tree.place)
            return nil
        }
        if period == .all, let slot = pattern.slots.first(where: \.needsDays) {
            settings.report(
                "bad-output",
                at: tree.place,
                "a brief of all there is has nothing for {\(slot.rawValue)}",
                mend: "use {period} or {edition}"
            )
        }
        let state = Self.parts(ledger).dropLast().joined(separator: "/")
        let taken = corpus + [state].filter { !$0.isEmpty && $0 != "/" }
        if let other = taken.first(where: { lies(pattern, in: $0) }) {
            settings.report(
                "bad-output",
                at: tree.place,
                "‘\(text)’ lies in ‘\(other)’, which is for "
                    + (corpus.contains(other) ? "articles" : "the ledger"),
                mend: "write briefs to a folder of their own, as in ‘\(Defaults.output)’"
            )
        }
        return pattern
    }

    private func lies(_ pattern: OutputPattern, in folder: String) -> Bool {
        let head = Self.parts(self.folder.path(pattern.head))
        let taken = Self.parts(self.folder.path(folder))
        return head.count > taken.count && head.starts(with: taken)
            || head == taken && pattern.head.hasSuffix("/")
    }

    /// The names of a path without what stays in place; a leading “/” is kept.
    private static func parts(_ path: String) -> [Substring] {
        (path.hasPrefix("/") ? [""] : []) + path.split(separator: "/").filter { $0 != "." }
    }

    private mutating func report(
        _ trouble: OutputPattern.Trouble,
        _ text: String,
        at place: Place
    ) {
        let slots = OutputPattern.Slot.allCases.map(\.rawValue)
        let braces = slots.map { "{\($0)}" }.joined(separator: ", ")
        let (summary, mend): (String, String) =
            switch trouble {
            case .unknownSlot(let slot):
                (
                    "‘output’ has no {\(slot)}",
                    slots.nearest(to: slot).map { "did you mean {\($0)}?" }
                        ?? "use \(braces)"
                )
            case .unclosedSlot: ("a ‘{’ in ‘\(text)’ is not closed", "use \(braces)")
            case .strayBrace: ("a ‘}’ in ‘\(text)’ closes nothing", "use \(braces)")
            case .empty:
                ("‘\(text)’ ends in a folder", "name the file too, as in ‘\(Defaults.output)’")
            case .climbs, .home:
                (
                    "‘\(text)’ leads out of the workspace",
                    "write the whole path, from ‘/’ on and without ‘.’ and ‘..’, if that is meant"
                )
            case .controlCharacter:
                ("‘\(text)’ has a control character", "use letters, digits, ‘-’, ‘_’ and ‘/’")
            case .ending(let ending):
                ("‘\(text)’ ends in ‘\(ending)’", "leave it out: each format adds its own ending")
            }
        settings.report("bad-output", at: place, summary, mend: mend)
    }
}
