import Testing

@testable import Language

struct LemmatizerTests {
    private static let lemmatizer = Result { try Lemmatizer() }

    @Test(
        arguments: [
            ("ministers", Tag(.noun, .nns), "minister"), ("countries", Tag(.noun, .nns), "country"),
            ("Women", Tag(.noun, .nns), "woman"), ("buses", Tag(.noun, .nns), "bus"),
            ("Vikings", Tag(.properNoun, .nnps), "Viking"),
            ("Athens", Tag(.properNoun, .nnp), "Athens"),
            ("agreed", Tag(.verb, .vbd), "agree"), ("bought", Tag(.verb, .vbd), "buy"),
            ("planned", Tag(.verb, .vbn), "plan"), ("making", Tag(.verb, .vbg), "make"),
            ("signing", Tag(.verb, .vbg), "sign"), ("carries", Tag(.verb, .vbz), "carry"),
            ("carried", Tag(.verb, .vbd), "carry"), ("offering", Tag(.verb, .vbg), "offer"),
            ("was", Tag(.auxiliary, .vbd), "be"), ("’s", Tag(.auxiliary, .vbz), "be"),
            ("’s", Tag(.particle, .pos), "'s"), ("n't", Tag(.particle, .rb), "not"),
            ("them", Tag(.pronoun, .prp), "they"),
            ("their", Tag(.pronoun, .prpPossessive), "their"),
            ("larger", Tag(.adjective, .jjr), "large"),
            ("earliest", Tag(.adjective, .jjs), "early"),
            ("better", Tag(.adjective, .jjr), "good"), ("building", Tag(.noun, .nn), "building"),
        ] as [(String, Tag, String)]
    )
    func `finds the form of the dictionary`(word: String, tag: Tag, lemma: String) throws {
        #expect(try Self.lemmatizer.get().lemma(of: word, tag: tag) == lemma)
    }
}
