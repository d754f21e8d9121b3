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
            Field("ID", .identifier) {
                .text("\($0.item.id)-\($0.kind.rawValue)-\($0.number)")
            },
            Field("Finding", .link) { link(toFinding: $0.item.id) },
            Field("Change") { .text($0.kind.rawValue) },
            Field("Headline") { .text($0.item.headline) },
            Field("About") { .text(orEmpty: $0.about) },
            Field("Before") { .text(orEmpty: $0.before) },
            Field("Now") { .text(orEmpty: $0.now) },
            Field("In words") { .list($0.item.details) },
        ]
        return WorkbookLayout.Sheet("Changes", table: "tbl_changes", fields, rows)
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
