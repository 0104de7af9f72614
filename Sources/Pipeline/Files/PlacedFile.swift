import Disk
import Glibc
import LedgerStore

/// A file outside the output that appears whole or not at all, mode 0640.
struct PlacedFile: ~Copyable {
    /// What a file may take the place of.
    enum Replacing {
        case nothing
        case files
        /// Whatever bears the name, a symbolic link as well: it is the name that the operator gave.
        case anything
    }

    private let path: String
    private let temporary: String
    private let replacing: Replacing
    private let file: Descriptor

    /// Begins a file; one that is there already and may not be replaced is an error.
    init(_ path: String, replacing: Replacing) throws(FileError) {
        var status = stat()
        if lstat(path, &status) == 0 {
            let isFile = status.isRegularFile
            let isAllowed =
                switch replacing {
                case .nothing: false
                case .files: isFile
                case .anything: true
                }
            guard isAllowed else {
                throw FileError(.create, path, errno: EEXIST, isOutput: true)
            }
        }
        let temporary =
            path + "." + String(UInt64.random(in: 0...UInt64.max), radix: 16) + ".partial"
        file = try Descriptor(creating: temporary, isOutput: true)
        self.path = path
        self.temporary = temporary
        self.replacing = replacing
    }

    // After it has its final name there is nothing left under this one.
    deinit { unlink(temporary) }

    /// Copies the bytes of an original and checks their digest.
    func fill(from original: String, expecting sha256: String) throws(LedgerError) {
        let found: String
        do throws(FileError) {
            var hasher = try SHA256()
            let source = try Descriptor(reading: original)
            var buffer = [UInt8](repeating: 0, count: 1 << 20)
            while true {
                let count = try source.fill(&buffer)
                if count == 0 { break }
                let bytes = buffer.span.extracting(first: count).bytes
                hasher.update(bytes)
                try file.write(bytes)
            }
            try file.sync()
            found = try hasher.finish()
        } catch {
            throw .file(error)
        }
        guard found == sha256 else { throw .originalMissing(sha256: sha256) }
    }

    /// Adds bytes, and waits until the disk holds them.
    func write(_ bytes: [UInt8]) throws(FileError) {
        try file.write(bytes.span.bytes)
        try file.sync()
    }

    /// Gives the file its name.
    func place() throws(FileError) {
        if case .nothing = replacing {
            // A link, unlike a renaming, does not take the place of what has come there meanwhile.
            if link(temporary, path) == 0 { return }
            var status = stat()
            guard errno != EEXIST, lstat(path, &status) != 0 else {
                throw FileError(.create, path, errno: EEXIST, isOutput: true)
            }
        }
        guard rename(temporary, path) == 0 else {
            throw FileError(.rename, path, isOutput: true)
        }
    }
}
