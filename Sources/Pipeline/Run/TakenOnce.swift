import Synchronization

/// A value for whoever takes it first: it is then held by nobody else.
///
/// What lies in a drop folder of a hundred thousand files is not to stay until the reports are
/// written.
final class TakenOnce<Value: Sendable>: Sendable {
    private let value: Mutex<Value?>

    init(_ value: Value) { self.value = Mutex(value) }

    func take() -> Value? { value.withLock { $0.take() } }
}
