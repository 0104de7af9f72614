/// A kind of CSV table (biểu): what its columns are called and mean.
package struct Form: Hashable, Sendable {
    /// The id in measures, such as `unit_report`.
    package var id: String
    /// The official name of the table.
    package var name: String
    /// Its columns, in the order of the template.
    package var fields: [Field]

    /// The index of a field by its code; nil for one that the form does not have.
    package func index(of code: String) -> Int? { fields.firstIndex { $0.code == code } }

    /// The field that says which unit a row is about.
    package var unitField: Int? { index(of: "unit") }

    /// The field that says which period a row is about: the key of type `period`.
    package var periodField: Int? { fields.firstIndex { $0.type == .period && $0.isKey } }

    /// The field that dates a record.
    package var datingField: Int? { fields.firstIndex(where: \.isDating) }

    /// Whether a record is a unit's report for a period and nothing else is in its key.
    ///
    /// Such forms may be read as `form.field` in a measure, and reports inside a window are summed
    /// (CONTRACT §4).
    package var isPeriodicReport: Bool {
        periodField != nil
            && fields.allSatisfy { !$0.isKey || $0.code == "unit" || $0.type == .period }
    }

    /// Whether the form is the contest register, whose `valid` is computed (CONTRACT §3).
    package var isContest: Bool { id == "contest_entry" }
}
