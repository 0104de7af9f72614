import Dispatch
import Synchronization

/// Puts the originals of a pass in their place while the pass is being recorded: that waits for the
/// disk, and what is recorded counts only once both are done.
final class Placing: Sendable {
    private struct State: ~Copyable {
        var pending: PendingOriginals
        var failure: LedgerError?
    }

    private let state: Mutex<State>
    private let work = DispatchGroup()

    /// Begins with it, where there is anything.
    init?(_ pending: consuming PendingOriginals?) {
        guard let pending else { return nil }
        state = Mutex(State(pending: pending))
        DispatchQueue(label: "tonghop.placing").async(group: work) {
            self.state.withLock { state in
                do throws(LedgerError) { try state.pending.settle() } catch {
                    state.failure = error
                }
            }
        }
    }

    /// Waits for its end, however it came.
    func wait() { work.wait() }

    /// Returns once all originals are where they belong.
    func finish() throws(LedgerError) {
        wait()
        if let failure = state.withLock({ $0.failure }) { throw failure }
    }
}
