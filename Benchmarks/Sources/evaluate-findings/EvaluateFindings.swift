import Corpus
import Extraction
import Findings
import Foundation
import Language
import Records

/// Prints how well findings agree with what annotators found across articles.
@main
struct EvaluateFindings {
    static let usage = """
        usage: evaluate-findings [--gold-records] [--details] [--events FILE.yaml]… GOLD_DIR ARTICLES_DIR

        GOLD_DIR holds a gold file for each article and events*.yaml; ARTICLES_DIR the articles, named like
        their gold files. --gold-records takes the gold facts for records, so that the consolidation is
        judged apart from the extraction; --events judges only some of the events.
        """

    static func main() {
        guard let options = Options(Array(CommandLine.arguments.dropFirst())) else {
            print(usage)
            exit(64)
        }
        do {
            Report(try judge(options), showsDetails: options.showsDetails).print()
        } catch {
            print(error)
            exit(66)
        }
    }

    /// Reads gold and articles, and brings the articles to findings.
    static func judge(_ options: Options) throws -> Judge {
        let files = try FileManager.default.contentsOfDirectory(
            at: URL(filePath: options.gold),
            includingPropertiesForKeys: nil
        ).filter { $0.pathExtension == "yaml" }
            .sorted { $0.path < $1.path }
        let events = try files.filter { $0.lastPathComponent.hasPrefix("events") }
            .filter { options.events.isEmpty || options.events.contains($0.lastPathComponent) }
            .flatMap { try GoldEvents(contentsOf: $0).events }
        let wanted = Set(events.flatMap(\.articles))
        let gold = try Dictionary(
            files.map { ($0, $0.deletingPathExtension().lastPathComponent) }
                .filter { wanted.contains($0.1) }
                .map { ($0.1, try GoldArticle(contentsOf: $0.0)) },
            uniquingKeysWith: { one, _ in one }
        )
        let archive = try Archive(files: DiskFileSystem())
        let paths = try FileManager.default.contentsOfDirectory(atPath: options.articles)
            .filter { wanted.contains($0.goldName) && !$0.hasSuffix(".yaml") }.sorted()
        let articles = paths.flatMap {
            archive.read(file: "\(options.articles)/\($0)").articles
        }
        let records = try records(of: articles, gold: gold, options)
        let consolidation = Consolidation(try Vocabulary())
        let origins = Origins().origins(of: articles)
        let findings = consolidation.findings(
            from: records,
            articles: articles,
            origins: origins
        )
        let everything = Everything(articles: articles, records: records, origins: origins)
        return Judge(
            events: events,
            gold: gold,
            findings: findings,
            proposals: consolidation.proposals(among: findings),
            origins: origins,
            links: options.showsDetails
                ? try consolidation.explanation(
                    of: Set(records.map { RecordName($0) }),
                    in: everything
                ) : []
        )
    }

    static func records(
        of articles: [Article],
        gold: [String: GoldArticle],
        _ options: Options
    ) throws -> [Record] {
        let extractor = try Extractor()
        guard options.takesGoldRecords else {
            return articles.flatMap { extractor.records(in: $0) }
        }
        let maker = GoldRecords(analyzer: try Analyzer())
        // Annotators list no figures: those that the program finds stand beside the gold facts.
        return articles.flatMap { article in
            (gold[article.id.goldName].map { maker.records(of: $0, in: article) } ?? [])
                + extractor.records(in: article).filter { $0.fact.kind == .figure }
        }
    }
}

/// What the person asks for.
struct Options {
    var takesGoldRecords = false
    var showsDetails = false
    var events: Set<String> = []
    var gold = ""
    var articles = ""

    /// Reads arguments; nil when they are not understood.
    init?(_ arguments: [String]) {
        var rest = arguments[...]
        var folders: [String] = []
        while let argument = rest.popFirst() {
            switch argument {
            case "--gold-records": takesGoldRecords = true
            case "--details": showsDetails = true
            case "--events":
                guard let file = rest.popFirst() else { return nil }
                events.insert(URL(filePath: file).lastPathComponent)
            default:
                if argument.hasPrefix("-") { return nil }
                folders.append(argument)
            }
        }
        guard folders.count == 2 else { return nil }
        (gold, articles) = (folders[0], folders[1])
    }
}
