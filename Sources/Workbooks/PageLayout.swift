/// How a sheet falls into printed pages: where each page begins, so that no heading is the last
/// line of a page and no page holds notes and signatures alone, and whether a little shrinking
/// spares a page.
struct PageLayout {
    /// How strongly a row is held to the one below it.
    enum Hold: Int, Comparable {
        case none
        /// Given up where what is held together is longer than a page.
        case loose
        case firm

        static func < (a: Hold, b: Hold) -> Bool { a.rawValue < b.rawValue }
    }

    /// Where the pages begin and how large they are printed.
    struct Pages: Equatable {
        /// The first row of each page but the first.
        var breaks: [Int]
        /// The scale in per cent; nil for the width of the page.
        var percent: Int?
        /// Whether the header stands on every page: not where the whole table stands on the first
        /// one and only notes and signatures on the next.
        var repeatsHeader = true
        var count: Int { breaks.count + 1 }
    }

    /// The heights of the sheet's rows, in points.
    let heights: [Double]
    /// How each of the rows is held to the next one; as many as there are heights.
    let holds: [Hold]
    /// The rows that every page repeats.
    let header: Range<Int>
    /// The row after the table.
    let tableEnd: Int
    /// The width of the sheet in pixels.
    let width: Double
    let isLandscape: Bool

    /// The rows of the table that stand above notes and signatures on the last page, if there are
    /// so many.
    static let lastRows = 3
    /// How much smaller than its natural size a sheet may be printed to spare a page.
    private static let smallest = 0.64
    /// Below this letters of 11 points are no longer read with ease.
    private static let smallestScale = 0.52
    /// A little less than the page holds: programs round widths and heights each in their way.
    private static let share = 0.96
    /// LibreOffice prints a column up to 5 % wider than Excel.
    private static let narrower = 0.94
    private static let little = 0.84
    /// What a sheet may be printed at so that notes which fill a page have a row of the table above
    /// them.
    private static let forNotes = 0.7

    /// What an A4 page holds between margins of 20 mm above and below, 30 mm left and 20 mm right,
    /// in points.
    private var page: (width: Double, height: Double) {
        isLandscape ? (700, 482) : (453, 728)
    }

    private var scale: Double { min(1, page.width / (width * 0.75)) }

    private var repeated: Double { heights[header].reduce(0, +) }

    /// The pages of the sheet; nil to leave it as it falls.
    var pages: Pages? {
        guard !header.isEmpty, header.upperBound < tableEnd, tableEnd <= heights.count,
            holds.count == heights.count
        else { return nil }
        let height = page.height / scale * PageLayout.share
        guard repeated < height / 2 else { return nil }
        if let shrunk { return shrunk }
        let plain = breaks(height: height, repeated: 0, least: .loose)
        if let first = plain.first, first >= tableEnd {
            return Pages(breaks: plain, repeatsHeader: false)
        }
        return Pages(breaks: breaks(height: height, repeated: repeated, least: .none))
    }

    /// The sheet a little smaller, where that spares a last page with hardly any row of the table.
    private var shrunk: Pages? {
        let natural = breaks(height: page.height / scale, repeated: repeated, least: .firm)
        let first = max(header.upperBound, tableEnd - PageLayout.lastRows)
        // The page of the row that the last page should begin above.
        let wanted = natural.count { $0 <= first } + 1
        let held = breaks(
            height: page.height / scale * PageLayout.share,
            repeated: repeated,
            least: .none
        )
        let isBare = held.last.map { $0 >= tableEnd } ?? false
        guard max(natural.count, held.count) + 1 > wanted else { return nil }
        let least = max(scale * PageLayout.smallest, PageLayout.smallestScale)
        // A given scale does not fit the width by itself.
        var percent = Int(scale * 100 * PageLayout.narrower)
        var better: Pages?
        // Whether notes under a bare header are what there is so far.
        var lacksRows = isBareHeader(held)
        while Double(percent) >= least * 100 {
            let height = page.height * 100 / Double(percent) * PageLayout.share
            let found = breaks(height: height, repeated: repeated, least: .none)
            let isSpared = found.count < wanted
            let hasRows = found.last ?? 0 < tableEnd
            if isSpared, !isBareHeader(found) { return pages(found, percent: percent) }
            // Where more is out of reach, a page less or rows above the notes are worth a little
            // shrinking, rows above notes that fill a page a little more.
            let bound = lacksRows && hasRows ? PageLayout.forNotes : PageLayout.little
            let isNear = isSpared || Double(percent) >= scale * 100 * bound
            let isLess = found.count < held.count
            let isBetter =
                better == nil
                ? isSpared || isLess || isBare && found.count == held.count && hasRows
                : lacksRows && hasRows
            if isNear, isBetter {
                better = pages(found, percent: percent)
                lacksRows = isBareHeader(found)
            }
            percent -= 1
        }
        return better
    }

    /// Pages at a scale; where the first one holds the whole table the next ones need no header.
    private func pages(_ breaks: [Int], percent: Int) -> Pages {
        Pages(breaks: breaks, percent: percent, repeatsHeader: breaks.first ?? 0 < tableEnd)
    }

    /// Whether the last page would hold notes alone under the header of a table that goes over
    /// several pages; a table that the first page holds needs no header on the next one.
    private func isBareHeader(_ breaks: [Int]) -> Bool {
        guard let first = breaks.first, let last = breaks.last else { return false }
        return last >= tableEnd && first < tableEnd
    }

    /// The first rows of the pages after the first, where a page holds so many points and ends at a
    /// row that is held to the next one no more than given.
    private func breaks(height: Double, repeated: Double, least: Hold) -> [Int] {
        var breaks: [Int] = []
        var start = 0
        var filled = 0.0
        var row = 0
        while row < heights.count {
            if row > start, filled + heights[row] > height {
                start = lastBreak(after: start, upTo: row, least, room: height - repeated)
                breaks.append(start)
                row = start
                filled = start < header.upperBound ? 0 : repeated
            }
            filled += heights[row]
            row += 1
        }
        return breaks
    }

    /// The last row at which a page may begin; the next one has so much room.
    private func lastBreak(after start: Int, upTo end: Int, _ least: Hold, room: Double) -> Int {
        // The first page holds a row of the table.
        let lowest = max(start, header.upperBound) + 1
        guard lowest <= end, least < .firm else { return end }
        if least == .none {
            var last = end
            while last < heights.count - 1, holds[last] > .none { last += 1 }
            // Where all that is held together does not fit, two rows or one go with the notes.
            let rows = [lastRow(in: lowest...end, held: .none), tableEnd - 2, tableEnd - 1]
            for row in rows.compactMap({ $0 }) where (lowest...end).contains(row) {
                let isFirm = holds[row - 1] == .firm
                if !isFirm, heights[row...last].reduce(0, +) <= room { return row }
            }
        }
        return lastRow(in: lowest...end, held: .loose) ?? end
    }

    private func lastRow(in rows: ClosedRange<Int>, held strongest: Hold) -> Int? {
        rows.last { holds[$0 - 1] <= strongest }
    }
}
