internal import Language
package import Records

/// Finds who is quoted with which words.
///
/// The order of the tries follows Muzny et al., “A Two-stage Sieve Approach for Quote Attribution”
/// (EACL 2017), adapted to news: a verb of saying behind or before the quotation, then “according
/// to”, then the speaker of the quotation that it continues.
package struct StatementDetector: Detector {
    private let lexicon: Lexicon

    /// Makes a detector.
    package init(lexicon: Lexicon) {
        self.lexicon = lexicon
    }

    /// One record for each run of quotations with one attribution.
    package func records(in analysis: Analysis) -> [Record] {
        let text = TaggedText(analysis.document, lexicon: lexicon)
        var speakers = SpeakerFinder(analysis: analysis, text: text)
        var drafts: [Draft] = []
        for quotation in analysis.quotations {
            guard !analysis.isHeading(at: quotation.tokens.lowerBound) else { continue }
            let found = speakers.speaker(of: quotation)
            let sentences = analysis.sentences(of: quotation)
            if let last = drafts.last, let continued = found.isContinued ? last.speaker : nil {
                drafts[drafts.count - 1].add(quotation, sentences, speaker: continued)
            } else if let speaker = found.speaker {
                if let last = drafts.last, last.speaker == speaker,
                    last.sentences.last == sentences.first
                {
                    drafts[drafts.count - 1].add(quotation, sentences, speaker: speaker)
                } else {
                    drafts.append(
                        Draft(
                            speaker: speaker,
                            quotations: [quotation],
                            sentences: sentences,
                            confidence: found.confidence
                        )
                    )
                }
            }
        }
        return drafts.compactMap { record(of: $0, in: analysis) }
    }

    private struct Draft {
        var speaker: String
        var quotations: [Quotation]
        var sentences: [Int]
        var confidence: Double

        mutating func add(_ quotation: Quotation, _ more: [Int], speaker: String) {
            quotations.append(quotation)
            sentences += more.filter { !sentences.contains($0) }
        }
    }

    private func record(of draft: Draft, in analysis: Analysis) -> Record? {
        let evidence = draft.sentences.compactMap {
            Evidence(analysis.document.sentences[$0].range, of: analysis.article)
        }
        guard let first = draft.quotations.first, !evidence.isEmpty else { return nil }
        let quote = draft.quotations.map { analysis.words(of: $0) }.joined(separator: " … ")
        let sentence = analysis.document.sentences[
            analysis.sentenceIndex(of: first.tokens.lowerBound)
        ]
        let date = analysis.times(in: sentence.tokens).first {
            analysis.quotation(holding: $0.tokens.lowerBound) == nil && $0.end == nil
        }
        return Record(
            id: stableID(.statement, [draft.speaker, quote]),
            article: analysis.article.id,
            fact: .statement(
                Statement(speaker: draft.speaker, quote: quote, date: date?.date)
            ),
            confidence: draft.confidence,
            evidence: evidence
        )
    }
}

extension Analysis {
    /// The words of a quotation without the comma that only leads over to the attribution.
    fileprivate func words(of quotation: Quotation) -> String {
        let words = document.text(of: quotation.tokens)
        return String(words.hasSuffix(",") ? words.dropLast() : words)
    }

    /// Whether a token stands in the headline or a heading.
    package func isHeading(at token: Int) -> Bool {
        let index = sentenceIndex(of: token)
        return index < blockKinds.count && blockKinds[index].isHeading
    }

    /// The sentences that a quotation touches.
    package func sentences(of quotation: Quotation) -> [Int] {
        Array(
            sentenceIndex(
                of: quotation.tokens.lowerBound
            )...sentenceIndex(of: quotation.tokens.upperBound - 1)
        )
    }
}
