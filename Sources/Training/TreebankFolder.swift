package import Foundation
import Treebanks

/// A folder with treebanks and texts with names, unpacked or packed by xz.
package struct TreebankFolder: Sendable {
    /// The folder.
    package let url: URL

    /// Names a folder.
    package init(_ url: URL) { self.url = url }

    /// The treebanks that a model is trained on.
    package static let trainingTreebanks = ["en_ewt-ud-train.conllu", "gum_train_clean.conllu"]
    /// The texts with names that a model is trained on; one of a treebank bears the treebank's name.
    package static let trainingNames = [
        "ner/uner_ewt_dev.bio", "ner/wikigold.bio", "ner/crossner_pol_train.bio",
        "ner/gum_train_clean.bio",
    ]

    /// The text of a file.
    func text(_ name: String) throws -> String {
        let file = url.appending(path: name)
        if FileManager.default.fileExists(atPath: file.path) {
            return try String(contentsOf: file, encoding: .utf8)
        }
        let process = Process()
        let pipe = Pipe()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["xz", "-dc", file.path + ".xz"]
        process.standardOutput = pipe
        try process.run()
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationStatus == 0, let text = String(data: data, encoding: .utf8) else {
            throw TrainingError.unreadable(name)
        }
        return text
    }

    /// A treebank with its own tokens.
    func treebank(_ name: String) throws -> TrainingText {
        try TrainingText(Treebank(try text(name)))
    }

    /// The documents of a text with names.
    func names(_ name: String) throws -> [NamedText.Part] {
        try NamedText(try text(name)).documents
    }
}
