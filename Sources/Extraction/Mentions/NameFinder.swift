internal import Language
internal import Records

/// The names of a document: where each stands and what it stands for.
struct Names {
    /// The mentions, in order and without overlap.
    var mentions: [Mention]
    /// What they stand for.
    var entities: [Entity]
    /// The people with an office, in text order.
    var titled: [TitledName]
}

/// Finds the names of a document by its capitals, the gazetteer, offices, and the names it has
/// already given in full.
struct NameFinder {
    let text: TaggedText
    let blockKinds: [Block.Kind]

    /// The names of the document.
    func names() -> Names {
        var runs: [NameRun] = []
        var titled: [TitledName] = []
        for (sentence, kind) in zip(text.document.sentences, blockKinds) where !kind.isHeading {
            let tokens = text.dateline(of: sentence.tokens)..<sentence.tokens.upperBound
            var found = RunFinder(text: text).runs(in: tokens)
            let phrases = TitleReader(text: text, runs: found, sentence: tokens).phrases()
            let matched = TitleMatcher(
                text: text,
                runs: found,
                phrases: phrases,
                sentence: tokens
            ).titledNames()
            settle(&found, phrases: phrases, titled: matched)
            runs += found
            titled += matched
        }
        var register = EntityRegister(text: text)
        register.add(runs)
        let headings = zip(text.document.sentences, blockKinds).filter { $0.1.isHeading }
        let mentions =
            register.mentions(of: runs)
            + headings.flatMap { register.mentions(inHeading: $0.0.tokens) }
        return Names(
            mentions: mentions.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound },
            entities: register.entities,
            titled: titled
        )
    }

    /// Lets the offices say what runs are: their holders are people, their owners bodies.
    private func settle(
        _ runs: inout [NameRun],
        phrases: [TitlePhrase],
        titled: [TitledName]
    ) {
        let people = Set(titled.map(\.name))
        let owners = Set(
            phrases.filter { $0.title.kind != .legislature }.compactMap(\.organisation)
        )
        for index in runs.indices {
            let run = runs[index]
            if people.contains(run.tokens) {
                runs[index].kind = .person
                runs[index].known = nil
                runs[index].isTitled = true
            } else if run.kind == nil, owners.contains(run.tokens) {
                runs[index].kind = .organisation
            } else if hasHonorific(run), text.hasPersonShape(run.tokens) {
                runs[index].kind = .person
                runs[index].known = nil
                runs[index].isTitled = true
            }
        }
    }

    private func hasHonorific(_ run: NameRun) -> Bool {
        let before = run.tokens.lowerBound - 1
        return before >= 0 && text.classes[before].contains(.honorific)
    }
}

extension Block.Kind {
    /// Whether every word may have a capital there.
    package var isHeading: Bool { self == .headline || self == .heading }
}
