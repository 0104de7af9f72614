internal import Dispatch
internal import Synchronization

/// Does two pieces of work at the same time, on two cores where there are two, and gives both results.
///
/// For pieces of some milliseconds at least: handing over takes some hundredths of one.
package func concurrently<First: Sendable, Second: Sendable>(
    _ first: @Sendable () -> First,
    _ second: @Sendable () -> Second
) -> (First, Second) {
    let done = Mutex<(first: First?, second: Second?)>((nil, nil))
    DispatchQueue.concurrentPerform(iterations: 2) { piece in
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
            preconditionFailure("concurrentPerform returns once both pieces are done")
        }
        return (first, second)
    }
}

/// Does the same for each element on the cores there are, and gives what came out in their order.
///
/// For pieces of work that do not wait for anything.
package func concurrentMap<Element: Sendable, Result: Sendable>(
    _ elements: [Element],
    _ body: @Sendable (Element) -> Result
) -> [Result] {
    guard elements.count > 1 else { return elements.map(body) }
    let done = Mutex([Result?](repeating: nil, count: elements.count))
    DispatchQueue.concurrentPerform(iterations: elements.count) { index in
        let result = body(elements[index])
        done.withLock { $0[index] = result }
    }
    return done.withLock { $0.compactMap(\.self) }
}
