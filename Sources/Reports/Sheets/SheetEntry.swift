package import Model

/// What people are to write into the cells of a column of a form.
package struct SheetEntry: Hashable, Sendable {
    /// How cells are kept, whoever fills them in.
    package enum Format: Hashable, Sendable {
        /// As typed: a spreadsheet neither drops leading zeros nor makes a date of `01-02`.
        case text
        /// A whole number without separators, which another language would read otherwise.
        case whole
        case decimal
        case date
    }

    /// What a cell may hold; anything else is refused with the complaint.
    package enum Rule: Hashable, Sendable {
        case whole(atLeast: Int)
        case decimal(atLeast: Int)
        case dates(DateSpan)
        /// Text of so many letters at most.
        case length(atMost: Int)
        /// One of the values in some cells of a sheet, by its name; offered as a drop-down.
        case list(sheet: String, CellRange)
    }

    /// A short text with a title that a spreadsheet shows beside a cell.
    package struct Hint: Hashable, Sendable {
        /// What a spreadsheet shows of a title and a text, in UTF-16 units.
        package static let longestTitle = 32
        /// The longest text of a hint, in UTF-16 units.
        package static let longestText = 255

        /// The first line, in bold.
        package var title: String
        /// What stands below it.
        package var text: String

        package init(title: String, text: String) {
            self.title = title
            self.text = text
        }
    }

    /// How cells are kept.
    package var format: Format
    /// What a cell may hold; nil for anything.
    package var rule: Rule?
    /// Shown when the cell is entered.
    package var prompt: Hint
    /// Shown when what was written breaks the rule.
    package var complaint: Hint
    /// Whether the heading is marked as that of a column that must be filled in.
    package var isRequired: Bool

    package init(
        format: Format,
        rule: Rule? = nil,
        prompt: Hint,
        complaint: Hint,
        isRequired: Bool = false
    ) {
        self.format = format
        self.rule = rule
        self.prompt = prompt
        self.complaint = complaint
        self.isRequired = isRequired
    }
}
