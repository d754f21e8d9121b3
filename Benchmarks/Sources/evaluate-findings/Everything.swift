import Findings
import Records

/// A memory in which all articles and records are near to each other.
struct Everything: ConsolidationMemory {
    let articles: [Article]
    let records: [Record]
    let origins: [Origin]

    func articles(_ ids: Set<String>) -> [Article] { articles.filter { ids.contains($0.id) } }

    func articles(sharing keys: [Int], atMost count: Int) -> [String] { articles.map(\.id) }

    func origins(of articles: Set<String>) -> [Origin] {
        origins.filter { !articles.isDisjoint(with: $0.articles) }
    }

    func records(of articles: Set<String>, kind: Fact.Kind?) -> [Record] {
        records.filter { articles.contains($0.article) && (kind == nil || $0.fact.kind == kind) }
    }

    func records(_ names: Set<RecordName>) -> [Record] {
        records.filter { names.contains(RecordName($0)) }
    }

    func records(sharing keys: [Int], around day: Day?, atMost count: Int) -> [RecordName] {
        records.map { RecordName($0) }
    }

    func ties(reaching names: Set<RecordName>) -> Set<Tie> { [] }
}
