internal import Diagnostics
internal import Scheduler

extension ConfigurationReader {
    /// A schedule; nil for ‘none’ and for one that cannot be used.
    mutating func schedule(_ tree: SettingTree) -> CronExpression? {
        guard let text = settings.text(tree, of: "schedule"), text != "none" else { return nil }
        do throws(CronError) {
            return try CronExpression(text)
        } catch {
            settings.report(error.diagnostic(at: tree.place))
            return nil
        }
    }

    /// A length of time such as 90m, 12h or 7d, in seconds.
    mutating func duration(_ tree: SettingTree, of name: String) -> Int? {
        guard let text = settings.text(tree, of: name) else { return nil }
        let units: [Character: Int] = ["m": 60, "h": 3600, "d": 86_400]
        if let unit = text.last.flatMap({ units[$0] }), let count = Int(text.dropLast()),
            count > 0, count <= 366 * 86_400 / unit
        {
            return count * unit
        }
        settings.report(
            "unknown-value",
            at: tree.place,
            "‘\(text)’ is not a length of time",
            mend: "write a number and m, h or d, up to 366 days: 90m, 12h, 7d"
        )
        return nil
    }
}

extension SettingReader {
    private enum Answer: String, CaseIterable { case yes, no }

    /// A yes or no; the words that YAML takes for them count too.
    mutating func answer(_ tree: SettingTree, of name: String) -> Bool? {
        if let text = tree.text, ["true", "false"].contains(text) { return text == "true" }
        let answer: Answer? = word(tree, of: name, is: "an answer")
        return answer.map { $0 == .yes }
    }
}
