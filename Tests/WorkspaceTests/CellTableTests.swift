import Diagnostics
import Testing

@testable import Workspace

struct CellTableTests {
    @Test(
        arguments: [
            ("", []), ("\n\r\n,,\n", []), ("a", [["a"]]), ("a,b\n", [["a", "b"]]),
            ("a,\n", [["a", ""]]), ("a,", [["a", ""]]), (",a\n", [["", "a"]]),
            ("\u{FEFF}a;b\r\nc;d\r\n", [["a", "b"], ["c", "d"]]),
            ("a\tb\rc\td", [["a", "b"], ["c", "d"]]),
            ("a;b\nc,d;e", [["a", "b"], ["c,d", "e"]]),
            ("\"a,b,c\";d\ne;f", [["a,b,c", "d"], ["e", "f"]]),
            (" \"a\" , b \n", [["a", "b"]]), ("\"a\"\"b\"", [["a\"b"]]), ("\"\"", []),
            ("a,\"b\r\nc\"\r\nd", [["a", "b\nc"], ["d"]]), ("5\" gun,b", [["5\" gun", "b"]]),
            ("\t\"a\"\tb\n", [["", "a", "b"]]), ("é,東京", [["é", "東京"]]),
        ] as [(String, [[String]])]
    )
    func `reads cells`(text: String, cells: [[String]]) throws {
        #expect(try CellTable(Array(text.utf8), path: "t").rows.map(\.cells) == cells)
    }

    @Test(arguments: ["\"a", "a,\"b\"c\n", "a\n\"b\nc"])
    func `tells quotes that do not match`(text: String) {
        #expect(throws: Diagnostic.self) { try CellTable(Array(text.utf8), path: "t") }
    }

    @Test(arguments: ["\n", "\r\n", "\r"])
    func `knows where each row stands`(lineBreak: String) throws {
        let lines = ["id,note", "a,\"two\(lineBreak)lines\"", "", "b,x"]
        let text = "\u{FEFF}" + lines.joined(separator: lineBreak)
        let table = try CellTable(Array(text.utf8), path: "t")
        #expect(table.rows.map(\.line) == [1, 2, 5])
        let bytes = Array(text.utf8)
        #expect(
            table.rows.map { String(decoding: bytes[$0.range], as: UTF8.self) }
                == [lines[0] + lineBreak, lines[1] + lineBreak, lines[3]]
        )
    }
}
