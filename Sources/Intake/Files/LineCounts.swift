/// How the physical lines of a file divide: the five add up to the file's lines (CONTRACT §8).
package struct LineCounts: Hashable, Sendable {
    /// Lines of the header, of which it may take several.
    package var header = 0
    /// Titles, column numbers, totals: recognised as not data.
    package var layout = 0
    /// Lines of rows that count.
    package var counted = 0
    /// Lines of rows that do not count.
    package var rejected = 0
    /// Lines without content.
    package var blank = 0

    package init() {}

    /// All lines; the check at run time holds it against those that the scanner counted.
    package var total: Int { header + layout + counted + rejected + blank }

    /// Adds the lines of another block or file.
    package static func += (a: inout LineCounts, b: LineCounts) {
        a.header += b.header
        a.layout += b.layout
        a.counted += b.counted
        a.rejected += b.rejected
        a.blank += b.blank
    }
}
