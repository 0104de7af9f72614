internal import Model

/// Reads measures: `coalesce(count(contest_entry where valid), unit_report.contest_entries) / 2`.
struct MeasureParser {
    let scope: ExpressionScope

    /// Reads a whole text; `units` are those that it names.
    func measure(
        _ text: String,
        units: inout [NamedUnit]
    ) throws(ExpressionFailure) -> MeasureExpression {
        var cursor = try TokenCursor(text)
        let expression = try sum(&cursor)
        try cursor.expectEnd()
        units = cursor.units
        return expression
    }

    /// Reads a check's condition over measures; `units` are those that it names.
    func check(
        _ text: String,
        units: inout [NamedUnit]
    ) throws(ExpressionFailure) -> CheckCondition {
        var cursor = try TokenCursor(text)
        let condition = try cursor.logic(
            or: CheckCondition.or,
            and: CheckCondition.and,
            not: CheckCondition.not,
            primary: checkPrimary
        )
        try cursor.expectEnd()
        units = cursor.units
        return condition
    }

    private func checkPrimary(
        _ cursor: inout TokenCursor
    ) throws(ExpressionFailure) -> CheckCondition {
        let start = cursor.current
        let left = try sum(&cursor)
        guard let comparison = cursor.comparison() else {
            guard isYesNo(left) else {
                throw ExpressionFailure(
                    offset: start.offset,
                    message: "số đo đứng một mình làm điều kiện phải là cột Có/Không",
                    found: start.text,
                    allowed: "so sánh: = != < <= > >="
                )
            }
            return .isYes(left)
        }
        if isYesNo(left), let literal = yesNo(cursor.current) {
            cursor.advance()
            return .compare(left, comparison, .number(Quantity(literal ? 1 : 0)))
        }
        return .compare(left, comparison, try sum(&cursor))
    }

    private func yesNo(_ token: Token) -> Bool? {
        guard case .word(let word) = token.kind else {
            if case .quoted(let word) = token.kind { return YesNoWord.value(word) }
            return nil
        }
        return YesNoWord.value(word)
    }

    private func isYesNo(_ expression: MeasureExpression) -> Bool {
        switch expression {
        case .reported(let form, let field):
            scope.forms.forms[form].fields[field].type == .yesNo
        case .named(let index): scope.yesNo.contains(scope.measures[index])
        case .number, .aggregate, .coalesce, .arithmetic: false
        }
    }

    private func sum(_ cursor: inout TokenCursor) throws(ExpressionFailure) -> MeasureExpression {
        var left = try product(&cursor)
        while true {
            if cursor.take(symbol: "+") {
                left = .arithmetic(.add, left, try product(&cursor))
            } else if cursor.take(symbol: "-") {
                left = .arithmetic(.subtract, left, try product(&cursor))
            } else {
                return left
            }
        }
    }

    private func product(_ cursor: inout TokenCursor) throws(ExpressionFailure) -> MeasureExpression
    {
        var left = try factor(&cursor)
        while true {
            if cursor.take(symbol: "*") {
                left = .arithmetic(.multiply, left, try factor(&cursor))
            } else if cursor.take(symbol: "/") {
                left = .arithmetic(.divide, left, try factor(&cursor))
            } else {
                return left
            }
        }
    }

    private func factor(_ cursor: inout TokenCursor) throws(ExpressionFailure) -> MeasureExpression
    {
        try cursor.nest()
        defer { cursor.unnest() }
        if cursor.take(symbol: "-") {
            return .arithmetic(.subtract, .number(.zero), try factor(&cursor))
        }
        if cursor.take(symbol: "(") {
            let inner = try sum(&cursor)
            try cursor.expect(symbol: ")")
            return inner
        }
        switch cursor.current.kind {
        case .number(let number):
            cursor.advance()
            return .number(number)
        case .word(let word):
            if word == "coalesce", cursor.next.kind == .symbol("(") {
                cursor.advance()
                cursor.advance()
                var choices = [try sum(&cursor)]
                while cursor.take(symbol: ",") { choices.append(try sum(&cursor)) }
                try cursor.expect(symbol: ")")
                return .coalesce(choices)
            }
            if let function = Aggregate.Function(rawValue: word),
                cursor.next.kind == .symbol("(")
            {
                cursor.advance()
                cursor.advance()
                return try aggregate(function, &cursor)
            }
            if cursor.next.kind == .symbol(".") { return try reported(&cursor) }
            return try named(word, &cursor)
        default:
            throw cursor.unexpected(
                "count, sum, distinct, min, max, coalesce, biểu.cột, tên số đo, một số"
            )
        }
    }

    private func named(
        _ word: String,
        _ cursor: inout TokenCursor
    ) throws(ExpressionFailure) -> MeasureExpression {
        guard let index = scope.measures.firstIndex(of: word) else {
            let functions = Aggregate.Function.allCases.map(\.rawValue) + ["coalesce"]
            throw ExpressionFailure(
                offset: cursor.current.offset,
                message: "không có số đo này",
                found: word,
                allowed: scope.measures.isEmpty
                    ? "kế hoạch chưa khai số đo nào" : scope.measures.joined(separator: ", "),
                nearest: Suggestion.nearest(to: word, among: scope.measures + functions)
            )
        }
        cursor.advance()
        return .named(index)
    }

    private func form(_ cursor: inout TokenCursor) throws(ExpressionFailure) -> Int {
        guard case .word(let name) = cursor.current.kind else {
            throw cursor.unexpected("tên biểu")
        }
        guard let form = scope.forms.index(of: name) else {
            let names = scope.forms.forms.map(\.id)
            throw ExpressionFailure(
                offset: cursor.current.offset,
                message: "không có biểu này",
                found: name,
                allowed: names.joined(separator: ", "),
                nearest: Suggestion.nearest(to: name, among: names)
            )
        }
        cursor.advance()
        return form
    }

    private func field(
        of form: Int,
        _ cursor: inout TokenCursor
    ) throws(ExpressionFailure) -> Int {
        guard case .word(let name) = cursor.current.kind else {
            throw cursor.unexpected("tên cột")
        }
        guard let field = scope.forms.forms[form].index(of: name) else {
            throw ConditionParser.unknownField(name, scope.forms.forms[form], cursor.current)
        }
        cursor.advance()
        return field
    }

    private func reported(
        _ cursor: inout TokenCursor
    ) throws(ExpressionFailure) -> MeasureExpression {
        let start = cursor.current
        let form = try form(&cursor)
        try cursor.expect(symbol: ".")
        let token = cursor.current
        let field = try field(of: form, &cursor)
        guard scope.forms.forms[form].isPeriodicReport else {
            throw ExpressionFailure(
                offset: start.offset,
                message: "chỉ biểu báo cáo theo kỳ mới đọc được thẳng từng cột",
                found: start.text,
                allowed: "sum(\(start.text).\(token.text)) hoặc count(…)"
            )
        }
        let type = scope.forms.forms[form].fields[field].type
        guard type.isNumber || type == .yesNo else {
            throw ExpressionFailure(
                offset: token.offset,
                message: "cột này không phải là số hay Có/Không",
                found: token.text,
                allowed: "cột kiểu int, decimal, yes_no"
            )
        }
        return .reported(form: form, field: field)
    }

    private func aggregate(
        _ function: Aggregate.Function,
        _ cursor: inout TokenCursor
    ) throws(ExpressionFailure) -> MeasureExpression {
        let form = try form(&cursor)
        var column: Int?
        if function != .count {
            try cursor.expect(symbol: ".")
            let token = cursor.current
            let field = try field(of: form, &cursor)
            let type = scope.forms.forms[form].fields[field].type
            guard function == .distinct || type.isNumber else {
                throw ExpressionFailure(
                    offset: token.offset,
                    message: "\(function.rawValue) cần một cột số",
                    found: token.text,
                    allowed: "cột kiểu int, decimal"
                )
            }
            column = field
        }
        var condition: Condition?
        if cursor.take(word: "where") {
            condition = try ConditionParser(form: scope.forms.forms[form]).condition(&cursor)
        }
        try cursor.expect(symbol: ")")
        return .aggregate(
            Aggregate(function: function, form: form, field: column, condition: condition)
        )
    }
}

/// The words for yes and no in the plan language.
enum YesNoWord {
    static func value(_ word: String) -> Bool? {
        switch Fold.bare(word) {
        case "yes", "true", "co": true
        case "no", "false", "khong": false
        default: nil
        }
    }
}
