import Foundation
import Records
import Testing

struct VerdictTests {
    @Test(arguments: [
        Verdict(id: "deal-00000000aa", kind: .confirm),
        Verdict(
            id: "deal-00000000aa",
            kind: .mergeWith,
            value: "deal-00000000bb",
            note: "one story",
            who: "K. Ito",
            when: CalendarDate("2024-07-28")
        ),
    ])
    func `comes back from JSON as it went in`(verdict: Verdict) throws {
        let json = try JSONEncoder().encode(verdict)
        #expect(try JSONDecoder().decode(Verdict.self, from: json) == verdict)
    }

    @Test
    func `is written with the words that an analyst uses`() {
        #expect(
            Verdict.Kind.allCases.map(\.rawValue)
                == ["confirm", "reject", "pin", "merge-with", "split", "edit"]
        )
    }
}
