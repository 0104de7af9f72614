internal import Model

/// Reads a group's `where`: a condition on roster columns by English name.
enum UnitConditionParser {
    /// Reads a whole text; `units` are those that it names, `values` the clusters, groups and
    /// levels.
    static func condition(
        _ text: String,
        units: inout [NamedUnit],
        values: inout [NamedValue]
    ) throws(ExpressionFailure) -> UnitCondition {
        var cursor = try TokenCursor(text)
        let condition = try cursor.logic(
            or: UnitCondition.or,
            and: UnitCondition.and,
            not: UnitCondition.not,
            primary: primary
        )
        try cursor.expectEnd()
        units = cursor.units
        values = cursor.values
        return condition
    }

    private static func primary(
        _ cursor: inout TokenCursor
    ) throws(ExpressionFailure) -> UnitCondition {
        let names = UnitCondition.Column.allCases.map(\.rawValue)
        guard case .word(let name) = cursor.current.kind,
            let column = UnitCondition.Column(rawValue: name)
        else {
            throw ExpressionFailure(
                offset: cursor.current.offset,
                message: "danh mục đơn vị không có cột này",
                found: cursor.current.text,
                allowed: names.joined(separator: ", "),
                nearest: Suggestion.nearest(to: cursor.current.text, among: names)
            )
        }
        cursor.advance()
        if cursor.take(word: "is") {
            let negated = cursor.take(word: "not")
            guard cursor.take(word: "empty") else { throw cursor.unexpected("empty, not empty") }
            return negated ? .not(.isEmpty(column)) : .isEmpty(column)
        }
        if cursor.take(word: "in") {
            try cursor.expect(symbol: "(")
            var values = [try value(column, &cursor)]
            while cursor.take(symbol: ",") { values.append(try value(column, &cursor)) }
            try cursor.expect(symbol: ")")
            return .oneOf(column, values)
        }
        let sign = cursor.current
        if let comparison = cursor.comparison() {
            guard column.isNumber || [.equal, .notEqual].contains(comparison) else {
                throw ExpressionFailure(
                    offset: sign.offset,
                    message: "cột này không có lớn hơn, nhỏ hơn",
                    found: sign.text,
                    allowed: "=, !="
                )
            }
            return .compare(column, comparison, try value(column, &cursor))
        }
        guard column == .website || column == .requested else {
            throw cursor.unexpected("so sánh (= != < <= > >=), in, is empty")
        }
        return .isSet(column)
    }

    private static func value(
        _ column: UnitCondition.Column,
        _ cursor: inout TokenCursor
    ) throws(ExpressionFailure) -> String {
        let token = cursor.current
        let text: String
        switch token.kind {
        case .word(let word): text = word
        case .quoted(let word): text = word
        case .number, .day: text = token.text
        default: throw cursor.unexpected("một giá trị")
        }
        let isRight: Bool =
            switch column {
            case .staff, .order: Int(text) != nil
            case .website, .requested: YesNoWord.value(text) != nil
            case .kind: UnitKind(text: text) != nil
            default: true
            }
        guard isRight else {
            throw cursor.unexpected(
                column == .kind
                    ? UnitKind.allCases.map(\.rawValue).joined(separator: ", ")
                    : column.isNumber ? "một số nguyên" : "yes, no"
            )
        }
        switch column {
        case .id, .parent: cursor.noteUnit(text, at: token)
        case .cluster, .group, .level: cursor.noteValue(text, of: column, at: token)
        default: break
        }
        cursor.advance()
        return text
    }
}
