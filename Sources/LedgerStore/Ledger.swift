import Disk
import GRDB
import Glibc

/// The ledger of submissions: what was received when, in which versions, and which runs used it.
///
/// One state directory holds `ledger.sqlite`, `originals/` and, in `readings/`, what files were
/// read as, which can be had again from the other two. Every change is one transaction, and the
/// original that a row speaks of is on the disk before the row is: a kill or a full disk at any
/// point leaves the ledger as it was before the pass. Reading beside a running pass is safe; two
/// writers are kept apart by the lock of the state directory, which the caller holds.
package final class Ledger: Sendable {
    /// The bytes of everything ever received.
    package let originals: Originals
    /// The folder that holds all of it.
    package let stateDirectory: String
    /// The path of the database, for messages.
    package let path: String
    private let access: Access

    /// How the database is asked.
    private enum Access: Sendable {
        case writing(DatabaseQueue)
        case reading(ReadOnlyDatabase)
    }

    /// Opens the ledger of a state directory, making both where they are missing.
    ///
    /// A ledger of an older version is brought up to date; one of a newer version, or one that is
    /// seen to be damaged, is left untouched and refused.
    package init(stateDirectory: String) throws(LedgerError) {
        let path = stateDirectory + "/ledger.sqlite"
        self.stateDirectory = stateDirectory
        self.path = path
        do {
            try Folder.make(stateDirectory)
            originals = try Originals(root: stateDirectory + "/originals")
            // Made here because SQLite would make it readable to everybody; its journal files take
            // the mode of the database.
            _ = try Descriptor(updating: path)
        } catch {
            throw .file(error)
        }
        let migrator = LedgerSchema.migrator
        let isNewer = try Ledger.translating(path) {
            do {
                // Asked without writing: opening for writing changes the file.
                return try ReadOnlyDatabase(path: path).read { db in
                    try Ledger.checkSoundness(db, path: path)
                    return try migrator.hasBeenSuperseded(db)
                }
            } catch let error as DatabaseError where error.resultCode == .SQLITE_READONLY {
                // A run was killed while it made the ledger: what it had half done is taken back.
                return try DatabaseQueue(path: path).read { try migrator.hasBeenSuperseded($0) }
            }
        }
        guard !isNewer else { throw .newer(path: path) }
        access = try Ledger.translating(path) {
            let queue = try DatabaseQueue(path: path, configuration: .ledger)
            _ = chmod(path, 0o640)
            try migrator.migrate(queue)
            return .writing(queue)
        }
    }

    /// Opens the ledger of a state directory for questions.
    ///
    /// Nothing is made, brought up to date or changed, so it works beside a run and where nothing
    /// may be written. A ledger of another version than this program's is refused.
    package init(reading stateDirectory: String) throws(LedgerError) {
        let path = stateDirectory + "/ledger.sqlite"
        self.stateDirectory = stateDirectory
        self.path = path
        originals = Originals(existing: stateDirectory + "/originals")
        let database = ReadOnlyDatabase(path: path)
        access = .reading(database)
        let migrator = LedgerSchema.migrator
        let (isNewer, isCurrent, isBlank) = try Ledger.translating(path) {
            do {
                return try database.read { db in
                    let isBlank = try migrator.appliedIdentifiers(db).isEmpty
                    return (
                        try migrator.hasBeenSuperseded(db),
                        try migrator.hasCompletedMigrations(db), isBlank
                    )
                }
            } catch let error as DatabaseError
                where error.extendedResultCode == .SQLITE_READONLY_ROLLBACK
            {
                // What a run left half done; only making the ledger is done this way.
                throw LedgerError.unfinished(path: path)
            }
        }
        guard !isBlank else { throw .unfinished(path: path) }
        guard !isNewer else { throw .newer(path: path) }
        guard isCurrent else { throw .older(path: path) }
    }

    /// Runs one reading transaction; `body` may run again where the ledger is opened for questions.
    func read<Value>(_ body: (Database) throws -> Value) throws(LedgerError) -> Value {
        try Ledger.translating(path) {
            switch access {
            case .writing(let queue): try queue.read(body)
            case .reading(let database): try database.read(body)
            }
        }
    }

    /// Runs one writing transaction; an error takes all of it back.
    func write<Value>(_ body: (Database) throws -> Value) throws(LedgerError) -> Value {
        try Ledger.translating(path) {
            switch access {
            case .writing(let queue): return try queue.write(body)
            case .reading:
                throw DatabaseError(resultCode: .SQLITE_READONLY, message: "sổ mở chỉ để đọc")
            }
        }
    }

    private static func translating<Value>(
        _ path: String,
        _ body: () throws -> Value
    ) throws(LedgerError) -> Value {
        do {
            return try body()
        } catch let error as LedgerError {
            throw error
        } catch let error as FileError {
            throw .file(error)
        } catch let error as DatabaseError {
            let detail = error.message ?? "không rõ"
            switch error.resultCode {
            case .SQLITE_NOTADB, .SQLITE_CORRUPT: throw .damaged(path: path, detail: detail)
            default:
                throw .database(
                    path: path,
                    code: error.extendedResultCode.rawValue,
                    detail: detail
                )
            }
        } catch {
            throw .database(path: path, code: -1, detail: String(describing: error))
        }
    }
}

extension Configuration {
    /// A journal that readers do not wait for, on the disk when a transaction has ended.
    fileprivate static var ledger: Configuration {
        var configuration = Configuration()
        configuration.label = "ledger"
        configuration.journalMode = .wal
        configuration.busyMode = .timeout(10)
        configuration.prepareDatabase { db in
            // Lists of a hundred thousand files are long: of pages of this size few are asked for.
            // A ledger that is there keeps its own.
            try db.execute(sql: "PRAGMA page_size = 16384")
            try db.execute(sql: "PRAGMA synchronous = FULL")
        }
        return configuration
    }
}
