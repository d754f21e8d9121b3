import Foundation
import Language
import Records

/// Prints how well times and amounts of money are found on public sets.
@main
struct EvaluateTimes {
    static let usage = """
        usage: evaluate-times [--details] [--half 0|1] [--timeml FOLDER]… [--currency FILE] [--dates FILE]

        --timeml    a folder of articles in TimeML (*.tml), such as TBAQ of TempEval-3
        --currency  CurrencyModel.json of Recognizers-Text, English
        --dates     DateTimeModel.json of Recognizers-Text, English
        --half      only the articles of one half, told by their names, so that rules are made on one
        --details   lists what was missed and what is wrong
        """

    static func main() {
        guard let options = Options(Array(CommandLine.arguments.dropFirst())) else {
            print(usage)
            exit(64)
        }
        do {
            let reader = try Reader()
            if !options.folders.isEmpty { try reader.printTimes(options) }
            if let path = options.currency {
                try reader.print(CurrencyCase.self, "currency", at: path, options)
            }
            if let path = options.dates {
                try reader.print(DateCase.self, "dates", at: path, options)
            }
        } catch {
            FileHandle.standardError.write(Data("\(error)\n".utf8))
            exit(66)
        }
    }
}

/// What the person asks for.
struct Options {
    var folders: [String] = []
    var currency: String?
    var dates: String?
    var half: Int?
    var showsDetails = false

    /// Reads arguments; nil when they are not understood.
    init?(_ arguments: [String]) {
        var rest = arguments[...]
        while let argument = rest.popFirst() {
            if argument == "--details" {
                showsDetails = true
                continue
            }
            guard let value = rest.popFirst() else { return nil }
            switch argument {
            case "--timeml": folders.append(value)
            case "--currency": currency = value
            case "--dates": dates = value
            case "--half" where value == "0" || value == "1": half = Int(value)
            default: return nil
            }
        }
        if folders.isEmpty, currency == nil, dates == nil { return nil }
    }
}

/// What reads texts: the analyzer and the grammar.
struct Reader {
    let analyzer: Analyzer
    let grammar: ExpressionGrammar

    init() throws {
        analyzer = try Analyzer()
        grammar = try ExpressionGrammar()
    }

    /// The expressions of a text, with its document.
    func read(_ text: String, _ published: CalendarDate?) -> (Document, Expressions) {
        let document = analyzer.document(text)
        return (document, grammar.expressions(in: document, published: published))
    }

    /// Prints the figures of TempEval-3 for folders of TimeML, and how fast the expressions were found.
    func printTimes(_ options: Options) throws {
        var score = TimeScore()
        var bytes = 0
        var spent = Duration.zero
        for folder in options.folders {
            for article in try TimedArticle.articles(in: folder)
            where options.half == nil || options.half == article.half {
                let document = analyzer.document(article.text)
                let (found, time) = measured(document, article.published)
                spent += time
                bytes += article.text.utf8.count
                score.add(
                    found.timexes(in: document),
                    to: article,
                    showsDetails: options.showsDetails
                )
            }
        }
        Swift.print(score.told)
        let rate = Double(bytes) / 1e6 / (spent / .seconds(1))
        Swift.print("speed: \(rate.formatted(.number.precision(.fractionLength(1)))) MB/s")
    }

    /// The expressions of a document, and the least time of five rounds that finding them took.
    private func measured(
        _ document: Document,
        _ published: CalendarDate?
    ) -> (found: Expressions, time: Duration) {
        var found = Expressions()
        let times = (0..<5).map { _ in
            ContinuousClock().measure {
                found = grammar.expressions(in: document, published: published)
            }
        }
        return (found, times.min() ?? .zero)
    }

    /// Prints how many cases of a file are right.
    func print<Case: RecognizerCase>(
        _: Case.Type,
        _ name: String,
        at path: String,
        _ options: Options
    ) throws {
        let data = try Data(contentsOf: URL(filePath: path))
        // The files begin with a mark of their byte order, which the decoder refuses.
        let bare = data.starts(with: [0xEF, 0xBB, 0xBF]) ? data.dropFirst(3) : data[...]
        let cases = try JSONDecoder().decode([Case].self, from: Data(bare)).filter(\.isAsked)
        let wrong = cases.filter { !$0.isRight(self) }
        Swift.print("\(name): \(cases.count - wrong.count) of \(cases.count) right")
        if options.showsDetails {
            for one in wrong { Swift.print(one.told(self)) }
        }
    }
}
