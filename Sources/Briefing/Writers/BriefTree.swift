internal import Records

/// A value of JSON.
enum Tree: Encodable {
    case text(String)
    case number(Int)
    case share(Double)
    case flag(Bool)
    case list([Tree])
    case object([String: Tree?])
    case record(Record)
    case evidence(Evidence)

    func encode(to encoder: any Encoder) throws {
        switch self {
        case .text(let value): try value.encode(to: encoder)
        case .number(let value): try value.encode(to: encoder)
        case .share(let value): try value.encode(to: encoder)
        case .flag(let value): try value.encode(to: encoder)
        case .list(let values): try values.encode(to: encoder)
        case .object(let values): try values.compactMapValues(\.self).encode(to: encoder)
        case .record(let record): try record.encode(to: encoder)
        case .evidence(let evidence): try evidence.encode(to: encoder)
        }
    }
}

extension Tree: ExpressibleByStringLiteral, ExpressibleByArrayLiteral {
    init(stringLiteral value: String) { self = .text(value) }

    init(arrayLiteral elements: Tree...) { self = .list(elements) }
}

/// A brief as programs see it: the keys of the JSON, which stay when the program's own names change.
enum BriefTree {
    static func tree(_ brief: Brief) -> Tree {
        .object([
            "header": header(brief.header),
            "keyPoints": .list(
                brief.keyPoints.map {
                    .object([
                        "id": .text($0.id), "sentence": .text($0.sentence),
                        "citations": numbers($0.citations),
                    ])
                }
            ),
            "changes": brief.changes.map(changes),
            "lateReports": brief.lateReports.map { .list($0.map(lateReport)) },
            "sections": .list(brief.sections.map(section)),
            "figures": brief.parts.contains(.figures) ? section(brief.figures) : nil,
            "conflicts": .list(brief.conflicts.map(conflict)),
            "datesAhead": .list(
                brief.datesAhead.map {
                    .object([
                        "date": .text("\($0.date)"), "id": .text($0.id),
                        "headline": .text($0.headline), "citations": numbers($0.citations),
                    ])
                }
            ),
            "sources": .list(brief.sources.map(source)),
            "coverage": coverage(brief.coverage),
            "confidenceRule": texts(brief.confidenceRule),
        ])
    }

    private static func header(_ header: Brief.Header) -> Tree {
        .object([
            "title": .text(header.title), "edition": header.edition.map(edition),
            "period": header.period.map(Tree.text),
            "first": header.first.map { .text("\($0)") },
            "last": header.last.map { .text("\($0)") },
            "cutOff": header.cutOff.map { .text("\($0)") }, "articles": .number(header.articles),
            "outlets": .number(header.outlets), "origins": .number(header.origins),
            "undated": .number(header.undated),
        ])
    }

    private static func section(_ section: Brief.Section) -> Tree {
        .object([
            "type": .text(section.kind.rawValue), "title": .text(section.title),
            "items": .list(section.items.map(item)), "further": .list(section.further.map(item)),
            "withheld": .list(section.withheld.map(item)), "notes": texts(section.notes),
            "earlier": section.earlier.isEmpty ? nil : .list(section.earlier.map(earlier)),
        ])
    }

    private static func item(_ item: Brief.Item) -> Tree {
        .object([
            "id": .text(item.id), "type": .text(item.finding.fact.kind.rawValue),
            "headline": .text(item.headline), "details": texts(item.details),
            "quote": item.quote.map(quote), "citations": numbers(item.citations),
            "reports": .number(item.reports), "origins": .number(item.origins),
            "confidence": .object([
                "level": .text(item.confidence.level.rawValue),
                "reason": .text(item.confidence.reason),
                "extraction": .share(item.confidence.extraction),
            ]),
            "openSince": item.openSince.map { .text("\($0)") },
            "history": item.finding.history.isEmpty
                ? nil : .list(item.finding.history.map(moment)),
            "isUndated": .flag(item.isUndated), "pinned": item.pin.map(Tree.text),
            "confirmed": item.confirmation.map(Tree.text),
            "edits": item.edits.isEmpty ? nil : texts(item.edits),
            "records": .list(item.finding.records.map(Tree.record)),
        ])
    }

    private static func moment(_ moment: Moment) -> Tree {
        .object([
            "date": .text("\(moment.date)"), "field": .text(moment.field),
            "value": .text(moment.value),
        ])
    }

    private static func earlier(_ question: Brief.EarlierQuestion) -> Tree {
        .object([
            "id": .text(question.id), "headline": .text(question.headline),
            "since": question.since.map { .text("\($0)") },
        ])
    }

    static func quote(_ quote: Brief.Quote) -> Tree {
        .object([
            "text": .text(quote.text), "citation": .number(quote.citation),
            "evidence": .evidence(quote.evidence),
        ])
    }

    private static func conflict(_ conflict: Brief.ConflictingReports) -> Tree {
        .object([
            "id": .text(conflict.id), "headline": .text(conflict.headline),
            "field": .text(conflict.field),
            "claims": .list(
                conflict.claims.map {
                    .object([
                        "value": .text($0.value), "sources": .text($0.sources),
                        "citations": numbers($0.citations), "quotes": .list($0.quotes.map(quote)),
                    ])
                }
            ),
        ])
    }

    private static func source(_ source: Brief.Source) -> Tree {
        .object([
            "number": .number(source.number), "isCited": .flag(source.isCited),
            "article": .text(source.article), "path": .text(source.path),
            "outlet": .text(source.outlet), "headline": .text(source.headline),
            "byline": source.byline.map(Tree.text), "agency": source.agency.map(Tree.text),
            "published": source.published.map { .text("\($0)") },
            "publishedFrom": source.published.map { .text($0.source.rawValue) },
            "address": source.address.map(Tree.text), "origin": .number(source.origin),
            "originReason": source.originReason.map(Tree.text),
            "findings": .number(source.findings),
            "colophon": source.colophon.map(colophon),
        ])
    }

    private static func colophon(_ colophon: Colophon) -> Tree {
        .object([
            "section": colophon.section.map(Tree.text),
            "language": colophon.language.map(Tree.text), "place": colophon.place.map(Tree.text),
            "day": colophon.day.map { .text("\($0)") },
            "corrections": colophon.corrections.isEmpty ? nil : texts(colophon.corrections),
            "firstPublished": colophon.firstPublished.map { .text("\($0)") },
            "translation": colophon.translation.map(Tree.text),
            "otherDates": colophon.otherDates.isEmpty
                ? nil : texts(colophon.otherDates.map { "\($0)" }),
        ])
    }

    private static func coverage(_ coverage: Brief.CoverageNote) -> Tree {
        .object([
            "summary": texts(coverage.summary),
            "failed": .list(
                coverage.failed.map {
                    .object([
                        "path": .text($0.path), "reason": .text($0.reason),
                        "mend": $0.mend.map(Tree.text), "code": .text($0.code),
                    ])
                }
            ),
            "undated": numbers(coverage.undated),
            "rejected": coverage.rejected == 0 ? nil : .number(coverage.rejected),
            "copies": .list(
                coverage.copies.map {
                    .object(["citations": numbers($0.citations), "reason": .text($0.reason)])
                }
            ),
        ])
    }

    static func numbers(_ numbers: [Int]) -> Tree { .list(numbers.map(Tree.number)) }

    static func texts(_ texts: [String]) -> Tree { .list(texts.map(Tree.text)) }
}
