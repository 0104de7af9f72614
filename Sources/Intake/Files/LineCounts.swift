/// How the physical lines of a file divide: the five add up to the file's lines (CONTRACT §8).
package struct LineCounts: Hashable, Sendable {
    package var header = 0
    /// Titles, column numbers, totals: recognised as not data.
    package var layout = 0
    package var counted = 0
    package var rejected = 0
    package var blank = 0

    package init() {}

    package var total: Int { header + layout + counted + rejected + blank }

    package static func += (a: inout LineCounts, b: LineCounts) {
        a.header += b.header
        a.layout += b.layout
        a.counted += b.counted
        a.rejected += b.rejected
        a.blank += b.blank
    }
}
