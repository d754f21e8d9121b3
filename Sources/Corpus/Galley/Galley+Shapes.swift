internal import Records

extension Galley {
    /// Tells headings from paragraphs by their shape, as plain text has them.
    mutating func readShapes() {
        guard draft.hasShapelessHead else { return }
        let rest = remaining
        var isBehindHeading = false
        for (place, index) in rest.enumerated() {
            guard kinds[index] == .paragraph, place + 1 < rest.count else {
                isBehindHeading = false
                continue
            }
            let isAlone = draft.pieces[index].isSetApart
            let isFollowedByGap = draft.pieces[rest[place + 1]].isSetApart
            // Right behind a heading a second one may stand, but not the first line of a list.
            guard isAlone || isBehindHeading && isFollowedByGap, looksLikeHeading(index) else {
                isBehindHeading = false
                continue
            }
            kinds[index] = .heading
            isBehindHeading = isAlone
        }
    }

    /// Whether a piece is short and does not close like a sentence.
    private func looksLikeHeading(_ index: Int) -> Bool {
        let piece = draft.pieces[index]
        // Most lines close a sentence.
        let isQuestion = draft.text[piece.range].last == UInt8(ascii: "?")
        guard piece.range.count <= 120, isQuestion || !draft.endsSentence(piece),
            let line = line(index), let first = line.first, let last = line.last,
            first.isLetter || first.isNumber || "'‘“\"¿".contains(first), last != ",", last != ";",
            line.utf8.split(separator: UInt8(ascii: " ")).count <= 14
        else { return false }
        // A question in capitals is a heading too: WHERE WILL THE CUTS FALL?
        return !isQuestion || line == line.uppercased()
    }
}
