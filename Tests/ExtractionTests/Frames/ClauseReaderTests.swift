import Language
import Testing

@testable import Extraction

struct ClauseReaderTests {
    @Test(arguments: [
        ("The council approved the plan.", "approved", Mood.done, false),
        ("The council has quietly approved the plan.", "approved", .done, false),
        ("The council will not approve the plan.", "approve", .denied, false),
        ("The council is to approve the plan.", "approve", .ahead, false),
        ("The council is going to approve the plan.", "approve", .ahead, false),
        ("The council might approve the plan.", "approve", .possible, false),
        ("The mayor said the council would approve the plan.", "approve", .ahead, false),
        ("A wiser council would approve the plan.", "approve", .possible, false),
        ("The mayor hopes to approve the plan.", "approve", .governed, false),
        ("The plan has been approved.", "approved", .done, true),
        ("The plan has not been approved.", "approved", .denied, true),
        ("The plan is being approved.", "approved", .done, true),
        ("The plan will be approved.", "approved", .ahead, true),
        ("The plan approved by the council is new.", "approved", .done, true),
        ("The council is approving the plan.", "approving", .ongoing, false),
    ])
    func `reads mood and voice of a verb`(
        text: String,
        word: String,
        mood: Mood,
        isPassive: Bool
    ) throws {
        let reading = try Reading(text, verb: word)
        let group = try #require(reading.group)
        #expect(group.mood == mood)
        #expect(group.isPassive == isPassive)
    }

    @Test(arguments: [
        ("The approved plan is new.", "approved"),
        ("It’s the council’s approved plan.", "approved"),
        ("A list of approved plans hung there.", "approved"),
    ])
    func `sees no verb in an adjective`(text: String, word: String) throws {
        #expect(try Reading(text, verb: word).group == nil)
    }

    @Test(arguments: [
        ("The council approved the plan.", "approved", "The council"),
        ("On Monday, the council approved the plan.", "approved", "the council"),
        ("The council, after a long night, approved the plan.", "approved", "The council"),
        ("The council met on Monday and approved the plan.", "approved", "The council"),
        ("Residents trust the council, which approved the plan.", "approved", "the council"),
        ("After talks in the rain the council approved the plan.", "approved", "the council"),
        ("The mayor said the council had approved the plan.", "approved", "the council"),
    ])
    func `finds the subject of a verb`(text: String, word: String, subject: String) throws {
        let reading = try Reading(text, verb: word)
        let group = try #require(reading.group)
        let range = try #require(reading.reader.subject(of: group, in: reading.sentence))
        #expect(reading.reader.analysis.document.text(of: range) == subject)
    }
}

/// A sentence read around one of its verbs.
private struct Reading {
    let reader: ClauseReader
    let sentence: Range<Int>
    let group: VerbGroup?

    init(_ text: String, verb: String) throws {
        let frames = try Frames.shared.get()
        let analysis = frames.analyst.analysis(of: .sample(text, published: "2025-03-05"))
        reader = ClauseReader(analysis, grammar: frames.detector.frames.grammar)
        let token = try #require(analysis.document.tokens.firstIndex { $0.form == Form(verb) })
        sentence = analysis.document.sentences[analysis.sentenceIndex(of: token)].tokens
        let forms = try Inflector().forms(of: "approve")
        group = reader.verbGroup(token..<(token + 1), forms[verb] ?? [], in: sentence)
    }
}
