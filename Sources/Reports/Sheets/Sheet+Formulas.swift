package import Model

extension Sheet {
    /// What a formula gives for the values of this sheet, or nil where it gives no number.
    ///
    /// Cells with formulas count with their cached value; text and empty cells count as 0 in sums,
    /// as they do in Excel.
    package func value(of formula: Formula) -> Quantity? {
        switch formula {
        case .sum(let ranges):
            var sum = Quantity.zero
            for range in ranges {
                for row in range.rows {
                    let term = number(at: CellPosition(column: range.column, row: row)) ?? .zero
                    guard let next = sum.adding(term) else { return nil }
                    sum = next
                }
            }
            return sum
        case .percent(let part, let whole, let decimals):
            let (part, whole) = (number(at: part) ?? .zero, number(at: whole) ?? .zero)
            return Percent(part, of: whole, decimals: decimals)?.quantity
        case .difference(let a, let b):
            return (number(at: a) ?? .zero).subtracting(number(at: b) ?? .zero)
        case .shareChange(let places):
            guard places.count == 4 else { return nil }
            let numbers = places.map { number(at: $0) ?? .zero }
            let hundred = Quantity(100)
            guard
                let own = numbers[0].multiplied(by: hundred)?.divided(by: numbers[1]),
                let other = numbers[2].multiplied(by: hundred)?.divided(by: numbers[3]),
                let change = own.subtracting(other)
            else { return nil }
            return Quantity(decimal: change.rounded(decimals: 1))
        case .across(let block):
            var sum = Quantity.zero
            for row in block.rows {
                for column in block.columns {
                    let term = number(at: CellPosition(column: column, row: row)) ?? .zero
                    guard let next = sum.adding(term) else { return nil }
                    sum = next
                }
            }
            return sum
        case .count(let terms):
            return Quantity(terms.reduce(0) { $0 + count($1.words, in: $1.block) })
        }
    }

    private func count(_ words: [String], in block: CellBlock) -> Int {
        var count = 0
        for row in block.rows where rows.indices.contains(row) {
            for column in block.columns where rows[row].cells.indices.contains(column) {
                if case .text(let text) = rows[row].cells[column].value, words.contains(text) {
                    count += 1
                }
            }
        }
        return count
    }

    /// The cells whose cached value is not what their formula gives; empty in a sound sheet.
    ///
    /// For tests of reports: such a cell would change its value when an office recalculates the
    /// book.
    package var inconsistentFormulas: [CellPosition] {
        var positions: [CellPosition] = []
        for (row, sheetRow) in rows.enumerated() {
            for (column, cell) in sheetRow.cells.enumerated() {
                if case .formula(let formula, let cached) = cell.value, value(of: formula) != cached
                {
                    positions.append(CellPosition(column: column, row: row))
                }
            }
        }
        return positions
    }

    private func number(at position: CellPosition) -> Quantity? {
        guard rows.indices.contains(position.row),
            rows[position.row].cells.indices.contains(position.column)
        else { return nil }
        switch rows[position.row].cells[position.column].value {
        case .integer(let number): return Quantity(number)
        case .quantity(let quantity): return quantity
        case .percent(let percent): return percent.quantity
        case .formula(_, let cached): return cached
        case .empty, .text, .date, .derived: return nil
        }
    }
}
