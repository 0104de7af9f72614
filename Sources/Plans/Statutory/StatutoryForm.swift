package import Model

/// A statistical form of a ministry's circular, with the rule by which each figure is counted.
///
/// The forms are data (`Resources/tt-….yaml`), a circular a file, each with the time of its
/// validity.
package struct StatutoryForm: Hashable, Sendable {
    /// Where a form's figures come from.
    package enum Register: Hashable, Sendable {
        /// `movements.csv`: those that run at any time within the window.
        case movements
        /// The plan's form of an id: its records of the window.
        case form(String)
    }

    /// What a line of the register must hold in one of its fields.
    package struct Condition: Hashable, Sendable {
        /// The code of the field.
        package var field: String
        /// Codes of an enumeration, or texts.
        package var values: [String]
        /// Whether a text has only to begin with one of the values.
        package var begins: Bool
    }

    /// A column of the form.
    package struct Column: Hashable, Sendable {
        /// The code that sums name the column by.
        package var code: String
        /// What the form prints for the code, where that is not unique.
        package var shown: String
        /// The heading of the column.
        package var name: String
        /// The heading over it and its neighbours; nil where it stands alone.
        package var group: String?
        /// The codes of the columns that this one adds up.
        package var sum: [String]
        /// Which lines of the register are counted in the column.
        package var conditions: [Condition]
    }

    /// A row of the form.
    package struct Row: Hashable, Sendable {
        /// Nil for a heading between rows.
        package var code: String?
        /// The row's heading.
        package var name: String
        /// What is counted in the row; nil where the form does not say.
        package var unit: String?
        /// Steps to the right; a part stands one step further than its whole.
        package var indent: Int
        /// Whether the row stands for all that the form is about.
        package var isTotal: Bool
        /// The division of the whole that the row is a part of.
        package var division: String?
        /// Which lines of the register are counted in the row.
        package var conditions: [Condition]
        /// Why no register says the row's figures.
        package var reason: String?
    }

    /// The id by which a plan asks for it: `0601`.
    package var id: String
    /// What the circular calls it: `0601.N/BNV-TĐKT`.
    package var number: String
    /// The circular that the form comes from.
    package var circular: String
    /// By when the ministry wants it, as the form prints it.
    package var received: String
    /// The first day in force.
    package var validFrom: Day
    /// The last day in force; nil while no end is set.
    package var validTo: Day?
    /// One entry a line.
    package var title: [String]
    /// The line above the table: `Đơn vị tính: …`.
    package var unitLine: String?
    /// Whether a column names what is counted in each row.
    package var hasUnits: Bool
    /// Nil where no register says any figure of the form.
    package var register: Register?
    /// Which lines of the register the form is about at all.
    package var only: [Condition]
    /// Why no register says any figure of the form.
    package var reason: String?
    /// The columns, from the left.
    package var columns: [Column]
    /// The rows, from the top.
    package var rows: [Row]

    /// Whether the form is in force on a day.
    package func isValid(on day: Day) -> Bool {
        validFrom <= day && validTo.map { day <= $0 } ?? true
    }
}
