import Disk
import Dispatch
import Synchronization

/// A folder that stays open for as long as somebody has work in it.
final class OpenFolder: Sendable {
    let descriptor: Descriptor

    init(_ descriptor: consuming Descriptor) { self.descriptor = descriptor }
}

/// The folders of a tree that are still to be walked, by several workers at once.
///
/// The one that was found last is walked first, so that few folders are open at a time however wide
/// the tree is.
enum FolderStack {
    /// A folder that was come across and not entered yet.
    struct Entry: Sendable {
        /// The folder above it, or for the first the folder itself.
        var folder: OpenFolder
        /// Its name there; nil for the first.
        var name: [UInt8]?
        /// Its path below the first.
        var path = ""
        var depth = 1
        /// Whether all names on the way are text as they stand.
        var isExact = true
    }

    /// What a walk does with a folder: notes what lies there, and gives the folders in it.
    typealias Step = @Sendable (Entry, inout Listing) throws(FileError) -> [Entry]

    private struct State: Sendable {
        var entries: [Entry]
        /// Folders that wait or are being walked.
        var open = 1
        var parts: [Result<Listing, FileError>] = []
    }

    /// Workers beyond these only wait for each other.
    private static let mostWorkers = 8

    /// Walks a tree; gives what each worker noted, or why it stopped.
    static func work(
        _ workers: Int,
        from first: Entry,
        _ step: Step
    ) -> [Result<Listing, FileError>] {
        let workers = min(workers, mostWorkers)
        let state = Mutex(State(entries: [first]))
        // Raised for each folder that waits, and for each worker once none is left.
        let news = DispatchSemaphore(value: 0)
        news.signal()
        Crew.work(workers) {
            var listing = Listing()
            var failure: FileError?
            while true {
                news.wait()
                guard let entry = state.withLock({ $0.entries.popLast() }) else { break }
                var found: [Entry] = []
                do throws(FileError) {
                    if failure == nil { found = try step(entry, &listing) }
                } catch {
                    failure = error
                }
                let isOver = state.withLock { state in
                    state.entries += found.reversed()
                    state.open += found.count - 1
                    return state.open == 0
                }
                for _ in 0..<(isOver ? workers : found.count) { news.signal() }
            }
            let part: Result<Listing, FileError> = failure.map { .failure($0) } ?? .success(listing)
            state.withLock { $0.parts.append(part) }
        }
        return state.withLock { $0.parts }
    }
}
