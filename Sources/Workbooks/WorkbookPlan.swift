import Reports

/// The plans of all sheets, with everything checked that Excel or the library would refuse.
struct WorkbookPlan {
    let sheets: [SheetPlan]
    private let indexes: [String: Int]

    init(_ content: WorkbookContent, maximumRows: Int) throws(WorkbookError) {
        guard !content.sheets.isEmpty else { throw .noSheets }
        var plans: [SheetPlan] = []
        var indexes: [String: Int] = [:]
        var taken: Set<String> = []
        var count = 0
        for sheet in content.sheets {
            if let problem = SheetName.problem(in: sheet.name) {
                throw .sheetName(sheet.name, problem)
            }
            guard sheet.columns.count <= Workbook.maximumColumns else {
                throw .outOfBounds(sheet: sheet.name)
            }
            let plan = SheetPlan(sheet, firstSheet: count, maximumRows: maximumRows)
            for name in plan.names where !taken.insert(name.lowercased()).inserted {
                throw .sheetName(name, .taken)
            }
            indexes[sheet.name] = plans.count
            count += plan.names.count
            plans.append(plan)
        }
        sheets = plans
        self.indexes = indexes
        for plan in plans { try check(plan.sheet) }
    }

    func plan(named name: String) -> SheetPlan? { indexes[name].map { sheets[$0] } }

    /// The address that a link leads to.
    func address(of link: SheetLink) -> String? {
        guard let plan = plan(named: link.sheet) else { return nil }
        let (part, row) = link.row.map { plan.position(ofRow: $0) } ?? (0, 0)
        return FormulaText.quoted(plan.names[part]) + "!"
            + FormulaText.cell(column: link.column, row: row)
    }

    private func check(_ sheet: Sheet) throws(WorkbookError) {
        for column in sheet.columns {
            guard case .list(let name, let range) = column.entry?.rule else { continue }
            guard let source = plan(named: name), has(range, source.sheet),
                source.position(ofRow: range.rows.upperBound).part == 0
            else { throw .missingTarget(sheet: sheet.name, target: name) }
        }
        for (index, row) in sheet.rows.enumerated() {
            // By place: a copy of each cell costs more than the look at it.
            for column in row.cells.indices {
                if let link = row.cells[column].link { try check(link, in: sheet) }
                if case .formula(let formula, _) = row.cells[column].value,
                    !isSound(formula, in: sheet)
                {
                    throw .missingOperand(sheet: sheet.name, row: index)
                }
            }
        }
    }

    private func check(_ link: SheetLink, in sheet: Sheet) throws(WorkbookError) {
        guard let target = plan(named: link.sheet)?.sheet,
            link.row.map((0..<target.rowCount).contains) ?? true,
            link.column == 0 || target.columns.indices.contains(link.column)
        else { throw .missingTarget(sheet: sheet.name, target: link.sheet) }
    }

    private func isSound(_ formula: Formula, in sheet: Sheet) -> Bool {
        switch formula {
        case .sum(let ranges): ranges.allSatisfy { has($0, sheet) }
        case .percent(let a, of: let b, decimals: _), .difference(let a, let b):
            [a, b].allSatisfy { has($0, sheet) }
        case .shareChange(let places): places.allSatisfy { has($0, sheet) }
        case .across(let block): has(block, sheet)
        case .count(let terms): terms.allSatisfy { has($0.block, sheet) }
        }
    }

    private func has(_ position: CellPosition, _ sheet: Sheet) -> Bool {
        sheet.columns.indices.contains(position.column)
            && (0..<sheet.rowCount).contains(position.row)
    }

    private func has(_ block: CellBlock, _ sheet: Sheet) -> Bool {
        [block.columns.lowerBound, block.columns.upperBound].allSatisfy {
            has(CellRange(column: $0, rows: block.rows), sheet)
        }
    }

    private func has(_ range: CellRange, _ sheet: Sheet) -> Bool {
        sheet.columns.indices.contains(range.column)
            && (0..<sheet.rowCount).contains(range.rows.lowerBound)
            && (0..<sheet.rowCount).contains(range.rows.upperBound)
    }
}
