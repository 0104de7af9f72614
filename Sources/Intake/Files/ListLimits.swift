/// How many findings and rejected rows are listed, so that a file of nothing but faults takes neither
/// the memory nor the night; what is not listed is counted exactly.
enum ListLimits {
    /// For one block of a file.
    static let block = 20_000
    /// For a whole file.
    static let file = 200_000
}

/// Findings and rejected rows beyond what is listed.
package struct Unlisted: Hashable, Sendable {
    package var findings = 0
    package var rows = 0

    var isEmpty: Bool { findings == 0 && rows == 0 }

    static func += (a: inout Unlisted, b: Unlisted) {
        a.findings += b.findings
        a.rows += b.rows
    }
}
