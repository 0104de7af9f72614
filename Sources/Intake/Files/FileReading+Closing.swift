internal import Model
internal import Plans

extension FileReading {
    /// Says what only the whole file shows: totals that are not the sum of the rows, dates that
    /// tell how the others of their column were written, rows of broken formulas.
    mutating func close(_ form: Form, _ context: ReadingTables, unit: String?) {
        noteFormulaTail(unit)
        noteUnitsFromAbove(form, unit)
        noteMonthFirst(form, unit)
        comparePeriods(form, context, unit)
        let sum = rejectSum(form, context, unit)
        compareTotals(form, unit, without: sum)
    }

    /// Takes back that the rows count for the submitter rather than for the unit named above the
    /// table, where titles of sections gave every row to a unit.
    mutating func withdrawOtherUnit(_ submitter: Int) {
        let isOther = { (finding: Finding) in
            finding.code == .contradiction && finding.row == headerLine
        }
        guard !controls.sections.isEmpty, records > 0, findings.contains(where: isOther),
            batches.allSatisfy({ !$0.units.contains(Int32(submitter)) })
        else { return }
        findings.removeAll(where: isOther)
    }

    /// Says which columns hold something below a blank heading: nobody reads them.
    mutating func noteNamelessColumns(_ form: Form, unit: String?) {
        for column in namelessColumns.sorted() {
            let wording = ReadingMessages.columnUnknown(
                "(cột \(column + 1), không có tên)",
                form.name
            )
            findings.append(
                Finding(
                    .columnUnknown,
                    unit: unit,
                    file: place.path,
                    row: headerLine,
                    column: "(cột \(column + 1))",
                    message: wording.0,
                    fix: wording.1
                )
            )
        }
    }

    /// Says how much is not listed; also of a file that is refused.
    mutating func noteUnlisted(_ unit: String?) {
        guard !unlisted.isEmpty else { return }
        let wording = ReadingMessages.unlisted(unlisted)
        findings.append(
            Finding(
                .tooLarge,
                severity: .warning,
                unit: unit,
                file: place.path,
                message: wording.0,
                fix: wording.1
            )
        )
    }

    private mutating func noteMonthFirst(_ form: Form, _ unit: String?) {
        // In an order that hangs on the file alone: what is kept of it is compared byte by byte.
        for (field, places) in Dictionary(grouping: monthFirst, by: \.field)
            .sorted(by: { $0.key < $1.key })
        {
            let wording = ReadingMessages.monthFirst(places.count)
            findings.append(
                Finding(
                    .excelDateSuspected,
                    severity: .warning,
                    unit: unit,
                    file: place.path,
                    row: places.map(\.line).min(),
                    column: header(of: field, form),
                    message: wording.0,
                    fix: wording.1
                )
            )
        }
    }

    /// A field's header as the file writes it.
    private func header(of field: Int, _ form: Form) -> String {
        meanings.firstIndex(of: .field(field)).map { headers[$0] } ?? form.fields[field].header
    }

    private mutating func noteFormulaTail(_ unit: String?) {
        if let first = formulaTail.first {
            let wording = ReadingMessages.formulaTail(formulaTail.count)
            findings.append(
                Finding(
                    .formulaError,
                    severity: .notice,
                    unit: unit,
                    file: place.path,
                    row: first,
                    message: wording.0,
                    fix: wording.1
                )
            )
        }
    }

    /// Says that rows without a unit count for that of a row above: it is so where cells were
    /// merged, and a guess where somebody left one blank.
    private mutating func noteUnitsFromAbove(_ form: Form, _ unit: String?) {
        guard let first = unitsFromAbove.first else { return }
        let wording = ReadingMessages.unitsFromAbove(unitsFromAbove.count, first)
        let column = meanings.firstIndex { meaning in
            form.unitField.map { meaning == .field($0) } == true || meaning == .unitName
        }
        findings.append(
            Finding(
                .requiredEmpty,
                severity: .notice,
                unit: unit,
                file: place.path,
                row: first,
                column: column.map { headers[$0] },
                message: wording.0,
                fix: wording.1
            )
        )
    }

    /// Compares the totals with the rows, but for one row that may be a total itself.
    private mutating func compareTotals(_ form: Form, _ unit: String?, without sum: Int?) {
        guard !controls.isEmpty else { return }
        let unnamed = Set(controls.unnamed.map(\.line))
        let left = sum.map { unnamed.union([$0]) } ?? unnamed
        let (mismatches, explained) = controls.compared { field in
            numbers(field, form.fields[field].type, without: left)
        }
        compareCounts(form, unit, without: left)
        takeUnnamed(unnamed.intersection(explained), unit)
        for mismatch in mismatches where !unnamed.contains(mismatch.total.line) {
            let isDecimal = form.fields[mismatch.field].type == .decimal
            func text(_ number: Int64) -> String {
                isDecimal ? ControlTotal.text(millionths: number) : String(number)
            }
            let (declared, computed) = (text(mismatch.declared), text(mismatch.computed))
            let gap = (mismatch.declared &- mismatch.computed).magnitude
            let wording = ReadingMessages.totalMismatch(
                declared,
                computed,
                text(Int64(clamping: gap))
            )
            findings.append(
                Finding(
                    .totalMismatch,
                    unit: unit,
                    file: place.path,
                    row: mismatch.total.line,
                    column: header(of: mismatch.field, form),
                    value: declared,
                    expected: computed,
                    message: wording.0,
                    fix: wording.1
                )
            )
        }
    }

    /// Takes rows without a label, whose numbers are the sums of the others, for the totals that
    /// they are.
    private mutating func takeUnnamed(_ totals: Set<Int>, _ unit: String?) {
        guard !totals.isEmpty else { return }
        for (line, count) in controls.unnamed where totals.contains(line) {
            lines.rejected -= count
            lines.layout += count
            rows -= 1
        }
        rejected.removeAll { totals.contains($0.line) }
        findings.removeAll { finding in finding.row.map(totals.contains) == true }
        for line in totals.sorted() {
            let wording = ReadingMessages.totalRow
            findings.append(
                Finding(
                    .totalRow,
                    unit: unit,
                    file: place.path,
                    row: line,
                    message: wording.0,
                    fix: wording.1
                )
            )
        }
    }

    /// A field's number in each row of data, counted or rejected; nil where one could not be read.
    private func numbers(
        _ field: Int,
        _ type: FieldType,
        without left: Set<Int>
    ) -> [(line: Int, number: Int64)]? {
        var numbers: [(line: Int, number: Int64)] = []
        for batch in batches {
            switch batch.columns[field] {
            case .integers(let values):
                for (record, number) in values.enumerated()
                where number != RecordBatch.blankNumber {
                    numbers.append((Int(batch.lines[record]), number))
                }
            case .decimals(let values, let scales):
                for (record, digits) in values.enumerated()
                where digits != RecordBatch.blankNumber {
                    guard
                        let number = ControlTotal.millionths(digits, scale: scales[record])
                    else { return nil }
                    numbers.append((Int(batch.lines[record]), number))
                }
            default: continue
            }
        }
        return rejectedNumbers(field, type, without: left).map { numbers + $0 }
    }

    /// A field's number in each row that does not count; nil where one could not be read.
    func rejectedNumbers(
        _ field: Int,
        _ type: FieldType,
        without left: Set<Int>
    ) -> [(line: Int, number: Int64)]? {
        var numbers: [(line: Int, number: Int64)] = []
        let others = rejected.lazy.filter { !left.contains($0.line) }
        if others.isEmpty { return [] }
        guard let column = meanings.firstIndex(of: .field(field)) else { return nil }
        for row in others {
            // A row whose cells are not known for certain may hold any number.
            let cells = row.cells
            guard cells.count > 1 || meanings.count == 1 else { return nil }
            guard column < cells.count else { continue }
            switch FileReading.number(in: cells[column], type) {
            case .value(let number) where number < 0: return nil
            case .value(let number): numbers.append((row.line, number))
            case .blank: continue
            case .bad: return nil
            }
        }
        return numbers
    }

    /// What a cell of a row that does not count says for a comparison with totals.
    private static func number(in cell: String, _ type: FieldType) -> CellNumber.Integer {
        let bytes = Array(cell.utf8)
        guard type == .decimal else { return CellNumber.parseInt(bytes.span) }
        switch CellNumber.parseDecimal(bytes.span) {
        case .value(let digits, let scale):
            return ControlTotal.millionths(digits, scale: scale).map { .value($0) } ?? .bad
        case .blank: return .blank
        case .ambiguous, .bad: return .bad
        }
    }
}
