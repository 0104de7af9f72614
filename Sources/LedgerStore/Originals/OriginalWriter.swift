import Disk
import Glibc

/// Writes one original of unknown digest: bytes in, SHA-256 out.
///
/// Until ``finish()`` the bytes lie under a temporary name, which goes away with the writer unless
/// it is left to a ``PendingOriginals``.
package struct OriginalWriter: ~Copyable {
    private let originals: Originals
    private let temporary: String
    private let file: Descriptor
    private var hasher: SHA256
    private var size: Int64 = 0
    /// How many bytes the disk has begun with.
    private var begun: Int64 = 0
    private var isLeft = false

    /// Begins an original under a temporary name, mode 0640.
    package init(in originals: Originals) throws(LedgerError) {
        let number = String(UInt64.random(in: 0...UInt64.max), radix: 16)
        let temporary = originals.root + "/" + Originals.incomingPrefix + number
        let hasher = try LedgerError.wrapping { () throws(FileError) in try SHA256() }
        let file = try LedgerError.wrapping { () throws(FileError) in
            try Descriptor(creating: temporary)
        }
        self.originals = originals
        self.temporary = temporary
        self.file = file
        self.hasher = hasher
    }

    // After a successful rename there is nothing left under this name.
    deinit { if !isLeft { unlink(temporary) } }

    /// Adds the next bytes.
    package mutating func append(_ bytes: RawSpan) throws(LedgerError) {
        hasher.update(bytes)
        do {
            try file.write(bytes)
        } catch {
            throw .file(error)
        }
        size += Int64(bytes.byteCount)
        beginWriting()
    }

    /// Has the disk begin with what of a large file it has not begun with.
    private mutating func beginWriting() {
        guard size - begun >= OriginalWriter.stretch else { return }
        file.beginWriting(from: begun, count: size - begun)
        begun = size
    }

    /// Bytes that the disk begins with at a time.
    private static let stretch: Int64 = 8 << 20

    /// Leaves the bytes where they are; gives their SHA-256 and their temporary name, or none where
    /// they are kept already.
    consuming func leave() throws(LedgerError) -> (sha256: String, temporary: String?) {
        let sha256 = try digits()
        guard !originals.holds(sha256, size: size) else { return (sha256, nil) }
        isLeft = true
        return (sha256, temporary)
    }

    /// Puts the bytes in their place and gives their SHA-256.
    ///
    /// The disk holds the bytes afterwards; their name it holds once the ledger has recorded them.
    package consuming func finish() throws(LedgerError) -> String {
        let sha256 = try digits()
        if !originals.holds(sha256, size: size) { try place(sha256) }
        return sha256
    }

    /// Puts the bytes in the place of an original that is lost or was changed, whatever lies there.
    ///
    /// False, and nothing done, where the bytes are others.
    package consuming func finish(restoring sha256: String) throws(LedgerError) -> Bool {
        guard try digits() == sha256 else { return false }
        try place(sha256)
        do {
            try originals.syncNames(of: [sha256])
        } catch {
            throw .file(error)
        }
        return true
    }

    private mutating func digits() throws(LedgerError) -> String {
        do {
            return try hasher.finish()
        } catch {
            throw .file(error)
        }
    }

    private func place(_ sha256: String) throws(LedgerError) {
        do {
            try file.sync()
            try Folder.make(originals.folder(of: sha256))
        } catch {
            throw .file(error)
        }
        guard rename(temporary, originals.path(of: sha256)) == 0 else {
            throw .file(FileError(.rename, originals.path(of: sha256)))
        }
    }
}
