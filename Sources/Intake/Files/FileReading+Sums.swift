internal import Model
internal import Plans

/// The row of an office that is the sum of the rows of its units.
///
/// Totals are never data (CONTRACT §3), and offices write their own name beside them as often as
/// `Tổng cộng`. Whether the row is a total or the office's own figures nobody can tell: it is
/// handed back.
extension FileReading {
    /// Hands back the first or the last row of the table where its unit stands above all others and
    /// its figures are their sums; gives its line.
    mutating func rejectSum(_ form: Form, _ context: ReadingTables, _ unit: String?) -> Int? {
        guard let last = batches.indices.last else { return nil }
        let candidates = [
            (nodeRows.first, 0, 0), (nodeRows.last, last, batches[last].count - 1),
        ]
        for (node, batch, record) in candidates {
            guard let node, stands(node, above: (batch, record), context.roster),
                isSum(batch, record, form)
            else { continue }
            remove(batch, record, node)
            let wording = ReadingMessages.sumOfOthers(context.roster.units[node.unit].name)
            findings.append(
                Finding(
                    .totalRow,
                    severity: .error,
                    unit: unit ?? context.roster.units[node.unit].id,
                    file: place.path,
                    row: node.row.line,
                    message: wording.0,
                    fix: wording.1
                )
            )
            return node.row.line
        }
        return nil
    }

    /// Whether all other rows whose unit is known are of units below that of a record, two at
    /// least.
    private func stands(
        _ node: NodeRow,
        above place: (batch: Int, record: Int),
        _ roster: Roster
    ) -> Bool {
        guard records - 1 + rejected.count > 1 else { return false }
        var known = 0
        for (index, batch) in batches.enumerated() {
            for record in 0..<batch.count where (index, record) != place {
                guard isBelow(Int(batch.units[record]), node.unit, roster) else { return false }
                known += 1
            }
        }
        for unit in rejected.compactMap(\.unit) {
            guard isBelow(unit, node.unit, roster) else { return false }
            known += 1
        }
        return known > 0
    }

    private func isBelow(_ unit: Int, _ node: Int, _ roster: Roster) -> Bool {
        unit != node && roster.isWithin(unit, node)
    }

    /// Whether a record is the sum of the others in each number field that any of them fills, with
    /// the rows that do not count or without them; one sum at least is more than 0.
    private func isSum(_ batch: Int, _ record: Int, _ form: Form) -> Bool {
        /// Whether the sums hold of all rows, and of those that count.
        var (all, counted) = (true, true)
        var isMore = false
        for field in form.fields.indices where hasNumbers(field) {
            guard let numbers = numbers(field, besides: (batch, record)),
                let sum = FileReading.sum(numbers)
            else { return false }
            let own = number(field, batch, record) ?? 0
            if !numbers.isEmpty {
                if sum != own { counted = false }
                if sum == own, own > 0 { isMore = true }
            }
            // What a row that does not count says may not be known: the other fields tell.
            if let rest = rejectedNumbers(field, form.fields[field].type, without: []),
                !numbers.isEmpty || !rest.isEmpty
            {
                let whole = FileReading.sum(numbers + rest.map(\.number))
                if whole != own { all = false }
                if whole == own, own > 0 { isMore = true }
            }
            if !all, !counted { return false }
        }
        return isMore
    }

    private func hasNumbers(_ field: Int) -> Bool {
        batches.contains { batch in
            switch batch.columns[field] {
            case .integers, .decimals: true
            default: false
            }
        }
    }

    /// The sum of some numbers; nil where it is too large.
    private static func sum(_ numbers: [Int64]) -> Int64? {
        var sum: Int64 = 0
        for number in numbers {
            let (next, isOver) = sum.addingReportingOverflow(number)
            if isOver { return nil }
            sum = next
        }
        return sum
    }

    /// What the other records have in a number field.
    private func numbers(_ field: Int, besides place: (batch: Int, record: Int)) -> [Int64]? {
        var numbers: [Int64] = []
        for (index, batch) in batches.enumerated() {
            for record in 0..<batch.count
            where (index, record) != place && !batch.isBlank(field, record) {
                guard let number = number(field, index, record) else { return nil }
                numbers.append(number)
            }
        }
        return numbers
    }

    /// A record's number, of decimals in millionths; nil where it is blank or too fine.
    private func number(_ field: Int, _ batch: Int, _ record: Int) -> Int64? {
        switch batches[batch].columns[field] {
        case .integers(let values):
            return values[record] == RecordBatch.blankNumber ? nil : values[record]
        case .decimals(let values, let scales):
            guard values[record] != RecordBatch.blankNumber else { return nil }
            return ControlTotal.millionths(values[record], scale: scales[record])
        default: return nil
        }
    }

    /// Takes a record back and hands its row back.
    private mutating func remove(_ batch: Int, _ record: Int, _ node: NodeRow) {
        let whole = batches[batch]
        let rest = record == 0 ? 1..<whole.count : 0..<whole.count - 1
        if rest.isEmpty {
            batches.remove(at: batch)
        } else {
            batches[batch] = whole.part(rest)
        }
        lines.counted -= node.lines
        lines.rejected += node.lines
        let place = rejected.firstIndex { $0.line > node.row.line } ?? rejected.endIndex
        rejected.insert(node.row, at: place)
    }
}
