/// A formula over cells of the same sheet: structure, never text from data.
package enum Formula: Hashable, Sendable {
    /// The sum of ranges and single cells: a total over subtotals lists their cells.
    case sum([CellRange])
    /// The share of one cell in another in per cent, rounded to so many decimals and bounded like
    /// ``Percent``.
    case percent(CellPosition, of: CellPosition, decimals: Int = 1)
    /// One cell less another: `Tăng/giảm`.
    case difference(CellPosition, CellPosition)
    /// How many percentage points one share is above another, rounded to one decimal: the shares by
    /// part and whole.
    case shareChange([CellPosition])
    /// The sum of cells side by side.
    case across(CellBlock)
    /// How many cells hold one of some words, block by block.
    case count([WordCount])

    /// The sum of one column over consecutive rows.
    package static func sum(column: Int, rows: ClosedRange<Int>) -> Formula {
        .sum([CellRange(column: column, rows: rows)])
    }

    /// The sum of one column over listed rows; neighbours are put together to ranges.
    package static func sum(column: Int, rows: [Int]) -> Formula {
        var ranges: [CellRange] = []
        for row in rows.sorted() {
            if let last = ranges.last, last.rows.upperBound + 1 == row {
                ranges[ranges.count - 1].rows = last.rows.lowerBound...row
            } else if ranges.last?.rows.upperBound != row {
                ranges.append(CellRange(column: column, rows: row...row))
            }
        }
        return .sum(ranges)
    }
}
