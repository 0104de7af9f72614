/// How long a stage of a run took, and what went through it.
package struct StageTime: Sendable {
    /// `receive`, `inputs`, `reuse`, `read`, `resolve`, `judge`, `keep`, `reports`, `publish`;
    /// `keep` is what was still to be waited for once all was judged.
    package let stage: String
    /// How long it took on the clock of the machine.
    package let milliseconds: Int
    /// Files, rows of data and bytes that the stage worked on; nil where that is no measure of it.
    package let files: Int?
    /// Rows of data; nil where they are no measure of the stage.
    package let rows: Int?
    /// Bytes; nil where they are no measure of the stage.
    package let bytes: Int?
}

/// How long each stage of a run took; of the files only the manifest holds it.
struct Timings {
    private var last = ContinuousClock.now
    private(set) var stages: [StageTime] = []

    /// Ends a stage.
    mutating func mark(_ stage: String, files: Int? = nil, rows: Int? = nil, bytes: Int? = nil) {
        let now = ContinuousClock.now
        let (seconds, attoseconds) = (now - last).components
        stages.append(
            StageTime(
                stage: stage,
                milliseconds: Int(seconds) * 1000 + Int(attoseconds / 1_000_000_000_000_000),
                files: files,
                rows: rows,
                bytes: bytes
            )
        )
        last = now
    }
}
