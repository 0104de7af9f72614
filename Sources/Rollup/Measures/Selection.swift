internal import Intake
internal import Model
package import Plans

extension RecordSet {
    /// Which records of a batch satisfy a condition; comparisons with a blank are false
    /// (CONTRACT §11.20).
    package func select(_ condition: Condition, _ form: Int, _ index: Int) -> [Bool] {
        select(condition, forms[form][index])
    }

    /// The batch itself, which conditions inside conditions need not look up again.
    func select(_ condition: Condition, _ resolved: ResolvedBatch) -> [Bool] {
        let count = resolved.counts.count
        switch condition {
        case .and(let left, let right):
            var result = select(left, resolved)
            let other = select(right, resolved)
            for record in 0..<count { result[record] = result[record] && other[record] }
            return result
        case .or(let left, let right):
            var result = select(left, resolved)
            let other = select(right, resolved)
            for record in 0..<count { result[record] = result[record] || other[record] }
            return result
        case .not(let inner): return select(inner, resolved).map { !$0 }
        case .isSet(.validity): return resolved.faults.map { $0 == .none }
        case .isSet(let field): return compare(field, .equal, .yesNo(true), resolved)
        case .isEmpty(.column(let field)):
            // No record counts without its unit, which is resolved and not stored.
            return context.plan.forms.forms[resolved.held.batch.form].unitField == field
                ? [Bool](repeating: false, count: count) : resolved.held.batch.blanks(field)
        case .isEmpty(.validity): return [Bool](repeating: false, count: count)
        case .compare(let field, let comparison, let literal):
            return compare(field, comparison, literal, resolved)
        case .oneOf(let field, let literals):
            var result = [Bool](repeating: false, count: count)
            for literal in literals {
                let other = compare(field, .equal, literal, resolved)
                for record in 0..<count where other[record] { result[record] = true }
            }
            return result
        case .within(let field, let span):
            return values(field, resolved) {
                if case .day(let day) = $0 { span.contains(day) } else { false }
            }
        }
    }

    /// Takes out of `counted` what does not satisfy a condition.
    ///
    /// The common conditions need no column of their own for that.
    func narrow(_ counted: inout [Bool], to condition: Condition, _ resolved: ResolvedBatch) {
        switch condition {
        case .and(let left, let right):
            narrow(&counted, to: left, resolved)
            narrow(&counted, to: right, resolved)
        case .isSet(.validity):
            let faults = resolved.faults
            for record in counted.indices {
                counted[record] = counted[record] && faults[record] == .none
            }
        default:
            let selected = select(condition, resolved)
            for record in counted.indices { counted[record] = counted[record] && selected[record] }
        }
    }

    private func compare(
        _ field: FieldReference,
        _ comparison: Comparison,
        _ literal: Literal,
        _ resolved: ResolvedBatch
    ) -> [Bool] {
        // The common case, an enum or yes_no against one code, runs over bytes.
        if case .column(let index) = field,
            case .codes(let codes) = resolved.held.batch.columns[index]
        {
            let wanted: UInt8? =
                switch literal {
                case .code(let code): UInt8(truncatingIfNeeded: code)
                case .yesNo(let isYes): isYes ? 1 : 0
                default: nil
                }
            guard let wanted else { return [Bool](repeating: false, count: codes.count) }
            return comparison == .equal
                ? codes.map { $0 == wanted }
                : codes.map { $0 != wanted && $0 != RecordBatch.blankCode }
        }
        return compareValues(field, comparison, literal, resolved)
    }

    /// Apart from the common case, which must not pay for what is captured here.
    @inline(never)
    private func compareValues(
        _ field: FieldReference,
        _ comparison: Comparison,
        _ literal: Literal,
        _ resolved: ResolvedBatch
    ) -> [Bool] {
        values(field, resolved) { value in
            switch (value, literal) {
            case (.number(let a), .number(let b)): comparison.holds(a, b)
            case (.day(let a), .day(let b)): comparison.holds(a, b)
            case (.period(let a), .period(let b)):
                comparison == .equal || comparison == .notEqual
                    ? (a == b) == (comparison == .equal)
                    : comparison.holds(
                        context.plan.calendar.span(a).from,
                        context.plan.calendar.span(b).from
                    )
            case (.text(let a), .text(let b)): (a == b) == (comparison == .equal)
            case (.yesNo(let a), .yesNo(let b)): (a == b) == (comparison == .equal)
            default: false
            }
        }
    }

    /// Tests the value of a field in each record; a blank passes no test.
    private func values(
        _ field: FieldReference,
        _ resolved: ResolvedBatch,
        _ test: (Literal) -> Bool
    ) -> [Bool] {
        guard case .column(let index) = field else {
            return resolved.faults.map { test(.yesNo($0 == .none)) }
        }
        return values(index, resolved.held.batch, test)
    }

    private func values(
        _ index: Int,
        _ batch: RecordBatch,
        _ test: (Literal) -> Bool
    ) -> [Bool] {
        let type = context.plan.forms.forms[batch.form].fields[index].type
        if context.plan.forms.forms[batch.form].unitField == index {
            // The unit is resolved, not stored as text: it compares as its id.
            return batch.units.map { test(.text(Fold.key(context.roster.units[Int($0)].id))) }
        }
        return (0..<batch.count).map { record in
            guard !batch.isBlank(index, record) else { return false }
            switch type {
            case .text, .url: return test(.text(batch.foldedText(index, record)))
            case .int, .decimal:
                return batch.number(index, record).map { test(.number($0)) } ?? false
            case .yesNo: return batch.code(index, record).map { test(.yesNo($0 == 1)) } ?? false
            case .enum: return batch.code(index, record).map { test(.code($0)) } ?? false
            case .date: return batch.day(index, record).map { test(.day($0)) } ?? false
            case .period: return batch.period(index, record).map { test(.period($0)) } ?? false
            }
        }
    }
}
