import Testing

@testable import Language

struct LemmatizerTests {
    private static let lemmatizer = Result { try Lemmatizer() }

    @Test(
        arguments: [
            ("ministers", Language.Tag(.noun, .nns), "minister"),
            ("countries", Language.Tag(.noun, .nns), "country"),
            ("Women", Language.Tag(.noun, .nns), "woman"),
            ("buses", Language.Tag(.noun, .nns), "bus"),
            ("Vikings", Language.Tag(.properNoun, .nnps), "Viking"),
            ("Athens", Language.Tag(.properNoun, .nnp), "Athens"),
            ("agreed", Language.Tag(.verb, .vbd), "agree"),
            ("bought", Language.Tag(.verb, .vbd), "buy"),
            ("planned", Language.Tag(.verb, .vbn), "plan"),
            ("making", Language.Tag(.verb, .vbg), "make"),
            ("signing", Language.Tag(.verb, .vbg), "sign"),
            ("carries", Language.Tag(.verb, .vbz), "carry"),
            ("carried", Language.Tag(.verb, .vbd), "carry"),
            ("offering", Language.Tag(.verb, .vbg), "offer"),
            ("was", Language.Tag(.auxiliary, .vbd), "be"),
            ("’s", Language.Tag(.auxiliary, .vbz), "be"),
            ("’s", Language.Tag(.particle, .pos), "'s"),
            ("n't", Language.Tag(.particle, .rb), "not"),
            ("them", Language.Tag(.pronoun, .prp), "they"),
            ("their", Language.Tag(.pronoun, .prpPossessive), "their"),
            ("larger", Language.Tag(.adjective, .jjr), "large"),
            ("earliest", Language.Tag(.adjective, .jjs), "early"),
            ("better", Language.Tag(.adjective, .jjr), "good"),
            ("building", Language.Tag(.noun, .nn), "building"),
        ] as [(String, Language.Tag, String)]
    )
    func `finds the form of the dictionary`(word: String, tag: Language.Tag, lemma: String) throws {
        #expect(try Self.lemmatizer.get().lemma(of: word, tag: tag) == lemma)
    }
}
