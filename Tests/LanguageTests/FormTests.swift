import Testing

@testable import Language

struct FormTests {
    @Test(arguments: [
        ("The", "the"), ("THE", "the"), ("ÉTÉ", "été"), ("ŁÓDŹ", "łódź"), ("ΑΘΗΝΑ", "αθηνα"),
        ("don’t", "don't"), ("don`t", "don't"), ("Roe‑Poe", "roe-poe"), ("—", "-"), ("--", "–"),
        ("…", "..."), ("so\u{AD}ft", "soft"), ("\u{FEFF}the", "the"),
    ])
    func `is the same for words that differ in dress only`(first: String, second: String) {
        #expect(Form(first) == Form(second))
    }

    @Test(arguments: [
        ("its", "it's"), ("resume", "résumé"), ("co-op", "coop"), ("\"", "'"), ("", " "),
        ("u.s.", "us"),
    ])
    func `differs for different words`(first: String, second: String) {
        #expect(Form(first) != Form(second))
    }

    @Test(arguments: ["Łódź", "don’t", "U.S.", "1,700", "—", "ΑΘΗΝΑ", "€"])
    func `is what the tokeniser computes`(word: String) throws {
        let analyzer = try Analyzer.shared.get()
        let joined = analyzer.document(word).tokens.map(\.form)
        let expected = word == "don’t" ? [Form("do"), Form("n't")] : [Form(word)]
        #expect(joined == expected)
    }

    @Test func `compares words and phrases of a document`() throws {
        let analyzer = try Analyzer.shared.get()
        let document = analyzer.document("The Prime Minister’s office said so.")
        let phrase = analyzer.forms(of: "prime minister's")
        #expect(document.isPhrase(phrase, at: 1))
        #expect(!document.isPhrase(phrase, at: 2))
        #expect(!document.isPhrase(phrase, at: 6))
        #expect(document.isWord("said", at: 5))
        #expect(!document.isWord("said", at: -1))
        #expect(!document.isWord("said", at: 99))
    }
}
