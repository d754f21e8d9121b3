public import Records

/// Remembers what was consolidated, so that a part of it can be consolidated anew.
///
/// One requirement for each thing that is looked up; it knows nothing of what the lookups are for.
public protocol ConsolidationMemory {
    /// The articles with these ids.
    func articles(_ ids: Set<String>) throws -> [Article]

    /// The articles that share most keys with one, at most so many.
    func articles(sharing keys: [Int], atMost count: Int) throws -> [String]

    /// The origins of articles, whole.
    func origins(of articles: Set<String>) throws -> [Origin]

    /// The records of articles; of one type where one is given.
    func records(of articles: Set<String>, kind: Fact.Kind?) throws -> [Record]

    /// The records with these names.
    func records(_ names: Set<RecordName>) throws -> [Record]

    /// The records that share most keys with one and were published shortly before or after a day, at most
    /// so many.
    func records(sharing keys: [Int], around day: Day?, atMost count: Int) throws -> [RecordName]

    /// The ties that a chain of ties connects with any of the records.
    func ties(reaching names: Set<RecordName>) throws -> Set<Tie>
}
