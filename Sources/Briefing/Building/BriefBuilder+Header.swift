internal import Records

extension BriefBuilder {
    /// What stands at the top: title, edition, period, cut-off, and how much of the period was read.
    func header(
        _ sources: [Brief.Source],
        _ scope: Scope,
        _ cutOff: ArticleDate?,
        _ history: BriefHistory
    ) -> Brief.Header {
        let articles = scope.admitted
        let outlets = Set(articles.compactMap { $0.outlet?.withoutMarkup.lowercased() }).count
        let origins = Set(sources.filter { scope.isOwn($0.article) }.map(\.origin)).count
        let undated = articles.count { $0.published == nil }
        return Brief.Header(
            title: options.title?.withoutMarkup ?? phrases.text("title"),
            edition: edition(history),
            period: periodText,
            first: options.period.first,
            last: options.period.last,
            cutOff: cutOff,
            cutOffText: cutOff.map(phrases.words) ?? phrases.text("cutoff.none"),
            articles: articles.count,
            outlets: outlets,
            origins: origins,
            undated: undated,
            summary: phrases.text(
                "header.summary",
                [
                    "articles": phrases.count("count.article", articles.count),
                    "outlets": phrases.count("count.outlet", outlets),
                    "origins": phrases.count("count.origin", origins),
                    "undated": undated == 0 ? nil : undated.grouped,
                ]
            )
        )
    }

    private var periodText: String? {
        let (first, last) = (options.period.first, options.period.last)
        var slots: [String: String?] = [
            "first": first.map(phrases.words), "last": last.map(phrases.words),
        ]
        if let first, let last { slots["span"] = phrases.words(from: first, to: last) }
        switch options.period {
        case .all: return nil
        case .week(let year, let week):
            slots["year"] = "\(year)"
            slots["week"] = "\(week)"
            return phrases.text("period.week", slots)
        case .days where first != nil && last != nil: return phrases.text("period.days", slots)
        case .days where first != nil: return phrases.text("period.since", slots)
        case .days where last != nil: return phrases.text("period.until", slots)
        case .days: return nil
        }
    }

    private func edition(_ history: BriefHistory) -> Brief.Edition? {
        guard let edition = history.edition else { return nil }
        let correctedOn = edition.revision > 0 ? edition.madeOn : nil
        var parts = [phrases.text("edition.number", ["number": "\(edition.number)"])]
        if let correctedOn {
            parts.append(phrases.text("edition.corrected", ["date": phrases.words(correctedOn)]))
        } else if edition.revision > 0 {
            parts.append(phrases.text("edition.correction", ["number": "\(edition.revision)"]))
        }
        if let old = history.supersedes {
            parts.append(
                phrases.text(
                    old.revision > 0 ? "edition.supersedes.corrected" : "edition.supersedes",
                    ["number": "\(old.number)", "date": old.madeOn.map(phrases.words)]
                )
            )
        }
        return Brief.Edition(
            number: edition.number,
            revision: edition.revision,
            correctedOn: correctedOn,
            supersedes: history.supersedes?.number,
            text: parts.joined(separator: " · ")
        )
    }
}
