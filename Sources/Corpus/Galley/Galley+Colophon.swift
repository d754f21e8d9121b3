internal import Records

extension Galley {
    /// Takes the lines at the head or the foot that tell of a correction or of a machine’s translation; they stay in the text.
    mutating func takeNotices() {
        let count = draft.pieces.count
        for index in 0..<count where index < 6 || index >= count - 12 {
            guard draft.pieces[index].range.count <= Notices.longest, index != headline else {
                continue
            }
            let line = draft.string(draft.pieces[index])
            switch words.notices.kind(of: line) {
            case .correction where !facts.corrections.contains(line):
                facts.corrections.append(line)
            case .translation: facts.translation = facts.translation ?? line
            default: continue
            }
        }
    }

    /// What the article tells about its making; nil when that is nothing.
    func colophon(published: ArticleDate?, others: [ArticleDate]) -> Colophon? {
        let colophon = Colophon(
            section: draft.metadata.section?.oneLine,
            language: draft.metadata.language,
            place: facts.dateline?.place,
            day: facts.dateline?.day(near: published?.date.day),
            corrections: facts.corrections,
            firstPublished: facts.firstPublished,
            translation: facts.translation,
            otherDates: others
        )
        return colophon == Colophon() ? nil : colophon
    }
}
