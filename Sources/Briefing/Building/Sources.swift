internal import Records

/// Makes the list of sources.
struct Sources: Sendable {
    let phrases: Phrases
    let articles: [String: Article]
    let origins: [Origin]
    let findings: [Finding]

    /// The sources in the order of their numbers.
    ///
    /// - Parameters:
    ///   - numbered: The articles' ids, number 1 first.
    ///   - cited: How many of them the printed brief cites.
    /// - Returns: One source an article.
    func sources(_ numbered: [String], cited: Int) -> [Brief.Source] {
        var owners: [String: Int] = [:]
        for (index, origin) in origins.enumerated() {
            for article in origin.articles { owners[article] = index }
        }
        var numbers: [Int: Int] = [:]
        var alone = 0
        var told: [String: Int] = [:]
        for finding in findings {
            for article in Set(finding.records.map(\.article)) { told[article, default: 0] += 1 }
        }
        let entries = numbered.enumerated().compactMap { offset, id -> Entry? in
            guard let article = articles[id] else { return nil }
            let owner = owners[id]
            // Articles without a known origin are one each.
            let origin = owner.flatMap { numbers[$0] } ?? numbers.count + alone + 1
            if let owner { numbers[owner] = origin } else { alone += 1 }
            let shared = owner.map { origins[$0].articles.count { articles[$0] != nil } } ?? 1
            return Entry(
                article: article,
                number: offset + 1,
                isCited: offset < cited,
                origin: origin,
                reason: shared > 1 ? owner.flatMap { origins[$0].reason } : nil,
                findings: told[id] ?? 0
            )
        }
        return entries.mappedOnAllCores(source)
    }

    /// An article with its place among the sources.
    private struct Entry {
        var article: Article
        var number: Int
        var isCited: Bool
        var origin: Int
        var reason: String?
        var findings: Int
    }

    private func source(_ entry: Entry) -> Brief.Source {
        let article = entry.article
        let names = article.bylines.map { $0.withoutMarkup.shortened(to: 80) }.filter {
            !$0.isEmpty
        }
        let outlet = article.outlet?.withoutMarkup.shortened(to: 80) ?? ""
        let colophon = article.colophon?.withoutMarkup
        let headline = article.headline?.withoutMarkup.shortened(to: 160) ?? ""
        return Brief.Source(
            number: entry.number,
            isCited: entry.isCited,
            article: article.id,
            path: article.path.withoutMarkup,
            outlet: outlet.isEmpty ? phrases.text("source.nobody").startingUpper : outlet,
            headline: headline.isEmpty ? phrases.text("source.untitled") : headline,
            byline: names.isEmpty ? nil : phrases.text("byline", ["names": phrases.series(names)]),
            agency: article.agency?.withoutMarkup,
            published: article.published,
            dateText: phrases.published(article.published),
            address: article.address?.withoutMarkup,
            link: article.address.flatMap(WebAddress.encoded),
            origin: entry.origin,
            originReason: entry.reason?.withoutMarkup,
            findings: entry.findings,
            colophon: colophon,
            notes: colophon.map(notes) ?? []
        )
    }

    /// What readers should know of how an article came about.
    private func notes(_ colophon: Colophon) -> [String] {
        let dates = colophon.otherDates.map { phrases.published($0) }
        return colophon.corrections.map { phrases.text("source.corrected", ["text": $0]) }
            + (colophon.translation.map { [phrases.text("source.translated", ["text": $0])] } ?? [])
            + (dates.isEmpty
                ? [] : [phrases.text("source.otherdates", ["dates": phrases.series(dates)])])
    }
}

extension Colophon {
    /// The colophon without what a terminal or a format would take for more than text.
    fileprivate var withoutMarkup: Colophon {
        var clean = self
        clean.section = section?.withoutMarkup.shortened(to: 80)
        clean.language = language?.withoutMarkup.shortened(to: 20)
        clean.place = place?.withoutMarkup.shortened(to: 80)
        clean.corrections = corrections.map { $0.withoutMarkup.shortened(to: 300) }
        clean.translation = translation?.withoutMarkup.shortened(to: 300)
        return clean
    }
}
