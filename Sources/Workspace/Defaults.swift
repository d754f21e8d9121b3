/// What holds where a person sets nothing; the `briefing.yml` of a new workspace spells it out.
public enum Defaults {
    /// The folders that articles are read from.
    public static let corpus = ["corpus"]
    /// The folder that holds the state of a workspace.
    public static let stateFolder = ".briefctl"
    /// The file that remembers.
    public static let ledger = ".briefctl/ledger.sqlite"
    /// The period: a week from Monday.
    public static let period = PeriodRule.week(from: 1)
    /// Plain text and the workbook, for reading and for filtering.
    public static let formats: Set<OutputFormat> = [.text, .markdown, .xlsx]
    /// Where editions are written.
    public static let output = "briefings/{brief}/{period}"
    /// The confidence of the extraction, 0 to 1, from which a finding is printed: as likely right as
    /// wrong, the same as for a brief without a workspace.
    public static let confidence = 0.5

    /// How late a missed slot may still run, in seconds: the length of the period, half a day for days.
    public static func catchUpWindow(of period: PeriodRule) -> Int {
        switch period {
        case .day, .all: 12 * 3600
        case .week: 7 * 86_400
        case .month: 28 * 86_400
        }
    }

    /// The title of a brief that is given none: ‘asia-deals’ becomes ‘Asia deals brief’.
    ///
    /// - Parameter name: The name of the brief.
    /// - Returns: The title.
    public static func title(of name: String) -> String {
        let words = name.replacing("-", with: " ").replacing("_", with: " ")
        return words.prefix(1).uppercased() + words.dropFirst() + " brief"
    }
}
