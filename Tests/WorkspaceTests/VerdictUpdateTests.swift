import Diagnostics
import Records
import Testing
import Workspace

struct VerdictUpdateTests {
    private static let header = "id,verdict,field,value,note,who,when"

    private static func verdict(_ id: String, _ kind: Verdict.Kind, _ note: String? = nil)
        -> Verdict
    {
        Verdict(id: id, kind: kind, note: note, who: "K. Ito", when: .day(Day(number: 19_932)))
    }

    private static func updated(_ text: String, _ verdicts: [Verdict]) throws -> String {
        let update = try VerdictUpdate(verdicts, into: Array(text.utf8), path: "verdicts.csv")
        return String(decoding: update.bytes, as: UTF8.self)
    }

    @Test(arguments: ["", "\n \r\n"])
    func `begins a file with its header`(text: String) throws {
        #expect(
            try Self.updated(text, [Self.verdict("deal-1", .confirm, "two\nlines, \"so\"")])
                == "\(Self.header)\ndeal-1,confirm,,,\"two\nlines, \"\"so\"\"\",K. Ito,2024-07-28\n"
        )
    }

    @Test func `keeps each row that it does not overrule, byte for byte`() throws {
        let text = """
            ID , "verdict",note

              "deal-1" ,confirm,"a
            b"
            deal-2,PIN,,
            nonsense
            deal-3,reject
            """
        #expect(
            try Self.updated(
                text,
                [Self.verdict("deal-3", .confirm), Self.verdict("deal-4", .pin)]
            )
                == text.replacing("note\n", with: "note,who,when\n")
                .replacing("deal-3,reject", with: "deal-3,confirm,,K. Ito,2024-07-28\n")
                + "deal-4,pin,,K. Ito,2024-07-28\n"
        )
    }

    @Test(arguments: [
        ("\u{FEFF}id;verdict;note;who;when\r\n", "deal-1;pin;a,b;K. Ito;2024-07-28\r\n"),
        ("when\twho\tnote\tverdict\tid\r", "2024-07-28\tK. Ito\ta,b\tpin\tdeal-1\r"),
        ("id,verdict,note,who,when", "\ndeal-1,pin,\"a,b\",K. Ito,2024-07-28\n"),
        ("id,verdict,note,who,when\n\n", "deal-1,pin,\"a,b\",K. Ito,2024-07-28\n"),
    ])
    func `writes rows in the manner of the file`(text: String, row: String) throws {
        #expect(try Self.updated(text, [Self.verdict("deal-1", .pin, "a,b")]) == text + row)
    }

    @Test(arguments: [
        ("deal-1,reject,,,,,", Verdict.Kind.confirm, true), ("deal-1,confirm,,,,,", .reject, true),
        ("deal-1,pin,,,,,", .confirm, false), ("deal-1,split,,deal-2,,,", .split, false),
        ("deal-1,merge-with,,deal-2,,,", .reject, false), ("deal-2,confirm,,,,,", .reject, false),
        ("deal-1,edit,status,signed,,,", .confirm, false), ("deal-1,sure,,,,,", .confirm, false),
    ])
    func `replaces what is ruled on the same matter`(
        row: String,
        kind: Verdict.Kind,
        isReplaced: Bool
    ) throws {
        let new = "deal-1,\(kind.rawValue),,,,K. Ito,2024-07-28\n"
        #expect(
            try Self.updated("\(Self.header)\n\(row)\n", [Self.verdict("deal-1", kind)])
                == "\(Self.header)\n" + (isReplaced ? "" : "\(row)\n") + new
        )
    }

    @Test func `replaces the last row of several on one matter`() throws {
        let text = "id,verdict,note,who,when\na,confirm\na,reject\nb,pin\n"
        #expect(
            try Self.updated(text, [Self.verdict("a", .confirm)])
                == "id,verdict,note,who,when\na,confirm\na,confirm,,K. Ito,2024-07-28\nb,pin\n"
        )
    }

    @Test(
        arguments: [
            (nil, "note of others", false), ("x", "x", false), ("x", "", true), ("x", "y", true),
        ] as [(String?, String, Bool)]
    )
    func `takes no note away, but writes another`(note: String?, before: String, isNew: Bool) throws
    {
        let text = "\(Self.header)\na,confirm,,,\(before),B. Lee,2024-01-01\n"
        let update = try VerdictUpdate(
            [Self.verdict("a", .confirm, note)],
            into: Array(text.utf8),
            path: "verdicts.csv"
        )
        #expect(update.isChanged == isNew)
        #expect(update.replaced.count == (isNew ? 1 : 0))
        #expect(update.unchanged.count == (isNew ? 0 : 1))
        #expect(isNew || update.bytes == Array(text.utf8))
    }

    @Test(arguments: ["", "id;verdict\r\na;reject\r\nb;pin", "\u{FEFF}verdict\tid\nconfirm\tb\n"])
    func `changes nothing when the same comes again on another day`(text: String) throws {
        let verdicts = [
            Self.verdict("a", .confirm, "two\nlines; \"so\"\tand, so"), Self.verdict("b", .reject),
            Self.verdict("c", .split, "=1+1"), Self.verdict("a", .pin, "'tis"),
        ]
        let once = try VerdictUpdate(verdicts, into: Array(text.utf8), path: "verdicts.csv")
        #expect(once.isChanged)
        let later = verdicts.map { verdict in
            var copy = verdict
            (copy.who, copy.when) = ("B. Lee", .year(2025))
            return copy
        }
        let twice = try VerdictUpdate(later, into: once.bytes, path: "verdicts.csv")
        #expect(!twice.isChanged)
        #expect(twice.bytes == once.bytes)
        let read = try VerdictFile(once.bytes, path: "verdicts.csv", known: ["a", "b", "c"])
            .verdicts
        #expect(Set(verdicts).isSubset(of: Set(read)))
    }

    @Test func `tells what it replaces, and whose it was`() throws {
        let text = "\(Self.header)\na,reject,,,no such deal,B. Lee,2024-07-30\n"
        let update = try VerdictUpdate(
            [Self.verdict("a", .confirm)],
            into: Array(text.utf8),
            path: "verdicts.csv"
        )
        let before = Verdict(
            id: "a",
            kind: .reject,
            note: "no such deal",
            who: "B. Lee",
            when: CalendarDate("2024-07-30")
        )
        #expect(update.replaced == [.init(before: before, now: Self.verdict("a", .confirm))])
    }

    @Test func `takes the later of two verdicts on one matter`() throws {
        let update = try VerdictUpdate(
            [Self.verdict("a", .confirm), Self.verdict("b", .pin), Self.verdict("a", .reject)],
            into: [],
            path: "verdicts.csv"
        )
        #expect(update.added == [Self.verdict("b", .pin), Self.verdict("a", .reject)])
    }

    @Test func `changes nothing for no verdicts`() throws {
        #expect(try VerdictUpdate([], into: [], path: "verdicts.csv").bytes.isEmpty)
    }

    @Test func `tells a file that is no table`() {
        let error = #expect(throws: WorkspaceError.self) {
            try VerdictUpdate([], into: Array("id,verdct\n".utf8), path: "verdicts.csv")
        }
        #expect(error?.diagnostics.map(\.code) == ["bad-header"])
    }
}
