internal import Records

extension Galley {
    /// Finds the headline, and the lines around it that carry date, author and outlet.
    mutating func readHead() {
        let head = draft.pieces.indices.prefix { $0 < body && $0 < 40 }
        var placeLines: [(Int, MetaLine)] = []
        for index in head where kinds[index] != .headline {
            guard let line = line(index), !isGone[index] else { continue }
            guard let meta = MetaLine(line, words: words) else { continue }
            if meta.namesPlace {
                placeLines.append((index, meta))
            } else {
                take(meta, at: index)
            }
        }
        // A standfirst reads like prose, and the lines about the article may stand behind it.
        for index in draft.pieces.indices.dropFirst(body + 1).prefix(3) where !isGone[index] {
            guard let line = line(index), let meta = MetaLine(line, words: words),
                !meta.namesPlace, !meta.isMixed
            else { continue }
            take(meta, at: index)
        }
        if draft.hasShapelessHead, headline == nil { findHeadline(in: head) }
        for (index, meta) in placeLines where headline.map({ $0 != index }) ?? false {
            take(meta, at: index)
        }
        guard let headline else { return }
        facts.headline = line(headline) ?? facts.headline
        for index in head where index < headline && !isGone[index] {
            guard let line = line(index) else { continue }
            if facts.masthead == nil, draft.hasShapelessHead,
                !placeLines.contains(where: { $0.0 == index })
            {
                facts.masthead = outletName(line)
            }
            let isKicker = line.split(separator: " ").count <= 4 && kinds[index] != .caption
            isGone[index] = draft.hasShapelessHead || isKicker
        }
        for index in head where index > headline && !isGone[index] {
            if let line = line(index), words.isSection(line) { isGone[index] = true }
        }
    }

    private mutating func take(_ meta: MetaLine, at index: Int) {
        isGone[index] = true
        facts.bylines += meta.people.filter { !facts.bylines.contains($0) }
        facts.agency = facts.agency ?? meta.agency
        facts.outlet = facts.outlet ?? meta.house
        facts.masthead = facts.masthead ?? meta.masthead.flatMap(outletName)
        for dated in meta.dates {
            let isClock = dated.label == .none && isAboveTrail(index)
            let date = dated.moment.articleDate(
                meta.isByline ? .byline : isClock ? .page : .dateline
            )
            switch dated.label {
            case .published: facts.published.append(date)
            case .firstPublished:
                facts.published.append(date)
                facts.firstPublished = facts.firstPublished ?? date
            case .modified: facts.modified.append(date)
            case .none: facts.unlabelled.append(date)
            }
        }
    }

    /// Whether a line stands above the trail of the page’s place on its site, as “Home World Talks go on”: there a
    /// page shows the day on which it is looked at as often as that of the article.
    private func isAboveTrail(_ index: Int) -> Bool {
        guard draft.hasShapelessHead else { return false }
        let lines = draft.pieces.indices.dropFirst(index + 1).prefix(3).compactMap(line)
        return lines.contains { trail in
            let first = trail.prefix { $0.isLetter }.lowercased()
            return words.sections.contains { first.hasPrefix($0) }
                && lines.contains { $0.utf8.count < trail.utf8.count && trail.hasSuffix($0) }
        }
    }

    /// Chooses the line that looks most like a headline; the last where one is repeated.
    private mutating func findHeadline(in head: some Collection<Int>) {
        var best: (index: Int, score: Int)?
        for index in head where !isGone[index] && kinds[index] != .listItem {
            guard let line = line(index), let score = headlineScore(line, index, head) else {
                continue
            }
            if score > best?.score ?? 2 { best = (index, score) }
        }
        guard let best, let words = line(best.index) else { return }
        let repeats = head.filter { line($0) == words }
        let chosen = repeats.last ?? best.index
        headline = chosen
        kinds[chosen] = .headline
        for index in head where index < chosen {
            isGone[index] = isGone[index] || index >= best.index
        }
    }

    /// How much a line looks like a headline; nil when it cannot be one.
    ///
    /// The weights are hand-set: a repeated line of four words or more always wins over its
    /// neighbours, a longer line wins over a shorter one up to eight words.
    private func headlineScore(_ line: String, _ index: Int, _ head: some Collection<Int>) -> Int? {
        let count = line.split(separator: " ").count
        guard count >= 2, line.utf8.count <= 220, !words.isSection(line),
            words.furniture.effect(of: line) == nil, line.first?.isLowercase == false,
            !line.contains("://"), !line.contains("@")
        else { return nil }
        var score = min(count, 8)
        if [".", ",", ":", ";"].contains(line.last) { score -= 4 }
        if "[(*".contains(line.first ?? " ") { score -= 3 }
        if line.contains(" > ") || line.contains(" » ") || line.contains(" | ") { score -= 6 }
        let isRepeated = head.contains { other in
            other != index && (self.line(other)?.containsBytes(line) ?? false)
        }
        if isRepeated && count >= 4 { score += 6 }
        if draft.pieces[index].isSetApart { score += 1 }
        return score
    }

    /// The name of an outlet that a line above the headline may be.
    private func outletName(_ line: String) -> String? {
        let name = String(line.replacing(" - ", with: "\n").split(separator: "\n").first ?? "")
        let parts = name.split(separator: " ")
        let telling = parts.filter { !["of", "the", "and", "&", "de", "la", "for"].contains($0) }
        guard (1...5).contains(telling.count), name.utf8.count >= 2, name.last != ".",
            !words.isSection(name), words.furniture.effect(of: name) == nil,
            telling.allSatisfy({ $0.first?.isUppercase == true || $0.first?.isNumber == true }),
            !"|>»/:!?".contains(where: name.contains)
        else { return nil }
        return name
    }
}

extension NewsWords {
    /// Whether a line is made of the names of sections alone.
    func isSection(_ line: String) -> Bool {
        let parts = line.lowercased().split { !($0.isLetter || $0.isNumber || $0 == "&") }
        return !parts.isEmpty && parts.allSatisfy { sections.contains(String($0)) }
    }
}
