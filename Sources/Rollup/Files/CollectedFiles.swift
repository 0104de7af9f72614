import Intake
import Model

/// The files of a report, or of a part of it: parts merge, in any order, into the same whole.
package struct CollectedFiles: Sendable {
    /// In the order in which later files replace earlier ones.
    package private(set) var files: [SourceFile]
    /// Versions that were replaced or withdrawn: they count nothing, but they say when a key was
    /// first received.
    package private(set) var replaced: [SourceFile]

    package init(files: [SourceFile], replaced: [SourceFile] = []) {
        self.files = CollectedFiles.inOrder(files)
        self.replaced = CollectedFiles.inOrder(replaced)
    }

    /// The order in which files give way to each other: of two versions of a record the one
    /// received last counts, then the one first seen last, then the later modification time, then
    /// the path (CONTRACT §11.25).
    ///
    /// Sorted by place, since a copy of each of ten thousand files costs more than the look at it.
    private static func inOrder(_ files: [SourceFile]) -> [SourceFile] {
        var rank = [Int](repeating: 0, count: files.count)
        for (place, file) in orderInBytes(files.map(\.path)).enumerated() { rank[file] = place }
        let times = files.map { ($0.receivedAt, $0.firstSeen, $0.modified) }
        return files.indices.sorted { a, b in
            if times[a].0 != times[b].0 { return times[a].0 < times[b].0 }
            if times[a].1 != times[b].1 { return times[a].1 < times[b].1 }
            if times[a].2 != times[b].2 { return times[a].2 < times[b].2 }
            return rank[a] < rank[b]
        }.map { files[$0] }
    }

    /// Forgets what told the records of all files from each other; see
    /// ``RecordBatch/withoutIdentities``.
    mutating func forgetIdentities() {
        // A batch of several files stays one.
        var known: [ObjectIdentifier: HeldBatch] = [:]
        func forgotten(_ file: SourceFile) -> SourceFile {
            // What is not held need not be forgotten.
            guard file.held.stretches.contains(where: { $0.held.batch.identities.areHeld }) else {
                return file
            }
            let stretches = file.held.stretches.map { stretch in
                let id = ObjectIdentifier(stretch.held)
                let held = known[id] ?? HeldBatch(stretch.held.batch.withoutIdentities)
                known[id] = held
                return RecordStretch(held, stretch.records)
            }
            return file.holding(file.held.moved(to: stretches))
        }
        files = files.map(forgotten)
        replaced = replaced.map(forgotten)
    }

    /// The same files in the same order, under the names that reports may show.
    func renamed(_ shown: @escaping @Sendable (String) -> String) -> CollectedFiles {
        var collection = self
        collection.files = CollectedFiles.renamed(files, shown)
        collection.replaced = CollectedFiles.renamed(replaced, shown)
        return collection
    }

    /// Most offices name no file after a person: then the files are the same ones.
    private static func renamed(
        _ files: [SourceFile],
        _ shown: @escaping @Sendable (String) -> String
    ) -> [SourceFile] {
        let parts = stride(from: 0, to: files.count, by: namesAtOnce).map {
            files[$0..<min($0 + namesAtOnce, files.count)]
        }
        let hasOthers = concurrentMap(parts) { part in
            part.contains { shown($0.path) != $0.path }
        }
        return hasOthers.contains(true) ? files.map { $0.renamed(shown) } : files
    }

    /// Files whose names one core looks at.
    private static let namesAtOnce = 2_048

    /// The files of both parts.
    package func merged(with other: CollectedFiles) -> CollectedFiles {
        CollectedFiles(files: files + other.files, replaced: replaced + other.replaced)
    }
}
