package import Intake
package import Model

/// One effective file with what it was read as and when it came in.
///
/// The reading is held once: files are sorted and passed about far more often than looked into, and
/// copying the many parts of a reading each time takes longer than the sorting.
package struct SourceFile: Sendable {
    /// What the file was read as.
    package let held: HeldReading
    /// When it counted as received (CONTRACT §11.25).
    package let receivedAt: Instant
    /// The clock of the pass that first saw it.
    package let firstSeen: Instant
    /// Nanoseconds since 1970.
    package let modified: Int64
    /// The SHA-256 of its bytes.
    package let sha256: String
    /// Bytes.
    package let size: Int
    /// Whether it was taken away again: then it says of what its own submitter handed in afterwards
    /// when that was first received.
    package let isWithdrawn: Bool

    package init(
        held: HeldReading,
        receivedAt: Instant,
        firstSeen: Instant,
        modified: Int64,
        sha256: String,
        size: Int,
        isWithdrawn: Bool = false
    ) {
        self.held = held
        self.receivedAt = receivedAt
        self.firstSeen = firstSeen
        self.modified = modified
        self.sha256 = sha256
        self.size = size
        self.isWithdrawn = isWithdrawn
    }

    /// The same for a reading that is not held yet.
    package init(
        reading: FileReading,
        receivedAt: Instant,
        firstSeen: Instant,
        modified: Int64,
        sha256: String,
        size: Int
    ) {
        self.init(
            held: HeldReading(reading),
            receivedAt: receivedAt,
            firstSeen: firstSeen,
            modified: modified,
            sha256: sha256,
            size: size
        )
    }

    /// All that the file was read as; made anew each time, for the few files that are looked into.
    package var reading: FileReading { held.reading }

    /// The path below `submissions/`, or the name that reports may show instead.
    package var path: String { held.path }

    /// The same file with another hold of its reading.
    func holding(_ held: HeldReading) -> SourceFile {
        SourceFile(
            held: held,
            receivedAt: receivedAt,
            firstSeen: firstSeen,
            modified: modified,
            sha256: sha256,
            size: size,
            isWithdrawn: isWithdrawn
        )
    }

    /// The same file under the name that reports may show.
    func renamed(_ shown: (String) -> String) -> SourceFile {
        let name = shown(path)
        return name == path ? self : holding(held.renamed(name))
    }
}
