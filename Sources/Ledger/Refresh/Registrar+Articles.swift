internal import GRDB

extension Registrar {
    /// Finds out which articles of a file are which: by what they say, by their address, and in a file
    /// of one article by the file.
    mutating func registerOwn(_ articles: [StagedArticle], of file: Int64) throws {
        var known = try KnownArticle.all(of: file, in: db)
        var rest: [StagedArticle] = []
        let before = report.countOfArticles
        for article in articles {
            let alike = known.indices.filter { known[$0].digest == article.digest }
            let same = alike.first { known[$0].name == article.name } ?? alike.first
            if let same {
                try update(known.remove(at: same), to: article, in: file)
            } else {
                rest.append(article)
            }
        }
        for article in rest {
            let isWhole = article.name == article.path && articles.count == 1 && known.count == 1
            let same = known.firstIndex {
                isWhole || ($0.address != nil && $0.address == article.address)
            }
            if let same {
                try update(known.remove(at: same), to: article, in: file)
            } else {
                unknown.append((file, article))
            }
        }
        if report.countOfArticles == before, known.isEmpty, rest.isEmpty, !articles.isEmpty {
            report.unchanged += 1
        }
        if let first = articles.first, first.name != first.path {
            try keep(known, path: first.path)
        } else {
            loose += known
        }
    }

    /// Looks for the articles that are new to their file among those that lost their place, among those
    /// that were withdrawn earlier, and makes new ones of the others.
    mutating func registerUnknown() throws {
        for (file, article) in unknown {
            let same =
                loose.firstIndex { $0.digest == article.digest }
                ?? loose.firstIndex { $0.address != nil && $0.address == article.address }
            if let same {
                try update(loose.remove(at: same), to: article, in: file)
            } else if let former = try KnownArticle.withdrawn(as: article.digest, in: db) {
                report.returned.append(article.name)
                try write(article, to: former, in: file)
            } else {
                try insert(article, in: file)
            }
        }
    }

    /// Keeps entries that a feed no longer lists: feeds drop their oldest, which takes nothing back.
    ///
    /// Their place in the feed is another entry's now, so they are named by their identity.
    private func keep(_ articles: [KnownArticle], path: String) throws {
        for article in articles {
            try db.execute(
                sql: "UPDATE article SET name = ?, path = ? WHERE id = ?",
                arguments: ["\(path)#\(article.identity)", path, article.id]
            )
        }
    }

    private mutating func update(
        _ known: KnownArticle,
        to article: StagedArticle,
        in file: Int64
    ) throws {
        if known.path != article.path {
            report.moved.append(RefreshReport.Move(from: known.name, to: article.name))
        }
        if known.digest != article.digest { report.edited.append(article.name) }
        if known.name != article.name { report.isChange = true }
        try write(article, to: known, in: file)
    }

    /// Lets a known article stand where and say what a staged one does.
    private func write(
        _ article: StagedArticle,
        to known: KnownArticle,
        in file: Int64
    ) throws {
        var version = known.version
        if known.digest == article.digest {
            try db.cachedStatement(
                sql: """
                    UPDATE version SET content =
                    (SELECT content FROM staged_article WHERE id = ?) WHERE id = ?
                    """
            ).execute(arguments: [article.id, version])
            if article.hasRecords { try replaceRecords(of: version, by: article) }
        } else {
            version = try insertVersion(of: known.id, article)
        }
        try db.cachedStatement(
            sql: """
                UPDATE article SET file = ?, name = ?, path = ?, address = ?, digest = ?,
                first_day = ?, last_day = ?, version = ?, withdrawn = NULL WHERE id = ?
                """
        ).execute(
            arguments: [
                file, article.name, article.path, article.address, article.digest,
                article.first, article.last, version, known.id,
            ]
        )
    }

    private mutating func insert(_ article: StagedArticle, in file: Int64) throws {
        try db.cachedStatement(
            sql: """
                INSERT INTO article
                (identity, file, name, path, address, digest, first_day, last_day, seen)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """
        ).execute(
            arguments: [
                try freeIdentity(article), file, article.name, article.path, article.address,
                article.digest, article.first, article.last, generation,
            ]
        )
        let id = db.lastInsertedRowID
        let version = try insertVersion(of: id, article)
        try db.cachedStatement(sql: "UPDATE article SET version = ? WHERE id = ?")
            .execute(arguments: [version, id])
        report.added.append(article.name)
    }

    /// An identity made from what the article first said; a second one that says the same is numbered.
    private func freeIdentity(_ article: StagedArticle) throws -> String {
        let identity = String(article.digest.prefix(12))
        let statement = try db.cachedStatement(sql: "SELECT 1 FROM article WHERE identity = ?")
        var number = 1
        while true {
            let candidate = number == 1 ? identity : "\(identity)-\(number)"
            if try Int.fetchOne(statement, arguments: [candidate]) == nil { return candidate }
            number += 1
        }
    }

    private func insertVersion(of id: Int64, _ article: StagedArticle) throws -> Int64 {
        try db.cachedStatement(
            sql: """
                INSERT INTO version (article, number, digest, seen, program, content)
                SELECT ?1, ifnull((SELECT max(number) FROM version WHERE article = ?1), 0) + 1,
                ?2, ?3, ?4, content FROM staged_article WHERE id = ?5
                """
        ).execute(arguments: [id, article.digest, generation, program, article.id])
        let version = db.lastInsertedRowID
        if article.hasRecords {
            try replaceRecords(of: version, by: article)
        } else {
            try db.cachedStatement(
                sql: """
                    INSERT INTO record
                    SELECT ?1, position, id, kind, confidence, content FROM record
                    WHERE version = (SELECT id FROM version
                    WHERE digest = ?2 AND program = ?3 AND id <> ?1 ORDER BY id LIMIT 1)
                    """
            ).execute(arguments: [version, article.digest, program])
        }
        return version
    }

    private func replaceRecords(of version: Int64, by article: StagedArticle) throws {
        try db.cachedStatement(sql: "DELETE FROM record WHERE version = ?")
            .execute(arguments: [version])
        try db.cachedStatement(
            sql: """
                INSERT INTO record SELECT ?, position, id, kind, confidence, content
                FROM staged_record WHERE article = ?
                """
        ).execute(arguments: [version, article.id])
        try db.cachedStatement(sql: "UPDATE version SET program = ? WHERE id = ?")
            .execute(arguments: [program, version])
    }
}

/// An article as the ledger knows it: what is needed to know it again.
struct KnownArticle {
    var id: Int64
    var identity: String
    var name: String
    var path: String
    var digest: String
    var address: String?
    var version: Int64

    /// The articles that stand in a file.
    static func all(of file: Int64, in db: Database) throws -> [KnownArticle] {
        let statement = try db.cachedStatement(
            sql: "SELECT * FROM article WHERE file = ? AND withdrawn IS NULL ORDER BY id"
        )
        return try Row.fetchAll(statement, arguments: [file]).map(KnownArticle.init)
    }

    /// The article that last said this before it was withdrawn.
    static func withdrawn(as digest: String, in db: Database) throws -> KnownArticle? {
        let statement = try db.cachedStatement(
            sql: """
                SELECT * FROM article WHERE digest = ? AND withdrawn IS NOT NULL
                ORDER BY withdrawn DESC, id LIMIT 1
                """
        )
        return try Row.fetchOne(statement, arguments: [digest]).map(KnownArticle.init)
    }

    private init(_ row: Row) {
        id = row["id"]
        identity = row["identity"]
        name = row["name"]
        path = row["path"]
        digest = row["digest"]
        address = row["address"]
        version = row["version"]
    }
}
