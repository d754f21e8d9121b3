import Foundation
import Records
import Testing

@testable import Ledger

/// What the ledger's own decoder makes of JSON, beside Foundation's.
struct JSONValueTests {
    private struct Sample: Codable, Equatable {
        var text: String
        var flag: Bool?
        var count: Int?
        var small: UInt8?
        var share: Double?
        var amount: Decimal?
        var moment: Date?
        var list: [[Int]]?
        var named: [String: String]?
    }

    @Test(
        arguments: [
            #"{"text":"plain"}"#,
            #" { "text" : "“quoted” 日本 🙂" , "flag" : true , "count" : -12 } "#,
            #"{"text":"a\n\t\r\b\f\\\/\"b","flag":false}"#,
            #"{"text":"\u0041\u00e9\u20ac\ud83d\ude42"}"#,
            #"{"text":"","count":null,"share":1e-3,"small":255,"moment":725760000.5}"#,
            #"{"text":"braces { [ \" ] }","list":[[],[1,2],[ 3 , 4 ]],"share":0.93}"#,
            #"{"text":"x","amount":1234567890.12,"unknown":{"a":[1,{"b":"}"}]},"count":7}"#,
            #"{"text":"x","named":{"one":"1","t\"wo":"2","":"3"}}"#,
        ]
    )
    func `a value is what Foundation makes of it`(json: String) throws {
        let expected = try JSONDecoder().decode(Sample.self, from: Data(json.utf8))
        #expect(try JSONValue.decode(Sample.self, from: json) == expected)
    }

    @Test(
        arguments: [
            "", "{", #"{"text":"#, #"{"text":"open"#, #"{"text":"x"} y"#, #"{"text" "x"}"#,
            #"{"text":"x" "flag":true}"#, #"{"text":1}"#, #"{"flag":true}"#, #"["text"]"#,
            #"{"text":"x","count":1.5}"#, #"{"text":"x","flag":1}"#, #"{"text":"\ud83d"}"#,
            #"{"text":"\u12"}"#, #"{"text":"\q"}"#, #"{"text":"x","list":[1,2]}"#,
            #"{"text":"x","small":256}"#, #"{"text":"x","list":[[1 2]]}"#, #"{"text":null}"#,
        ]
    )
    func `what is no such value is an error`(json: String) {
        #expect(throws: DecodingError.self) { try JSONValue.decode(Sample.self, from: json) }
    }

    @Test func `values that enclose others come back as they were written`() throws {
        let states: [FindingSnapshot.State] = [.standing, .resolved(by: "deal-1"), .withdrawn]
        let text = try StoredJSON.text(states)
        #expect(try JSONValue.decode([FindingSnapshot.State].self, from: text) == states)
    }
}
