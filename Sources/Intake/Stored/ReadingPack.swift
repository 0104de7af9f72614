internal import Model

/// The readings of many files in one piece: their records in few batches, and what was noticed of
/// each file for who asks.
///
/// A country's month comes in ten thousand files of a row or two. Held and kept one by one, most of
/// a night would go into taking them up; a pack is taken up as a register is.
package struct ReadingPack: Sendable {
    /// A version of a file and what it was read as.
    package struct File: Sendable {
        /// The SHA-256 of the file's bytes.
        package let sha256: String
        /// What the file was read as.
        package let held: HeldReading

        package init(sha256: String, held: HeldReading) {
            self.sha256 = sha256
            self.held = held
        }
    }

    /// The files in the order in which they were added.
    package let files: [File]
    let batches: [HeldBatch]
    let piece: Piece

    /// Records of small files that one batch takes up: enough to be looked at in one go, few enough
    /// for the processor's own memory and to be shared between cores.
    package static let mostInBatch = 1 << 14
    /// Entries and files of a pack: few enough for its bytes to stay in the processor's memory
    /// while they are taken up, and for several cores to share the packs.
    static let mostEntries = 1 << 14
    private static let mostFiles = 1 << 11

    init(files: [File], batches: [HeldBatch], piece: Piece = .whole) {
        self.files = files
        self.batches = batches
        self.piece = piece
    }

    /// Packs of readings, in their order; a file is in one of them whole.
    package static func packs(of files: [File], _ context: ReadingContext) -> [ReadingPack] {
        var parts: [[File]] = []
        var part: [File] = []
        var entries = 0
        for file in files {
            if !part.isEmpty,
                entries + file.held.entries > mostEntries || part.count == mostFiles
            {
                parts.append(part)
                part = []
                entries = 0
            }
            part.append(file)
            entries += file.held.entries
        }
        if !part.isEmpty { parts.append(part) }
        return concurrentMap(parts) { ReadingPack(merging: $0, context) }
    }

    /// Whether there is much room left in it.
    package var isSmall: Bool {
        files.count < ReadingPack.mostFiles / 2
            && files.reduce(0) { $0 + $1.held.entries } < ReadingPack.mostEntries / 2
    }

    /// Brings the records of small files together, form by form; those of a register stay in its
    /// batches.
    private init(merging files: [File], _ context: ReadingContext) {
        var groups: [RecordGroup] = []
        var open: [Int: Int] = [:]
        var places: [[(group: Int, start: Int)]] = []
        places.reserveCapacity(files.count)
        for file in files {
            places.append(
                file.held.stretches.map { stretch in
                    let count = stretch.records.count
                    if file.held.isRegister || stretch.isLarge {
                        groups.append(RecordGroup(stretch))
                        return (groups.count - 1, 0)
                    }
                    if let group = open[stretch.form],
                        groups[group].count + count <= ReadingPack.mostInBatch
                    {
                        let start = groups[group].count
                        groups[group].add(stretch)
                        return (group, start)
                    }
                    open[stretch.form] = groups.count
                    groups.append(RecordGroup(stretch))
                    return (groups.count - 1, 0)
                }
            )
        }
        let batches = groups.map(\.held)
        self.batches = batches
        piece = .whole
        let accounts = ReadingPack.accounts(of: files, context)
        self.files = files.indices.map { number in
            let (file, places) = (files[number], places[number])
            let stretches = zip(file.held.stretches, places).map { stretch, place in
                RecordStretch(
                    batches[place.group],
                    place.start..<(place.start + stretch.records.count)
                )
            }
            return File(
                sha256: file.sha256,
                held: file.held.moved(to: stretches, account: accounts[number])
            )
        }
    }
}

extension ReadingPack {
    /// What was noticed of files; where that is nothing, as the bytes of all of them in one piece:
    /// the lists of a reading take several times as much room.
    private static func accounts(
        of files: [File],
        _ context: ReadingContext
    ) -> [HeldReading.Account] {
        var writer = StoredWriter(reserving: files.count * 160)
        let ends = files.map { file -> Int? in
            guard case .made(let reading) = file.held.account, file.held.isClean else { return nil }
            writer.add(reading)
            return writer.bytes.count
        }
        let kept = KeptAccounts(writer.bytes.fitting, context)
        var start = 0
        return zip(files, ends).map { file, end in
            guard let end else { return file.held.account }
            defer { start = end }
            return .kept(kept, start..<end)
        }
    }
}

/// Stretches of one form that become one batch.
package struct RecordGroup: Sendable {
    /// The stretches, in the order in which their records stand in the batch.
    package private(set) var stretches: [RecordStretch]
    /// How many records they have together.
    package private(set) var count: Int

    /// A group that begins with one stretch.
    package init(_ stretch: RecordStretch) {
        stretches = [stretch]
        count = stretch.records.count
    }

    /// Adds a stretch; one that goes on where the last one ends only makes it longer.
    package mutating func add(_ stretch: RecordStretch) {
        count += stretch.records.count
        if let longer = stretches.last?.extended(by: stretch) {
            stretches[stretches.count - 1] = longer
        } else {
            stretches.append(stretch)
        }
    }

    /// The records as one batch: the one that holds them, where it holds nothing else.
    package var held: HeldBatch {
        stretches.count == 1 ? stretches[0].alone : HeldBatch(RecordBatch(merging: stretches))
    }
}
