internal import GRDB

/// The ties of records, as they stand in the ledger: each in both directions.
struct TieTable {
    private let others: Statement
    private let insertion: Statement
    private let removal: Statement

    init(_ db: Database) throws {
        others = try db.cachedStatement(
            sql: "SELECT other_version, other_position FROM tie WHERE version = ? AND position = ?"
        )
        insertion = try db.cachedStatement(sql: "INSERT OR IGNORE INTO tie VALUES (?, ?, ?, ?)")
        removal = try db.cachedStatement(
            sql: """
                DELETE FROM tie WHERE version = ? AND position = ?
                AND other_version = ? AND other_position = ?
                """
        )
    }

    /// The places that a place is tied to.
    func others(of place: RecordPlace) throws -> [RecordPlace] {
        try Row.fetchAll(others, arguments: [place.version, place.position])
            .map { RecordPlace($0) }
    }

    func insert(_ one: RecordPlace, _ two: RecordPlace) throws {
        try insertion.execute(arguments: Self.arguments(one, two))
        try insertion.execute(arguments: Self.arguments(two, one))
    }

    func remove(_ one: RecordPlace, _ two: RecordPlace) throws {
        try removal.execute(arguments: Self.arguments(one, two))
        try removal.execute(arguments: Self.arguments(two, one))
    }

    private static func arguments(
        _ one: RecordPlace,
        _ two: RecordPlace
    ) -> StatementArguments {
        [one.version, one.position, two.version, two.position]
    }
}
