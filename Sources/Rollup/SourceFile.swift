package import Intake
package import Model

/// One effective file with what it was read as and when it came in.
///
/// The reading is held once: files are sorted and passed about far more often than looked into, and
/// copying the many parts of a reading each time takes longer than the sorting.
package struct SourceFile: Sendable {
    package let held: HeldReading
    package let receivedAt: Instant
    package let firstSeen: Instant
    /// Nanoseconds since 1970.
    package let modified: Int64
    package let sha256: String
    package let size: Int

    package init(
        reading: FileReading,
        receivedAt: Instant,
        firstSeen: Instant,
        modified: Int64,
        sha256: String,
        size: Int
    ) {
        held = HeldReading(reading)
        self.receivedAt = receivedAt
        self.firstSeen = firstSeen
        self.modified = modified
        self.sha256 = sha256
        self.size = size
    }

    // Inlined, so that a look at one part of the reading does not copy the others.
    @inlinable package var reading: FileReading {
        _read { yield held.reading }
    }

    package var path: String { held.reading.place.path }

    /// Whether a file gives way to another: of two versions of a record the one received last counts,
    /// then the one first seen last, then the later modification time, then the path (CONTRACT §11.25).
    package static func precedes(_ a: SourceFile, _ b: SourceFile) -> Bool {
        if a.receivedAt != b.receivedAt { return a.receivedAt < b.receivedAt }
        if a.firstSeen != b.firstSeen { return a.firstSeen < b.firstSeen }
        if a.modified != b.modified { return a.modified < b.modified }
        return a.path.precedesInBytes(b.path)
    }
}

/// The reading of a ``SourceFile``.
package final class HeldReading: Sendable {
    package let reading: FileReading

    init(_ reading: FileReading) { self.reading = reading }
}

/// The files of a report, or of a part of it: parts merge, in any order, into the same whole.
package struct Collection: Sendable {
    /// In the order in which later files replace earlier ones.
    package private(set) var files: [SourceFile]
    /// Versions that were replaced: they count nothing, but they say when a key was first received.
    package private(set) var replaced: [SourceFile]

    package init(files: [SourceFile], replaced: [SourceFile] = []) {
        self.files = files.sorted(by: SourceFile.precedes)
        self.replaced = replaced.sorted(by: SourceFile.precedes)
    }

    package func merged(with other: Collection) -> Collection {
        Collection(files: files + other.files, replaced: replaced + other.replaced)
    }
}
