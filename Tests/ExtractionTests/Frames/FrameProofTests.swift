import Diagnostics
import Language
import Records
import Testing

@testable import Extraction

struct FrameProofTests {
    @Test(arguments: FramedProof.all.filter { $0.proof.fields != nil })
    func `finds what a frame says it finds`(framed: FramedProof) throws {
        let records = try framed.records().filter { $0.frame == framed.frame.name }
        let record = try #require(records.first?.record, "\(framed)")
        for (field, value) in framed.proof.fields ?? [:] {
            #expect(record.fact.field(field) == value, "\(framed): \(field)")
        }
    }

    @Test(arguments: FramedProof.all.filter { $0.proof.fields == nil })
    func `leaves alone what a frame says it leaves`(framed: FramedProof) throws {
        let records = try framed.records().filter { $0.record.fact.kind == framed.frame.family }
        #expect(records.isEmpty, "\(framed)")
    }

    @Test
    func `every frame has proofs of both kinds`() throws {
        let frames = try Frames.shared.get().detector.frames.frames
        #expect(frames.count > 40)
        #expect(!frames.contains { $0.proofs.isEmpty })
    }
}

/// The detector with what it needs, read once for all tests.
struct Frames {
    let analyst: Analyst
    let detector: FrameDetector

    static let shared = Result { () throws(Diagnostic) in
        Frames(
            analyst: try Analyst(analyzer: try Analyzer()),
            detector: try FrameDetector(analyzer: try Analyzer())
        )
    }

    /// The records of a text with the names of their frames.
    func records(in text: String) -> [(frame: String, record: Record)] {
        let article = Article.sample(text, published: "2025-03-05")
        return detector.framedRecords(in: analyst.analysis(of: article))
    }
}

/// A proof with its frame.
struct FramedProof: Sendable, CustomTestStringConvertible, CustomStringConvertible {
    let frame: Frame
    let proof: Proof

    var description: String { "\(frame.name), line \(proof.line): \(proof.text)" }
    var testDescription: String { description }

    static var all: [FramedProof] {
        guard let frames = try? Frames.shared.get().detector.frames.frames else { return [] }
        return frames.flatMap { frame in frame.proofs.map { FramedProof(frame: frame, proof: $0) } }
    }

    func records() throws -> [(frame: String, record: Record)] {
        try Frames.shared.get().records(in: proof.text)
    }
}

extension Fact {
    /// A field as proofs write it.
    fileprivate func field(_ name: String) -> String? {
        switch (self, name) {
        case (.decision(let decision), "actors"): decision.actors.joined(separator: ", ")
        case (.decision(let decision), "action"): decision.action
        case (.decision(let decision), "status"): decision.status.rawValue
        case (.decision(let decision), "date"): decision.date?.description
        case (.deal(let deal), "parties"): deal.parties.joined(separator: ", ")
        case (.deal(let deal), "kind"): deal.kind.rawValue
        case (.deal(let deal), "item"): deal.item
        case (.deal(let deal), "quantity"): deal.quantity.map { "\($0)" }
        case (.deal(let deal), "value"): deal.value.map { "\($0.amount) \($0.currency)" }
        case (.deal(let deal), "status"): deal.status.rawValue
        case (.question(let question), "about"): question.about
        case (.question(let question), "kind"): question.kind.rawValue
        case (.question(let question), "by"): question.raisedBy
        default: nil
        }
    }
}
