internal import Intake
internal import Model
internal import Plans

/// Measures and conditions as officials read them.
struct MeasureWords {
    let plan: Plan

    // MARK: - Measures

    /// What is measured: `số dòng của biểu “Bài dự thi” mà bài dự thi hợp lệ`.
    func text(_ expression: MeasureExpression) -> String {
        switch expression {
        case .number(let number): ReportNumbers.quantity(number)
        case .named(let index): text(plan.measures[index].expression)
        case .coalesce(let choices):
            choices.enumerated().map { index, choice in
                index == 0
                    ? text(choice)
                    : "nếu chưa có số liệu ấy thì lấy " + text(choice)
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
        case .divide: ":"
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

    /// How a measure stands in the plan: its name, or a few words for what it takes.
    func name(_ expression: MeasureExpression) -> String {
        switch expression {
        case .number(let number): ReportNumbers.quantity(number)
        case .named(let index): plan.measures[index].id
        case .coalesce: "coalesce"
        case .arithmetic(let operation, let left, let right):
            name(left) + " \(sign(operation)) " + name(right)
        case .aggregate(let aggregate):
            if let field = aggregate.field {
                "\(aggregate.function.rawValue)(\(plan.forms.forms[aggregate.form].id).\(plan.forms.forms[aggregate.form].fields[field].code))"
            } else {
                "\(aggregate.function.rawValue)(\(plan.forms.forms[aggregate.form].id))"
            }
        case .reported(let form, let field):
            "\(plan.forms.forms[form].id).\(plan.forms.forms[form].fields[field].code)"
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
        case .less: "<"
        case .lessOrEqual: "≤"
        case .greater: ">"
        case .greaterOrEqual: "≥"
        }
    }

    private func text(_ literal: Literal, _ field: FieldReference, _ form: Form) -> String {
        switch literal {
        case .number(let number): return ReportNumbers.quantity(number)
        case .yesNo(let isYes): return isYes ? "Có" : "Không"
        case .day(let day): return day.slashed
        case .period(let period): return plan.calendar.name(period)
        case .text(let bytes): return "“\(String(decoding: bytes, as: UTF8.self))”"
        case .code(let code):
            guard case .column(let index) = field, code < form.fields[index].values.count else {
                return String(code)
            }
            let value = form.fields[index].values[code]
            return "“\(value.labels.first ?? value.code)”"
        }
    }
}
