package import Plans

/// A statutory form with the figures that the registers say.
package struct StatutoryResult: Sendable {
    /// Why a figure is left blank, or what stands outside the form.
    package enum Gap: Hashable, Sendable {
        /// Nothing of the register has come in.
        case noRegister
        /// The register has lines, but none that the form is about: whether there were any is not
        /// told.
        case noLines
        /// So many lines have nothing in a field that the rows or columns need.
        case blank(field: String, count: Int)
        /// Texts of a field that no row or column of the form has, and how often each.
        case unmatched(field: String, texts: [Text])
        /// Texts of lines that the form is not about, and how often each: counted nowhere.
        case outside(field: String, texts: [Text])
        /// The form's own reason.
        case unsaid(String)
    }

    /// A text of a cell and how many records say it.
    package struct Text: Hashable, Sendable {
        /// What the records say.
        package var text: String
        /// How many of them say it.
        package var count: Int

        package init(text: String, count: Int) {
            self.text = text
            self.count = count
        }
    }

    /// A gap and the codes of the rows or columns that are blank for it; none where all are.
    package struct Remark: Hashable, Sendable {
        /// Why the cells are blank.
        package var gap: Gap
        /// The codes of those rows or columns.
        package var rows: [String]

        package init(gap: Gap, rows: [String]) {
            self.gap = gap
            self.rows = rows
        }
    }

    /// The form as the circular has it.
    package let form: StatutoryForm
    /// By row and column; nil for headings and for what the registers do not say, never 0 for it.
    package internal(set) var figures: [[Int?]]
    /// By column, the rows that add up to the total, where there are any that do.
    package internal(set) var parts: [[Int]]
    /// Why cells are blank, and what stands outside the form.
    package internal(set) var remarks: [Remark]
}
