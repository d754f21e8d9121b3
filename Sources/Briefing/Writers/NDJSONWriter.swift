internal import Foundation
public import Records

/// Writes findings as JSON, one a line with sorted keys, for programs that read them one by one.
///
/// A line holds `type` and `id`, the fields of the fact as the public contract of records names them,
/// and `origins`, `conflicts`, `history`, `ruling` and `records`, these as `briefctl extract` writes
/// them, each with its evidence. Absent values have no key, lists are there even when they are empty,
/// dates are ISO 8601.
public struct NDJSONWriter: Writer {
    /// Makes a writer.
    public init() {}

    /// The findings of all sections, also those that are not printed.
    ///
    /// `listed` says whether a finding is printed, beyond its section's length, or below its confidence;
    /// `headline` and `confidence` say what the brief makes of it. Without findings the text is empty.
    public func text(of brief: Brief) -> String {
        let items = brief.sections.flatMap(\.everyItem)
        return text(
            of: items.map {
                FindingLine(finding: $0.item.finding, item: $0.item, listing: $0.listing)
            }
        )
    }

    /// The findings as they are, without what a brief makes of them.
    ///
    /// No brief holds what analysts rejected, what no article of its period tells, questions that were
    /// answered, and the sections that it leaves out: this way, they can be written too.
    public func text(of findings: [Finding]) -> String {
        text(of: findings.map { FindingLine(finding: $0) })
    }

    private func text(of lines: [FindingLine]) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        do {
            return try lines.map { line in
                String(decoding: try encoder.encode(line), as: UTF8.self).withEscapedControls + "\n"
            }.joined()
        } catch {
            preconditionFailure("a finding has no value that JSON cannot hold, got \(error)")
        }
    }
}

/// A finding with the fields of its fact beside its own.
private struct FindingLine: Encodable {
    let finding: Finding
    var item: Brief.Item?
    var listing: Brief.Section.Listing?

    private enum Key: String, CodingKey {
        case id, origins, conflicts, history, ruling, records, headline, listed, confidence
    }

    func encode(to encoder: any Encoder) throws {
        var keys = encoder.container(keyedBy: Key.self)
        try keys.encode(finding.id, forKey: .id)
        try keys.encode(finding.origins, forKey: .origins)
        try keys.encode(finding.conflicts, forKey: .conflicts)
        try keys.encode(finding.history, forKey: .history)
        try keys.encode(finding.ruling, forKey: .ruling)
        try keys.encode(finding.records, forKey: .records)
        try keys.encodeIfPresent(item?.headline, forKey: .headline)
        try keys.encodeIfPresent(item?.confidence.extraction, forKey: .confidence)
        try keys.encodeIfPresent(listing?.rawValue, forKey: .listed)
        try finding.fact.encode(to: encoder)
    }
}
