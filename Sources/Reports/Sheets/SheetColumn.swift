/// A column of a sheet's table.
package struct SheetColumn: Hashable, Sendable {
    /// The heading, in one cell.
    package var heading: String
    /// The heading above this and its neighbours with the same group, merged over them.
    package var group: String?
    /// The width in digits of the body font, as Excel counts it; about 130 fill a landscape A4
    /// page.
    package var width: Double
    /// What the column holds.
    package var kind: Kind
    /// How cells are aligned that do not say it themselves.
    package var alignment: Alignment
    /// Whether long text goes on in a further line of its cell.
    package var wraps: Bool
    /// Whether a bar in each cell shows how near to 100 its number is.
    package var hasBars: Bool
    /// What people are to write into the column; nil where it is only read.
    package var entry: SheetEntry?

    /// A column; by default text stands left, dates in the middle, numbers right.
    package init(
        _ heading: String,
        group: String? = nil,
        width: Double,
        kind: Kind = .text,
        alignment: Alignment? = nil,
        wraps: Bool = true,
        hasBars: Bool = false,
        entry: SheetEntry? = nil
    ) {
        self.heading = heading
        self.group = group
        self.width = width
        self.kind = kind
        self.alignment = alignment ?? kind.alignment
        self.wraps = wraps
        self.hasBars = hasBars
        self.entry = entry
    }

    /// What the column holds: it decides how numbers look.
    package enum Kind: Hashable, Sendable {
        case text
        /// Whole numbers with separated thousands; a fraction shows its decimals all the same.
        case integer
        /// Numbers with so many decimals.
        case decimal(places: Int)
        /// A percentage as a number with one decimal; the heading carries the sign: `Tỷ lệ (%)`.
        case percent
        case date

        var alignment: Alignment {
            switch self {
            case .text: .left
            case .date: .centre
            case .integer, .decimal, .percent: .right
            }
        }
    }

    /// Where text stands in its cell.
    package enum Alignment: Hashable, Sendable {
        case left
        case centre
        case right
    }

    /// The column `TT` (ordinal numbers, centred).
    package static func ordinal(_ words: Words) -> SheetColumn {
        SheetColumn(words("TT"), width: 5, alignment: .centre)
    }
}
