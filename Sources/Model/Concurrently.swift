internal import Dispatch
internal import Synchronization

/// Does two pieces of work at the same time, on two cores where there are two, and gives both
/// results.
///
/// For pieces of some milliseconds at least: handing over takes some hundredths of one.
package func concurrently<First: Sendable, Second: Sendable>(
    _ first: @escaping @Sendable () -> First,
    _ second: @escaping @Sendable () -> Second
) -> (First, Second) {
    let done = Mutex<(first: First?, second: Second?)>((nil, nil))
    SharedWork.perform(pieces: 2, threads: Workers.count) { piece in
        if piece == 0 {
            let result = first()
            done.withLock { $0.first = result }
        } else {
            let result = second()
            done.withLock { $0.second = result }
        }
    }
    return done.withLock { done in
        guard let first = done.first, let second = done.second else {
            preconditionFailure("both pieces are done")
        }
        return (first, second)
    }
}

/// Does the same for each element on the cores there are, and gives what came out in their order.
///
/// For pieces of work that do not wait for anything. No more than `threads` take part, one of which
/// is the caller's.
package func concurrentMap<Element: Sendable, Result: Sendable>(
    _ elements: [Element],
    threads: Int = Workers.count,
    _ body: @escaping @Sendable (Element) -> Result
) -> [Result] {
    guard elements.count > 1 else { return elements.map(body) }
    let done = Mutex([Result?](repeating: nil, count: elements.count))
    SharedWork.perform(pieces: elements.count, threads: threads) { index in
        let result = body(elements[index])
        done.withLock { $0[index] = result }
    }
    return done.withLock { done in
        defer { done = [] }
        return done.compactMap(\.self)
    }
}

/// Pieces of work that the caller does, and any thread that has nothing else to do with it.
///
/// A piece may have pieces of its own. Dispatch's own loop does those one after the other, also
/// when the other cores have long been idle.
private final class SharedWork: Sendable {
    private struct State {
        /// What is done for each piece; nil once all are taken, so that a thread that comes late
        /// holds nothing of it.
        var work: (@Sendable (Int) -> Void)?
        var next = 0
        var unfinished: Int
    }

    private let count: Int
    private let state: Mutex<State>
    private let isDone = DispatchSemaphore(value: 0)

    private init(_ count: Int, _ work: @escaping @Sendable (Int) -> Void) {
        self.count = count
        state = Mutex(State(work: work, unfinished: count))
    }

    /// Does all pieces and returns once they are done.
    static func perform(
        pieces count: Int,
        threads: Int,
        _ work: @escaping @Sendable (Int) -> Void
    ) {
        let shared = SharedWork(count, work)
        for _ in 1..<max(min(count, threads), 1) {
            // One that comes when nothing is left to do returns at once; nobody waits for it.
            DispatchQueue.global().async { shared.takePart() }
        }
        shared.takePart()
        shared.isDone.wait()
    }

    /// Does pieces that nobody has taken until there are none.
    private func takePart() {
        while doNext() {
            let isLast = state.withLock { state in
                state.unfinished -= 1
                return state.unfinished == 0
            }
            if isLast { isDone.signal() }
        }
    }

    /// Does the next piece; false where none is left.
    private func doNext() -> Bool {
        let taken = state.withLock { state -> (piece: Int, work: @Sendable (Int) -> Void)? in
            guard let work = state.work else { return nil }
            let piece = state.next
            state.next += 1
            if state.next == count { state.work = nil }
            return (piece, work)
        }
        guard let taken else { return false }
        taken.work(taken.piece)
        return true
    }
}
