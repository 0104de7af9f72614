import Disk
import Glibc

/// Keeps small originals that are in memory, one after the other: each worker of a pass has its
/// own.
///
/// Digest and file are made with as few calls of the system as can be, because a first night has
/// tens of thousands of them. The bytes lie under temporary names until ``PendingOriginals`` has
/// settled.
package struct OriginalKeeper: ~Copyable {
    private let originals: Originals
    private let folders: OriginalFolders
    private var hasher: SHA256
    /// How the temporary names of this worker begin.
    private let prefix: String
    private var waiting: [WaitingOriginal] = []
    /// How many files were begun.
    private var begun = 0
    private var grantsMode: Bool?

    /// A keeper for originals, whose folders were looked at when the pass began.
    package init(
        in originals: Originals,
        folders: OriginalFolders
    ) throws(LedgerError) {
        let hasher = try LedgerError.wrapping { () throws(FileError) in try SHA256() }
        let number = String(UInt64.random(in: 0...UInt64.max), radix: 16)
        self.originals = originals
        self.folders = folders
        self.hasher = hasher
        prefix = originals.root + "/" + Originals.incomingPrefix + number + "-"
    }

    // What was handed to nobody is nobody's.
    deinit { for file in waiting { unlink(file.temporary) } }

    /// Writes bytes under a temporary name unless they are kept already, and gives their SHA-256.
    package mutating func keep(
        _ bytes: [UInt8]
    ) throws(LedgerError) -> (sha256: String, isNew: Bool) {
        let sha256: String
        do {
            sha256 = try hasher.next(bytes.span.bytes)
        } catch {
            throw .file(error)
        }
        guard !folders.mayHold(sha256) || !originals.holds(sha256, size: Int64(bytes.count)) else {
            return (sha256, false)
        }
        let temporary = prefix + String(begun, radix: 16)
        begun += 1
        do throws(FileError) {
            try write(bytes, temporary)
        } catch {
            throw .file(error)
        }
        waiting.append(WaitingOriginal(temporary: temporary, sha256: sha256))
        return (sha256, true)
    }

    /// Hands over what was written so far; who takes it also removes it where it does not become
    /// safe.
    package mutating func handOver() -> [WaitingOriginal] {
        let all = waiting
        waiting = []
        return all
    }

    private mutating func write(_ bytes: [UInt8], _ temporary: String) throws(FileError) {
        let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
        let file = retrying { open(temporary, flags, 0o640) }
        guard file >= 0 else { throw FileError(.create, temporary) }
        defer { close(file) }
        do throws(FileError) {
            try setMode(of: file, temporary)
            var offset = 0
            while offset < bytes.count {
                let count = bytes.withUnsafeBytes { pointer in
                    let rest = UnsafeRawBufferPointer(rebasing: pointer[offset...])
                    return retrying { Glibc.write(file, rest.baseAddress, rest.count) }
                }
                guard count > 0 else { throw FileError(.write, temporary) }
                offset += count
            }
        } catch {
            unlink(temporary)
            throw error
        }
    }

    /// Gives a file the mode 0640, which `open` cuts by the umask.
    ///
    /// Umask and folder are the same for all: what the first was given, the others are given too.
    private mutating func setMode(of file: Int32, _ path: String) throws(FileError) {
        if grantsMode == nil {
            var status = stat()
            grantsMode = fstat(file, &status) == 0 && status.st_mode & 0o7777 == 0o640
        }
        guard grantsMode != true else { return }
        guard fchmod(file, 0o640) == 0 else { throw FileError(.create, path) }
    }
}

/// An original that is written and lies under a temporary name.
package struct WaitingOriginal: Sendable {
    let temporary: String
    let sha256: String
}

/// Which of the folders that originals lie in were there when a pass began: on a first night none
/// is, and no file has to be looked for.
package struct OriginalFolders: Sendable {
    /// By the first two digits of the digest.
    private var isThere = [Bool](repeating: false, count: 256)

    /// Looks which folders there are; one that comes later is not seen.
    package init(of originals: Originals) throws(LedgerError) {
        let names = try LedgerError.wrapping { () throws(FileError) in
            try Descriptor(folder: originals.root).names()
        }
        for name in names {
            if let place = OriginalFolders.place(name) { isThere[place] = true }
        }
    }

    /// The place of the folder that two digits name; nil where they are none: `-1` is a number as
    /// well.
    private static func place(_ digits: some Collection<UInt8>) -> Int? {
        guard digits.count == 2 else { return nil }
        var place = 0
        for digit in digits {
            switch digit {
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                place = place * 16 + Int(digit - UInt8(ascii: "0"))
            case UInt8(ascii: "a")...UInt8(ascii: "f"):
                place = place * 16 + Int(digit - UInt8(ascii: "a")) + 10
            default: return nil
            }
        }
        return place
    }

    /// Whether an original may be there; one that was kept in this pass need not count.
    func mayHold(_ sha256: String) -> Bool {
        OriginalFolders.place(sha256.utf8.prefix(2)).map { isThere[$0] } ?? true
    }
}
