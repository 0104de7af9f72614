import Intake
import Model

/// One file of a ``Partial``: which version of which file it is, and what it was read as.
struct PartialFile: Sendable {
    let key: ReadingKey
    let content: Content

    /// A reading where it was made, or as bytes on its way.
    enum Content: Sendable {
        case reading(FileReading)
        /// The bytes of a ``StoredReading``, with what was counted when it was made.
        case stored([UInt8], ReadingTally)
    }

    init(_ reading: FileReading, sha256: String) {
        key = ReadingKey(sha256: sha256, path: reading.place.path)
        content = .reading(reading)
    }

    init(key: ReadingKey, stored bytes: [UInt8], tally: ReadingTally) {
        self.key = key
        content = .stored(bytes, tally)
    }

    /// The reading as bytes.
    var bytes: [UInt8] {
        switch content {
        case .reading(let reading): StoredReading.bytes(of: reading)
        case .stored(let bytes, _): bytes
        }
    }

    /// What was counted when the reading was made.
    var tally: ReadingTally {
        switch content {
        case .reading(let reading): ReadingTally(of: reading)
        case .stored(_, let tally): tally
        }
    }

    /// The reading; nil where the bytes do not hold one of this file, or not all that was counted.
    func reading(_ context: ReadingContext) -> FileReading? {
        switch content {
        case .reading(let reading): return reading
        case .stored(let bytes, let tally):
            guard let reading = StoredReading.reading(of: bytes, context: context),
                reading.place.path.utf8.elementsEqual(key.path.utf8),
                ReadingTally(of: reading) == tally
            else { return nil }
            return reading
        }
    }

    /// Whether a file comes before another: by path, then by version.
    static func precedes(_ a: PartialFile, _ b: PartialFile) -> Bool {
        a.key.path.utf8.elementsEqual(b.key.path.utf8)
            ? a.key.sha256 < b.key.sha256 : a.key.path.precedesInBytes(b.key.path)
    }
}
