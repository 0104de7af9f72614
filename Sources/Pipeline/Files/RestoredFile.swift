import Glibc
import LedgerStore

/// A file outside the output that appears whole or not at all, mode 0640.
struct RestoredFile: ~Copyable {
    private let path: String
    private let temporary: String
    private let isReplacing: Bool
    private let file: Descriptor

    /// Begins a file; one that is there already is an error unless `replacing`.
    init(_ path: String, replacing: Bool) throws(FileError) {
        var status = stat()
        let isThere = lstat(path, &status) == 0
        guard !isThere || replacing, !isThere || status.st_mode & S_IFMT == S_IFREG else {
            throw FileError(.create, path, errno: EEXIST, isOutput: true)
        }
        let temporary =
            path + "." + String(UInt64.random(in: 0...UInt64.max), radix: 16) + ".partial"
        file = try Descriptor(creating: temporary, isOutput: true)
        self.path = path
        self.temporary = temporary
        isReplacing = replacing
    }

    // After it has its final name there is nothing left under this one.
    deinit { unlink(temporary) }

    /// Copies the bytes of an original and checks their digest.
    func fill(from original: String, expecting sha256: String) throws(LedgerError) {
        var hasher = try SHA256()
        do throws(FileError) {
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
        } catch {
            throw .file(error)
        }
        guard try hasher.finish() == sha256 else { throw .originalMissing(sha256: sha256) }
    }

    /// Gives the file its name.
    func place() throws(FileError) {
        if !isReplacing {
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
