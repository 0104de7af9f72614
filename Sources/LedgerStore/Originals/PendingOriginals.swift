import Disk
import Glibc

/// Originals of one pass that are written but not yet safe: they lie under temporary names until
/// the disk holds all of their bytes.
///
/// To wait for the disk once for ten thousand files takes as long as for a dozen of them; and a
/// crash in between leaves nothing under the name of an original that is not whole.
package struct PendingOriginals: ~Copyable, Sendable {
    private let originals: Originals
    private var waiting: [WaitingOriginal] = []

    /// Nothing waits yet.
    package init(in originals: Originals) { self.originals = originals }

    // What did not become safe is nobody's.
    deinit { for file in waiting { unlink(file.temporary) } }

    /// Takes an original that is written, and gives its SHA-256.
    package mutating func add(_ writer: consuming OriginalWriter) throws(LedgerError) -> String {
        let (sha256, temporary) = try writer.leave()
        if let temporary { add([WaitingOriginal(temporary: temporary, sha256: sha256)]) }
        return sha256
    }

    /// Takes originals that an ``OriginalKeeper`` has written.
    package mutating func add(_ originals: [WaitingOriginal]) { waiting += originals }

    /// Waits until the disk holds the bytes and puts each original in its place.
    ///
    /// Their names the disk holds once the ledger has recorded them.
    package mutating func settle() throws(LedgerError) {
        do throws(FileError) {
            try sync()
            for folder in originals.folders(of: waiting.map(\.sha256)) { try Folder.make(folder) }
            while let file = waiting.last {
                let path = originals.path(of: file.sha256)
                guard rename(file.temporary, path) == 0 else { throw FileError(.rename, path) }
                waiting.removeLast()
            }
        } catch {
            throw .file(error)
        }
    }

    private func sync() throws(FileError) {
        guard waiting.count <= Originals.many else { return try originals.syncAll() }
        for file in waiting { try Descriptor(reading: file.temporary).sync() }
    }
}
