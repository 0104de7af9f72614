package import Intake

/// Records of a batch that came in one file.
package struct FileRun: Hashable, Sendable {
    /// Which records of the batch they are.
    package let records: Range<Int>
    /// The index of the file in the collection.
    package let file: Int
}

/// A batch with what the whole of the files makes of its records.
///
/// It holds the records of one large file or of many small ones, in the order in which they replace
/// each other.
package struct ResolvedBatch: Sendable {
    /// The batch, held once.
    package internal(set) var held: HeldBatch
    /// The files that the records came in, in the order of the records.
    package let runs: [FileRun]
    /// Whether each record counts: not replaced by a later one, not dated after the as-of time.
    package internal(set) var counts: [Bool]
    /// The day on which each record's key was first received; for forms without a dating field
    /// only.
    package internal(set) var receipts: [Int32]
    /// For contest entries: why each is not valid.
    package internal(set) var faults: [EntryFault]
    /// For contest entries: the index of the edition in the plan; -1 for none.
    package internal(set) var editions: [Int16]

    // Inlined, so that a look at one column does not copy the others.
    /// The records themselves.
    @inlinable package var batch: RecordBatch {
        _read { yield held.batch }
    }

    init(_ held: HeldBatch, runs: [FileRun]) {
        self.held = held
        self.runs = runs
        counts = [Bool](repeating: true, count: held.batch.count)
        receipts = []
        faults = []
        editions = []
    }

    /// Whether a contest entry counts and nothing is wrong with it.
    func isValid(_ entry: Int) -> Bool { counts[entry] && faults[entry] == .none }

    /// The index in the collection of the file that a record came in.
    package func file(of record: Int) -> Int {
        var (low, high) = (0, runs.count - 1)
        while low < high {
            let middle = (low + high + 1) / 2
            if runs[middle].records.lowerBound <= record { low = middle } else { high = middle - 1 }
        }
        return runs[low].file
    }
}
