package import Model

/// How two values are compared.
package enum Comparison: String, Hashable, Sendable {
    case equal = "="
    case notEqual = "!="
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="

    /// The sign that people read.
    package var sign: String {
        switch self {
        case .equal: "="
        case .notEqual: "≠"
        case .less: "<"
        case .lessOrEqual: "≤"
        case .greater: ">"
        case .greaterOrEqual: "≥"
        }
    }

    /// Whether the comparison is true of two values.
    package func holds<Value: Comparable>(_ a: Value, _ b: Value) -> Bool {
        switch self {
        case .equal: a == b
        case .notEqual: a != b
        case .less: a < b
        case .lessOrEqual: a <= b
        case .greater: a > b
        case .greaterOrEqual: a >= b
        }
    }
}

/// What a record's field is compared with, already of the field's type.
package enum Literal: Hashable, Sendable {
    case number(Quantity)
    /// The index of an enum's value.
    case code(Int)
    case yesNo(Bool)
    case day(Day)
    case period(Period)
    /// Folded text.
    case text([UInt8])
}

/// A field that a condition looks at.
package enum FieldReference: Hashable, Sendable {
    /// A column of the form, by index.
    case column(Int)
    /// The computed validity of a contest entry (CONTRACT §11.7).
    case validity
}

/// A condition over one record, the `where` of a measure.
///
/// Comparisons with a blank are false (CONTRACT §11.20).
package indirect enum Condition: Hashable, Sendable {
    case compare(FieldReference, Comparison, Literal)
    case oneOf(FieldReference, [Literal])
    case within(FieldReference, DateSpan)
    case isEmpty(FieldReference)
    case isSet(FieldReference)
    case and(Condition, Condition)
    case or(Condition, Condition)
    case not(Condition)

    /// The fields it looks at.
    package var fields: Set<FieldReference> {
        switch self {
        case .compare(let field, _, _), .oneOf(let field, _), .within(let field, _),
            .isEmpty(let field), .isSet(let field):
            [field]
        case .and(let a, let b), .or(let a, let b): a.fields.union(b.fields)
        case .not(let inner): inner.fields
        }
    }
}

/// A number taken from the records of one form.
package struct Aggregate: Hashable, Sendable {
    /// How many values become one.
    package enum Function: String, Hashable, Sendable, CaseIterable {
        case count, sum, distinct, min, max
    }

    package var function: Function
    /// The index of the form in the catalogue.
    package var form: Int
    /// The index of the field; nil for `count`.
    package var field: Int?
    package var condition: Condition?
}

/// A measure (số đo): how a number is computed from records, for one unit and one window.
package indirect enum MeasureExpression: Hashable, Sendable {
    /// What is done with two values; the raw value is its sign in a plan.
    package enum Operation: String, Hashable, Sendable {
        case add = "+"
        case subtract = "-"
        case multiply = "*"
        case divide = "/"
    }

    case number(Quantity)
    case aggregate(Aggregate)
    /// A field of a periodic report, such as `unit_report.posts`: form and field by index.
    case reported(form: Int, field: Int)
    /// A named measure of the plan, by index.
    case named(Int)
    case coalesce([MeasureExpression])
    case arithmetic(Operation, MeasureExpression, MeasureExpression)
}

/// A condition over the measures of one unit (`checks`); silent where a side has no data.
package indirect enum CheckCondition: Hashable, Sendable {
    case compare(MeasureExpression, Comparison, MeasureExpression)
    /// A yes_no that must be yes.
    case isYes(MeasureExpression)
    case and(CheckCondition, CheckCondition)
    case or(CheckCondition, CheckCondition)
    case not(CheckCondition)
}

/// A condition over a unit of the roster (`groups: {…: {where: …}}`).
package indirect enum UnitCondition: Hashable, Sendable {
    /// A column of the roster that a condition may name.
    package enum Column: String, Hashable, Sendable, CaseIterable {
        case id, name, kind, level, parent, cluster, group, website, staff, requested, order
    }

    case compare(Column, Comparison, String)
    case oneOf(Column, [String])
    case isEmpty(Column)
    case isSet(Column)
    case and(UnitCondition, UnitCondition)
    case or(UnitCondition, UnitCondition)
    case not(UnitCondition)
}
