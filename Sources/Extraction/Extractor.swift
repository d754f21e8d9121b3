public import Diagnostics
public import Records

/// Reads what articles say: one article in, its records out.
///
/// What is found in one article depends on nothing but that article.
public struct Extractor: Sendable {
    private let analyst: Analyst
    private let detectors: [any Detector]

    /// Makes an extractor with the lexicons and frames that the program carries.
    ///
    /// - Throws: A ``Diagnostic`` with file and line when one of them is damaged.
    public init() throws(Diagnostic) {
        analyst = try Analyst()
        detectors = [
            OfficialDetector(),
            StatementDetector(lexicon: analyst.lexicon),
        ]
    }

    /// The records of an article, each with evidence that stands in its text byte for byte.
    ///
    /// A record whose evidence does not stand there is our mistake and left out.
    public func records(in article: Article) -> [Record] {
        let analysis = analyst.analysis(of: article)
        return detectors.flatMap { $0.records(in: analysis) }
            .filter { record in record.evidence.allSatisfy { $0.holds(in: article) } }
    }
}
