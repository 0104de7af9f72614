import Intake
import LedgerStore
import Model
import Plans
import Rollup

extension Assessment {
    /// Reads the submissions, and the versions that they replaced or that were withdrawn: those say
    /// when a key was first received.
    ///
    /// What was read now, and the ledger is to keep, comes with them.
    func collection(
        of ledger: Ledger,
        by means: ReadingMeans,
        _ timings: inout Timings
    ) async throws(PipelineError) -> (CollectedFiles, ReadingCounts, NewReadings?) {
        let past = PastVersion.all(of: inputs.submissions, withdrawn: inputs.withdrawn)
        let keys =
            inputs.submissions.map { ReadingKey(sha256: $0.sha256, path: $0.path) }
            + past.map(\.key)
        let digest = try digest()
        var store = ReadingStore(
            ledger: ledger,
            plan: inputs.files.plan.id,
            context: context,
            digest: digest,
            asked: keys
        )
        var known =
            means.keptReadings == .ignored
            ? [HeldReading?](repeating: nil, count: keys.count)
            : try await store.readings(ahead: means.ahead)
        let reused = known.compactMap(\.self)
        timings.mark(
            "reuse",
            files: reused.count,
            rows: reused.reduce(0) { $0 + $1.rows }
        )
        let unknown = keys.indices.filter { known[$0] == nil }
        let counts = ReadingCounts(read: unknown.count, reused: keys.count - unknown.count)
        let sizes = inputs.submissions.map(\.size) + past.map(\.version.size)
        let asked = unknown.filter { store.firstPlace(of: keys[$0]) == $0 }.map { index in
            FileIntake.Request(
                path: keys[index].path,
                sha256: keys[index].sha256,
                original: ledger.originals.path(of: keys[index].sha256),
                size: sizes[index]
            )
        }
        let read = try await read(asked, from: ledger, of: keys.count, digest, by: means)
        let packs = ReadingPack.packs(of: inOrder(read, store), context)
        for pack in packs { store.place(pack, in: &known) }
        let readings = known.compactMap(\.self)
        try check(readings, asked: keys.count)
        timings.mark(
            "read",
            files: unknown.count,
            rows: read.reduce(0) { $0 + $1.held.rows },
            bytes: asked.reduce(0) { $0 + Int($1.size) }
        )
        let new = NewReadings(packs: packs, store: store)
        let isAdded = means.keptReadings == .usedAndAdded
        return (collected(readings, past), counts, isAdded ? new : nil)
    }

    /// Reads files that no earlier night read: each is asked for once.
    ///
    /// `total` is the number of files of the run, of which the others are settled.
    private func read(
        _ requests: [FileIntake.Request],
        from ledger: Ledger,
        of total: Int,
        _ digest: ContextDigest,
        by means: ReadingMeans
    ) async throws(PipelineError) -> [ReadingPack.File] {
        // What was read under another plan than it turned out to be is of no use.
        let received = means.received?.digest == digest.text ? means.received : nil
        received?.finish()
        var missing: [FileIntake.Request] = []
        var read: [ReadingPack.File] = []
        for request in requests {
            let key = ReadingKey(sha256: request.sha256, path: request.path)
            if let held = received?.take(key) {
                read.append(ReadingPack.File(sha256: key.sha256, held: held))
            } else {
                missing.append(request)
            }
        }
        means.received?.forget()
        // What was read while it was taken in needs no original; of the others none may be lost.
        try PipelineError.wrapping { () throws(LedgerError) in
            for request in missing { _ = try ledger.original(request.sha256) }
        }
        if missing.isEmpty, !read.isEmpty { means.progress(total, total) }
        if let spark = means.spark {
            let partial = try await spark.partial(of: missing, for: self, digest, jobs: means.jobs)
            return read + packed(partial)
        }
        let stage = MapStage(context: context, digest: digest.text, jobs: means.jobs)
        var rest = missing[...]
        while !rest.isEmpty {
            let done = total - rest.count
            read += packed(
                try await stage.partial(of: Array(rest.prefix(Assessment.filesAtOnce))) { count in
                    means.progress(done + count, total)
                }
            )
            rest = rest.dropFirst(Assessment.filesAtOnce)
        }
        return read
    }

    /// So many files wait at the most for their readings to be brought together: each has lists of
    /// its own until then, which takes several times the room.
    private static let filesAtOnce = 4096

    /// The readings of a partial result, brought together.
    private func packed(_ partial: Partial) -> [ReadingPack.File] {
        let files = partial.files.compactMap { file in
            file.reading(context).map {
                ReadingPack.File(sha256: file.key.sha256, held: HeldReading($0))
            }
        }
        return ReadingPack.packs(of: files, context).flatMap(\.files)
    }

    /// Readings in the order in which their files will be looked at, so that the records of one
    /// that stay together need not be brought together again.
    private func inOrder(
        _ read: [ReadingPack.File],
        _ store: ReadingStore
    ) -> [ReadingPack.File] {
        // They are asked for in the order of paths, replaced versions behind all others.
        let places = read.map { store.firstPlace(of: $0.key) ?? .max }
        let times = places.map { place in
            place < inputs.submissions.count
                ? (
                    inputs.submissions[place].receivedAt, inputs.submissions[place].firstSeen,
                    inputs.submissions[place].modified, place
                )
                : (Instant(seconds: .max), Instant(seconds: .max), .max, place)
        }
        return read.indices.sorted { times[$0] < times[$1] }.map { read[$0] }
    }

    /// Nothing is published unless every file was read and every line accounted for.
    private func check(_ readings: [HeldReading], asked count: Int) throws(PipelineError) {
        guard readings.count == count else {
            throw .unexpected(
                "Chỉ có kết quả đọc của \(readings.count)/\(count) tệp; chưa công bố gì."
            )
        }
        for held in readings
        where held.lines.total != held.outline.physicalLines || held.lines.blank < 0 {
            throw .unexpected(
                "Tệp \"\(held.path)\" có \(held.outline.physicalLines) dòng nhưng chỉ phân loại "
                    + "được \(held.lines.total); chưa công bố gì."
            )
        }
    }

    /// The submissions and then the versions that count no more, with their readings.
    private func collected(_ readings: [HeldReading], _ past: [PastVersion]) -> CollectedFiles {
        let files = zip(inputs.submissions, readings).map { SourceFile($0, $1) }
        let replaced = zip(past, readings.dropFirst(files.count)).map { SourceFile($0, $1) }
        return CollectedFiles(files: files, replaced: replaced)
    }
}
