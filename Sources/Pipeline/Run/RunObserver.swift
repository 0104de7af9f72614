/// What a run tells while it goes on.
package struct RunObserver: Sendable {
    /// One event for the log: a name and its facts, never a cell's value.
    package var event: @Sendable (String, [(String, String)]) -> Void
    /// The name of the event of a clock that went back, which is a warning.
    package static let clockWentBack = "clock-went-back"
    /// Files read so far, of all.
    package var progress: @Sendable (Int, Int) -> Void

    package init(
        event: @escaping @Sendable (String, [(String, String)]) -> Void,
        progress: @escaping @Sendable (Int, Int) -> Void
    ) {
        self.event = event
        self.progress = progress
    }
}
