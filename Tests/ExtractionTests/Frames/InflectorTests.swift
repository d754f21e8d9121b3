import Diagnostics
import Testing

@testable import Extraction

struct InflectorTests {
    static let inflector = Result { () throws(Diagnostic) in try Inflector() }

    @Test(arguments: [
        ("approve", ["approve", "approved", "approves", "approving"]),
        ("ban", ["ban", "banned", "banning", "bans"]),
        ("ratify", ["ratified", "ratifies", "ratify", "ratifying"]),
        ("load", ["load", "loaded", "loading", "loads"]),
        ("veto", ["veto", "vetoed", "vetoes", "vetoing"]),
        ("agree", ["agree", "agreed", "agreeing", "agrees"]),
        ("give", ["gave", "give", "given", "gives", "giving"]),
        ("turn down", ["turn down", "turned down", "turning down", "turns down"]),
        ("cancel", ["cancel", "canceled", "canceling", "cancelled", "cancelling", "cancels"]),
    ])
    func `makes the forms of a verb`(lemma: String, forms: [String]) throws {
        #expect(try Self.inflector.get().forms(of: lemma).keys.sorted() == forms)
    }

    @Test
    func `knows that one form may be two`() throws {
        let forms = try Self.inflector.get().forms(of: "approve")
        #expect(forms["approved"] == [.past, .participle])
    }
}
