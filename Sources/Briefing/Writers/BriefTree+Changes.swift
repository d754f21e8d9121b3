internal import Records

extension BriefTree {
    static func edition(_ edition: Brief.Edition) -> Tree {
        .object([
            "number": .number(edition.number), "revision": .number(edition.revision),
            "correctedOn": edition.correctedOn.map { .text("\($0)") },
            "supersedes": edition.supersedes.map(Tree.number),
        ])
    }

    static func changes(_ changes: Brief.Changes) -> Tree {
        .object([
            "title": .text(changes.title), "since": .number(changes.since),
            "items": .list(
                changes.groups.flatMap { group in
                    group.items.map { changedItem($0, kind: group.kind) }
                }
            ),
        ])
    }

    private static func changedItem(_ item: Brief.ChangedItem, kind: Brief.ChangeKind) -> Tree {
        var values: [String: Tree?] = [
            "change": .text(kind.rawValue), "id": .text(item.id),
            "type": .text(item.change.fact.kind.rawValue), "headline": .text(item.headline),
            "details": texts(item.details), "citations": numbers(item.citations),
        ]
        switch item.change.nature {
        case .new, .contradicted: break
        case .updated(let fields):
            values["fields"] = .list(
                fields.map {
                    .object([
                        "field": .text($0.field), "old": $0.old.map(Tree.text),
                        "new": $0.new.map(Tree.text),
                    ])
                }
            )
        case .corroborated(let old, let new):
            values["origins"] = .object(["old": .number(old), "new": .number(new)])
        case .resolved(let answer): values["answer"] = .text(answer)
        case .withdrawn(let editions): values["editions"] = numbers(editions)
        }
        return .object(values)
    }

    static func lateReport(_ report: Brief.LateReport) -> Tree {
        .object([
            "citation": .number(report.citation), "source": .text(report.source),
            "findings": .list(
                report.findings.map {
                    .object([
                        "id": .text($0.id), "headline": .text($0.headline),
                        "quote": $0.quote.map(quote),
                    ])
                }
            ),
        ])
    }
}
