internal import Diagnostics
internal import Records

/// Reads, parses and extracts on all cores, outside any transaction.
struct Preparation {
    let intake: Intake

    /// What came of a file that had to be read.
    func outcome(of read: RefreshPlan.Read) throws -> FileOutcome<ReadArticle> {
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
        let parsed = try intake.parse(content, path)
        return FileOutcome(
            read: read,
            result: .changed(
                hash: hash,
                articles: try parsed.articles.map(digested),
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

    /// An article as it will be stored, without records where they are known.
    func prepared(_ read: ReadArticle, known: Set<String>) throws -> PreparedArticle {
        let article = read.article
        return PreparedArticle(
            name: article.id,
            path: article.path,
            digest: read.digest,
            address: article.address,
            first: article.published?.date.first.number,
            last: article.published?.date.last.number,
            content: try StoredJSON.text(article),
            records: known.contains(read.digest) ? nil : try records(of: article)
        )
    }

    private func digested(_ article: Article) throws -> ReadArticle {
        var bare = article
        bare.id = ""
        bare.path = ""
        bare.blocks = bare.blocks.map { Block($0.kind, range: $0.range, source: 0..<0) }
        let digest = intake.digest(Array(try StoredJSON.text(bare).utf8))
        return ReadArticle(article: article, digest: digest)
    }
}

/// An article that was read, before anything is extracted from it.
struct ReadArticle {
    var article: Article
    /// The digest of what the article says, wherever it stands.
    var digest: String
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
