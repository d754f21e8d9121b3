import Language

/// What says from what, how and to what figures a model was made.
package struct ModelManifest {
    /// The lines of the manifest: what is told, and what it is.
    package private(set) var lines: [(key: String, value: String)]

    /// Describes a model that was made just now.
    package init(_ content: [UInt8], figures: [ModelEvaluation.Figure]) {
        lines = Self.settings
        lines.append(("bytes", String(content.count)))
        lines.append(("checksum", Self.checksum(content)))
        lines += figures.map { ("\($0.text): \($0.name)", $0.rounded) }
    }

    /// What the code of today would make a model with.
    package static var settings: [(key: String, value: String)] {
        let (tagger, parser, names) = (
            TaggerTrainer.Settings(), ParserTrainer.Settings(), NameTrainer.Settings()
        )
        return [
            ("format", String(decoding: ModelFile.magic, as: UTF8.self)),
            ("features", FeaturePrint.value),
            ("treebanks", TreebankFolder.trainingTreebanks.joined(separator: ", ")),
            ("names", TreebankFolder.trainingNames.joined(separator: ", ")),
            ("weight of the first names", String(ModelTrainer.namesWeight)),
            ("folds", String(ModelTrainer.folds)),
            ("tagger", String(describing: tagger)),
            ("parser", String(describing: parser)),
            ("finder of names", String(describing: names)),
        ]
    }

    /// The manifest as a table.
    package var text: String {
        """
        # What english.model was made from, with which settings, and what it is worth. Written by `make model`.
        # features: a checksum of what the code of the templates sees in a fixed sentence.
        # Figures are in per cent, on texts that the model was not trained on.
        key\tvalue

        """ + lines.map { "\($0.key)\t\($0.value)\n" }.joined()
    }

    /// FNV-1a of 64 bits in hexadecimal digits.
    package static func checksum(_ bytes: some Sequence<UInt8>) -> String {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        return String(hash, radix: 16)
    }
}

extension ModelEvaluation.Figure {
    /// The figure with one decimal.
    package var rounded: String {
        let tenths = Int((value * 10).rounded())
        return "\(tenths / 10).\(tenths % 10)"
    }
}
