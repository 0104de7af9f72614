internal import Intake
internal import Model
internal import Plans

/// Measures and conditions as officials read them.
struct MeasureWords {
    let plan: Plan
    /// A longer condition is not told in short.
    private static let longest = 80
    /// The language of what is told in short; the rest is read in explanations only.
    var words = Words.vietnamese
    /// Whether what is told in short has the conditions in it: where nothing else tells them.
    var tellsConditions = false

    // MARK: - Measures

    /// What is measured: `số dòng của biểu “Bài dự thi” mà bài dự thi hợp lệ`.
    func text(_ expression: MeasureExpression) -> String {
        switch expression {
        case .number(let number): Words.vietnamese.step(number)
        case .named(let index): text(plan.measures[index].expression)
        case .coalesce(let choices):
            choices.enumerated().map { index, choice in
                (index == 0 ? "ưu tiên 1, " : "ưu tiên \(index + 1), nếu chưa có số liệu trên, ")
                    + text(choice)
            }.joined(separator: "; ")
        case .arithmetic(let operation, let left, let right):
            operand(left) + " \(sign(operation)) " + operand(right)
        case .aggregate(let aggregate): text(aggregate)
        case .reported(let form, let field):
            "số khai ở cột “\(plan.forms.forms[form].fields[field].header)” của biểu “\(plan.forms.forms[form].name)”"
        }
    }

    private func operand(_ expression: MeasureExpression) -> String {
        switch expression {
        case .number: text(expression)
        case .named(let index): operand(plan.measures[index].expression)
        default: "(\(text(expression)))"
        }
    }

    func sign(_ operation: MeasureExpression.Operation) -> String {
        switch operation {
        case .add: "+"
        case .subtract: "−"
        case .multiply: "×"
        case .divide: "÷"
        }
    }

    func text(_ aggregate: Aggregate) -> String {
        let form = plan.forms.forms[aggregate.form]
        let field = aggregate.field.map { "cột “\(form.fields[$0].header)”" } ?? ""
        var text =
            switch aggregate.function {
            case .count: "số dòng của biểu “\(form.name)”"
            case .sum: "tổng \(field) của biểu “\(form.name)”"
            case .distinct: "số giá trị khác nhau ở \(field) của biểu “\(form.name)”"
            case .min: "giá trị nhỏ nhất ở \(field) của biểu “\(form.name)”"
            case .max: "giá trị lớn nhất ở \(field) của biểu “\(form.name)”"
            }
        if let condition = aggregate.condition {
            text += ", chỉ tính dòng có: " + self.text(condition, form)
        }
        return text
    }

    /// A measure in as few words as tell it from the others of its indicator.
    func short(_ expression: MeasureExpression) -> String {
        switch expression {
        case .number(let number): return words.step(number)
        case .named(let index): return short(plan.measures[index].expression)
        case .coalesce(let choices): return choices.map(short).joined(separator: words(" hoặc "))
        case .arithmetic(let operation, let left, let right):
            return "\(part(left)) \(sign(operation)) \(part(right))"
        case .aggregate(let aggregate):
            let form = plan.forms.forms[aggregate.form]
            let field = words.term(aggregate.field.map { form.fields[$0].header } ?? "")
            let name = words.term(form.name)
            let text =
                switch aggregate.function {
                case .count: words("số dòng “\(name)”")
                case .sum: words("tổng “\(field)” của “\(name)”")
                case .distinct: words("số “\(field)” khác nhau của “\(name)”")
                case .min: words("“\(field)” nhỏ nhất của “\(name)”")
                case .max: words("“\(field)” lớn nhất của “\(name)”")
                }
            guard let condition = aggregate.condition else { return text }
            // The words of conditions are Vietnamese alone.
            guard tellsConditions, words.language == .vietnamese else {
                return words("\(text) đủ điều kiện")
            }
            let told = self.text(condition, form)
            return told.count > MeasureWords.longest
                ? words("\(text) đủ điều kiện") : "\(text) mà \(told)"
        case .reported(let form, let field):
            let form = plan.forms.forms[form]
            let header = words.term(form.fields[field].header)
            return words("“\(header)” khai trong “\(words.term(form.name))”")
        }
    }

    private func part(_ expression: MeasureExpression) -> String {
        switch expression {
        case .named(let index): part(plan.measures[index].expression)
        case .arithmetic: "(\(short(expression)))"
        default: short(expression)
        }
    }

    /// The named measures that an expression uses, by index, in the order of their use.
    func names(in expression: MeasureExpression) -> [Int] {
        switch expression {
        case .number, .aggregate, .reported: []
        case .named(let index): [index] + names(in: plan.measures[index].expression)
        case .coalesce(let choices): choices.flatMap(names)
        case .arithmetic(_, let left, let right): names(in: left) + names(in: right)
        }
    }

    // MARK: - Conditions

    func text(_ condition: Condition, _ form: Form) -> String {
        switch condition {
        case .and(let left, let right): text(left, form) + " và " + text(right, form)
        case .or(let left, let right): "(\(text(left, form)) hoặc \(text(right, form)))"
        case .not(.isEmpty(let field)): "\(name(field, form)) có ghi"
        case .not(.compare(let field, .equal, let literal)):
            "\(name(field, form)) khác \(text(literal, field, form))"
        case .not(let inner): "không phải (\(text(inner, form)))"
        case .isEmpty(let field): "\(name(field, form)) để trống"
        case .isSet(.validity): "bài dự thi hợp lệ"
        case .isSet(let field): "\(name(field, form)) là Có"
        case .compare(let field, let comparison, let literal):
            "\(name(field, form)) \(word(comparison)) \(text(literal, field, form))"
        case .oneOf(let field, let literals):
            "\(name(field, form)) là "
                + literals.map { text($0, field, form) }.joined(separator: " hoặc ")
        case .within(let field, let span):
            "\(name(field, form)) từ \(span.from.slashed) đến hết \(span.to.slashed)"
        }
    }

    /// What a condition asks of one column, where it names the values: `“Kế hoạch”`.
    func wanted(_ condition: Condition, _ form: Form) -> String? {
        switch condition {
        case .compare(.column(let field), .equal, let literal):
            text(literal, .column(field), form)
        case .oneOf(.column(let field), let literals):
            literals.map { text($0, .column(field), form) }.joined(separator: " hoặc ")
        default: nil
        }
    }

    /// A text of the plan as it is written there; conditions keep it folded.
    private func written(_ folded: [UInt8]) -> String {
        let texts =
            plan.measures.map(\.text)
            + plan.indicators.flatMap { $0.requirements.map(\.text) }
        for text in texts {
            let quoted = text.split(separator: "\"", omittingEmptySubsequences: false)
            for (index, piece) in quoted.enumerated() {
                let words =
                    index.isMultiple(of: 2)
                    ? piece.split { !$0.isLetter && !$0.isNumber && $0 != "-" && $0 != "_" }
                    : [piece]
                if let found = words.first(where: { Fold.key(String($0)) == folded }) {
                    return String(found)
                }
            }
        }
        return String(decoding: folded, as: UTF8.self)
    }

    /// The columns that a condition looks at, in order.
    func columns(_ condition: Condition) -> [Int] {
        condition.fields.compactMap { if case .column(let field) = $0 { field } else { nil } }
            .sorted()
    }

    private func name(_ field: FieldReference, _ form: Form) -> String {
        switch field {
        case .column(let index): "“\(form.fields[index].header)”"
        case .validity: "tính hợp lệ"
        }
    }

    private func word(_ comparison: Comparison) -> String {
        switch comparison {
        case .equal: "là"
        case .notEqual: "khác"
        case .less, .lessOrEqual, .greater, .greaterOrEqual: comparison.sign
        }
    }

    private func text(_ literal: Literal, _ field: FieldReference, _ form: Form) -> String {
        switch literal {
        case .number(let number): return Words.vietnamese.step(number)
        case .yesNo(let isYes): return isYes ? "Có" : "Không"
        case .day(let day): return day.slashed
        case .period(let period): return plan.calendar.name(period)
        case .text(let bytes): return "“\(written(bytes))”"
        case .code(let code):
            guard case .column(let index) = field, code < form.fields[index].values.count else {
                return String(code)
            }
            let value = form.fields[index].values[code]
            return "“\(value.labels.first ?? value.code)”"
        }
    }
}
