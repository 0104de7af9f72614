import Disk
import Glibc
import Intake
import LedgerStore
import Model
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
        /// Bytes that were written.
        var end = 0
        var place = Place.unopened
        /// Whether it could not be written: all is held from then on.
        var isFull = false
    }

    private let folder: String
    /// What is left to memory.
    private let room: IdentityRoom
    private let state = Mutex(State())

    /// A file in a folder.
    init(in folder: String, room: IdentityRoom = IdentityRoom()) {
        self.folder = folder
        self.room = room
    }

    func put(_ bytes: RawSpan) -> Int? {
        guard let (opened, start) = place(for: bytes.byteCount) else { return nil }
        do throws(FileError) { try opened.file.write(bytes, at: start) } catch {
            // No room on the disk is no reason to fail: there may be room in memory.
            state.withLock { $0.isFull = true }
            return nil
        }
        return start
    }

    /// Where so many bytes are to be written; nil where they are to be held.
    private func place(for count: Int) -> (opened: Opened, start: Int)? {
        guard !room.takes(count) else { return nil }
        return state.withLock { state in
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
        FileError.endingProgram { () throws(FileError) in
            try opened.file.read(buffer, at: start)
        }
    }
}

/// What tells the records of kept packs from each other, read where it stands.
struct KeptIdentities: IdentitySource {
    let file: PackFile

    func read(_ buffer: UnsafeMutableRawBufferPointer, from start: Int) {
        FileError.endingProgram { () throws(FileError) in try file.read(buffer, at: start) }
    }
}

extension FileError {
    /// Reads what was written or looked at a moment ago; ends the program where that fails, because
    /// without it no figure is right.
    ///
    /// Nothing has been published, and the next run begins anew, as after any other sudden end.
    fileprivate static func endingProgram(_ read: () throws(FileError) -> Void) {
        do throws(FileError) { try read() } catch {
            var message = Array("Lỗi: \(error.message)\n".utf8)
            message.withUnsafeMutableBytes {
                _ = Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count)
            }
            exit(ExitStatus.failed.rawValue)
        }
    }
}
