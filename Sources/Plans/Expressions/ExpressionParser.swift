internal import Model

/// What expressions may name: the forms, the plan's measures, the root of what the parsers share.
struct ExpressionScope {
    var forms: FormCatalogue
    /// The names of the plan's measures, in order.
    var measures: [String]
    /// Those that are nothing but a yes_no field.
    var yesNo: Set<String> = []
}

/// A unit that an expression names, with its place in the text.
struct NamedUnit: Hashable {
    var id: String
    var offset: Int
}

/// A value of a roster column that a group's condition names, with its place in the text.
struct NamedValue: Hashable {
    var column: UnitCondition.Column
    var text: String
    var offset: Int
}

/// Where an expression does not say anything, and what would be allowed.
struct ExpressionFailure: Error {
    var offset: Int
    var message: String
    var found: String?
    var allowed: String?
    var nearest: String?

    /// For a number that may be a thousand, or one.
    static func ambiguous(_ number: String, at offset: Int) -> ExpressionFailure {
        ExpressionFailure(
            offset: offset,
            message: "số có thể là hàng nghìn, có thể là phần thập phân",
            found: number,
            allowed: "\"\(number.replacing(".", with: ""))\" là hàng nghìn, "
                + "\"\(number)0\" là số lẻ"
        )
    }
}

/// The cursor that the grammars of measures, checks and roster conditions share.
struct TokenCursor {
    private let tokens: [Token]
    private(set) var position = 0
    /// The units that were named so far.
    private(set) var units: [NamedUnit] = []
    /// The values of other roster columns that were named so far.
    private(set) var values: [NamedValue] = []
    /// How deep parentheses and `not` are nested: with the number of words bounded as well, hostile
    /// text cannot exhaust the stack.
    private var depth = 0

    /// How many words and signs an expression has at most; a chain of sums is as deep as it is
    /// long.
    private static let longest = 5_000

    init(_ text: String) throws(ExpressionFailure) {
        do {
            tokens = try Lexer.tokens(of: text)
        } catch {
            if error.isAmbiguous { throw .ambiguous(error.text, at: error.offset) }
            throw ExpressionFailure(
                offset: error.offset,
                message: "không đọc được biểu thức từ chỗ này",
                found: error.text
            )
        }
        guard tokens.count > TokenCursor.longest else { return }
        throw ExpressionFailure(
            offset: tokens[TokenCursor.longest].offset,
            message: "biểu thức quá dài",
            found: "\(tokens.count)",
            allowed: "nhiều nhất \(TokenCursor.longest) từ, số và dấu"
        )
    }

    var current: Token { tokens[min(position, tokens.count - 1)] }
    var next: Token { tokens[min(position + 1, tokens.count - 1)] }

    mutating func advance() { position += 1 }

    mutating func rewind(to position: Int) { self.position = position }

    mutating func noteUnit(_ id: String, at token: Token) {
        units.append(NamedUnit(id: id, offset: token.offset))
    }

    mutating func noteValue(_ text: String, of column: UnitCondition.Column, at token: Token) {
        values.append(NamedValue(column: column, text: text, offset: token.offset))
    }

    mutating func take(symbol: String) -> Bool {
        guard current.kind == .symbol(symbol) else { return false }
        position += 1
        return true
    }

    mutating func take(word: String) -> Bool {
        guard current.kind == .word(word) else { return false }
        position += 1
        return true
    }

    mutating func expect(symbol: String) throws(ExpressionFailure) {
        guard take(symbol: symbol) else { throw unexpected("\"\(symbol)\"") }
    }

    mutating func expectEnd() throws(ExpressionFailure) {
        guard current.kind == .end else { throw unexpected("hết biểu thức") }
    }

    mutating func comparison() -> Comparison? {
        guard case .symbol(let symbol) = current.kind, let comparison = Comparison(rawValue: symbol)
        else { return nil }
        position += 1
        return comparison
    }

    mutating func nest() throws(ExpressionFailure) {
        depth += 1
        guard depth <= 64 else { throw unexpected("biểu thức lồng không quá 64 lớp") }
    }

    mutating func unnest() { depth -= 1 }

    func unexpected(_ allowed: String, nearest: String? = nil) -> ExpressionFailure {
        ExpressionFailure(
            offset: current.offset,
            message: "biểu thức không đúng",
            found: current.kind == .end ? "(hết)" : current.text,
            allowed: allowed,
            nearest: nearest
        )
    }
}

extension TokenCursor {
    /// `a or b`, `a and b`, `not a`, `(a)` over whatever `primary` reads.
    mutating func logic<Value>(
        or: (Value, Value) -> Value,
        and: (Value, Value) -> Value,
        not: (Value) -> Value,
        primary: (inout TokenCursor) throws(ExpressionFailure) -> Value
    ) throws(ExpressionFailure) -> Value {
        var left = try conjunction(or: or, and: and, not: not, primary: primary)
        while take(word: "or") {
            left = or(left, try conjunction(or: or, and: and, not: not, primary: primary))
        }
        return left
    }

    private mutating func conjunction<Value>(
        or: (Value, Value) -> Value,
        and: (Value, Value) -> Value,
        not: (Value) -> Value,
        primary: (inout TokenCursor) throws(ExpressionFailure) -> Value
    ) throws(ExpressionFailure) -> Value {
        var left = try negation(or: or, and: and, not: not, primary: primary)
        while take(word: "and") {
            left = and(left, try negation(or: or, and: and, not: not, primary: primary))
        }
        return left
    }

    private mutating func negation<Value>(
        or: (Value, Value) -> Value,
        and: (Value, Value) -> Value,
        not: (Value) -> Value,
        primary: (inout TokenCursor) throws(ExpressionFailure) -> Value
    ) throws(ExpressionFailure) -> Value {
        if take(word: "not") {
            try nest()
            defer { unnest() }
            return not(try negation(or: or, and: and, not: not, primary: primary))
        }
        // A parenthesis opens a condition or, in a check, an arithmetic expression: try the first.
        if current.kind == .symbol("(") {
            let start = position
            try nest()
            defer { unnest() }
            do {
                advance()
                let inner = try logic(or: or, and: and, not: not, primary: primary)
                try expect(symbol: ")")
                switch current.kind {
                case .symbol(")"), .word("and"), .word("or"), .end: return inner
                default: break
                }
            } catch {
                let failed = error
                rewind(to: start)
                do { return try primary(&self) } catch {
                    throw failed.offset > error.offset ? failed : error
                }
            }
            rewind(to: start)
        }
        return try primary(&self)
    }
}
