import GRDB
import Model

/// The clocks of passes, put right where they contradict the order of the passes.
///
/// A pass comes after all those with smaller numbers, whatever their clocks say. The newest pass is
/// taken at its word, and with it the longest row of passes whose clocks agree with their order;
/// each other clock was ahead or behind, and its pass happened between its neighbours in that row.
/// So a clock that was a year ahead for a night hides nothing for a year, and one that fell back to
/// 1970 makes nothing older than it is.
///
/// Passes of versions of the program that did not do so are read as they were read then.
struct PassClocks {
    /// For the passes with a wrong clock: what it said, and when they happened.
    private var wrong: [Int64: (said: Int64, meant: Int64)] = [:]

    /// The clocks as a reader sees them who knows the passes up to one.
    init(_ db: Database, upTo last: Int64) throws {
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT id, clock, nominal IS NOT NULL FROM passes WHERE id <= ? ORDER BY id
                """,
            arguments: [last]
        )
        var passes: [(id: Int64, clock: Int64)] = []
        var isOrdered = true
        var isPresent = false
        while let row = try rows.next() {
            let clock: Int64 = row[1]
            if let before = passes.last, clock < before.clock { isOrdered = false }
            passes.append((row[0], clock))
            isPresent = row[2]
        }
        self.init(isPresent && !isOrdered ? passes : [])
    }

    /// Looks for the clocks that were wrong; the passes are in their order.
    init(_ passes: [(id: Int64, clock: Int64)]) {
        guard let newest = passes.last else { return }
        // From the newest back: of the rows of each length the one whose oldest clock is the
        // latest, so that of two clocks that contradict each other the one that is behind gives
        // way.
        var oldest: [Int] = []
        var next = [Int?](repeating: nil, count: passes.count)
        for index in passes.indices.reversed() where passes[index].clock <= newest.clock {
            let clock = passes[index].clock
            var (low, high) = (0, oldest.count)
            while low < high {
                let middle = (low + high) / 2
                if passes[oldest[middle]].clock >= clock { low = middle + 1 } else { high = middle }
            }
            next[index] = low > 0 ? oldest[low - 1] : nil
            if low == oldest.count { oldest.append(index) } else { oldest[low] = index }
        }
        var (index, before) = (oldest.last, Int64.min)
        for place in passes.indices {
            guard let right = index else { return }
            if place == right {
                before = passes[place].clock
                index = next[place]
            } else {
                let (id, said) = passes[place]
                wrong[id] = (said, min(max(said, before), passes[right].clock))
            }
        }
    }

    /// A version with the times that the passes meant that recorded it.
    func corrected(_ version: FileVersion, seenBy pass: Int64, goneBy last: Int64?) -> FileVersion {
        guard !wrong.isEmpty else { return version }
        var version = version
        version.firstSeen = corrected(version.firstSeen, of: pass)
        version.receivedAt = corrected(version.receivedAt, of: pass)
        version.effectiveAt = corrected(version.effectiveAt, of: pass)
        if let last {
            version.withdrawnAt = version.withdrawnAt.map { corrected($0, of: last) }
            version.goneAt = version.goneAt.map { corrected($0, of: last) }
        }
        return version
    }

    /// A time that a pass wrote: its clock, or one before it.
    func corrected(_ time: Instant, of pass: Int64) -> Instant {
        guard let (said, meant) = wrong[pass] else { return time }
        return Instant(seconds: time.seconds >= said ? meant : min(time.seconds, meant))
    }
}
