import Records

/// One value that is different, or one change that is about no value.
private struct ChangeRow {
    let kind: Brief.ChangeKind
    let item: Brief.ChangedItem
    let number: Int
    var about: String?
    var before: String?
    var now: String?
}

extension RowIndex {
    /// A row for each value that changed, and for each change that is about no value.
    func sheet(of changes: Brief.Changes) -> WorkbookLayout.Sheet {
        let rows = changes.groups.flatMap { group in
            group.items.flatMap { changeRows(of: $0, group.kind) }
        }
        let fields: [Field<ChangeRow>] = [
            Field("ID", .identifier, means: "the change: finding, kind and number") {
                .text("\($0.item.id)-\($0.kind.rawValue)-\($0.number)")
            },
            Field("Finding", .link, means: "the finding that changed") {
                link(toFinding: $0.item.id)
            },
            Field(
                "Change",
                means: "in which way it changed since the last edition",
                allowed: Brief.ChangeKind.words
            ) { .text($0.kind.rawValue) },
            Field("Headline", means: "the finding as a full sentence") {
                .text($0.item.headline)
            },
            Field("About", means: "the value that is different", empty: "no value is") {
                .text(orEmpty: $0.about)
            },
            Field("Before", means: "the value as it was", empty: "there was none") {
                .text(orEmpty: $0.before)
            },
            Field("Now", means: "the value as it is", empty: "there is none") {
                .text(orEmpty: $0.now)
            },
            Field("In words", means: "the whole change in words", empty: "the finding is new") {
                .list($0.item.details)
            },
        ]
        return WorkbookLayout.Sheet(
            "Changes",
            table: "tbl_changes",
            purpose: "value that changed since the last edition",
            fields,
            rows
        )
    }

    private func changeRows(of item: Brief.ChangedItem, _ kind: Brief.ChangeKind) -> [ChangeRow] {
        func row(_ number: Int, _ about: String?, _ before: String?, _ now: String?) -> ChangeRow {
            ChangeRow(
                kind: kind,
                item: item,
                number: number,
                about: about,
                before: before,
                now: now
            )
        }
        switch item.change.nature {
        case .new: return [row(1, nil, nil, nil)]
        case .updated(let fields):
            return zip(1..., fields).map { row($0, $1.field, $1.old, $1.new) }
        case .corroborated(let old, let new): return [row(1, "origins", "\(old)", "\(new)")]
        case .contradicted(let conflicts):
            return zip(1..., conflicts).map {
                row($0, $1.field, nil, $1.claims.map(\.value).joined(separator: "; "))
            }
        case .resolved(let answer): return [row(1, "answer", nil, answer)]
        case .withdrawn(let editions):
            return [row(1, "editions", editions.map(String.init).joined(separator: "; "), nil)]
        }
    }
}
