internal import Records

/// A brief as templates see it: names and texts, each made safe for the format.
struct BriefView {
    /// Makes a text safe for the format.
    let escape: @Sendable (String) -> String
    /// What stands for the marks that only some formats know.
    let marks: [String: String]

    /// The values of all names.
    func values(_ brief: Brief) -> [String: Any] {
        let header = brief.header
        var values: [String: Any] = marks
        values["title"] = escape(header.title)
        values["edition"] = (header.edition?.text).map(escape)
        values["period"] = header.period.map(escape)
        values["cutOff"] = escape(header.cutOffText)
        values["summary"] = escape(header.summary)
        values["keyPoints"] = brief.keyPoints.enumerated().map { offset, point in
            [
                "number": offset + 1, "sentence": escape(point.sentence),
                "cite": cite(point.citations), "id": escape(point.id),
            ] as [String: Any]
        }
        values["changes"] = brief.changes.map(changes)
        values["hasLateReports"] = brief.lateReports != nil
        values["lateReports"] = brief.lateReports.map { $0.map(lateReport) }
        values["sections"] = brief.sections.map(section)
        for printed in brief.sections {
            values[Brief.Part(printed.kind).rawValue] = section(printed)
        }
        values["conflicts"] = marked(brief.conflicts.map(conflict))
        values["datesAhead"] = brief.datesAhead.map {
            [
                "date": escape($0.dateText), "headline": escape($0.headline),
                "cite": cite($0.citations), "id": escape($0.id),
            ]
        }
        values["sources"] = brief.sources.map(source)
        values["citedSources"] = brief.sources.filter(\.isCited).map(source)
        values["coverage"] = coverage(brief)
        values["confidenceRule"] = brief.confidenceRule.map(escape)
        let flags: [(String, Brief.Part)] = [
            ("hasKeyPoints", .keyPoints), ("hasConflicts", .conflicts),
            ("hasDatesAhead", .datesAhead), ("hasSources", .sources), ("hasCoverage", .coverage),
        ]
        for (name, part) in flags { values[name] = brief.parts.contains(part) }
        return values
    }

    private func section(_ section: Brief.Section) -> [String: Any] {
        [
            "title": escape(section.title), "kind": section.kind.rawValue,
            "items": marked(section.items.map(item)),
            "notes": section.notes.map(escape), "hasNotes": !section.notes.isEmpty,
            "hasEarlier": !section.earlier.isEmpty,
            "earlier": section.earlier.prefix(BriefBuilder.mostEarlier).map(earlier),
        ]
    }

    private func earlier(_ question: Brief.EarlierQuestion) -> [String: Any] {
        var values = ["id": escape(question.id), "headline": escape(question.headline)]
        values["date"] = question.sinceText.map(escape)
        return values
    }

    private func item(_ item: Brief.Item) -> [String: Any] {
        var values: [String: Any] = [
            "id": escape(item.id), "headline": escape(item.headline),
            "cite": cite(item.citations), "support": escape(item.support),
            "reports": item.reports, "origins": item.origins,
            "confidence": escape(item.confidence.words.startingUpper),
            "reason": escape(item.confidence.reason), "isUndated": item.isUndated,
            // A section's kind must not be found where an item is asked for one.
            "kind": item.finding.fact.kind.rawValue,
        ]
        if !item.details.isEmpty {
            values["details"] = escape(item.details.joined(separator: " · ").startingUpper)
        }
        let rulings = [item.pin].compactMap(\.self) + item.edits
        if !rulings.isEmpty {
            values["ruling"] = escape(rulings.joined(separator: " · ").startingUpper)
        }
        if let quote = item.quote {
            // The only source of an item stands behind its headline.
            values["quote"] =
                [
                    "text": escape(quote.text),
                    "cite": item.citations.count > 1 ? cite([quote.citation]) as Any : false,
                ] as [String: Any]
        }
        return values
    }

    private func conflict(_ conflict: Brief.ConflictingReports) -> [String: Any] {
        [
            "id": escape(conflict.id), "headline": escape(conflict.headline),
            "field": escape(conflict.field.startingUpper),
            "claims": conflict.claims.map { claim in
                [
                    "value": escape(claim.value), "sources": escape(claim.sources),
                    "cite": cite(claim.citations),
                    "quotes": claim.quotes.map {
                        ["text": escape($0.text), "cite": cite([$0.citation])]
                    },
                ] as [String: Any]
            },
        ]
    }

    private func source(_ source: Brief.Source) -> [String: Any] {
        var values: [String: Any] = [
            "number": source.number, "label": cite([source.number]),
            "outlet": escape(source.outlet), "headline": escape(source.headline),
            "date": escape(source.dateText), "path": escape(source.path),
            "origin": source.origin, "citations": source.findings,
            "notes": source.notes.map(escape),
        ]
        values["byline"] = source.byline.map(escape)
        values["agency"] = source.agency.map(escape)
        values["address"] = source.address.map(escape)
        // Percent-encoded: there is nothing left to escape.
        values["link"] = source.link
        values["originReason"] = source.originReason.map(escape)
        return values
    }

    private func coverage(_ brief: Brief) -> [String: Any] {
        [
            "lines": brief.coverage.summary.map(escape),
            "failed": brief.coverage.failed.map {
                var values = ["path": escape($0.path), "reason": escape($0.reason)]
                values["mend"] = $0.mend.map(escape)
                return values
            },
            "copies": brief.coverage.copies.map {
                ["cite": cite($0.citations), "reason": escape($0.reason)]
            },
            "undated": brief.sources.filter { $0.published == nil }.map(source),
        ]
    }

    /// Dictionaries that know which is the last.
    private func marked(_ list: [[String: Any]]) -> [[String: Any]] {
        list.enumerated().map { offset, values in
            values.merging(["isLast": offset == list.count - 1]) { given, _ in given }
        }
    }

    /// Numbers of sources as a brief cites them: [1, 3–5]; the spaces do not break.
    func cite(_ numbers: [Int]) -> String {
        var runs: [ClosedRange<Int>] = []
        for number in numbers {
            if let last = runs.last, number <= last.upperBound + 1 {
                runs[runs.count - 1] = last.lowerBound...max(number, last.upperBound)
            } else {
                runs.append(number...number)
            }
        }
        let parts = runs.map { run in
            switch run.count {
            case 1: "\(run.lowerBound)"
            case 2: "\(run.lowerBound),\u{A0}\(run.upperBound)"
            default: "\(run.lowerBound)–\(run.upperBound)"
            }
        }
        return "[" + parts.joined(separator: ",\u{A0}") + "]"
    }
}
