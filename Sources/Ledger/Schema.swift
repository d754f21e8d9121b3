internal import GRDB

/// The tables of a ledger and how older ones become them.
///
/// Whole values stand in `content` columns as JSON, beside the columns that are searched. A migration
/// that was released is never changed; a new one is added behind it.
enum Schema {
    /// Brings a database up to date, where it is not newer than the program.
    static func prepare(_ queue: DatabaseQueue, path: String) throws {
        let (unknown, isComplete, isForeign) = try queue.read { db in
            let known = Set(migrator.migrations)
            let applied = try migrator.appliedIdentifiers(db)
            return (
                applied.subtracting(known).sorted(), try migrator.hasCompletedMigrations(db),
                try applied.isEmpty && holdsTables(db)
            )
        }
        guard !isForeign else {
            throw LedgerError.foreign(
                path: path,
                reason: "another program wrote its tables into it"
            )
        }
        guard unknown.isEmpty else { throw LedgerError.newer(path: path, changes: unknown) }
        // A ledger that is up to date is opened without a write. The file itself remembers that it
        // keeps a write-ahead log; the library's own setting would write each time.
        guard !isComplete else { return }
        try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = WAL") }
        try migrator.migrate(queue)
    }

    /// Whether a database has tables beside the list of migrations, which a first run may leave alone.
    private static func holdsTables(_ db: Database) throws -> Bool {
        try Bool.fetchOne(
            db,
            sql: """
                SELECT EXISTS (SELECT 1 FROM sqlite_master
                WHERE type = 'table' AND name <> 'grdb_migrations' AND name NOT LIKE 'sqlite_%')
                """
        ) ?? false
    }

    private static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1 articles") { try $0.execute(sql: articles) }
        migrator.registerMigration("2 findings and editions") { try $0.execute(sql: editions) }
        migrator.registerMigration("3 runs") { try $0.execute(sql: runs) }
        migrator.registerMigration("4 consolidation") { try $0.execute(sql: consolidation) }
        // Nearly all articles stand, yet the planner took “withdrawn IS NULL” for the rarest condition and
        // went through all of them by this index instead of through the few that a query names.
        migrator.registerMigration("5 plans") { try $0.execute(sql: "DROP INDEX article_days") }
        return migrator
    }

    private static let articles = """
        -- Every refresh that changed something.
        CREATE TABLE generation (
            id INTEGER PRIMARY KEY,
            at TEXT NOT NULL,
            program TEXT NOT NULL,
            content TEXT NOT NULL
        );
        CREATE TABLE file (
            id INTEGER PRIMARY KEY,
            path TEXT NOT NULL UNIQUE,
            size INTEGER NOT NULL,
            mtime INTEGER NOT NULL,
            ctime INTEGER NOT NULL,
            inode INTEGER NOT NULL,
            settled INTEGER NOT NULL,
            hash TEXT,
            failed INTEGER NOT NULL,
            diagnostics TEXT NOT NULL
        );
        CREATE TABLE article (
            id INTEGER PRIMARY KEY,
            identity TEXT NOT NULL UNIQUE,
            file INTEGER REFERENCES file(id) ON DELETE SET NULL,
            name TEXT NOT NULL,
            path TEXT NOT NULL,
            address TEXT,
            digest TEXT NOT NULL,
            first_day INTEGER,
            last_day INTEGER,
            version INTEGER REFERENCES version(id) DEFERRABLE INITIALLY DEFERRED,
            seen INTEGER NOT NULL,
            withdrawn INTEGER
        );
        CREATE INDEX article_file ON article(file);
        CREATE INDEX article_digest ON article(digest);
        CREATE INDEX article_name ON article(name);
        CREATE INDEX article_days ON article(withdrawn, first_day, last_day);
        CREATE TABLE version (
            id INTEGER PRIMARY KEY,
            article INTEGER NOT NULL REFERENCES article(id) ON DELETE CASCADE,
            number INTEGER NOT NULL,
            digest TEXT NOT NULL,
            seen INTEGER NOT NULL,
            program TEXT NOT NULL,
            content TEXT NOT NULL,
            UNIQUE (article, number)
        );
        CREATE INDEX version_digest ON version(digest);
        CREATE TABLE record (
            version INTEGER NOT NULL REFERENCES version(id) ON DELETE CASCADE,
            position INTEGER NOT NULL,
            id TEXT NOT NULL,
            kind TEXT NOT NULL,
            confidence REAL NOT NULL,
            content TEXT NOT NULL,
            PRIMARY KEY (version, position)
        ) WITHOUT ROWID;
        CREATE INDEX record_id ON record(id);
        """

    private static let editions = """
        CREATE TABLE finding (
            id TEXT PRIMARY KEY,
            kind TEXT NOT NULL,
            seen INTEGER NOT NULL,
            content TEXT NOT NULL
        ) WITHOUT ROWID;
        CREATE TABLE finding_member (
            finding TEXT NOT NULL REFERENCES finding(id) ON DELETE CASCADE,
            article INTEGER NOT NULL REFERENCES article(id) ON DELETE CASCADE,
            record TEXT NOT NULL,
            quote TEXT NOT NULL,
            PRIMARY KEY (article, record, finding)
        ) WITHOUT ROWID;
        CREATE INDEX finding_member_finding ON finding_member(finding);
        CREATE TABLE finding_alias (
            alias TEXT PRIMARY KEY,
            finding TEXT NOT NULL REFERENCES finding(id)
        ) WITHOUT ROWID;
        CREATE INDEX finding_alias_finding ON finding_alias(finding);
        CREATE TABLE edition (
            id INTEGER PRIMARY KEY,
            brief TEXT NOT NULL,
            number INTEGER NOT NULL,
            revision INTEGER NOT NULL,
            first_day INTEGER,
            last_day INTEGER NOT NULL,
            generation INTEGER NOT NULL,
            made_at TEXT NOT NULL,
            content TEXT NOT NULL,
            UNIQUE (brief, number, revision)
        );
        CREATE TABLE edition_finding (
            edition INTEGER NOT NULL REFERENCES edition(id) ON DELETE CASCADE,
            position INTEGER NOT NULL,
            finding TEXT NOT NULL,
            content TEXT NOT NULL,
            PRIMARY KEY (edition, position)
        ) WITHOUT ROWID;
        CREATE INDEX edition_finding_finding ON edition_finding(finding);
        CREATE TABLE edition_article (
            edition INTEGER NOT NULL REFERENCES edition(id) ON DELETE CASCADE,
            version INTEGER NOT NULL REFERENCES version(id),
            PRIMARY KEY (edition, version)
        ) WITHOUT ROWID;
        CREATE INDEX edition_article_version ON edition_article(version);
        CREATE TABLE verdict (
            position INTEGER PRIMARY KEY,
            finding TEXT NOT NULL,
            content TEXT NOT NULL
        );
        CREATE INDEX verdict_finding ON verdict(finding);
        """

    private static let runs = """
        CREATE TABLE run (
            id INTEGER PRIMARY KEY,
            brief TEXT NOT NULL,
            slot TEXT,
            reason TEXT NOT NULL,
            fingerprint TEXT NOT NULL,
            started_at TEXT NOT NULL,
            ended_at TEXT,
            result TEXT,
            note TEXT NOT NULL
        );
        CREATE INDEX run_brief ON run(brief, slot);
        CREATE INDEX run_result ON run(result);
        CREATE INDEX version_program ON version(program);
        CREATE INDEX article_version ON article(version);
        CREATE TABLE edition_output (
            edition INTEGER NOT NULL REFERENCES edition(id) ON DELETE CASCADE,
            position INTEGER NOT NULL,
            path TEXT NOT NULL,
            PRIMARY KEY (edition, position)
        ) WITHOUT ROWID;
        INSERT INTO edition_output
        SELECT edition.id, output.key, json_extract(output.value, '$.path')
        FROM edition, json_each(edition.content, '$.outputs') AS output;
        """

    private static let consolidation = """
        -- The program that consolidated last, and how many times anything was consolidated.
        CREATE TABLE consolidation (program TEXT NOT NULL, serial INTEGER NOT NULL);
        -- The versions of articles that are consolidated; an origin is named by one of its versions.
        CREATE TABLE consolidated (
            version INTEGER PRIMARY KEY REFERENCES version(id) ON DELETE CASCADE,
            origin INTEGER NOT NULL,
            reason TEXT,
            stale INTEGER NOT NULL DEFAULT 0
        );
        CREATE INDEX consolidated_origin ON consolidated(origin);
        -- Keys of versions that are not consolidated any more stay: they may be again.
        CREATE TABLE article_key (
            key INTEGER NOT NULL,
            version INTEGER NOT NULL,
            PRIMARY KEY (key, version)
        ) WITHOUT ROWID;
        CREATE TABLE record_key (
            key INTEGER NOT NULL,
            day INTEGER NOT NULL,
            version INTEGER NOT NULL,
            position INTEGER NOT NULL,
            PRIMARY KEY (key, day, version, position)
        ) WITHOUT ROWID;
        -- Each tie stands here in both directions.
        CREATE TABLE tie (
            version INTEGER NOT NULL,
            position INTEGER NOT NULL,
            other_version INTEGER NOT NULL,
            other_position INTEGER NOT NULL,
            PRIMARY KEY (version, position, other_version, other_position)
        ) WITHOUT ROWID;
        ALTER TABLE finding ADD COLUMN account TEXT NOT NULL DEFAULT '';
        ALTER TABLE finding ADD COLUMN touched INTEGER NOT NULL DEFAULT 0;
        CREATE INDEX finding_touched ON finding(touched);
        ALTER TABLE edition ADD COLUMN consolidation INTEGER NOT NULL DEFAULT 0;
        -- What is consolidated is out of date once its article has another name, date or content.
        CREATE TRIGGER article_changed AFTER UPDATE OF name, first_day, last_day ON article
        WHEN old.name IS NOT new.name OR old.first_day IS NOT new.first_day
            OR old.last_day IS NOT new.last_day
        BEGIN UPDATE consolidated SET stale = 1 WHERE version = new.version; END;
        CREATE TRIGGER version_changed AFTER UPDATE OF content ON version
        WHEN old.content IS NOT new.content
        BEGIN UPDATE consolidated SET stale = 1 WHERE version = new.id; END;
        CREATE TRIGGER record_gone AFTER DELETE ON record
        BEGIN UPDATE consolidated SET stale = 1 WHERE version = old.version; END;
        CREATE TRIGGER record_new AFTER INSERT ON record
        BEGIN UPDATE consolidated SET stale = 1 WHERE version = new.version; END;
        """
}
