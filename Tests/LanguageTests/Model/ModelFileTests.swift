import Diagnostics
import Foundation
import Testing

@testable import Language

/// What happens with files that are no model, or no longer one.
struct ModelFileTests {
    private let damaged = Diagnostic(
        .error,
        code: "bad-data-file",
        at: Place("x.model"),
        "the language model is damaged or of another version of the program",
        mend: "install the program together with its resources"
    )

    /// A file with two sections of 100 and 37 bytes.
    private let content = ModelFile.content([
        (.tags, [UInt8](0..<100)), (.relations, [UInt8](0..<37)),
    ])

    @Test
    func `gives back the sections that were put in`() {
        let file = ModelFile(content)
        #expect(file.isSound)
        #expect(file.section(.tags).map(Array.init) == [UInt8](0..<100))
        #expect(file.section(.relations).map(Array.init) == [UInt8](0..<37))
        #expect(file.section(.parser) == nil)
    }

    @Test(arguments: 0..<8)
    func `knows a changed bit anywhere`(bit: Int) {
        let unnoticed = content.indices.filter { index in
            var changed = content
            changed[index] ^= 1 << bit
            return ModelFile(changed).isSound
        }
        #expect(unnoticed.isEmpty)
    }

    @Test
    func `knows a file that is cut short or longer than it was`() {
        let unnoticed = content.indices.filter { ModelFile(Array(content.prefix($0))).isSound }
        #expect(unnoticed.isEmpty)
        #expect(!ModelFile(content + [0]).isSound)
    }

    @Test(arguments: ["", "x", "BRIEFLM1", "BRIEFLM2", "BRIEFLM2 and then nothing of a model"])
    func `refuses what is no model`(text: String) {
        #expect(throws: damaged) {
            try LanguageModel(ModelFile(Array(text.utf8)), name: "x.model")
        }
    }

    @Test
    func `refuses a model with sections that are not there`() {
        #expect(throws: damaged) { try LanguageModel(ModelFile(content), name: "x.model") }
    }

    @Test(arguments: [20, 4_000, 3_000_000])
    func `refuses the model of the package with a changed byte`(place: Int) throws {
        var model = Array(try Data(contentsOf: URL(filePath: LanguageModel.path)))
        model[place] ^= 0x10
        #expect(throws: damaged) { try LanguageModel(ModelFile(model), name: "x.model") }
    }

    @Test
    func `tells that a file is not there`() {
        let missing = Diagnostic(
            .error,
            code: "no-data-file",
            at: Place("x.model"),
            "the language model cannot be read",
            mend: "install the program together with its resources"
        )
        #expect(throws: missing) { try LanguageModel(path: "/no/such.model", name: "x.model") }
    }
}
