import Disk
import GRDB
import Glibc

/// A ledger's database for questions: nothing is created, brought up to date or changed by asking.
///
/// SQLite itself would make the journal's two files for a mere question, and could not where the
/// directory is not to be written to. While there is no journal nobody writes, and the file is read
/// as it is; should a run begin meanwhile, its stamp tells and the question is put again.
struct ReadOnlyDatabase: Sendable {
    /// The path of the database.
    let path: String

    /// How often a question is put again because the file changed under it.
    private static let attempts = 8

    /// Runs one reading transaction.
    ///
    /// - Throws: A `DatabaseError`; one of code `SQLITE_BUSY` where the file kept changing.
    func read<Value>(_ body: (Database) throws -> Value) throws -> Value {
        for _ in 0..<ReadOnlyDatabase.attempts {
            let before = try stamp()
            guard isQuiet else { return try connection(path).read(body) }
            let result = Result { try connection(immutable).read(body) }
            if try stamp() == before { return try result.get() }
        }
        throw DatabaseError(resultCode: .SQLITE_BUSY, message: "đang có lần chạy ghi sổ")
    }

    /// Whether no journal holds anything: then the file is all there is.
    private var isQuiet: Bool {
        ["-wal", "-journal"].allSatisfy { ending in
            var status = stat()
            return stat(path + ending, &status) != 0 || status.st_size == 0
        }
    }

    private func stamp() throws(FileError) -> FileStamp {
        var status = stat()
        guard stat(path, &status) == 0 else { throw FileError(.open, path) }
        return FileStamp(status)
    }

    /// The name under which SQLite neither locks the file nor looks for a journal.
    private var immutable: String {
        var name = path.utf8.first == UInt8(ascii: "/") ? "file://" : "file:"
        for byte in path.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "."),
                UInt8(ascii: "-"), UInt8(ascii: "_"):
                name.unicodeScalars.append(Unicode.Scalar(byte))
            default: name += (byte < 16 ? "%0" : "%") + String(byte, radix: 16)
            }
        }
        return name + "?immutable=1"
    }

    private func connection(_ name: String) throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.readonly = true
        configuration.busyMode = .timeout(10)
        return try DatabaseQueue(path: name, configuration: configuration)
    }
}
