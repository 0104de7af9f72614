/// How much of a file is listed, so that hundreds of megabytes of nothing but faults take neither
/// the memory nor the night; what is not listed is counted exactly.
enum ListLimits {
    /// The findings of a file, and its rejected rows: more than any register that somebody fills in
    /// has.
    static let file = 2_000_000
    /// The totals, section headings and doubtful dates of one block.
    static let layout = 20_000
}

/// Findings and rejected rows beyond what is listed.
package struct Unlisted: Hashable, Sendable {
    /// Findings that are counted and not listed.
    package var findings = 0
    /// Rejected rows that are counted and not listed.
    package var rows = 0

    var isEmpty: Bool { findings == 0 && rows == 0 }

    static func += (a: inout Unlisted, b: Unlisted) {
        a.findings += b.findings
        a.rows += b.rows
    }
}
