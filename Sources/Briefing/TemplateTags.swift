internal import Diagnostics

/// The names that a template may use, and a check that it uses no others.
enum TemplateTags {
    /// Every name of the view; `Templates/README.md` tells what each says.
    static let names: Set<String> = [
        "address", "agency", "bold", "byline", "changes", "citations", "cite", "citedSources",
        "claims", "confidence", "confidenceRule", "conflicts", "copies", "coverage", "cutOff",
        "date", "datesAhead", "deals", "decisions", "details", "earlier", "edition", "failed",
        "field",
        "findings", "groups", "hang", "hasConflicts", "hasCoverage", "hasDatesAhead",
        "hasEarlier",
        "hasKeyPoints", "hasLateReports", "hasNotes", "hasSources", "headline", "id", "isLast",
        "isUndated", "items", "keyPoints", "kind", "label", "lateReports", "lines", "link", "mend",
        "note", "notes", "number", "officials", "origin", "originReason", "origins", "outlet",
        "path", "period", "plain", "questions", "quote", "quotes", "reason", "reports", "ruling",
        "sections", "sentence", "source", "sources", "statements", "summary", "support", "text",
        "title", "undated", "value",
    ]

    /// What can be done to a value: `{{uppercased(title)}}`.
    static let transforms: Set<String> = [
        "capitalized", "count", "empty", "first", "last", "lowercased", "reversed", "uppercased",
    ]

    /// Checks every tag of a template.
    static func check(_ text: String, path: String) throws(Diagnostic) {
        for (offset, line) in text.split(separator: "\n", omittingEmptySubsequences: false)
            .enumerated()
        {
            var rest = line
            while let open = rest.firstRange(of: "{{") {
                rest = rest[open.upperBound...]
                let end = rest.firstRange(of: "}}")
                let tag = rest[..<(end?.lowerBound ?? rest.endIndex)]
                try check(tag, at: Place(path, line: offset + 1))
                rest = end.map { rest[$0.upperBound...] } ?? rest[rest.endIndex...]
            }
        }
    }

    private static func check(_ tag: Substring, at place: Place) throws(Diagnostic) {
        switch tag.first {
        case "!", "%": return
        case ">", "<", "$", "=":
            throw Diagnostic(
                .error,
                code: "unknown-tag",
                at: place,
                "‘{{\(tag)}}’ is not for briefs",
                mend: "write everything into one file, with tags in {{ and }}"
            )
        default: break
        }
        var name = tag.drop { "#^/&{".contains($0) }.filter { !" }".contains($0) }
        while let open = name.firstIndex(of: "("), name.last == ")" {
            let transform = String(name[..<open])
            guard transforms.contains(transform) else {
                throw unknown(transform, among: transforms, at: place)
            }
            name = String(name[name.index(after: open)...].dropLast())
        }
        for part in name.split(separator: ".") where !names.contains(String(part)) {
            throw unknown(String(part), among: names, at: place)
        }
    }

    private static func unknown(
        _ name: String,
        among known: Set<String>,
        at place: Place
    ) -> Diagnostic {
        let nearest = known.sorted().nearest(to: name)
        return Diagnostic(
            .error,
            code: "unknown-name",
            at: place,
            "a brief has no ‘\(name)’",
            mend: nearest.map { "did you mean ‘\($0)’?" }
                ?? "use one of the names in the README beside the templates"
        )
    }
}
