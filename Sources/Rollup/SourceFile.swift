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
    /// Whether it was taken away again: then it says of what its own submitter handed in afterwards when
    /// that was first received.
    package var isWithdrawn = false

    package init(
        held: HeldReading,
        receivedAt: Instant,
        firstSeen: Instant,
        modified: Int64,
        sha256: String,
        size: Int
    ) {
        self.held = held
        self.receivedAt = receivedAt
        self.firstSeen = firstSeen
        self.modified = modified
        self.sha256 = sha256
        self.size = size
    }

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

    package var path: String { held.path }

    /// The same file with another hold of its reading.
    fileprivate func holding(_ held: HeldReading) -> SourceFile {
        var file = SourceFile(
            held: held,
            receivedAt: receivedAt,
            firstSeen: firstSeen,
            modified: modified,
            sha256: sha256,
            size: size
        )
        file.isWithdrawn = isWithdrawn
        return file
    }

    /// The same file under the name that reports may show.
    fileprivate func renamed(_ shown: (String) -> String) -> SourceFile {
        let name = shown(path)
        return name == path ? self : holding(held.renamed(name))
    }
}

/// The files of a report, or of a part of it: parts merge, in any order, into the same whole.
package struct Collection: Sendable {
    /// In the order in which later files replace earlier ones.
    package private(set) var files: [SourceFile]
    /// Versions that were replaced or withdrawn: they count nothing, but they say when a key was first received.
    package private(set) var replaced: [SourceFile]

    package init(files: [SourceFile], replaced: [SourceFile] = []) {
        self.files = Collection.inOrder(files)
        self.replaced = Collection.inOrder(replaced)
    }

    /// The order in which files give way to each other: of two versions of a record the one received last
    /// counts, then the one first seen last, then the later modification time, then the path
    /// (CONTRACT §11.25).
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
    func renamed(_ shown: @escaping @Sendable (String) -> String) -> Collection {
        var collection = self
        collection.files = Collection.renamed(files, shown)
        collection.replaced = Collection.renamed(replaced, shown)
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

    package func merged(with other: Collection) -> Collection {
        Collection(files: files + other.files, replaced: replaced + other.replaced)
    }
}
