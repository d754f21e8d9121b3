internal import Records

extension BriefView {
    /// What changed, by kind.
    func changes(_ changes: Brief.Changes) -> [String: Any] {
        var values: [String: Any] = [
            "title": escape(changes.title),
            "groups": changes.groups.map { group in
                [
                    "title": escape(group.title), "kind": group.kind.rawValue,
                    "items": group.items.map(changedItem),
                ] as [String: Any]
            },
        ]
        values["note"] = changes.note.map(escape)
        return values
    }

    private func changedItem(_ item: Brief.ChangedItem) -> [String: Any] {
        var values: [String: Any] = [
            "id": escape(item.id), "headline": escape(item.headline),
            "kind": item.change.fact.kind.rawValue, "lines": item.details.map(escape),
        ]
        // What no article tells any more has nothing to cite.
        if !item.citations.isEmpty { values["cite"] = cite(item.citations) }
        return values
    }

    /// A late article with what it tells.
    func lateReport(_ report: Brief.LateReport) -> [String: Any] {
        [
            "label": cite([report.citation]), "source": escape(report.source),
            "findings": report.findings.map { finding in
                var values = ["id": escape(finding.id), "headline": escape(finding.headline)]
                values["text"] = (finding.quote?.text).map(escape)
                return values
            },
        ]
    }
}
