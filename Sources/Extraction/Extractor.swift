public import Diagnostics
internal import Dispatch
internal import Language
public import Records
internal import Synchronization

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
        let analyzer = try Analyzer()
        // The lexicons and the frames cost nearly all of a short run, and about the same.
        let loaded = Mutex<(analyst: LoadResult<Analyst>?, frames: LoadResult<FrameDetector>?)>(
            (nil, nil)
        )
        DispatchQueue.concurrentPerform(iterations: 2) { part in
            if part == 0 {
                let analyst = LoadResult { () throws(Diagnostic) in
                    try Analyst(analyzer: analyzer)
                }
                loaded.withLock { $0.analyst = analyst }
            } else {
                let frames = LoadResult { () throws(Diagnostic) in
                    try FrameDetector(analyzer: analyzer)
                }
                loaded.withLock { $0.frames = frames }
            }
        }
        let parts = loaded.withLock { $0 }
        guard let analyst = try parts.analyst?.get(), let frames = try parts.frames?.get() else {
            preconditionFailure("both parts are loaded by now")
        }
        self.analyst = analyst
        detectors = [
            frames, OfficialDetector(), StatementDetector(lexicon: analyst.lexicon),
            try FigureDetector(analyzer: analyzer, lexicon: analyst.lexicon, frames: frames),
        ]
    }

    private typealias LoadResult<Part> = Result<Part, Diagnostic>

    /// The records of an article, each with evidence that stands in its text byte for byte.
    ///
    /// A record whose evidence does not stand there is our mistake and left out.
    public func records(in article: Article) -> [Record] {
        let analysis = analyst.analysis(of: article)
        return detectors.flatMap { $0.records(in: analysis) }
            .filter { record in record.evidence.allSatisfy { $0.holds(in: article) } }
    }

    /// The records of many articles, in their order, on all cores.
    ///
    /// - Parameters:
    ///   - articles: The articles.
    ///   - progress: Told the number of articles done and of all, after each; on any thread.
    /// - Returns: As many lists as there are articles.
    public func records(
        in articles: [Article],
        progress: (@Sendable (Int, Int) -> Void)? = nil
    ) -> [[Record]] {
        articles.mappedOnAllCores(sharing: 1, progress: progress) { records(in: $0) }
    }
}
