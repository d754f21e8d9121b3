import Diagnostics
import Records
import Testing
import Workspace

struct VerdictFileTests {
    private static let known: Set = [
        "deal-3f9c2a71b0", "deal-00000000aa", "official-5d20c1e0f7", "question-1111111111",
        "statement-2222222222",
    ]

    private static func read(_ text: String) throws(WorkspaceError) -> [Verdict] {
        try VerdictFile(Array(text.utf8), path: "verdicts.csv", known: known).verdicts
    }

    private static func messages(_ text: String) -> [String] {
        do throws(WorkspaceError) {
            _ = try read(text)
            return []
        } catch {
            return error.diagnostics.map(\.description)
        }
    }

    @Test
    func `verdicts are read in the order of the file`() throws {
        let text = """
            id,verdict,field,value,note,who,when
            deal-3f9c2a71b0,edit,value,1700000000 USD,"said ""billion"", twice",K. Ito,2024-07-28
            deal-00000000aa,merge-with,,deal-3f9c2a71b0,,,2024-07
            official-5d20c1e0f7,pin
            question-1111111111,reject,,,"two
            lines",,
            deal-3f9c2a71b0,split,,deal-00000000aa|deal-3f9c2a71b0
            """
        #expect(
            try Self.read(text) == [
                Verdict(
                    id: "deal-3f9c2a71b0",
                    kind: .edit,
                    field: "value",
                    value: "1700000000 USD",
                    note: "said \"billion\", twice",
                    who: "K. Ito",
                    when: CalendarDate("2024-07-28")
                ),
                Verdict(
                    id: "deal-00000000aa",
                    kind: .mergeWith,
                    value: "deal-3f9c2a71b0",
                    when: CalendarDate("2024-07")
                ),
                Verdict(id: "official-5d20c1e0f7", kind: .pin),
                Verdict(id: "question-1111111111", kind: .reject, note: "two\nlines"),
                Verdict(
                    id: "deal-3f9c2a71b0",
                    kind: .split,
                    value: "deal-00000000aa|deal-3f9c2a71b0"
                ),
            ]
        )
    }

    @Test(arguments: [
        "id,verdict\ndeal-3f9c2a71b0,confirm\n",
        "\u{FEFF}ID;Verdict\r\ndeal-3f9c2a71b0;Confirm\r\n",
        "verdict\tid\nconfirm\tdeal-3f9c2a71b0",
        "\n\"verdict\" , \"id\"\n\n,\nconfirm , deal-3f9c2a71b0\n,,\n",
    ])
    func `what spreadsheet programs write is read`(text: String) throws {
        #expect(try Self.read(text) == [Verdict(id: "deal-3f9c2a71b0", kind: .confirm)])
    }

    @Test
    func `a file with a header only has no verdicts`() throws {
        #expect(try Self.read("id,verdict\n").isEmpty)
    }

    @Test
    func `all that is wrong is told with its line, and nothing is used`() {
        let text = """
            id,verdict,field,value,note,who,when
            deal-3f9c2a71b0,confirm,,,fine,,
            deal-3f9c2a71b1,reject,,,"a note
            of two lines",,
            deal-3f9c2a71b0,rejcet,,,,,
            nonsense,pin,,,,,28 July
            ,confirm,,,,,
            deal-3f9c2a71b0,,,,,,
            deal-3f9c2a71b0,edit,statis,signed,,,
            deal-3f9c2a71b0,edit,status,sined,,,
            deal-3f9c2a71b0,edit,quantity,4oo,,,
            deal-3f9c2a71b0,edit,,signed,,,
            deal-3f9c2a71b0,merge-with,,official-5d20c1e0f7,,,
            deal-3f9c2a71b0,merge-with,,deal-3f9c2a71b0,,,
            deal-3f9c2a71b0,confirm,,yes,,,
            statement-2222222222,edit,quote,other words,,,
            """
        #expect(
            Self.messages(text) == [
                "verdicts.csv:3: error: nothing has the id ‘deal-3f9c2a71b1’ [unknown-id]\n"
                    + "  try: did you mean ‘deal-3f9c2a71b0’?",
                "verdicts.csv:5: error: ‘rejcet’ is not a verdict [unknown-verdict]\n"
                    + "  try: did you mean ‘reject’?",
                "verdicts.csv:6: error: nothing has the id ‘nonsense’ [unknown-id]\n"
                    + "  try: copy the id from a brief or a workbook",
                "verdicts.csv:6: error: ‘28 July’ is not a date [bad-date]\n"
                    + "  try: write year, month and day, as in 2024-07-28",
                "verdicts.csv:7: error: the row has no id [empty-cell]\n"
                    + "  try: write the finding’s id into ‘id’",
                "verdicts.csv:8: error: the row has no verdict [empty-cell]\n"
                    + "  try: write what is ruled into ‘verdict’",
                "verdicts.csv:9: error: ‘statis’ is not a field of a deal [unknown-field]\n"
                    + "  try: did you mean ‘status’?",
                "verdicts.csv:10: error: ‘sined’ is not a word for this field [bad-value]\n"
                    + "  try: did you mean ‘signed’?",
                "verdicts.csv:11: error: ‘4oo’ is not a number [bad-value]\n"
                    + "  try: write plain digits, as in 1700000, or ‘none’",
                "verdicts.csv:12: error: the row has no field [empty-cell]\n"
                    + "  try: write what to change into ‘field’",
                "verdicts.csv:13: error: ‘deal-3f9c2a71b0’ and ‘official-5d20c1e0f7’ are of "
                    + "different types [other-type]\n  try: name one of the same type",
                "verdicts.csv:14: error: ‘deal-3f9c2a71b0’ cannot be merged with itself "
                    + "[same-id]\n  try: name the other finding in ‘value’",
                "verdicts.csv:15: error: ‘confirm’ takes no value [needless-cell]\n"
                    + "  try: leave the cell empty, or write why into ‘note’",
                "verdicts.csv:16: error: ‘quote’ is not a field of a statement [unknown-field]\n"
                    + "  try: use one of speaker, addressee, date",
            ]
        )
    }

    @Test(arguments: [
        (
            "",
            "verdicts.csv: error: the file has no line of column names [no-header]\n"
                + "  try: begin with ‘id,verdict,field,value,note,who,when’"
        ),
        (
            "id,verdct\n",
            "verdicts.csv:1: error: ‘verdct’ is not a column [bad-header]\n"
                + "  try: did you mean ‘verdict’?"
        ),
        (
            "id,note\n",
            "verdicts.csv:1: error: the column ‘verdict’ is missing [bad-header]\n"
                + "  try: name each once: id, verdict, field, value, note, who, when"
        ),
        (
            "id,verdict,id\n",
            "verdicts.csv:1: error: a column stands twice [bad-header]\n"
                + "  try: name each once: id, verdict, field, value, note, who, when"
        ),
        (
            "id,verdict\ndeal-3f9c2a71b0,pin\nb,pin,c\n",
            "verdicts.csv:3: error: the row has 3 cells, the file 2 columns [too-many-cells]\n"
                + "  try: put a cell that holds a comma in quotes"
        ),
        (
            "id,verdict\na,pin\n\"b\"x,pin\nc,pin\n",
            "verdicts.csv:3: error: the quotes of the row that begins here do not match "
                + "[bad-quotes]\n"
                + "  try: begin and end a quoted cell with ‘\"’, and write ‘\"\"’ for one within"
        ),
        (
            "id,verdict\na,pin\nb,\"pin\nc,pin\n",
            "verdicts.csv:3: error: the quotes of the row that begins here do not match "
                + "[bad-quotes]\n"
                + "  try: begin and end a quoted cell with ‘\"’, and write ‘\"\"’ for one within"
        ),
    ])
    func `a file that is no table is told`(text: String, message: String) {
        #expect(Self.messages(text) == [message])
    }

    @Test
    func `a row with too many cells does not hide what is wrong with others`() {
        let messages = Self.messages("id,verdict\nx,pin\ny,pin,c\nz,rejct\n")
        let codes = ["unknown-id", "too-many-cells", "unknown-id", "unknown-verdict"]
        #expect(zip(messages, codes).allSatisfy { $0.contains("[\($1)]") })
        #expect(messages.count == codes.count)
    }

    @Test
    func `what a rejection makes void is told, and the file counts`() throws {
        let text = """
            id,verdict
            deal-3f9c2a71b0,confirm
            deal-00000000aa,pin
            deal-3f9c2a71b0,reject
            deal-00000000aa,reject
            official-5d20c1e0f7,reject
            official-5d20c1e0f7,confirm
            """
        let file = try VerdictFile(Array(text.utf8), path: "v.csv", known: Self.known)
        #expect(file.verdicts.count == 6)
        #expect(
            file.overruled.map(\.description) == [
                "v.csv:2: warning: ‘confirm’ on ‘deal-3f9c2a71b0’ does not count: line 4 rejects it "
                    + "[overruled]\n  try: keep one of the two rows",
                "v.csv:3: warning: ‘pin’ on ‘deal-00000000aa’ does not count: line 5 rejects it "
                    + "[overruled]\n  try: keep one of the two rows",
            ]
        )
    }

    @Test
    func `without a list of ids all else is checked`() {
        let error = #expect(throws: WorkspaceError.self) {
            try VerdictFile(Array("id,verdict\nx,pin\ny,rejct\n".utf8), path: "v.csv", known: nil)
        }
        #expect(error?.diagnostics.map(\.code) == ["unknown-verdict"])
    }

    @Test
    func `the splits of a file are known before it is checked`() {
        let text = "id,verdict,value\ndeal-1,split,deal-2\nx,rejct,\ny,pin,,,\n"
        #expect(
            VerdictFile.splits(in: Array(text.utf8))
                == [Verdict(id: "deal-1", kind: .split, value: "deal-2")]
        )
    }

    @Test
    func `a file in another encoding is told`() {
        let error = #expect(throws: WorkspaceError.self) {
            try VerdictFile([0xFF, 0xFE, 0x69, 0x00], path: "verdicts.csv", known: [])
        }
        #expect(
            error?.diagnostics.map(\.description) == [
                "verdicts.csv: error: the file is not UTF-8 [not-utf8]\n"
                    + "  try: save it as ‘CSV UTF-8’"
            ]
        )
    }
}
