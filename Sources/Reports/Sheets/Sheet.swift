/// One annex (phụ lục) as data: letterhead, titles, one table, notes and signatures.
///
/// The order on paper is that of the properties. Row numbers in formulas and links are
/// indexes of ``rows``; only the renderer knows how high the header stands above them.
package struct Sheet: Hashable, Sendable {
    /// The name on the tab; see ``SheetName`` for what Excel accepts.
    package var name: String
    /// Nil leaves the tab as the spreadsheet has it.
    package var tabColour: Colour?
    /// The head of an official paper; nil for sheets that are none.
    package var letterhead: Letterhead?
    /// The title, one entry a line: bold, centred, size 14.
    package var titles: [String]
    /// The line below the title, in italics: `(Kèm theo Báo cáo số …)`.
    package var subtitle: String?
    /// The line above the table, in italics at the right: `Đơn vị tính: …`.
    package var unitLine: String?
    /// The columns of the table, from the left.
    package var columns: [SheetColumn]
    /// Whether a row `(1) (2) (3)` in italics closes the header (NĐ 30/2020 Phụ lục I).
    package var numbersColumns: Bool
    /// The rows of the table, without its header.
    package var rows: [SheetRow]
    /// The rows of a list that is too long to be held as rows, in place of ``rows``.
    package var list: SheetList?
    /// What stands in place of the rows where there are none, such as `Không có.` by default.
    package var emptyText: String
    /// Lines under the table, in italics.
    package var notes: [String]
    /// Short lines under the notes, in two columns.
    package var glossary: [String] = []
    /// Colours of statuses explained under the notes.
    package var legend: [LegendEntry]
    /// Where people sign; nil for sheets that nobody signs.
    package var signature: Signature?
    /// How the page lies when it is printed.
    package var orientation: Orientation
    /// Whether the header stays in view when the table is scrolled.
    package var freezesHeader: Bool
    /// Columns at the left that stay in view with it.
    package var frozenColumns: Int
    /// Whether the last header row carries filter buttons.
    package var hasAutofilter: Bool
    /// How many rows of the table people may fill in, those of ``rows`` among them.
    package var entryRows: Int
    /// What stands under the titles in place of a table.
    package var overview: Overview?

    package init(
        name: String,
        tabColour: Colour? = nil,
        letterhead: Letterhead? = nil,
        titles: [String],
        subtitle: String? = nil,
        unitLine: String? = nil,
        columns: [SheetColumn],
        numbersColumns: Bool = true,
        rows: [SheetRow] = [],
        emptyText: String = "Không có.",
        notes: [String] = [],
        legend: [LegendEntry] = [],
        signature: Signature? = nil,
        orientation: Orientation = .landscape,
        freezesHeader: Bool = true,
        frozenColumns: Int = 0,
        hasAutofilter: Bool = false,
        entryRows: Int = 0
    ) {
        self.name = name
        self.tabColour = tabColour
        self.letterhead = letterhead
        self.titles = titles
        self.subtitle = subtitle
        self.unitLine = unitLine
        self.columns = columns
        self.numbersColumns = numbersColumns
        self.rows = rows
        self.emptyText = emptyText
        self.notes = notes
        self.legend = legend
        self.signature = signature
        self.orientation = orientation
        self.freezesHeader = freezesHeader
        self.frozenColumns = frozenColumns
        self.hasAutofilter = hasAutofilter
        self.entryRows = entryRows
    }

    /// How many rows the table has.
    package var rowCount: Int { list?.count ?? rows.count }

    /// A row of the table by its index.
    package subscript(row index: Int) -> SheetRow { list?.row(index) ?? rows[index] }

    /// How a page lies when it is printed.
    package enum Orientation: Hashable, Sendable {
        case landscape
        case portrait
    }
}

/// The two blocks at the head of an official paper (NĐ 30/2020 Phụ lục I).
package struct Letterhead: Hashable, Sendable {
    /// `ỦY BAN NHÂN DÂN QUẬN …`, in capitals.
    package var superior: String
    /// `PHÒNG NỘI VỤ`, in bold capitals.
    package var office: String
    /// The country's name, as every official paper has it (NĐ 30/2020 Phụ lục I).
    package var nation: String
    /// The motto below the country's name (NĐ 30/2020 Phụ lục I).
    package var motto: String

    package init(
        superior: String,
        office: String,
        nation: String = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        motto: String = "Độc lập - Tự do - Hạnh phúc"
    ) {
        self.superior = superior
        self.office = office
        self.nation = nation
        self.motto = motto
    }
}

/// The block for two signatures below a table; names, dates and seals are left to people.
package struct Signature: Hashable, Sendable {
    /// The line above the right block, in italics: `Thanh Xuân, ngày     tháng     năm 2023`.
    package var place: String?
    /// Who signs at the left, in capitals.
    package var left: String
    /// What is asked of who signs at the left, in italics.
    package var leftHint: String
    /// Who signs at the right, in capitals.
    package var right: String
    /// What is asked of who signs at the right, in italics.
    package var rightHint: String

    package init(
        place: String? = nil,
        left: String = "NGƯỜI LẬP BIỂU",
        leftHint: String = "(Ký, họ tên)",
        right: String = "THỦ TRƯỞNG ĐƠN VỊ",
        rightHint: String = "(Ký, họ tên, đóng dấu)"
    ) {
        self.place = place
        self.left = left
        self.leftHint = leftHint
        self.right = right
        self.rightHint = rightHint
    }
}

/// A colour as red, green and blue, eight bits each (`0xRRGGBB`).
package struct Colour: Hashable, Sendable {
    /// `0xRRGGBB`.
    package var rgb: UInt32

    /// `0xRRGGBB`; higher bits are dropped.
    package init(rgb: UInt32) { self.rgb = rgb & 0xFF_FFFF }

    /// For annexes with results.
    package static let blue = Colour(rgb: 0x1F4E79)
    /// For lists of what is to be done.
    package static let orange = Colour(rgb: 0xC55A11)
    /// For sources and particulars of the run.
    package static let grey = Colour(rgb: 0x7F7F7F)
}
