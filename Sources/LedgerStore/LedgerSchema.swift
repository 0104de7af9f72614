import GRDB

/// The tables of the ledger and how older ledgers become the present one.
///
/// Migrations are only ever appended; a name that was published is never changed. Times are seconds
/// on the clock of Viet Nam (``Instant/seconds``).
enum LedgerSchema {
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("2026-11 submissions and runs") { db in
            try db.execute(sql: submissions)
            try db.execute(sql: runs)
        }
        migrator.registerMigration("2026-11 notices of passes") { db in
            try db.execute(sql: notices)
        }
        migrator.registerMigration("2026-11 audit") { db in
            try db.execute(sql: audit)
        }
        migrator.registerMigration("2026-11 readings") { db in
            try db.execute(sql: readings)
        }
        migrator.registerMigration("2026-11 packs of readings") { db in
            try db.execute(sql: packs)
        }
        migrator.registerMigration("2026-11 times of effect") { db in
            try db.execute(sql: effects)
        }
        migrator.registerMigration("2026-11 places of packs") { db in
            try db.execute(sql: places)
        }
        return migrator
    }

    /// What was seen, pass by pass.
    ///
    /// Rows of `passes` and `versions` are never deleted, and of a
    /// version only the withdrawal is ever filled in. `stamps` is a cache: emptied, it costs one
    /// night of reading.
    private static let submissions = """
        CREATE TABLE passes (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            plan TEXT NOT NULL,
            area TEXT NOT NULL CHECK (area IN ('submissions', 'config')),
            clock INTEGER NOT NULL,
            files INTEGER NOT NULL,
            added INTEGER NOT NULL DEFAULT 0,
            changed INTEGER NOT NULL DEFAULT 0,
            withdrawn INTEGER NOT NULL DEFAULT 0
        ) STRICT;
        CREATE TABLE versions (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            plan TEXT NOT NULL,
            area TEXT NOT NULL CHECK (area IN ('submissions', 'config')),
            path TEXT NOT NULL CHECK (path <> ''),
            sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
            size INTEGER NOT NULL CHECK (size >= 0),
            modified INTEGER NOT NULL,
            received_at INTEGER NOT NULL,
            dated_ahead INTEGER NOT NULL CHECK (dated_ahead IN (0, 1)),
            first_seen INTEGER NOT NULL,
            first_pass INTEGER NOT NULL REFERENCES passes (id),
            withdrawn_at INTEGER,
            withdrawn_pass INTEGER REFERENCES passes (id),
            CHECK ((withdrawn_at IS NULL) = (withdrawn_pass IS NULL))
        ) STRICT;
        CREATE INDEX versions_by_path ON versions (plan, area, path, id);
        CREATE INDEX versions_open ON versions (plan, area, path, id)
            WHERE withdrawn_pass IS NULL;
        CREATE INDEX versions_by_digest ON versions (sha256, size);
        CREATE TABLE stamps (
            plan TEXT NOT NULL,
            area TEXT NOT NULL,
            path TEXT NOT NULL,
            size INTEGER NOT NULL,
            modified INTEGER NOT NULL,
            changed INTEGER NOT NULL,
            inode INTEGER NOT NULL,
            sha256 TEXT NOT NULL,
            PRIMARY KEY (plan, area, path)
        ) STRICT, WITHOUT ROWID;
        """

    /// What a pass noticed about files that it could not take in: part of what a report says, and
    /// nowhere else to be read again.
    private static let notices = """
        CREATE TABLE pass_notices (
            pass INTEGER NOT NULL REFERENCES passes (id),
            number INTEGER NOT NULL,
            severity TEXT NOT NULL,
            code TEXT NOT NULL,
            file TEXT NOT NULL,
            value TEXT,
            expected TEXT,
            message TEXT NOT NULL,
            fix TEXT NOT NULL,
            PRIMARY KEY (pass, number)
        ) STRICT, WITHOUT ROWID;
        """

    /// What files came to when they were read, file by file; ``packs`` took its place.
    ///
    /// A context stands for all that a reading depends on besides the bytes and the path; `used`
    /// orders the contexts of a plan by when a run last took one.
    private static let readings = """
        CREATE TABLE reading_contexts (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            plan TEXT NOT NULL,
            digest TEXT NOT NULL,
            used INTEGER NOT NULL,
            UNIQUE (plan, digest)
        ) STRICT;
        CREATE TABLE readings (
            id INTEGER PRIMARY KEY,
            context INTEGER NOT NULL REFERENCES reading_contexts (id) ON DELETE CASCADE,
            sha256 TEXT NOT NULL,
            path TEXT NOT NULL,
            reading BLOB NOT NULL,
            UNIQUE (context, sha256, path)
        ) STRICT;
        CREATE INDEX readings_by_context ON readings (context);
        """

    /// What files came to when they were read, many in one piece: a cache, which emptied costs one
    /// night of reading.
    ///
    /// It has to be emptied of a plan when originals of its files are removed, because it holds
    /// what they said.
    private static let packs = """
        DROP TABLE readings;
        CREATE TABLE packs (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            context INTEGER NOT NULL REFERENCES reading_contexts (id) ON DELETE CASCADE,
            pack BLOB NOT NULL
        ) STRICT;
        CREATE INDEX packs_by_context ON packs (context);
        """

    /// When a version of a plan's file acts and when a withdrawal does, which is not always when a
    /// pass noticed it; and the time that a pass was made for.
    ///
    /// What older versions of the program recorded has none of them: it acts from its first sight.
    private static let effects = """
        ALTER TABLE passes ADD COLUMN nominal INTEGER;
        ALTER TABLE versions ADD COLUMN effective_at INTEGER;
        ALTER TABLE versions ADD COLUMN gone_at INTEGER;
        """

    /// Where packs are, which are no longer in the database; see ``PackFolder``.
    private static let places = """
        DROP TABLE packs;
        CREATE TABLE packs (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            context INTEGER NOT NULL REFERENCES reading_contexts (id) ON DELETE CASCADE,
            file INTEGER NOT NULL,
            start INTEGER NOT NULL CHECK (start >= 0),
            size INTEGER NOT NULL CHECK (size >= 0),
            head BLOB NOT NULL
        ) STRICT;
        CREATE INDEX packs_by_context ON packs (context);
        CREATE INDEX packs_by_file ON packs (file);
        """

    private static let runs = """
        CREATE TABLE runs (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            id TEXT NOT NULL,
            plan TEXT NOT NULL,
            window TEXT NOT NULL,
            as_of INTEGER NOT NULL,
            known_at INTEGER NOT NULL,
            clock INTEGER NOT NULL,
            state INTEGER NOT NULL,
            output TEXT NOT NULL,
            outcome TEXT NOT NULL
                CHECK (outcome IN ('begun', 'published', 'unpublished', 'failed')),
            version TEXT NOT NULL,
            UNIQUE (id, plan, window)
        ) STRICT;
        CREATE INDEX runs_by_window ON runs (plan, window, number);
        CREATE TABLE run_counts (
            run INTEGER NOT NULL REFERENCES runs (number) ON DELETE CASCADE,
            name TEXT NOT NULL,
            value INTEGER NOT NULL,
            PRIMARY KEY (run, name)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE run_parameters (
            run INTEGER NOT NULL REFERENCES runs (number) ON DELETE CASCADE,
            name TEXT NOT NULL,
            value TEXT NOT NULL,
            PRIMARY KEY (run, name)
        ) STRICT, WITHOUT ROWID;
        """

    /// What was done by whom, line by line, each line's digest covering the line before; what
    /// editions can be checked by; and which originals the retention rule removed.
    ///
    /// Rows of `audit` are never changed or deleted.
    private static let audit = """
        CREATE TABLE audit (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            act TEXT NOT NULL,
            at INTEGER NOT NULL,
            machine_at INTEGER NOT NULL,
            user TEXT NOT NULL,
            host TEXT NOT NULL,
            command TEXT NOT NULL,
            plan TEXT,
            window TEXT,
            run TEXT,
            as_of INTEGER,
            known_at INTEGER,
            outcome TEXT,
            detail TEXT NOT NULL,
            files INTEGER,
            files_digest TEXT,
            manifest TEXT,
            parameters TEXT,
            last_pass INTEGER NOT NULL,
            received TEXT NOT NULL,
            digest TEXT NOT NULL UNIQUE
        ) STRICT;
        CREATE INDEX versions_by_pass ON versions (first_pass);
        CREATE INDEX versions_by_withdrawal ON versions (withdrawn_pass)
            WHERE withdrawn_pass IS NOT NULL;
        CREATE TABLE editions (
            run INTEGER PRIMARY KEY REFERENCES runs (number) ON DELETE CASCADE,
            files INTEGER NOT NULL,
            files_digest TEXT NOT NULL,
            manifest TEXT NOT NULL
        ) STRICT;
        CREATE TABLE pruned (
            sha256 TEXT PRIMARY KEY,
            pruned_at INTEGER NOT NULL,
            line INTEGER NOT NULL REFERENCES audit (number)
        ) STRICT, WITHOUT ROWID;
        """
}
