internal import Intake
internal import Model

/// Brings the records of a collection's files together, form by form, in the order in which files
/// replace each other.
///
/// A large file's batches are taken as they are, and so is a batch of small files that all still
/// count.
struct BatchAssembly {
    /// Records that stand one behind the other in a batch, and the files that they came in.
    private struct Piece {
        var stretch: RecordStretch
        var runs: [FileRun]
        /// Whether it stays a batch of its own.
        var isAlone: Bool
    }

    private var pieces: [Piece] = []

    /// For each form, its batches.
    static func batches(of collection: CollectedFiles, forms count: Int) -> [[ResolvedBatch]] {
        var assemblies = [BatchAssembly](repeating: BatchAssembly(), count: count)
        for (index, file) in collection.files.enumerated() where file.held.isAccepted {
            for stretch in file.held.stretches where !stretch.records.isEmpty {
                assemblies[stretch.form].add(stretch, file: index, of: file.held)
            }
        }
        return assemblies.map { assembly in
            concurrentMap(assembly.groups) { ResolvedBatch($0.records.held, runs: $0.runs) }
        }
    }

    private mutating func add(_ stretch: RecordStretch, file: Int, of held: HeldReading) {
        guard let last = pieces.indices.last,
            let longer = pieces[last].stretch.extended(by: stretch)
        else {
            pieces.append(
                Piece(
                    stretch: stretch,
                    runs: [FileRun(records: 0..<stretch.records.count, file: file)],
                    isAlone: held.isRegister
                )
            )
            return
        }
        let start = pieces[last].stretch.records.count
        pieces[last].stretch = longer
        pieces[last].runs.append(FileRun(records: start..<longer.records.count, file: file))
    }

    /// The pieces in groups that become a batch each.
    private var groups: [(records: RecordGroup, runs: [FileRun])] {
        var groups: [(records: RecordGroup, runs: [FileRun])] = []
        var isOpen = false
        for piece in pieces {
            let count = piece.stretch.records.count
            let isAlone = piece.isAlone || piece.stretch.isLarge
            if !isAlone, isOpen, let last = groups.indices.last,
                groups[last].records.count + count <= ReadingPack.mostInBatch
            {
                let start = groups[last].records.count
                groups[last].records.add(piece.stretch)
                groups[last].runs += piece.runs.map { run in
                    FileRun(
                        records: (run.records.lowerBound + start)..<(run.records.upperBound + start),
                        file: run.file
                    )
                }
            } else {
                groups.append((RecordGroup(piece.stretch), piece.runs))
            }
            isOpen = !isAlone
        }
        return groups
    }
}
