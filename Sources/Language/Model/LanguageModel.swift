public import Diagnostics
import Foundation

/// The trained model of English: reads tags, names and grammatical relations in documents.
///
/// Making one maps the model's file into memory and holds it against its checksum. A model has no memory: the same
/// document always reads the same.
public struct LanguageModel: Sendable {
    package let tagger: Tagger
    package let nameTagger: NameTagger
    let parser: Parser

    /// Maps the model of the package.
    public init() throws(Diagnostic) {
        try self.init(path: Self.path, name: "Resources/en/model/english.model")
    }

    /// Where the model of the package lies.
    package static var path: String {
        Bundle.module.bundleURL.appending(path: "Resources/en/model/english.model").path
    }

    /// Maps the model of a file.
    ///
    /// - Parameters:
    ///   - path: The file.
    ///   - name: What the file is called in diagnostics.
    /// - Throws: A diagnostic where it cannot be read.
    package init(path: String, name: String) throws(Diagnostic) {
        guard let file = ModelFile(mapping: path) else {
            throw Diagnostic(
                .error,
                code: "no-data-file",
                at: Place(name),
                "the language model cannot be read",
                mend: "install the program together with its resources"
            )
        }
        try self.init(file, name: name)
    }

    /// Reads a model.
    package init(_ file: ModelFile, name: String) throws(Diagnostic) {
        guard file.isSound, let tagger = Tagger(file), let nameTagger = NameTagger(file),
            let parser = Parser(file)
        else {
            throw Diagnostic(
                .error,
                code: "bad-data-file",
                at: Place(name),
                "the language model is damaged or of another version of the program",
                mend: "install the program together with its resources"
            )
        }
        self.tagger = tagger
        self.nameTagger = nameTagger
        self.parser = parser
    }

    /// A reading of a document, in which nothing is read yet.
    public func reading(of document: Document) -> Reading { Reading(document, self) }
}
