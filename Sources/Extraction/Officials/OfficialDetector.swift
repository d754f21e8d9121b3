internal import Foundation
internal import Language
package import Records

/// Finds the people whom a text gives an office or a role.
package struct OfficialDetector: Detector {
    /// Makes a detector.
    package init() {}

    /// One record for each person with an office, with a sentence for each of their offices.
    package func records(in analysis: Analysis) -> [Record] {
        var order: [Int] = []
        var offices: [Int: [TitledName]] = [:]
        for titled in analysis.titled {
            guard let mention = analysis.mentions(in: titled.name).first,
                analysis.entities[mention.entity].kind == .person
            else { continue }
            if offices[mention.entity] == nil { order.append(mention.entity) }
            offices[mention.entity, default: []].append(titled)
        }
        return order.compactMap { entity in
            record(of: analysis.entities[entity], offices: offices[entity] ?? [], in: analysis)
        }
    }

    private func record(
        of person: Entity,
        offices: [TitledName],
        in analysis: Analysis
    ) -> Record? {
        var roles: [Official.Role] = []
        var evidence: [Evidence] = []
        for office in offices {
            let role = role(of: office.phrase, in: analysis)
            if !roles.contains(where: { $0.title == role.title }) { roles.append(role) }
            if let sentence = analysis.evidence(at: office.name.lowerBound),
                !evidence.contains(sentence)
            {
                evidence.append(sentence)
            }
        }
        guard let first = offices.first, !evidence.isEmpty else { return nil }
        let kind =
            roles.allSatisfy { $0.status == .candidate }
            ? Official.Class.candidate : first.phrase.title.kind
        let official = Official(
            name: person.name,
            aliases: person.aliases,
            roles: roles,
            affiliation: affiliation(kind, roles),
            class: kind
        )
        return Record(
            id: stableID(.official, [person.name]),
            article: analysis.article.id,
            fact: .official(official),
            confidence: offices.map(\.pattern.confidence).max() ?? 0,
            evidence: evidence
        )
    }

    private func role(of phrase: TitlePhrase, in analysis: Analysis) -> Official.Role {
        let organisation = phrase.organisation.map { tokens in
            analysis.mentions(in: tokens).first.map { analysis.entities[$0.entity].name }
                ?? String(analysis.document.text(of: tokens))
        }
        return Official.Role(
            title: wording(of: phrase, in: analysis),
            organisation: organisation,
            country: phrase.country,
            status: phrase.status
        )
    }

    /// The title as printed; of “Senators A and B” each is a senator.
    private func wording(of phrase: TitlePhrase, in analysis: Analysis) -> String {
        let printed = String(analysis.document.text(of: phrase.tokens))
        guard phrase.isPlural else { return printed }
        let plural = String(analysis.document.text(of: phrase.head))
        let isCapital = plural.first?.isUppercase ?? false
        let singular = isCapital ? phrase.title.title.capitalized : phrase.title.title
        return printed.replacing(plural, with: singular, maxReplacements: 1)
    }

    /// Whom the person acts for: a state’s officers for their country, all others for their body.
    private func affiliation(_ kind: Official.Class, _ roles: [Official.Role]) -> String? {
        let country = roles.lazy.compactMap(\.country).first
        let organisation = roles.lazy.compactMap(\.organisation).first
        return switch kind {
        case .government, .military, .legislature, .judiciary, .candidate: country ?? organisation
        case .international, .corporate, .expert, .other: organisation ?? country
        }
    }
}

extension TitledName.Pattern {
    /// The share of right records, measured on annotated articles and rounded.
    fileprivate var confidence: Double {
        switch self {
        case .before, .list: 0.95
        case .apposition: 0.9
        case .introduction: 0.85
        case .predicate: 0.8
        }
    }
}

extension Analysis {
    /// The sentence that holds a token, as evidence.
    package func evidence(at token: Int) -> Evidence? {
        let index = sentenceIndex(of: token)
        guard index < document.sentences.count else { return nil }
        return Evidence(document.sentences[index].range, of: article)
    }
}
