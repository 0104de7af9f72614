import Disk
import Glibc
package import LedgerStore
package import Model

/// Reads a file that others may be writing, once: hashes it and keeps its bytes on the way.
///
/// The file is asked for size and times before and after; one that changed in between is left for
/// the next run, because half a file is worse than yesterday's.
package struct StableRead: Sendable {
    /// The folder that the paths start from.
    package let root: String
    /// Where the bytes are kept.
    package let originals: Originals
    /// The size in bytes above which a file is not read.
    package let limit: Int64
    /// How long ago in nanoseconds a file must have changed for its times to be trusted.
    ///
    /// Shares stamp to the second or to two; within that a second change may go unseen.
    package let settling: Int64

    /// The size above which no file handed in is read, unless told.
    package static let standardLimit: Int64 = 2 << 30

    /// Bytes in one chunk, which the processor still has at hand when they have been read and are
    /// hashed, written and looked at.
    package static let chunk = 256 << 10

    package init(
        root: String,
        originals: Originals,
        limit: Int64 = StableRead.standardLimit,
        settling: Int64 = 2_000_000_000
    ) {
        self.root = root
        self.originals = originals
        self.limit = limit
        self.settling = settling
    }

    /// What became of one file.
    package enum Outcome: Sendable {
        case kept(ObservedFile)
        /// It is there, but not as something that can be counted now.
        case left(Finding)
    }

    /// Reads one file, whose bytes are kept once `pending` has settled.
    ///
    /// `onChunk` sees them in order, before it is known whether they count.
    /// A failure of the disk on which originals are kept, or of reading itself, is thrown.
    package func read(
        _ path: String,
        into pending: inout PendingOriginals,
        onChunk: (RawSpan) -> Void = { _ in }
    ) throws(LedgerError) -> Outcome {
        let file: Descriptor
        do {
            file = try open(path)
        } catch {
            return .left(try finding(for: path, notOpened: error))
        }
        let started = StableRead.clock()
        switch try examine(file, path) {
        case .left(let finding): return .left(finding)
        case .stands(let stamp):
            guard let writer = try copy(file, size: stamp.size, onChunk),
                FileStamp(try status(of: file)) == stamp
            else { return .left(FileFindings.changedWhileRead(path)) }
            let sha256 = try pending.add(writer)
            return kept(path, stamp, sha256, started)
        }
    }

    /// Reads one small file whole, whose bytes `keeper` keeps; gives them where they are new to it.
    ///
    /// What comes of it is what ``read(_:into:onChunk:)`` would have made of it.
    func take(
        _ path: String,
        along way: FolderWay,
        by keeper: inout OriginalKeeper
    ) throws(LedgerError) -> (outcome: Outcome, new: [UInt8]?) {
        let file: Descriptor
        do {
            file = try way.open(path)
        } catch {
            return (.left(try finding(for: path, notOpened: error)), nil)
        }
        let started = StableRead.clock()
        switch try examine(file, path) {
        case .left(let finding): return (.left(finding), nil)
        case .stands(let stamp):
            guard stamp.size <= FileIntake.largeFile else {
                // It was small a moment ago.
                return (.left(FileFindings.changedWhileRead(path)), nil)
            }
            let bytes: [UInt8]?
            do {
                bytes = try file.whole(size: Int(stamp.size))
            } catch {
                throw .file(error)
            }
            guard let bytes, FileStamp(try status(of: file)) == stamp else {
                return (.left(FileFindings.changedWhileRead(path)), nil)
            }
            let (sha256, isNew) = try keeper.keep(bytes)
            return (kept(path, stamp, sha256, started), isNew ? bytes : nil)
        }
    }

    /// What is told of a file that could not be opened; a failure of the machine is thrown.
    private func finding(
        for path: String,
        notOpened error: FileError
    ) throws(LedgerError) -> Finding {
        switch error.errno {
        case ENOENT: return FileFindings.changedWhileRead(path)
        case ELOOP, ENXIO, ENOTDIR: return FileFindings.notAFile(path)
        case EACCES, EPERM:
            return FileFindings.unreadable(path, reason: FileError.reason(error.errno))
        default: throw .file(error)
        }
    }

    /// What an open file is before it is read.
    private enum Examination {
        case left(Finding)
        case stands(FileStamp)
    }

    private func examine(
        _ file: borrowing Descriptor,
        _ path: String
    ) throws(LedgerError) -> Examination {
        let status = try status(of: file)
        guard status.isRegularFile else {
            return .left(FileFindings.notAFile(path))
        }
        let stamp = FileStamp(status)
        guard stamp.size <= limit else {
            return .left(FileFindings.tooLarge(path, size: stamp.size, limit: limit))
        }
        return .stands(stamp)
    }

    private func kept(
        _ path: String,
        _ stamp: FileStamp,
        _ sha256: String,
        _ started: Int64
    ) -> Outcome {
        let isSettled = stamp.changed <= started - settling
        return .kept(
            ObservedFile(path: path, stamp: isSettled ? stamp : stamp.untrusted, sha256: sha256)
        )
    }

    /// Nanoseconds since 1970-01-01T00:00:00Z.
    private static func clock() -> Int64 {
        var clock = timespec()
        clock_gettime(CLOCK_REALTIME, &clock)
        return Int64(clock.tv_sec) * 1_000_000_000 + Int64(clock.tv_nsec)
    }

    private func status(of file: borrowing Descriptor) throws(LedgerError) -> stat {
        do {
            return try file.status()
        } catch {
            throw .file(error)
        }
    }

    /// Copies a file of known size into the originals; nil where it turns out to have another.
    private func copy(
        _ file: borrowing Descriptor,
        size: Int64,
        _ onChunk: (RawSpan) -> Void
    ) throws(LedgerError) -> OriginalWriter? {
        var writer = try OriginalWriter(in: originals)
        // One byte more than a small file has, so that its end is seen at once.
        let length = Int(min(Int64(StableRead.chunk), size + 1))
        var buffer = [UInt8](repeating: 0, count: length)
        var total: Int64 = 0
        while true {
            let count: Int
            do {
                count = try file.fill(&buffer)
            } catch {
                throw .file(error)
            }
            if count == 0 { break }
            total += Int64(count)
            if total > size { return nil }
            let bytes = buffer.span.extracting(first: count).bytes
            try writer.append(bytes)
            onChunk(bytes)
        }
        guard total == size else { return nil }
        return writer
    }

    /// Opens a file part by part, so that no folder on the way is a link.
    func open(_ path: String) throws(FileError) -> Descriptor {
        try FolderWay(root: root).open(path)
    }
}
