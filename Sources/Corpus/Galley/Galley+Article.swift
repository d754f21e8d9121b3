internal import Records

extension Galley {
    /// The article that a draft makes; nil when no text is left.
    static func article(
        _ draft: Draft,
        id: String,
        path: String,
        map: OffsetMap,
        words: NewsWords,
        today: Day?
    ) -> Article? {
        var galley = Galley(draft, words: words)
        galley.takeCitations()
        galley.takeNotes()
        galley.takeNotices()
        galley.readHead()
        galley.cutFurniture()
        galley.cutRepeats()
        galley.readDateline()
        galley.readShapes()
        return galley.article(id: id, path: path, map: map, today: today)
    }

    private func article(id: String, path: String, map: OffsetMap, today: Day?) -> Article? {
        let (text, blocks) = laidOut(map)
        guard blocks.contains(where: { $0.kind != .headline && $0.kind != .caption }) else {
            return nil
        }
        let metadata = draft.metadata
        var article = Article(
            id: id,
            path: path,
            text: text,
            blocks: blocks
        )
        let address = metadata.address ?? facts.address
        article.headline = facts.headline ?? metadata.headline
        article.address = address
        article.outlet =
            metadata.outlet ?? facts.outlet ?? facts.masthead
            ?? address.flatMap(\.hostName)
        article.agency =
            facts.agency ?? metadata.authors.lazy.compactMap { words.agencies[$0.folded] }.first
        article.bylines = bylines
        article.citedAddresses = facts.citedAddresses
        let (published, others) = published(address: address, path: path, today: today)
        article.published = published
        article.modified = modified(today)
        article.colophon = colophon(published: published, others: others)
        return article
    }

    /// The text that is left, headline first, and where its blocks lie in it and in the file.
    private func laidOut(_ map: OffsetMap) -> (text: String, blocks: [Block]) {
        var order = remaining
        if let headline, let place = order.firstIndex(of: headline), place > 0 {
            order.remove(at: place)
            order.insert(headline, at: 0)
        }
        var blocks: [Block] = []
        blocks.reserveCapacity(order.count)
        var end = 0
        for index in order {
            let piece = draft.pieces[index]
            let start = blocks.isEmpty ? 0 : end + 2
            end = start + piece.range.count
            let source = map.origin(of: piece.source)
            blocks.append(Block(kinds[index], range: start..<end, source: source))
        }
        // A long text is copied once, to where it stays.
        let text = String(unsafeUninitializedCapacity: end) { buffer in
            for (index, block) in zip(order, blocks) {
                if block.range.lowerBound > 0 {
                    buffer[block.range.lowerBound - 2] = 0x0A
                    buffer[block.range.lowerBound - 1] = 0x0A
                }
                let piece = draft.text[draft.pieces[index].range]
                _ = buffer[block.range].initialize(fromContentsOf: piece)
            }
            return end
        }
        return (text, blocks)
    }

    private var bylines: [String] {
        var names: [String] = []
        for name in draft.metadata.authors.flatMap(\.authors) + facts.bylines
        where words.isPerson(name) && !names.contains(where: { $0.folded == name.folded }) {
            names.append(name)
        }
        return names
    }
}

extension String {
    /// The host of an address without “www.”.
    var hostName: String? {
        guard let scheme = firstRange(of: "://") else { return nil }
        let host = self[scheme.upperBound...].prefix { !"/?#:".contains($0) }.lowercased()
        guard host.contains(".") else { return nil }
        return host.hasPrefix("www.") ? String(host.dropFirst(4)) : host
    }
}
