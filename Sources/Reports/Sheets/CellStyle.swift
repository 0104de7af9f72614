/// How a cell departs from the look of its column and row.
package struct CellStyle: Hashable, Sendable {
    /// Whether the text is bold.
    package var isBold: Bool
    /// Whether the text is in italics.
    package var isItalic: Bool
    /// In place of the column's alignment.
    package var alignment: SheetColumn.Alignment?
    private var steps: UInt8
    /// What it stands for, by which it is coloured.
    package var status: CellStatus?

    /// Steps to the right, for text on the left: 0 to 255, of which a spreadsheet shows 15 at most.
    package var indent: Int {
        get { Int(steps) }
        set { steps = UInt8(clamping: newValue) }
    }

    package init(
        isBold: Bool = false,
        isItalic: Bool = false,
        alignment: SheetColumn.Alignment? = nil,
        indent: Int = 0,
        status: CellStatus? = nil
    ) {
        self.isBold = isBold
        self.isItalic = isItalic
        self.alignment = alignment
        steps = UInt8(clamping: indent)
        self.status = status
    }

    /// The look of the column and row, unchanged.
    package static let plain = CellStyle()
}

/// What a coloured cell says; the word always stands in the cell as well.
///
/// The fills are blue, yellow and orange, which the colour-blind tell apart, and grow darker in
/// grey print with the need to act; what asks for nothing has no fill.
package enum CellStatus: Hashable, Sendable, CaseIterable {
    /// `Đạt`, `Vượt chỉ tiêu`, `Đã báo cáo đúng hạn`
    case met
    /// `Quá hạn`, `Đã báo cáo quá hạn`
    case late
    /// `Chưa đến hạn`
    case pending
    /// `Chưa đạt`, `Chưa báo cáo`
    case unmet
    /// `Chưa có số liệu`
    case noData
    /// `Loại trừ`
    case exempt
    /// `Không áp dụng`, `Không thuộc đối tượng`
    case notApplicable

    /// The colour of the cell; nil for none.
    package var fill: Colour? {
        switch self {
        case .met: Colour(rgb: 0xDDEBF7)
        case .late: Colour(rgb: 0xFFE699)
        case .unmet: Colour(rgb: 0xF8CBAD)
        case .noData: Colour(rgb: 0xEDEDED)
        case .pending, .exempt, .notApplicable: nil
        }
    }

    /// The colour of the letters; nil for black.
    package var textColour: Colour? {
        switch self {
        case .pending, .exempt, .notApplicable: Colour(rgb: 0x595959)
        case .met, .late, .unmet, .noData: nil
        }
    }

    /// Bold where someone has to act.
    package var isBold: Bool { self == .unmet || self == .late }

    /// Italic where nothing is judged.
    package var isItalic: Bool {
        self == .pending || self == .exempt || self == .notApplicable
    }
}

/// A line of the legend: a coloured cell with its word, and what it means.
package struct LegendEntry: Hashable, Sendable {
    /// The status whose look is explained.
    package var status: CellStatus
    /// The word that stands in cells of the status.
    package var word: String
    /// What the word means, in a few words more.
    package var meaning: String

    package init(_ status: CellStatus, word: String, meaning: String) {
        self.status = status
        self.word = word
        self.meaning = meaning
    }
}
