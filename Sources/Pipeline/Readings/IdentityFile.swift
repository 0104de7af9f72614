import Glibc
import Intake
import LedgerStore
import Synchronization

/// A nameless file for what tells the records of large registers from each other.
///
/// Up to a point it is held in memory; what comes after that is written here, so that of each
/// further row a run holds its columns only. The system forgets the file with the process, however
/// that ends, and nobody else can open it.
final class IdentityFile: IdentityShelf {
    /// The file is made with the first bytes that are written.
    private enum Place: Sendable {
        case unopened
        case open(Opened)
        /// It cannot be made.
        case none
    }

    private final class Opened: Sendable {
        let file: Descriptor

        init(in folder: String) throws(FileError) { file = try Descriptor(unnamedIn: folder) }
    }

    private struct State: Sendable {
        /// Bytes that were left to memory, and that were written.
        var held = 0
        var end = 0
        var place = Place.unopened
        /// Whether it could not be written: all is held from then on.
        var isFull = false
    }

    private let folder: String
    /// Bytes that are left to memory.
    private let room: Int
    private let state = Mutex(State())

    /// The identities of some 700,000 contest entries.
    static let usualRoom = 32 << 20

    /// Bytes that are worth a look at the file; those of small files are held.
    static let fewest = 16 << 10

    /// A file in a folder.
    init(in folder: String, room: Int = usualRoom) {
        self.folder = folder
        self.room = room
    }

    func put(_ bytes: RawSpan) -> Int? {
        guard bytes.byteCount >= IdentityFile.fewest,
            let (opened, start) = place(for: bytes.byteCount)
        else { return nil }
        do throws(FileError) { try opened.file.write(bytes, at: start) } catch {
            // No room on the disk is no reason to fail: there may be room in memory.
            state.withLock { $0.isFull = true }
            return nil
        }
        return start
    }

    /// Where so many bytes are to be written; nil where they are to be held.
    private func place(for count: Int) -> (opened: Opened, start: Int)? {
        state.withLock { state in
            guard state.held + count > room else {
                state.held += count
                return nil
            }
            if case .unopened = state.place {
                state.place = (try? Opened(in: folder)).map { .open($0) } ?? .none
            }
            guard case .open(let opened) = state.place, !state.isFull else { return nil }
            defer { state.end += count }
            return (opened, state.end)
        }
    }

    func read(_ buffer: UnsafeMutableRawBufferPointer, from start: Int) {
        guard case .open(let opened) = state.withLock({ $0.place }) else {
            preconditionFailure("nothing is read before it was written")
        }
        do throws(FileError) { try opened.file.read(buffer, at: start) } catch {
            IdentityFile.giveUp(error)
        }
    }

    /// Ends the program: without what was written a moment ago no figure is right.
    ///
    /// Nothing has been published, and the next run begins anew, as after any other sudden end.
    private static func giveUp(_ error: FileError) -> Never {
        var message = Array("Lỗi: \(error.message)\n".utf8)
        message.withUnsafeMutableBytes { _ = Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
        exit(74)
    }
}
