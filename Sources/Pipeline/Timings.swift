/// How long each stage of a run took, in milliseconds; only the manifest holds it.
struct Timings {
    private var last = ContinuousClock.now
    private(set) var milliseconds: [(stage: String, value: Int)] = []

    /// Ends a stage.
    mutating func mark(_ stage: String) {
        let now = ContinuousClock.now
        let (seconds, attoseconds) = (now - last).components
        milliseconds.append((stage, Int(seconds) * 1000 + Int(attoseconds / 1_000_000_000_000_000)))
        last = now
    }
}
