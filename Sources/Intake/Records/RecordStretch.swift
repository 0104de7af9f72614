/// A batch held once, so that taking up one of ten thousand costs little.
package final class HeldBatch: Sendable {
    /// The records, which never change.
    package let batch: RecordBatch

    /// Holds a batch from now on.
    package init(_ batch: RecordBatch) { self.batch = batch }
}

/// The records of one file, or of some blocks of it: a stretch of a batch that may hold those of
/// other files as well.
package struct RecordStretch: Sendable {
    /// The batch that holds the records, and may hold others.
    package let held: HeldBatch
    /// Which of the batch's records they are.
    package let records: Range<Int>

    /// Some records of a batch that is held already.
    package init(_ held: HeldBatch, _ records: Range<Int>) {
        self.held = held
        self.records = records
    }

    /// All records of a batch.
    package init(_ batch: RecordBatch) {
        held = HeldBatch(batch)
        records = 0..<batch.count
    }

    /// The index of the form in the catalogue.
    package var form: Int { held.batch.form }

    /// This stretch and the next one in one, where that goes on in the same batch.
    package func extended(by next: RecordStretch) -> RecordStretch? {
        guard held === next.held, records.upperBound == next.records.lowerBound else { return nil }
        return RecordStretch(held, records.lowerBound..<next.records.upperBound)
    }

    /// Whether it is all that its batch holds.
    package var isWhole: Bool { records.count == held.batch.count }

    /// Whether it is worth looking at alone.
    package var isLarge: Bool { records.count >= ReadingPack.mostInBatch / 8 }

    /// The records as a batch of their own.
    package var batch: RecordBatch { isWhole ? held.batch : held.batch.part(records) }

    /// The same, held.
    var alone: HeldBatch { isWhole ? held : HeldBatch(held.batch.part(records)) }
}
