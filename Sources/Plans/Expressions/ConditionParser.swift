internal import Model

/// Reads the `where` of a measure against the columns of one form.
struct ConditionParser {
    let form: Form

    func condition(_ cursor: inout TokenCursor) throws(ExpressionFailure) -> Condition {
        try cursor.logic(
            or: Condition.or,
            and: Condition.and,
            not: Condition.not,
            primary: primary
        )
    }

    private func primary(_ cursor: inout TokenCursor) throws(ExpressionFailure) -> Condition {
        guard case .word(let name) = cursor.current.kind else {
            throw cursor.unexpected("tên cột của biểu \(form.id)")
        }
        let nameToken = cursor.current
        let reference = try reference(name, nameToken)
        cursor.advance()

        if cursor.take(word: "is") {
            let negated = cursor.take(word: "not")
            guard cursor.take(word: "empty") else { throw cursor.unexpected("empty, not empty") }
            return negated ? .not(.isEmpty(reference)) : .isEmpty(reference)
        }
        if cursor.take(word: "in") { return try membership(reference, &cursor) }
        if let comparison = cursor.comparison() {
            let type = type(of: reference)
            if [.less, .lessOrEqual, .greater, .greaterOrEqual].contains(comparison),
                type.isText || type == .enum || type == .yesNo
            {
                throw ExpressionFailure(
                    offset: nameToken.offset,
                    message: "cột này không so sánh lớn bé được",
                    found: name,
                    allowed: "= hoặc !="
                )
            }
            return .compare(reference, comparison, try literal(reference, &cursor))
        }
        guard type(of: reference) == .yesNo else {
            throw cursor.unexpected("so sánh (= != < <= > >=), in, is empty")
        }
        return .isSet(reference)
    }

    private func membership(
        _ reference: FieldReference,
        _ cursor: inout TokenCursor
    ) throws(ExpressionFailure) -> Condition {
        if case .day(let from) = cursor.current.kind {
            guard type(of: reference) == .date else {
                throw cursor.unexpected("một danh sách (a, b); khoảng ngày chỉ dùng cho cột ngày")
            }
            cursor.advance()
            try cursor.expect(symbol: "..")
            guard case .day(let to) = cursor.current.kind else {
                throw cursor.unexpected("ngày cuối, như 2023-09-30")
            }
            guard from <= to else {
                throw ExpressionFailure(
                    offset: cursor.current.offset,
                    message: "ngày cuối trước ngày đầu",
                    found: "\(from.iso)..\(to.iso)"
                )
            }
            cursor.advance()
            return .within(reference, DateSpan(from: from, to: to))
        }
        if type(of: reference) == .date, cursor.current.kind != .symbol("(") {
            throw cursor.unexpected("2023-07-01..2023-09-30 hoặc một danh sách (a, b)")
        }
        try cursor.expect(symbol: "(")
        var literals = [try literal(reference, &cursor)]
        while cursor.take(symbol: ",") { literals.append(try literal(reference, &cursor)) }
        try cursor.expect(symbol: ")")
        return .oneOf(reference, literals)
    }

    private func reference(_ name: String, _ token: Token) throws(ExpressionFailure)
        -> FieldReference
    {
        if form.isContest {
            if name == "valid" { return .validity }
            if name == "declared_valid", let field = form.index(of: "valid") {
                return .column(field)
            }
        }
        guard let field = form.index(of: name) else {
            throw ConditionParser.unknownField(name, form, token)
        }
        return .column(field)
    }

    static func unknownField(_ name: String, _ form: Form, _ token: Token) -> ExpressionFailure {
        let names = form.fields.map(\.code) + (form.isContest ? ["declared_valid"] : [])
        return ExpressionFailure(
            offset: token.offset,
            message: "biểu \(form.id) không có cột này",
            found: name,
            allowed: names.joined(separator: ", "),
            nearest: Suggestion.nearest(to: name, among: names)
        )
    }

    private func type(of reference: FieldReference) -> FieldType {
        switch reference {
        case .validity: .yesNo
        case .column(let field): form.fields[field].type
        }
    }

    private func literal(
        _ reference: FieldReference,
        _ cursor: inout TokenCursor
    ) throws(ExpressionFailure) -> Literal {
        var isNegative = false
        if cursor.current.kind == .symbol("-"), case .number = cursor.next.kind {
            isNegative = true
            cursor.advance()
        }
        let token = cursor.current
        let word: String
        switch token.kind {
        case .word(let text), .quoted(let text): word = text
        case .number, .day: word = token.text
        default: throw cursor.unexpected("một giá trị")
        }
        // Quoted, it would be read as a number all the same.
        if [.int, .decimal].contains(type(of: reference)), Lexer.mayBeThousands(word) {
            throw .ambiguous(word, at: token.offset)
        }
        if case .column(let field) = reference, field == form.unitField {
            cursor.noteUnit(word, at: token)
        }
        let literal: Literal? =
            switch type(of: reference) {
            case .text, .url: .text(Fold.key(word))
            case .int, .decimal:
                Quantity(decimal: isNegative ? "-" + word : word).map(Literal.number)
            case .yesNo: YesNoWord.value(word).map(Literal.yesNo)
            case .date: Day(iso: word).map(Literal.day)
            case .period: Period(id: word).map(Literal.period)
            case .enum:
                if case .column(let field) = reference {
                    form.fields[field].value(named: word).map(Literal.code)
                } else {
                    nil
                }
            }
        guard let literal else { throw mismatch(reference, token) }
        cursor.advance()
        return literal
    }

    private func mismatch(_ reference: FieldReference, _ token: Token) -> ExpressionFailure {
        var allowed: String
        var nearest: String?
        switch type(of: reference) {
        case .int, .decimal: allowed = "một số"
        case .yesNo: allowed = "yes, no"
        case .date: allowed = "một ngày, như 2024-12-15"
        case .period: allowed = "một kỳ, như 2024 hoặc 2024-Q3"
        case .text, .url: allowed = "một từ hoặc chữ trong ngoặc kép"
        case .enum:
            allowed = ""
            if case .column(let field) = reference {
                let values = form.fields[field].values
                allowed = values.map(\.code).joined(separator: ", ")
                nearest = Suggestion.nearest(
                    to: token.text,
                    among: values.map(\.code) + values.flatMap(\.labels)
                )
            }
        }
        return ExpressionFailure(
            offset: token.offset,
            message: "giá trị không hợp với cột",
            found: token.text,
            allowed: allowed,
            nearest: nearest
        )
    }
}
