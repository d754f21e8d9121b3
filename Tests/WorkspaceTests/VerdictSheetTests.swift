import Diagnostics
import Records
import Testing
import Workspace

struct VerdictSheetTests {
    private static let known: Set = ["deal-3f9c2a71b0", "deal-00000000aa", "deal-00000000bb"]
    private static let today = Day(number: 19_932)

    private static func read(_ bytes: [UInt8]) throws(WorkspaceError) -> [Verdict] {
        try VerdictSheet(bytes, path: "deals.csv", known: known, who: "K. Ito", when: today)
            .verdicts
    }

    private static func messages(_ text: String) -> [String] {
        do throws(WorkspaceError) {
            _ = try read(Array(text.utf8))
            return []
        } catch {
            return error.diagnostics.map(\.description)
        }
    }

    private static func verdict(_ id: String, _ kind: Verdict.Kind, _ note: String? = nil)
        -> Verdict
    {
        Verdict(id: id, kind: kind, note: note, who: "K. Ito", when: .day(today))
    }

    /// A sheet as a program saves it.
    struct Saved: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let bytes: [UInt8]

        init(_ name: String, _ text: String, mark: [UInt8] = []) {
            testDescription = name
            bytes = mark + Array(text.utf8)
        }

        /// UTF-16 with the less significant byte first, or last.
        init(_ name: String, utf16 text: String, isLittle: Bool) {
            testDescription = name
            bytes = ("\u{FEFF}" + text).utf16.flatMap { unit in
                let (low, high) = (UInt8(unit & 0xFF), UInt8(unit >> 8))
                return isLittle ? [low, high] : [high, low]
            }
        }
    }

    private static let commas = """
        ID,Headline,Confidence (0 to 1),Verdict,Note
        deal-3f9c2a71b0,"Norport bought 12 cranes, “new” ones",0.93,confirm,"checked
        with the port"
        deal-00000000aa,=2+3,0.4,Reject,"said ""billion"", twice; wrong"
        deal-00000000bb,'tis,0.5,,

        """
    private static let tabs = """
        ID\tHeadline\tConfidence (0 to 1)\tVerdict\tNote
        deal-3f9c2a71b0\t"Norport bought 12 cranes, “new” ones"\t0,93\tconfirm\t"checked
        with the port"
        deal-00000000aa\t=2+3\t0,4\tReject\t"said ""billion"", twice; wrong"
        deal-00000000bb\t'tis\t0,5\t\t

        """
    private static let semicolons = """
        ID;Headline;Confidence (0 to 1);Verdict;Note
        deal-3f9c2a71b0;Norport bought 12 cranes, “new” ones;0,93;confirm;"checked
        with the port"
        deal-00000000aa;=2+3;0,4;Reject;"said ""billion"", twice; wrong"
        deal-00000000bb;'tis;0,5;;

        """
    private static let allQuoted = """
        "ID","Headline","Confidence (0 to 1)","Verdict","Note"
        "deal-3f9c2a71b0","Norport bought 12 cranes, “new” ones",0.93,"confirm","checked
        with the port"
        "deal-00000000aa","=2+3",0.4,"Reject","said ""billion"", twice; wrong"
        "deal-00000000bb","'tis",0.5,,

        """

    /// The text with rows that end as on Windows; line breaks within cells stay.
    private static func windows(_ text: String) -> String {
        text.replacing("\n", with: "\r\n").replacing("checked\r\n", with: "checked\n")
    }

    // Source: LibreOffice 7.4 wrote the first four from such a workbook, with points or commas in the
    // numbers; the others differ from them as Excel's file types “CSV UTF-8” and “Unicode text” do,
    // <https://support.microsoft.com/office/0943ff2c-6014-4e8d-aaea-b83d51d46247>.
    @Test(arguments: [
        Saved("LibreOffice, commas", commas), Saved("LibreOffice, semicolons", semicolons),
        Saved("LibreOffice, all quoted", allQuoted),
        Saved("LibreOffice, tabs in UTF-16", utf16: tabs, isLittle: true),
        Saved("Excel, CSV UTF-8", windows(commas), mark: [0xEF, 0xBB, 0xBF]),
        Saved("Excel, CSV UTF-8 with semicolons", windows(semicolons), mark: [0xEF, 0xBB, 0xBF]),
        Saved("Excel, Unicode text", utf16: windows(tabs), isLittle: true),
        Saved("UTF-16, more significant byte first", utf16: windows(tabs), isLittle: false),
    ])
    func `reads what spreadsheet programs save`(saved: Saved) throws {
        #expect(
            try Self.read(saved.bytes) == [
                Self.verdict("deal-3f9c2a71b0", .confirm, "checked\nwith the port"),
                Self.verdict("deal-00000000aa", .reject, "said \"billion\", twice; wrong"),
            ]
        )
    }

    @Test(arguments: [
        "ID,Verdict,Note\ndeal-3f9c2a71b0,pin,\n",
        "note,VERDICT,id\n,Pin,deal-3f9c2a71b0\n",
        "Why,Note (yours),Verdict (confirm or reject),ID\nx,,pin,deal-3f9c2a71b0\n",
        "ID,Verdict,Note\n'deal-3f9c2a71b0,'pin,\n",
        "ID,Verdict,Note\n=\"deal-3f9c2a71b0\",\"=\"\"pin\"\"\",\n",
        "\n;;\nID;Verdict;Note\n deal-3f9c2a71b0 ; pin ;\n;;\n",
        "ID,Verdict,Note\ndeal-3f9c2a71b0,pin\nnonsense\n",
        "ID,Verdict,Note\ndeal-3f9c2a71b0,pin,\ndeal-3f9c2a71b0,pin,\n",
        "Deals,,\n\"One table, with a row\",,\nID,Verdict,Note\ndeal-3f9c2a71b0,pin,\n",
        "Deals;;\nOne table, with a row;;\nID;Verdict;Note\ndeal-3f9c2a71b0;pin;\n",
    ])
    func `finds its columns and the text of their cells`(text: String) throws {
        #expect(try Self.read(Array(text.utf8)) == [Self.verdict("deal-3f9c2a71b0", .pin)])
    }

    @Test(arguments: [
        ("'=1+1", "=1+1"), ("'007", "007"), ("'tis", "'tis"), ("\"=\"\"a\"\"\"", "a"), ("''", "'"),
        ("=", "="), ("'", "'"),
    ])
    func `reads a note as its text`(cell: String, note: String) throws {
        let text = "ID,Verdict,Note\ndeal-3f9c2a71b0,confirm,\(cell)\n"
        #expect(try Self.read(Array(text.utf8)).map(\.note) == [note])
    }

    @Test func `keeps verdicts on different matters, and the note of two rows`() throws {
        let text = """
            ID,Verdict,Note
            deal-3f9c2a71b0,confirm,
            deal-3f9c2a71b0,pin,top
            deal-3f9c2a71b0,confirm,seen
            """
        #expect(
            try Self.read(Array(text.utf8)) == [
                Self.verdict("deal-3f9c2a71b0", .confirm, "seen"),
                Self.verdict("deal-3f9c2a71b0", .pin, "top"),
            ]
        )
    }

    @Test func `has no verdicts where nobody ruled`() throws {
        #expect(try Self.read(Array("ID,Verdict,Note\nany,,\n".utf8)).isEmpty)
    }

    @Test func `tells all that is wrong with its line, and uses nothing`() {
        let text = """
            ID,Verdict,Note
            deal-3f9c2a71b0,confirm,"two
            lines"
            deal-3f9c2a71b1,reject,
            deal-00000000aa,rejcet,
            deal-00000000aa,yes,
            deal-00000000aa,,look again
            deal-00000000aa,edit,wrong sum
            ,pin,
            deal-3f9c2a71b0,reject,
            deal-3f9c2a71b0,confirm,other
            """
        #expect(
            Self.messages(text) == [
                "deals.csv:4: error: nothing has the id ‘deal-3f9c2a71b1’ [unknown-id]\n"
                    + "  try: did you mean ‘deal-3f9c2a71b0’?",
                "deals.csv:5: error: ‘rejcet’ is not a verdict [unknown-verdict]\n"
                    + "  try: did you mean ‘reject’?",
                "deals.csv:6: error: ‘yes’ is not a verdict [unknown-verdict]\n"
                    + "  try: use one of confirm, reject, pin",
                "deals.csv:7: error: the row has a note and no verdict [note-alone]\n"
                    + "  try: write one of confirm, reject, pin beside the note",
                "deals.csv:8: error: ‘edit’ cannot be ruled in a sheet [not-in-sheets]\n"
                    + "  try: write it into ‘verdicts.csv’",
                "deals.csv:9: error: the row has no id [empty-cell]\n"
                    + "  try: write the finding’s id into ‘id’",
                "deals.csv:10: error: ‘reject’ contradicts ‘confirm’ in line 2 on "
                    + "‘deal-3f9c2a71b0’ [contradiction]\n  try: leave one of the two rows",
                "deals.csv:11: error: the note is another than that in line 2 on "
                    + "‘deal-3f9c2a71b0’ [contradiction]\n  try: leave one of the two rows",
            ]
        )
    }

    @Test(arguments: [
        (
            "",
            "deals.csv:1: error: the column ‘ID’ is missing [bad-header]\n"
                + "  try: save a sheet of findings with its columns ID, Verdict and Note"
        ),
        (
            "ID,Verdct,Note\n",
            "deals.csv:1: error: the column ‘Verdict’ is missing [bad-header]\n"
                + "  try: call ‘Verdct’ ‘Verdict’ again"
        ),
        (
            "ID,Verdict,Why\n",
            "deals.csv:1: error: the column ‘Note’ is missing [bad-header]\n"
                + "  try: save a sheet of findings with its columns ID, Verdict and Note"
        ),
        (
            "\nID,Note,Verdict,Note\n",
            "deals.csv:2: error: the column ‘Note’ stands twice [bad-header]\n"
                + "  try: save a sheet of findings with its columns ID, Verdict and Note"
        ),
        (
            "ID,Verdict,Note\ndeal-3f9c2a71b0,pin,so, so\n",
            "deals.csv:2: error: the row has 4 cells, the file 3 columns [too-many-cells]\n"
                + "  try: put a cell that holds a comma in quotes"
        ),
        (
            "ID,Verdict,Note\n\"deal-3f9c2a71b0,pin,\n",
            "deals.csv:2: error: the quotes of the row that begins here do not match "
                + "[bad-quotes]\n"
                + "  try: begin and end a quoted cell with ‘\"’, and write ‘\"\"’ for one within"
        ),
    ])
    func `tells a file that is no such sheet`(text: String, message: String) {
        #expect(Self.messages(text) == [message])
    }

    @Test(arguments: [
        Array("ID,Verdict,Note\nx,confirm,“so”".utf8.dropLast(2)), [0xFF, 0xFE, 0x49],
        [0xFE, 0xFF, 0xD8, 0x00], Array("ID,Note\n".utf8) + [0x93, 0x94],
    ])
    func `tells a file in another encoding`(bytes: [UInt8]) {
        let error = #expect(throws: WorkspaceError.self) { try Self.read(bytes) }
        #expect(
            error?.diagnostics.map(\.description) == [
                "deals.csv: error: the file is neither UTF-8 nor UTF-16 [bad-encoding]\n"
                    + "  try: save the sheet as ‘CSV UTF-8’, or choose UTF-8 where the program asks"
            ]
        )
    }
}
