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
    private static let smallest = 0.75
    /// Below this letters of 11 points are no longer read with ease.
    private static let smallestScale = 0.52

    /// What an A4 page holds between margins of 20 mm above and below, 30 mm left and 20 mm right, in
    /// points.
    private var page: (width: Double, height: Double) {
        isLandscape ? (700, 482) : (453, 728)
    }

    /// The heights that a page of the sheet holds at its own scale.
    private var capacity: Double { page.height / scale }

    private var scale: Double { min(1, page.width / (width * 0.75)) }

    /// How many pages high the sheet should be made; nil to leave it as it falls.
    var pages: Int? {
        guard tableEnd > 0, tableEnd < heights.count, !header.isEmpty else { return nil }
        let repeated = heights[header].reduce(0, +)
        guard repeated < capacity / 2 else { return nil }
        var count = 1
        var filled = 0.0
        // The page of the table's last row.
        var wanted = 1
        for (row, height) in heights.enumerated() {
            if filled + height > capacity, filled > 0 {
                count += 1
                filled = repeated
            }
            filled += height
            if row < tableEnd { wanted = count }
        }
        guard count > wanted else { return nil }
        let total = heights.reduce(0, +) + Double(wanted - 1) * repeated
        // A little less than the page holds: programs round widths and heights each in their way.
        let shrunk = capacity * 0.97 * Double(wanted) / total
        return shrunk >= PageFit.smallest && shrunk * scale >= PageFit.smallestScale ? wanted : nil
    }
}
