/// How a sheet falls into printed pages, and whether a little shrinking spares a last page on which
/// nothing but notes and signatures stand under a repeated header.
struct PageFit {
    /// The heights of the sheet's rows, in points.
    let heights: [Double]
    /// The rows that every page repeats.
    let header: Range<Int>
    /// The row after the table.
    let tableEnd: Int
    /// The width of the sheet in pixels.
    let width: Double
    let isLandscape: Bool

    /// How much smaller than its natural size a sheet may be printed for it.
    private static let smallest = 0.8

    /// What an A4 page holds between margins of 20 mm above and below, 30 mm left and 20 mm right, in
    /// points.
    private var page: (width: Double, height: Double) {
        isLandscape ? (700, 482) : (453, 728)
    }

    /// The heights that a page of the sheet holds at its own scale.
    private var capacity: Double { page.height / min(1, page.width / (width * 0.75)) }

    /// How many pages high the sheet should be made; nil to leave it as it falls.
    var pages: Int? {
        guard tableEnd < heights.count, !header.isEmpty else { return nil }
        let repeated = heights[header].reduce(0, +)
        guard repeated < capacity / 2 else { return nil }
        // A little less than the page holds: programs round widths and heights each in their way.
        let usable = capacity * 0.97
        var count = 1
        var filled = 0.0
        var last = 0
        for (row, height) in heights.enumerated() {
            if filled + height > usable, filled > 0 {
                count += 1
                filled = repeated
                last = row
            }
            filled += height
        }
        // Rows of the table on the last page: it is one like the others.
        guard count > 1, last >= tableEnd else { return nil }
        let total = heights.reduce(0, +) + Double(count - 2) * repeated
        let shrunk = usable * Double(count - 1) / total
        return shrunk >= PageFit.smallest ? count - 1 : nil
    }
}
