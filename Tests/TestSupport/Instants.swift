package import Model

/// A text that is to be an instant and is none.
package struct NotAnInstant: Error {
    let text: String
}

/// The instant that a text of a test means: `2024-12-10T02:00`.
package func instant(_ text: String) throws -> Instant {
    guard let instant = Instant(iso: text) else { throw NotAnInstant(text: text) }
    return instant
}
