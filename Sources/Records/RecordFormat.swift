internal import Foundation

/// How records are written for other programs.
///
/// Records are written one article after the other, so that a corpus of any size passes through.
public enum RecordFormat: String, Hashable, Sendable, CaseIterable {
    /// One JSON object a line.
    case ndjson
    /// One JSON array.
    case json
    /// Comma-separated values with a header line (RFC 4180).
    case csv

    /// What stands before the first record.
    public var opening: String {
        switch self {
        case .ndjson: ""
        case .json: "["
        case .csv: RecordRow.header + "\r\n"
        }
    }

    /// What stands behind the last record.
    public var closing: String {
        switch self {
        case .ndjson, .csv: ""
        case .json: "\n]\n"
        }
    }

    /// Some records, with the separators they need.
    ///
    /// - Parameters:
    ///   - records: The records; their keys are sorted, so that the same records give the same text.
    ///   - isFirst: Whether no record was written before.
    /// - Returns: The text to write.
    /// - Throws: An `EncodingError` when a confidence is no number.
    public func text(of records: [Record], isFirst: Bool) throws -> String {
        switch self {
        case .csv: records.map { RecordRow($0).line + "\r\n" }.joined()
        case .ndjson: try records.map { try Self.json($0) + "\n" }.joined()
        case .json:
            try records.enumerated().map { index, record in
                (isFirst && index == 0 ? "\n " : ",\n ") + (try Self.json(record))
            }.joined()
        }
    }

    private static func json(_ record: Record) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(record), as: UTF8.self)
    }
}

/// One record as a line of a table: what differs by type stands in the columns that all share.
private struct RecordRow {
    static let header =
        "id,type,article,what,who,kind,status,date,quantity,amount,currency,confidence,start,end,quote"

    private var cells: [String]

    init(_ record: Record) {
        let evidence = record.evidence.first
        var what = ""
        var who = ""
        var kind = ""
        var status = ""
        var date: CalendarDate?
        var quantity: Decimal?
        var value: Money?
        switch record.fact {
        case .official(let official):
            (what, who) = (official.roles.map(\.title).joined(separator: "; "), official.name)
            (kind, status) = (official.class.rawValue, official.roles.first?.status.rawValue ?? "")
        case .decision(let decision):
            (what, who) = (decision.action, decision.actors.joined(separator: "; "))
            (status, date) = (decision.status.rawValue, decision.date)
        case .deal(let deal):
            (what, who) = (deal.item ?? "", deal.parties.joined(separator: "; "))
            (kind, status, date) = (deal.kind.rawValue, deal.status.rawValue, deal.date)
            (quantity, value) = (deal.quantity, deal.value)
        case .question(let question):
            (what, who, kind) = (question.about, question.raisedBy ?? "", question.kind.rawValue)
        case .statement(let statement):
            (what, who, date) = (statement.quote, statement.speaker, statement.date)
        case .figure(let figure):
            (what, who, kind) = (figure.words, figure.saidBy ?? "", figure.kind.rawValue)
            (date, quantity) = (figure.date, figure.currency == nil ? figure.number : nil)
            value = figure.currency.map { Money(amount: figure.number, currency: $0) }
        }
        let text = [
            record.id, record.fact.kind.rawValue, record.article, what, who, kind, status,
            date?.description ?? "",
        ]
        let numbers = [
            quantity?.description ?? "", value?.amount.description ?? "", value?.currency ?? "",
            String(record.confidence), evidence.map { String($0.start) } ?? "",
            evidence.map { String($0.end) } ?? "",
        ]
        cells = text.map(\.withoutFormula) + numbers + [(evidence?.quote ?? "").withoutFormula]
    }

    var line: String { cells.map { $0.cell() }.joined(separator: ",") }
}
