/// What many findings have in common: all but the place and what was found there.
///
/// A register may have hundreds of thousands of findings of a few kinds, late entries above all. Each
/// then is a line number and a reference to its kind.
package final class FindingKind: Sendable {
    /// What a finding says, where lines have to be put in.
    package enum Wording: Hashable, Sendable {
        case plain(String)
        /// The number of another line between two pieces.
        case aboutLine(String, String)
        /// The number of the finding's own line and that of another between three pieces.
        case aboutBothLines(String, String, String)

        /// The text for a finding on `row` that is about the line `other`.
        func text(row: Int, other: Int) -> String {
            switch self {
            case .plain(let text): text
            case .aboutLine(let start, let end): start + String(other) + end
            case .aboutBothLines(let start, let middle, let end):
                start + String(row) + middle + String(other) + end
            }
        }
    }

    package let severity: Severity
    package let code: FindingCode
    package let unit: String?
    package let file: String
    package let column: String?
    /// What was found, where all findings of the kind have it in common.
    package let value: String?
    package let wording: Wording
    package let fix: String
    package let isSuspicion: Bool

    package init(
        _ code: FindingCode,
        severity: Severity? = nil,
        unit: String?,
        file: String,
        column: String? = nil,
        value: String? = nil,
        wording: Wording,
        fix: String,
        isSuspicion: Bool = false
    ) {
        self.code = code
        self.severity = severity ?? code.severity
        self.unit = unit
        self.file = file
        self.column = column
        self.value = value
        self.wording = wording
        self.fix = fix
        self.isSuspicion = isSuspicion
    }
}

/// What is told of few findings: where exactly, what stood there and what would be right.
final class FindingDetail: Sendable {
    // A number that is not told is the least of all: an optional one takes twice the room.
    private let lastRow: Int
    private let number: Int
    private let offset: Int
    let value: String?
    let expected: String?

    var endRow: Int? { FindingDetail.told(lastRow) }
    var record: Int? { FindingDetail.told(number) }
    var byte: Int? { FindingDetail.told(offset) }

    init(endRow: Int?, record: Int?, byte: Int?, value: String?, expected: String?) {
        lastRow = endRow ?? .min
        number = record ?? .min
        offset = byte ?? .min
        self.value = value
        self.expected = expected
    }

    private static func told(_ number: Int) -> Int? { number == .min ? nil : number }
}
