import Foundation
import Language
import Training
import Treebanks

/// Makes the model of Language from treebanks, and tells what it is worth.
@main
struct LanguageModelTool {
    static let usage = """
        usage: language-model train TREEBANKS OUTPUT    (in the folder of the package)
               language-model evaluate TREEBANKS [MODEL]
               language-model split [--differences] FILE.conllu…
        """

    static func main() {
        let arguments = Array(CommandLine.arguments.dropFirst())
        do {
            switch (arguments.first, arguments.count) {
            case ("train", 3):
                try train(URL(filePath: arguments[1]), output: URL(filePath: arguments[2]))
            case ("evaluate", 2...3):
                try evaluate(URL(filePath: arguments[1]), model: arguments.dropFirst(2).first)
            case ("split", 2...): try split(arguments.dropFirst())
            default:
                print(usage)
                exit(64)
            }
        } catch {
            print(error)
            exit(66)
        }
    }

    /// Trains a model and writes it and its manifest.
    static func train(_ treebanks: URL, output: URL) throws {
        let folder = TreebankFolder(treebanks)
        let trainer = try ModelTrainer(
            folder,
            extraction: URL(filePath: "Sources/Extraction/Resources/en"),
            names: URL(filePath: "Sources/Training/Lexicons")
        ) { FileHandle.standardError.write(Data("\($0)\n".utf8)) }
        let content = try trainer.content()
        try Data(content).write(to: output, options: .atomic)
        let model = try LanguageModel(ModelFile(content), name: output.path)
        let figures = try ModelEvaluation(model, folder).figures()
        let manifest = ModelManifest(content, figures: figures)
        let place = output.deletingLastPathComponent().appending(path: "manifest.tsv")
        try Data(manifest.text.utf8).write(to: place, options: .atomic)
        print(table(figures))
    }

    /// Prints the figures of a model.
    static func evaluate(_ treebanks: URL, model path: String?) throws {
        let model = try path.map { try LanguageModel(path: $0, name: $0) } ?? LanguageModel()
        print(table(try ModelEvaluation(model, TreebankFolder(treebanks)).figures()))
    }

    /// Prints how well tokens and sentences are found.
    static func split(_ arguments: ArraySlice<String>) throws {
        let analyzer = try Analyzer()
        for path in arguments where path != "--differences" {
            let treebank = try Treebank(contentsOf: URL(filePath: path))
            let document = analyzer.document(treebank.text)
            print(path)
            if arguments.first == "--differences" {
                SplitEvaluation.printDifferences(document, treebank)
            }
            for (name, score) in SplitEvaluation.scores(of: document, treebank) {
                print("  \(name.padding(toLength: 12, withPad: " ", startingAt: 0))\(score)")
            }
        }
    }

    /// The figures, one a line.
    static func table(_ figures: [ModelEvaluation.Figure]) -> String {
        figures.map { figure in
            let name = "\(figure.text): \(figure.name)"
            let gate = figure.gate.map { gate in
                "  (\(gate) asked\(figure.value < gate ? ", not reached" : ""))"
            }
            return name.padding(toLength: 36, withPad: " ", startingAt: 0) + figure.rounded
                + (gate ?? "")
        }.joined(separator: "\n")
    }
}
