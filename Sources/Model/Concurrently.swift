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
/// when the other cores have long been idle; and of its few threads one that waits for the last
/// piece is missing to those who have work left. So whoever waits here does pieces of others.
private final class SharedWork: Sendable {
    private struct State {
        /// What is done for each piece; nil once all are taken, so that a thread that comes late
        /// holds nothing of it.
        var work: (@Sendable (Int) -> Void)?
        var next = 0
        var unfinished: Int
        /// How many more threads may take part besides the caller's, which always may.
        var places: Int
    }

    /// The works of which pieces are left, and who waits for one or for the end of its own.
    private struct Exchange {
        /// In the order in which they were offered.
        var offers: [(number: Int, work: SharedWork)] = []
        var count = 0
        var waiting: [DispatchSemaphore] = []

        func open(after number: Int) -> SharedWork? {
            offers.last { $0.number > number && $0.work.isOpen }?.work
        }
    }

    private static let exchange = Mutex(Exchange())

    private let count: Int
    private let state: Mutex<State>
    /// Rung when the last piece is done, and when others have offered work to who waits for that.
    private let bell = DispatchSemaphore(value: 0)

    private init(_ count: Int, _ threads: Int, _ work: @escaping @Sendable (Int) -> Void) {
        self.count = count
        state = Mutex(State(work: work, unfinished: count, places: threads - 1))
    }

    /// Does all pieces and returns once they are done.
    static func perform(
        pieces count: Int,
        threads: Int,
        _ work: @escaping @Sendable (Int) -> Void
    ) {
        let threads = max(min(count, threads), 1)
        let shared = SharedWork(count, threads, work)
        let number = threads > 1 ? shared.offer() : 0
        for _ in 1..<threads {
            // One that comes when nothing is left to do returns at once; nobody waits for it.
            DispatchQueue.global().async { shared.takePart { false } }
        }
        while !shared.isDone {
            if shared.doNext() { continue }
            if let other = offered(after: number) {
                other.takePart { shared.isDone }
            } else {
                shared.waitForWork(after: number)
            }
        }
    }

    private var isDone: Bool { state.withLock { $0.unfinished == 0 } }

    /// Whether there is a piece that nobody has taken, and room for a thread that takes it.
    private var isOpen: Bool { state.withLock { $0.work != nil && $0.places > 0 } }

    /// Does pieces that nobody has taken until there are none, or until there is something better
    /// to do.
    private func takePart(until isWanted: () -> Bool) {
        let hasRoom = state.withLock { state in
            guard state.work != nil, state.places > 0 else { return false }
            state.places -= 1
            return true
        }
        guard hasRoom else { return }
        while !isWanted(), doNext() {}
        state.withLock { $0.places += 1 }
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
        if taken.piece == count - 1 {
            SharedWork.exchange.withLock { $0.offers.removeAll { $0.work === self } }
        }
        taken.work(taken.piece)
        let isLast = state.withLock { state in
            state.unfinished -= 1
            return state.unfinished == 0
        }
        if isLast { bell.signal() }
        return true
    }

    // MARK: - Who waits helps

    /// Lets those who wait know that there is work; gives the number of the offer.
    private func offer() -> Int {
        let (number, waiting) = SharedWork.exchange.withLock { exchange in
            exchange.count += 1
            exchange.offers.append((exchange.count, self))
            defer { exchange.waiting = [] }
            return (exchange.count, exchange.waiting)
        }
        for bell in waiting { bell.signal() }
        return number
    }

    /// The last work that was offered after another one and has room for a thread.
    ///
    /// Not what was offered before: it may be what the other is a piece of, and who waits would
    /// begin its next piece, and the next, one inside the other.
    private static func offered(after number: Int) -> SharedWork? {
        exchange.withLock { $0.open(after: number) }
    }

    /// Waits until this work is done or there may be another to take part in.
    private func waitForWork(after number: Int) {
        let isIdle = SharedWork.exchange.withLock { exchange in
            guard exchange.open(after: number) == nil else { return false }
            exchange.waiting.append(bell)
            return true
        }
        guard isIdle else { return }
        bell.wait()
        SharedWork.exchange.withLock { $0.waiting.removeAll { $0 === bell } }
    }
}
