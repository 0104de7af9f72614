package import Model

/// A cell of a sheet's table.
///
/// A workbook holds hundreds of thousands of them: what few have stands elsewhere.
package struct SheetCell: Hashable, Sendable {
    /// What the cell holds.
    package var value: Value
    /// How it departs from the look of its column and row.
    package var style: CellStyle
    /// What only few cells have; nil where this one has none of it.
    private var rare: Rare?

    /// A cell with all that it can have; the static functions make the usual ones.
    package init(
        _ value: Value,
        style: CellStyle = .plain,
        note: String? = nil,
        link: SheetLink? = nil,
        span: Int = 1
    ) {
        self.value = value
        self.style = style
        rare = Rare(note: note, link: link, span: span)
    }

    /// A comment that appears when the pointer rests on the cell.
    package var note: String? {
        get { rare?.note }
        set { rare = Rare(note: newValue, link: link, span: span) }
    }

    /// Where a click leads; only where the cell's text takes one line, since LibreOffice would cut
    /// a longer one.
    package var link: SheetLink? {
        get { rare?.link }
        set { rare = Rare(note: note, link: newValue, span: span) }
    }

    /// How many columns the cell covers; the cells under the further ones are not shown.
    package var span: Int {
        get { rare?.span ?? 1 }
        set { rare = Rare(note: note, link: link, span: newValue) }
    }

    private final class Rare: Hashable, Sendable {
        let note: String?
        let link: SheetLink?
        let span: Int

        /// Nil for what most cells have.
        init?(note: String?, link: SheetLink?, span: Int) {
            guard note != nil || link != nil || span != 1 else { return nil }
            self.note = note
            self.link = link
            self.span = span
        }

        static func == (a: Rare, b: Rare) -> Bool {
            a.note == b.note && a.link == b.link && a.span == b.span
        }

        func hash(into hasher: inout Hasher) {
            hasher.combine(note)
            hasher.combine(link)
            hasher.combine(span)
        }
    }

    /// What a cell can hold; not-a-number and infinity cannot be written down.
    package enum Value: Hashable, Sendable {
        case empty
        /// Always shown as it stands, never taken for a formula or an address.
        case text(String)
        case integer(Int)
        case quantity(Quantity)
        case percent(Percent)
        case date(Day)
        /// A formula and the value that a reader sees before anything is calculated.
        indirect case formula(Formula, cached: Quantity)
        /// A text that appears once a cell of the same row in some columns is filled in.
        indirect case derived(String, onceFilled: [ClosedRange<Int>])
    }

    /// A cell that holds nothing.
    package static let empty = SheetCell(.empty)

    /// A text, which is never taken for a formula or an address.
    package static func text(_ text: String) -> SheetCell { SheetCell(.text(text)) }

    /// A whole number.
    package static func integer(_ number: Int) -> SheetCell { SheetCell(.integer(number)) }

    /// A number, or an empty cell for nil.
    package static func quantity(_ quantity: Quantity?) -> SheetCell {
        SheetCell(quantity.map(Value.quantity) ?? .empty)
    }

    /// A share in per cent, or an empty cell where there is nothing to take a share of.
    package static func percent(_ numerator: Int, of denominator: Int) -> SheetCell {
        percent(Percent(numerator, of: denominator))
    }

    /// A share in per cent, or an empty cell for nil.
    package static func percent(_ percent: Percent?) -> SheetCell {
        SheetCell(percent.map(Value.percent) ?? .empty)
    }

    /// A date, or an empty cell for nil.
    package static func date(_ day: Day?) -> SheetCell { SheetCell(day.map(Value.date) ?? .empty) }

    /// A formula with the value that a reader sees before anything is calculated.
    package static func formula(_ formula: Formula, cached: Quantity) -> SheetCell {
        SheetCell(.formula(formula, cached: cached))
    }

    /// The word of a status with its colour, centred: no status is ever told by colour alone.
    package static func status(_ status: CellStatus, _ word: String) -> SheetCell {
        var style = CellStyle.plain
        style.status = status
        style.alignment = .centre
        return SheetCell(.text(word), style: style)
    }

    /// The same cell in bold letters.
    package func bold() -> SheetCell { with { $0.style.isBold = true } }

    /// The same cell in italics.
    package func italic() -> SheetCell { with { $0.style.isItalic = true } }

    /// The same cell aligned otherwise than its column.
    package func aligned(_ alignment: SheetColumn.Alignment) -> SheetCell {
        with { $0.style.alignment = alignment }
    }

    /// Text moved to the right by so many steps.
    package func indented(_ steps: Int) -> SheetCell { with { $0.style.indent = steps } }

    /// The same cell with a comment, or without any for nil.
    package func noted(_ note: String?) -> SheetCell { with { $0.note = note } }

    /// The same cell leading elsewhere when it is clicked, or nowhere for nil.
    package func linked(to link: SheetLink?) -> SheetCell { with { $0.link = link } }

    private func with(_ change: (inout SheetCell) -> Void) -> SheetCell {
        var copy = self
        change(&copy)
        return copy
    }
}

/// A place in the same workbook to jump to.
package struct SheetLink: Hashable, Sendable {
    /// The name of the sheet, without the number of a continuation.
    package var sheet: String
    /// The index of one of its rows; nil for its top.
    package var row: Int?
    /// The index of one of its columns.
    package var column: Int

    package init(sheet: String, row: Int? = nil, column: Int = 0) {
        self.sheet = sheet
        self.row = row
        self.column = column
    }
}
