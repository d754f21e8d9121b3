internal import Briefing
internal import Corpus
internal import Extraction
internal import Findings
internal import Foundation
internal import Records

/// What articles tell, ready for a brief or an export: those of some paths, or all that a workspace knows.
struct Survey {
    /// The articles, their origins and what they tell.
    var knowledge: Knowledge
    /// What reading them came to.
    var coverage: Coverage
    /// Tells which of the findings answer questions.
    private let answering: Answers

    /// Surveys the paths that a person named, or where they named none, the workspace.
    ///
    /// - Parameters:
    ///   - input: The paths.
    ///   - workspace: The workspace; it is looked for only where there are no paths.
    ///   - period: The days whose articles of the paths count; a workspace counts all.
    ///   - terminal: Who is told of progress and of what could not be read.
    /// - Throws: That there is nothing to read, or why the workspace cannot be opened.
    init(
        _ input: InputArguments,
        or workspace: WorkspaceArguments,
        period: Period,
        telling terminal: Terminal
    ) throws {
        if input.paths.isEmpty {
            try self.init(workspace, telling: terminal)
        } else {
            try self.init(input, period: period, telling: terminal)
        }
    }

    /// Reads articles and finds out what those of a period tell.
    private init(_ input: InputArguments, period: Period, telling terminal: Terminal) throws {
        let reading = try input.read(telling: terminal, today: .today)
        let admitted = reading.articles.filter(period.admits)
        let records = try Extractor().records(in: admitted) { done, total in
            terminal.show(progress: done, of: total, "extracting")
        }
        let origins = Origins().origins(of: admitted)
        let vocabulary = try Vocabulary()
        let consolidation = Consolidation(vocabulary)
        let findings = consolidation.findings(
            from: records.flatMap(\.self),
            articles: admitted,
            origins: origins
        )
        knowledge = Knowledge(
            articles: reading.articles,
            origins: origins,
            findings: findings,
            proposals: consolidation.proposals(among: findings)
        )
        coverage = reading.coverage
        answering = Answers(vocabulary)
    }

    /// Takes what a workspace knows now; nothing is issued.
    private init(_ workspace: WorkspaceArguments, telling terminal: Terminal) throws {
        let desk = try workspace.desk()
        _ = try desk.refresh(telling: terminal)
        knowledge = try desk.knowledge()
        answering = Answers(try desk.vocabulary.value())
        coverage = try desk.coverage()
    }

    /// The brief of it.
    func brief(_ options: BriefOptions) throws -> Brief {
        var history = BriefHistory.none
        history.answered = answering.answers(
            among: knowledge.findings,
            on: EditionMatter.days(of: knowledge.articles)
        )
        return BriefBuilder(options: options, phrases: try Phrases()).brief(
            findings: knowledge.findings,
            articles: knowledge.articles,
            origins: knowledge.origins,
            coverage: coverage,
            history: history,
            proposals: knowledge.proposals
        )
    }
}

extension Reading {
    /// What the brief says about how the reading went.
    fileprivate var coverage: Coverage {
        let failed = outcomes.compactMap { outcome in
            if case .failed(let diagnostic) = outcome.result { diagnostic } else { nil }
        }
        let files = outcomes.count { outcome in
            if case .read = outcome.result { true } else { false }
        }
        return Coverage(files: files, failed: failed)
    }
}
