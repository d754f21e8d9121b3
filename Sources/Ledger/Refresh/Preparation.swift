internal import Diagnostics
internal import Records

/// Reads, parses and extracts on all cores, outside any transaction.
struct Preparation {
    let intake: Intake
    /// The digests of articles from which this program has extracted before.
    let known: Set<String>

    /// What came of a file that had to be read.
    func outcome(of read: RefreshPlan.Read) throws -> FileOutcome<PreparedArticle> {
        let path = read.entry.path
        let content: [UInt8]
        switch intake.read(path) {
        case .success(let bytes): content = bytes
        case .failure(let trouble):
            let told = try StoredJSON.text([trouble])
            return FileOutcome(read: read, result: .unreadable(diagnostics: told))
        }
        let hash = intake.digest(content)
        if hash == read.known?.hash { return FileOutcome(read: read, result: .same) }
        let parsed = intake.parse(content, path)
        return FileOutcome(
            read: read,
            result: .changed(
                hash: hash,
                articles: try parsed.articles.map(prepared),
                diagnostics: try StoredJSON.text(parsed.diagnostics)
            )
        )
    }

    /// The records of an article as they are stored.
    func records(of article: Article) throws -> [PreparedRecord] {
        try intake.extract(article).map { record in
            PreparedRecord(
                id: record.id,
                kind: record.fact.kind.rawValue,
                confidence: record.confidence,
                content: try StoredJSON.text(record)
            )
        }
    }

    private func prepared(_ article: Article) throws -> PreparedArticle {
        // What the article says, wherever it stands.
        var bare = article
        bare.id = ""
        bare.path = ""
        bare.blocks = bare.blocks.map { Block($0.kind, range: $0.range, source: 0..<0) }
        let digest = intake.digest(Array(try StoredJSON.text(bare).utf8))
        return PreparedArticle(
            name: article.id,
            path: article.path,
            digest: digest,
            address: article.address,
            first: article.published?.date.first.number,
            last: article.published?.date.last.number,
            content: try StoredJSON.text(article),
            records: known.contains(digest) ? nil : try records(of: article)
        )
    }
}

/// An article as it will be stored.
struct PreparedArticle {
    var name: String
    var path: String
    var digest: String
    var address: String?
    /// The first and the last day on which it may have been published, in days since 1970-01-01.
    var first: Int?
    var last: Int?
    var content: String
    /// The records; nil where they are known from an article with the same digest.
    var records: [PreparedRecord]?
}

/// A record as it will be stored.
struct PreparedRecord {
    var id: String
    var kind: String
    var confidence: Double
    var content: String
}
