import Model
import Reports

/// The whole look of a cell; equal formats are written to the file once.
struct CellFormat: Hashable {
    static let font = "Times New Roman"
    static let bodySize = 11

    var size = CellFormat.bodySize
    var isBold = false
    var isItalic = false
    var isUnderlined = false
    var textColour: Colour?
    var fill: Colour?
    var hasBorder = false
    var alignment = SheetColumn.Alignment.left
    var wraps = false
    var indent = 0
    /// Degrees to the left.
    var rotation = 0
    var number = NumberFormat.general

    /// How a number looks; the separators are those of the reader's spreadsheet.
    enum NumberFormat: Hashable {
        case general
        /// Separated thousands and so many decimals.
        case decimals(Int)
        case date
        /// A whole number without separators.
        case plain
        /// Kept as typed.
        case text

        func code(_ words: Words) -> String {
            switch self {
            case .general: "General"
            case .decimals(0): "#,##0"
            case .decimals(let places): "#,##0." + String(repeating: "0", count: places)
            case .date: words.dayFormat
            case .plain: "0"
            case .text: "@"
            }
        }
    }
}

extension CellFormat {
    /// The number that a value writes and its decimals in a column of a kind; nil for other values.
    static func number(
        of value: SheetCell.Value,
        in kind: SheetColumn.Kind
    ) -> (number: Double, places: Int)? {
        let quantity: Quantity
        switch value {
        case .integer(let number): quantity = Quantity(number)
        case .quantity(let number), .formula(_, cached: let number): quantity = number
        case .percent(let percent):
            let share = percent.quantity
            return (
                Double(share.numerator) / Double(share.denominator), percent.decimals
            )
        case .empty, .text, .date, .derived: return nil
        }
        let number = Double(quantity.numerator) / Double(quantity.denominator)
        return (number, places(of: quantity, in: kind))
    }

    private static func places(of quantity: Quantity, in kind: SheetColumn.Kind) -> Int {
        switch kind {
        case .decimal(let places): return min(max(places, exact(quantity) ?? 0, 0), 9)
        case .percent: return max(1, exact(quantity) ?? 1)
        case .text, .integer, .date:
            if quantity.isWhole { return 0 }
            // As many decimals as tell the whole number; thirds get two.
            return exact(quantity) ?? 2
        }
    }

    /// As many decimals as tell the whole number, six at most.
    private static func exact(_ quantity: Quantity) -> Int? {
        (1...6).first { quantity.isExact(decimals: $0) }
    }
}
