import Diagnostics
import Records
import Testing

@testable import Extraction

struct FrameFileTests {
    static let sound = """
        # A comment.
        frame: approve
        verbs: approve, sign off
        complement: object|+on
        done: approved
        finds: The council approved it. => actors council; status approved
        leaves: The council may approve it.
        """

    @Test
    func `reads a frame with its proofs`() throws {
        let frames = try FrameFile(Self.sound, path: "a.frames", family: .decision).frames
        let frame = try #require(frames.first)
        #expect(frame.verbs == ["approve", "sign off"])
        #expect(frame.complements == [.object, .phrase("on")])
        #expect(frame.statuses == [.done: .approved])
        #expect(frame.proofs.first?.fields == ["actors": "council", "status": "approved"])
        #expect(frame.proofs.map(\.line) == [6, 7])
    }

    @Test(arguments: [
        ("verb: approve", "unknown-key", "write ‘verbs’"),
        ("subject: authorities", "unknown-value", "write ‘authority’"),
        ("complement: objct", "unknown-complement", "write ‘object’"),
        ("confidence: 70", "bad-frame", "write a number from 0 to 1"),
        ("finds: It ended.", "bad-frame", "write ‘sentence => field value; …’"),
        ("approve", "bad-frame", "write ‘key: value’"),
        ("frame: approve", "bad-frame", "give it another name"),
    ])
    func `tells a wrong line with its number and the mend`(
        line: String,
        code: String,
        mend: String
    ) throws {
        let error = #expect(throws: Diagnostic.self) {
            try FrameFile(Self.sound + "\n" + line, path: "a.frames", family: .decision)
        }
        #expect(error?.code == code)
        #expect(error?.place == Place("a.frames", line: 8))
        #expect(error?.mend == mend)
    }

    @Test(arguments: [
        "frame: a\nverbs: go\ndone: agreed\nfinds: It went. => status agreed",
        "frame: a\ndone: agreed\nfinds: It went. => status agreed\nleaves: It stayed.",
        "frame: a\nverbs: go\nfinds: It went. => status agreed\nleaves: It stayed.",
    ])
    func `refuses a frame without trigger, outcome or proofs`(text: String) {
        #expect(throws: Diagnostic.self) {
            try FrameFile(text, path: "a.frames", family: .decision)
        }
    }

    @Test
    func `writes out the choices of a phrase`() {
        #expect(
            FrameSet.expansions(of: "(is|was) (not |)clear")
                == ["is not clear", "is clear", "was not clear", "was clear"]
        )
    }
}
