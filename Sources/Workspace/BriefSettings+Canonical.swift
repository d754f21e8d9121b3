internal import Foundation
internal import Records

extension BriefSettings {
    /// All settings that change what an edition says, one a line, the same for the same settings.
    ///
    /// Where nothing but the schedule changed, no edition is out of date.
    public var canonical: String {
        var lines = [
            "title \(title)", "period \(period)", "zone \(timeZone.identifier)",
            "output \(output.text)", "live \(isLive)",
        ]
        lines += focus.names.map { "name \($0)" } + focus.places.map { "place \($0)" }
        lines += focus.words.map { "word \($0)" }
        lines += Section.allCases.filter(sections.contains).map { "section \($0.rawValue)" }
        lines += OutputFormat.allCases.filter(formats.contains).map { "format \($0.rawValue)" }
        lines += confidence.map { "confidence \($0.rawValue) \($1)" }.sorted()
        lines += templates.map { "template \($0.rawValue) \($1)" }.sorted()
        return lines.joined(separator: "\n")
    }
}
