internal import Synchronization

/// What several papers ask for, made out when the first of them does.
final class Memo<Value: Sendable>: Sendable {
    private let kept = Mutex<Value?>(nil)

    /// The value; `make` is not to ask for it again, nor to wait for others who may.
    func value(_ make: () -> Value) -> Value {
        kept.withLock { kept in
            if let kept { return kept }
            let made = make()
            kept = made
            return made
        }
    }
}
