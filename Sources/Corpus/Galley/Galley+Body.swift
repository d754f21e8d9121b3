internal import Records

extension Galley {
    /// Takes addresses that stand on lines of their own as the article's sources.
    mutating func takeCitations() {
        for index in draft.pieces.indices {
            guard let line = line(index) else { continue }
            if line.utf8.count <= 24,
                ["source", "sources", "references", "links", "works cited"]
                    .contains(line.folded.trimmingEdges)
            {
                isGone[index] = leadsToAddress(index + 1)
                continue
            }
            guard let address = line.soleAddress else { continue }
            isGone[index] = true
            if !facts.citedAddresses.contains(address) { facts.citedAddresses.append(address) }
        }
    }

    private func leadsToAddress(_ index: Int) -> Bool {
        draft.pieces.indices.contains(index) && line(index)?.soleAddress != nil
    }

    /// Takes outlet, address and date from the notes that tell where the text comes from.
    mutating func takeNotes() {
        let count = draft.pieces.count
        // A note stands at the head or at the foot.
        for index in 0..<count where index < 4 || index >= count - 12 {
            guard !isGone[index], draft.pieces[index].range.count <= 500 else { continue }
            let text = NotePattern.Line(draft.text[draft.pieces[index].range])
            for pattern in words.notes {
                guard let found = pattern.match(text) else { continue }
                // A note is a sentence of its own; elsewhere the words may belong to the story.
                guard pattern.slots.count > 1 || draft.pieces[index].range.count <= 160 else {
                    continue
                }
                isGone[index] = true
                facts.outlet = found[.outlet] ?? facts.outlet
                facts.address = facts.address ?? found[.address]
                if let date = found[.date],
                    let moment = DateScanner(date, words: words.dates).dates.first?.moment
                {
                    facts.published.append(moment.articleDate(.note))
                }
                break
            }
        }
    }

    /// Cuts what belongs to the page: adverts, invitations, teasers at the foot.
    mutating func cutFurniture() {
        let total = prose(in: draft.pieces.indices)
        for index in draft.pieces.indices where !isGone[index] && index != headline {
            guard let line = line(index) else { continue }
            let isMenu = kinds[index] == .paragraph && line.isMenu
            if line.isHashtags || isMenu || isCredit(line) {
                isGone[index] = true
                continue
            }
            switch effect(of: line, at: index) {
            case .drop: isGone[index] = true
            case .stop where index > body:
                cut(from: index)
                return
            case .end where index > body:
                if prose(in: index..<draft.pieces.count) * 4 <= total {
                    cut(from: index)
                    return
                }
                isGone[index] = true
            case .end, .stop: isGone[index] = true
            case .caption:
                if kinds[index] == .paragraph, line.utf8.count < 400 { kinds[index] = .caption }
            case nil: break
            }
        }
    }

    private func effect(of line: String, at index: Int) -> Furniture.Effect? {
        if let effect = words.furniture.effect(of: line) { return effect }
        if index > body, !facts.bylines.isEmpty {
            let folded = line.folded
            if facts.bylines.contains(where: { folded == "about " + $0.folded }) { return .end }
        }
        guard index > body, line.utf8.count <= MetaLine.longest,
            line.withBytes({ $0.contains(where: \.isDigit) }), words.dates.isLabelled(line),
            let meta = MetaLine(line, words: words), !meta.namesPlace,
            !meta.dates.isEmpty, meta.dates.allSatisfy({ $0.label != .none })
        else { return nil }
        return .drop
    }

    private mutating func cut(from index: Int) {
        for later in index..<draft.pieces.count { isGone[later] = true }
    }

    /// The bytes of prose in some pieces.
    private func prose(in indices: Range<Int>) -> Int {
        indices.reduce(0) { sum, index in
            let piece = draft.pieces[index]
            return draft.isProse(piece) ? sum + piece.range.count : sum
        }
    }

    /// Whether a line only credits an agency, such as “With AFP”; the agency is taken.
    private mutating func isCredit(_ line: String) -> Bool {
        guard line.utf8.count <= 60 else { return false }
        var rest = line.folded.trimmingEdges
        for lead in ["with", "by", "source", "©", "(c)", "copyright", "from"]
        where rest.hasPrefix(lead) {
            rest = String(rest.dropFirst(lead.count)).trimmingEdges
        }
        let name = rest.split(separator: " ").filter { Int($0) == nil }.joined(separator: " ")
        guard let agency = words.agencies[name] else { return false }
        facts.agency = facts.agency ?? agency
        return true
    }

    /// Cuts what stands a second time; short lines may stand twice, but not the headline.
    mutating func cutRepeats() {
        var seen: [Int: Int] = [:]
        let shown = headline.map { line($0)?.folded }
        for index in remaining {
            let range = draft.pieces[index].range
            if index != headline, let shown, line(index)?.folded == shown {
                isGone[index] = true
                continue
            }
            guard range.count >= 40 else { continue }
            var hasher = Hasher()
            draft.text.withUnsafeBytes {
                hasher.combine(bytes: UnsafeRawBufferPointer(rebasing: $0[range]))
            }
            let key = hasher.finalize()
            if let first = seen[key] {
                let before = draft.text[draft.pieces[first].range]
                if before.elementsEqual(draft.text[range]) { isGone[index] = true }
            } else {
                seen[key] = index
            }
        }
    }

    /// Reads the dateline that opens the first paragraph, and the agency in it or at the end.
    mutating func readDateline() {
        guard let first = remaining.first(where: { draft.isProse(draft.pieces[$0]) }) else {
            return
        }
        let range = draft.pieces[first].range
        let opening = String(decoding: draft.text[range.prefix(140)], as: UTF8.self)
        if let dateline = Dateline(opening, words: words) {
            facts.dateline = dateline
            if let moment = dateline.moment {
                facts.unlabelled.append(moment.articleDate(.dateline))
            }
            facts.agency = facts.agency ?? dateline.agency
            facts.outlet = facts.outlet ?? dateline.outlet
        }
        guard facts.agency == nil,
            let last = remaining.last(where: { draft.pieces[$0].range.count >= 70 || $0 == first })
        else { return }
        let ending = String(
            decoding: draft.text[draft.pieces[last].range.suffix(40)],
            as: UTF8.self
        )
        facts.agency = ending.closingCredit(words)
    }
}

extension String {
    /// The address that a line consists of, if it consists of one.
    var soleAddress: String? {
        // What holds a space behind its lead is no address: most lines end here.
        guard withBytes({ $0.count { $0 == UInt8(ascii: " ") } }) <= 2,
            withBytes({ $0.contains { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: ".") } })
        else { return nil }
        var part = Substring(self)
        for lead in ["Source:", "Sources:", "source:", "-", "•", "*", "–"]
        where part.hasPrefix(lead) {
            part = part.dropFirst(lead.count).drop { $0 == " " }
        }
        let isAddress =
            part.hasPrefix("http://") || part.hasPrefix("https://")
            || part.hasPrefix("www.")
        guard isAddress, !part.contains(" "), part.utf8.count > 8 else { return nil }
        return String(part).trimmingMarks
    }

    /// Whether a line holds nothing but hashtags, two or more.
    fileprivate var isHashtags: Bool {
        guard utf8.first == UInt8(ascii: "#") else { return false }
        let parts = split(separator: " ")
        return parts.count >= 2 && parts.allSatisfy { $0.first == "#" && $0.utf8.count > 1 }
    }

    /// Whether a line is a row of names with upright lines between them, as menus are.
    fileprivate var isMenu: Bool {
        guard withBytes({ $0.contains(UInt8(ascii: "|")) }) else { return false }
        let parts = split(separator: "|")
        return parts.count >= 3
            && parts.allSatisfy { part in
                let words = part.split(separator: " ")
                return words.count <= 4 && !part.contains { $0.isNumber || ".?!:".contains($0) }
            }
    }

    /// The agency that the words behind the last sentence credit, in capitals or behind a dash.
    fileprivate func closingCredit(_ words: NewsWords) -> String? {
        guard let stop = lastIndex(where: { ".!?”\"".contains($0) }) else { return nil }
        let rest = self[index(after: stop)...]
        let isMarked = rest.contains { "-–—/(".contains($0) }
        let name = String(rest).trimmingEdges
        guard isMarked || name == name.uppercased() else { return nil }
        return words.agencies[name.folded]
    }
}
