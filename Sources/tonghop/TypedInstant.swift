import ArgumentParser
import Model

/// An instant as typed on the command line: `2025-01-05` is the end of that day.
struct TypedInstant: ExpressibleByArgument {
    let instant: Instant

    init?(argument: String) {
        guard let instant = Instant(iso: argument) else { return nil }
        self.instant = instant
    }
}
