internal import Records

extension BriefBuilder {
    /// A brief that says in its header what it corrects.
    ///
    /// - Parameters:
    ///   - brief: A brief that takes the place of another; others stay as they are.
    ///   - correction: In what it differs from that.
    /// - Returns: The brief.
    public func brief(_ brief: Brief, correcting correction: BriefHistory.Correction) -> Brief {
        var brief = brief
        let counts = [
            ("correction.more", correction.moreArticles),
            ("correction.fewer", correction.fewerArticles),
            ("correction.new", correction.newFindings),
            ("correction.gone", correction.goneFindings),
            ("correction.changed", correction.changedFindings),
        ]
        let words = counts.filter { $0.1 > 0 }.map { phrases.count($0.0, $0.1) }
        let told = words.isEmpty ? phrases.text("correction.same") : phrases.comma(words)
        brief.header.edition?.text += " · " + told
        return brief
    }
}
