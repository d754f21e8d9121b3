package import Diagnostics
package import Language
package import Records

/// Finds decisions, deals and open questions by frames.
///
/// One detector finds all three: a clause that tells a deal tells no decision besides.
package struct FrameDetector: Detector {
    /// The frames.
    package let frames: FrameSet

    /// Reads the frames that the program carries.
    package init(analyzer: Analyzer) throws(Diagnostic) {
        frames = try FrameSet(analyzer: analyzer)
    }

    /// The decisions, deals and questions of an article.
    package func records(in analysis: Analysis) -> [Record] {
        framedRecords(in: analysis).map(\.record)
    }

    /// The records with the names of the frames that found them.
    package func framedRecords(in analysis: Analysis) -> [(frame: String, record: Record)] {
        let reading = FrameReading(analysis, frames: frames)
        var drafts: [Draft] = []
        for index in analysis.document.sentences.indices {
            drafts += reading.drafts(in: index)
        }
        return RecordBuilder(analysis: analysis).records(from: drafts)
    }
}

/// A record that is not yet bound to its sentence.
struct Draft {
    /// The name of its frame.
    var frame: String
    /// What it says.
    var fact: Fact
    /// The share of right records of its frame, 0 to 1.
    var confidence: Double
    /// The sentence, as an index into the document's.
    var sentence: Int
    /// The tokens it covers.
    var extent: Range<Int>
    /// The tokens of its trigger.
    var trigger: Range<Int>
    /// Whether a noun or phrase tells it, and no verb.
    var isNominal = false
    /// The tokens of the clause that a question leaves open.
    var open: Range<Int>?

    /// Which of two drafts of one clause is kept: the higher; of equal ones, the first.
    ///
    /// A deal stands before a decision, unless only a noun names it; a deal that names its kind,
    /// its parties, its price and its number before one that does not.
    var rank: Int {
        switch fact {
        case .deal(let deal):
            (isNominal ? 0 : 20) + Self.detail(of: deal.kind) + min(deal.parties.count, 2)
                + (deal.value == nil ? 0 : 1) + (deal.quantity == nil ? 0 : 1)
        case .decision: isNominal ? 8 : 10
        default: 0
        }
    }

    /// How much a kind tells: “treaty” says that there is an agreement, “purchase” also what it does.
    private static func detail(of kind: Deal.Kind) -> Int {
        switch kind {
        case .other: 0
        case .treaty, .trade, .contract: 2
        default: 3
        }
    }
}
