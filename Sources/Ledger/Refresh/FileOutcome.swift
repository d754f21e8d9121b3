/// What came of one file that had to be read, with its articles as far as they have come: prepared in
/// memory, or set aside on disk.
struct FileOutcome<Content: Sendable>: Sendable {
    /// What reading it came to.
    enum Result: Sendable {
        /// No content; the diagnostics as stored.
        case unreadable(diagnostics: String)
        /// The content that is known.
        case same
        /// Another content; the diagnostics as stored.
        case changed(hash: String, articles: [Content], diagnostics: String)
    }

    var read: RefreshPlan.Read
    var result: Result

    /// Whether the content is the one that is known.
    var isSame: Bool {
        if case .same = result { true } else { false }
    }

    /// The articles of another content.
    var articles: [Content] {
        if case .changed(_, let articles, _) = result { articles } else { [] }
    }

    /// The same outcome with its articles brought a step further.
    func mapArticles<Next: Sendable>(_ step: (Content) throws -> Next) rethrows -> FileOutcome<Next>
    {
        let next: FileOutcome<Next>.Result =
            switch result {
            case .unreadable(let diagnostics): .unreadable(diagnostics: diagnostics)
            case .same: .same
            case .changed(let hash, let articles, let diagnostics):
                .changed(hash: hash, articles: try articles.map(step), diagnostics: diagnostics)
            }
        return FileOutcome<Next>(read: read, result: next)
    }
}
