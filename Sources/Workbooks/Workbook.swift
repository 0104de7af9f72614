import CXLSXWriter
import Glibc
import Model
import Reports
import Synchronization

/// A cell of the file being written: sheet, row and column, all from 0.
struct Place: Hashable {
    var sheet: Int
    var row: Int
    var column: Int
}

/// Owns a workbook of libxlsxwriter and keeps everything unsafe about it.
///
/// Text is sanitised and every return code is checked here. What it writes is held in memory until
/// ``close()``; the rows of tables are not (``TableMarkup``).
struct Workbook: ~Copyable {
    private(set) var book: UnsafeMutablePointer<lxw_workbook>?
    private(set) var sheets: [UnsafeMutablePointer<lxw_worksheet>] = []
    private var formats: [CellFormat: UnsafeMutablePointer<lxw_format>] = [:]
    /// The formats looked up last: cells side by side and one above the other share few.
    private var recent: [(format: CellFormat, pointer: UnsafeMutablePointer<lxw_format>)] = []
    /// The heights of the first rows of each sheet in points, which tell how it falls into pages.
    private(set) var heights: [[Double]] = []
    private let path: String
    /// The words of the language that it is written in.
    let words: Words

    static let maximumRows = 1_048_576
    /// Longer sheets are left to fall into pages as they do.
    static let measuredRows = 4_000
    /// The height of a row that nothing is said of, in points.
    static let rowHeight = 15.0
    static let maximumColumns = 16_384
    /// Excel adds five pixels of padding to a width given in digits of seven pixels.
    static let columnPadding = 5.0 / 7.0
    /// Links that one sheet can hold.
    static let maximumLinks = 65_530

    /// Opens a workbook that will be written to a path.
    init(path: String, words: Words) throws(WorkbookError) {
        guard let book = workbook_new(path) else { throw .library(doing: "open", code: 1) }
        self.book = book
        self.path = path
        self.words = words
        // The library's own default format would bring Calibri into empty cells, row heights and
        // the unit of column widths.
        if let formats = book.pointee.formats, let standard = formats.pointee.stqh_first {
            format_set_font_name(standard, CellFormat.font)
            format_set_font_size(standard, Double(CellFormat.bodySize))
            format_set_font_family(standard, 1)
        }
        workbook_unset_default_url_format(book)
    }

    deinit {
        if let book { lxw_workbook_free(book) }
    }

    /// Held while the library writes a file.
    ///
    /// It takes the creation date apart in memory that the whole process shares (`gmtime`), so that
    /// of two workbooks one could carry the other's date; shared is the stream of errors as well,
    /// which is turned away meanwhile.
    private static let closing = Mutex(())

    /// Writes the file and frees the memory.
    consuming func close() throws(WorkbookError) {
        let open = book
        // The library frees the book whether it could write it or not.
        book = nil
        let (code, reason) = Workbook.closing.withLock { _ in
            var reason: Int32 = 0
            let code = tonghop_close_silently(open, &reason)
            return (code, reason)
        }
        guard code == LXW_NO_ERROR || reason == 0 else {
            throw .fileSystem(path: path, code: reason)
        }
        try Workbook.check("close", code)
    }

    /// Sets the document's properties; the date is the creation and modification date of the file.
    mutating func setProperties(
        title: String,
        office: String,
        created: Instant
    ) throws(WorkbookError) {
        let title = Workbook.cString(title, longest: 255)
        let office = Workbook.cString(office, longest: 255)
        // 0 means "now" to the library.
        let time = created.unix == 0 ? 1 : Int(created.unix)
        let code = title.withUnsafeBufferPointer { title in
            office.withUnsafeBufferPointer { office in
                var properties = lxw_doc_properties()
                // The library copies the texts and changes none of them.
                properties.title = UnsafeMutablePointer(mutating: title.baseAddress)
                properties.author = UnsafeMutablePointer(mutating: office.baseAddress)
                properties.company = UnsafeMutablePointer(mutating: office.baseAddress)
                properties.created = time
                return workbook_set_properties(book, &properties)
            }
        }
        try Workbook.check("properties", code)
    }

    /// Adds a sheet and returns its number; the name has been checked.
    mutating func addSheet(_ name: String) throws(WorkbookError) -> Int {
        guard let sheet = workbook_add_worksheet(book, name) else {
            throw .library(doing: "add sheet", code: 1)
        }
        sheets.append(sheet)
        heights.append([])
        return sheets.count - 1
    }

    // MARK: Cells

    mutating func write(
        _ text: String,
        at place: Place,
        _ format: CellFormat
    ) throws(WorkbookError) {
        let text = ExcelText.sanitised(text)
        guard !text.isEmpty else { return try writeBlank(at: place, format) }
        try Workbook.check(
            "text",
            worksheet_write_string(
                sheets[place.sheet],
                UInt32(place.row),
                UInt16(place.column),
                text,
                pointer(to: format)
            )
        )
    }

    mutating func write(
        _ number: Double,
        at place: Place,
        _ format: CellFormat
    ) throws(WorkbookError) {
        try Workbook.check(
            "number",
            worksheet_write_number(
                sheets[place.sheet],
                UInt32(place.row),
                UInt16(place.column),
                number,
                pointer(to: format)
            )
        )
    }

    mutating func writeBlank(at place: Place, _ format: CellFormat) throws(WorkbookError) {
        try Workbook.check(
            "blank",
            worksheet_write_blank(
                sheets[place.sheet],
                UInt32(place.row),
                UInt16(place.column),
                pointer(to: format)
            )
        )
    }

    /// Merges a cell with its neighbours; the value is written to the first cell afterwards.
    mutating func merge(
        _ place: Place,
        rows: Int = 1,
        columns: Int = 1,
        _ format: CellFormat
    ) throws(WorkbookError) {
        guard rows > 1 || columns > 1 else { return try writeBlank(at: place, format) }
        try Workbook.check(
            "merge",
            worksheet_merge_range(
                sheets[place.sheet],
                UInt32(place.row),
                UInt16(place.column),
                UInt32(place.row + rows - 1),
                UInt16(place.column + columns - 1),
                "",
                pointer(to: format)
            )
        )
    }

    mutating func comment(_ text: String, at place: Place) throws(WorkbookError) {
        let text = ExcelText.sanitised(text)
        guard !text.isEmpty else { return }
        let lines = TextMeasure.lines(text, width: 34, size: 10, isBold: false)
        let code = Workbook.cString(CellFormat.font).withUnsafeBufferPointer { font in
            var options = lxw_comment_options()
            options.font_name = UnsafeMutablePointer(mutating: font.baseAddress)
            options.font_size = 10
            options.width = 260
            options.height = UInt16(min(600, 20 + lines * 17))
            return worksheet_write_comment_opt(
                sheets[place.sheet],
                UInt32(place.row),
                UInt16(place.column),
                text,
                &options
            )
        }
        try Workbook.check("comment", code)
    }

    // MARK: Rows, columns and pages

    mutating func setRow(
        _ row: Int,
        of sheet: Int,
        height: Double
    ) throws(WorkbookError) {
        measure(row, of: sheet, height: height)
        try Workbook.check("row", worksheet_set_row(sheets[sheet], UInt32(row), height, nil))
    }

    /// Notes the height of a row that the library does not write: it says where pages end.
    mutating func measure(_ row: Int, of sheet: Int, height: Double) {
        guard row < Workbook.measuredRows else { return }
        while heights[sheet].count <= row { heights[sheet].append(Workbook.rowHeight) }
        heights[sheet][row] = height
    }

    /// Tells the library the heights of those of some rows that were measured.
    mutating func setMeasuredRows(_ rows: Range<Int>, of sheet: Int) throws(WorkbookError) {
        for row in rows.clamped(to: 0..<heights[sheet].count) {
            try setRow(row, of: sheet, height: heights[sheet][row])
        }
    }

    /// Lets the library know of rows that it does not write.
    mutating func leaveRoom(for table: TableMarkup, of sheet: Int, columns: Int) {
        guard !table.isEmpty else { return }
        let sheet = sheets[sheet]
        let last = UInt32(table.rows.upperBound - 1)
        // A sheet that has nothing yet begins with its highest number.
        sheet.pointee.dim_rowmin = min(sheet.pointee.dim_rowmin, UInt32(table.rows.lowerBound))
        sheet.pointee.dim_rowmax = max(sheet.pointee.dim_rowmax, last)
        sheet.pointee.dim_colmin = 0
        sheet.pointee.dim_colmax = max(sheet.pointee.dim_colmax, UInt16(columns - 1))
        sheet.pointee.outline_row_level = UInt8(table.deepestOutline)
    }

    /// Sets paper (A4), margins, scale, page numbers and folding.
    mutating func setPage(
        of sheet: Int,
        isLandscape: Bool,
        tabColour: Colour?
    ) throws(WorkbookError) {
        let sheet = sheets[sheet]
        worksheet_set_paper(sheet, 9)
        if isLandscape { worksheet_set_landscape(sheet) } else { worksheet_set_portrait(sheet) }
        let millimetres = 1 / 25.4
        worksheet_set_margins(
            sheet,
            30 * millimetres,
            20 * millimetres,
            20 * millimetres,
            20 * millimetres
        )
        worksheet_fit_to_pages(sheet, 1, 0)
        worksheet_center_horizontally(sheet)
        worksheet_outline_settings(sheet, 1, 0, 1, 0)
        if let tabColour { worksheet_set_tab_color(sheet, tabColour.rgb) }
        // Each annex counts its own pages, in the middle of the upper margin (NĐ 30/2020, Phụ lục
        // I).
        worksheet_set_start_page(sheet, 1)
        try Workbook.check(
            "header",
            worksheet_set_header(sheet, "&C&\"\(CellFormat.font),Regular\"&13&P")
        )
    }

    /// Makes a sheet so many pages high and one wide.
    mutating func fit(_ sheet: Int, pages: Int) {
        worksheet_fit_to_pages(sheets[sheet], 1, UInt16(pages))
    }

    /// Begins pages at some rows; at a scale, or as wide as the page.
    mutating func setPages(
        of sheet: Int,
        percent: Int?,
        breaksAbove rows: [Int]
    ) throws(WorkbookError) {
        if let percent {
            sheets[sheet].pointee.fit_page = 0
            worksheet_set_print_scale(sheets[sheet], UInt16(percent))
        }
        // Excel holds no more breaks; a sheet of so many pages falls as it does.
        guard !rows.isEmpty, rows.count <= Int(LXW_BREAKS_MAX) else { return }
        // The list ends with 0.
        var breaks = rows.map { UInt32($0) } + [0]
        try Workbook.check("page breaks", worksheet_set_h_pagebreaks(sheets[sheet], &breaks))
    }

    mutating func setPrintArea(of sheet: Int, rows: Int, columns: Int) throws(WorkbookError) {
        try Workbook.check(
            "print area",
            worksheet_print_area(
                sheets[sheet],
                0,
                0,
                UInt32(max(rows, 1) - 1),
                UInt16(max(columns, 1) - 1)
            )
        )
    }

    mutating func repeatRows(_ rows: ClosedRange<Int>, of sheet: Int) throws(WorkbookError) {
        try Workbook.check(
            "print titles",
            worksheet_repeat_rows(sheets[sheet], UInt32(rows.lowerBound), UInt32(rows.upperBound))
        )
    }

    mutating func repeatNoRows(of sheet: Int) {
        sheets[sheet].pointee.repeat_rows.in_use = 0
    }

    mutating func freeze(_ sheet: Int, above row: Int, leftOf column: Int) {
        worksheet_freeze_panes(sheets[sheet], UInt32(row), UInt16(column))
    }

    mutating func filter(
        _ sheet: Int,
        rows: ClosedRange<Int>,
        columns: Int
    ) throws(WorkbookError) {
        try Workbook.check(
            "filter",
            worksheet_autofilter(
                sheets[sheet],
                UInt32(rows.lowerBound),
                0,
                UInt32(rows.upperBound),
                UInt16(columns - 1)
            )
        )
    }

    // MARK: Below

    /// The number that a format has in the file.
    mutating func style(of format: CellFormat) throws(WorkbookError) -> Int {
        let pointer = try pointer(to: format)
        if pointer.pointee.xf_index >= 0 { return Int(pointer.pointee.xf_index) }
        return Int(lxw_format_get_xf_index(pointer))
    }

    mutating func pointer(
        to format: CellFormat
    ) throws(WorkbookError) -> UnsafeMutablePointer<lxw_format> {
        for known in recent where known.format == format { return known.pointer }
        let pointer: UnsafeMutablePointer<lxw_format>
        if let known = formats[format] { pointer = known } else { pointer = try make(format) }
        if recent.count == 8 { recent.removeFirst() }
        recent.append((format, pointer))
        return pointer
    }

    private mutating func make(
        _ format: CellFormat
    ) throws(WorkbookError) -> UnsafeMutablePointer<lxw_format> {
        guard let made = workbook_add_format(book) else {
            throw .library(doing: "format", code: 1)
        }
        format_set_font_name(made, CellFormat.font)
        format_set_font_family(made, 1)
        format_set_font_size(made, Double(format.size))
        if format.isBold { format_set_bold(made) }
        if format.isItalic { format_set_italic(made) }
        if format.isUnderlined { format_set_underline(made, UInt8(LXW_UNDERLINE_SINGLE.rawValue)) }
        if let colour = format.textColour { format_set_font_color(made, colour.rgb) }
        if let fill = format.fill {
            format_set_pattern(made, UInt8(LXW_PATTERN_SOLID.rawValue))
            format_set_bg_color(made, fill.rgb)
        }
        if format.hasBorder { format_set_border(made, UInt8(LXW_BORDER_THIN.rawValue)) }
        let alignment =
            switch format.alignment {
            case .left: LXW_ALIGN_LEFT
            case .centre: LXW_ALIGN_CENTER
            case .right: LXW_ALIGN_RIGHT
            }
        format_set_align(made, UInt8(alignment.rawValue))
        // Turned text begins at the bottom of its cell.
        let vertical = format.rotation == 0 ? LXW_ALIGN_VERTICAL_CENTER : LXW_ALIGN_VERTICAL_BOTTOM
        format_set_align(made, UInt8(vertical.rawValue))
        if format.wraps { format_set_text_wrap(made) }
        if format.rotation != 0 { format_set_rotation(made, Int16(format.rotation)) }
        if format.indent > 0 { format_set_indent(made, UInt8(min(format.indent, 15))) }
        if format.number != .general { format_set_num_format(made, format.number.code(words)) }
        formats[format] = made
        return made
    }

    static func check(_ doing: String, _ code: lxw_error) throws(WorkbookError) {
        guard code == LXW_NO_ERROR else {
            throw .library(doing: doing, code: UInt32(code.rawValue))
        }
    }

    /// Text for a chart: never taken for the address of a cell.
    static func chartText(_ text: String) -> String {
        let text = ExcelText.sanitised(text, longest: 255)
        return text.hasPrefix("=") ? " " + text : text
    }

    /// Bytes of a text with a closing 0, for structures of the library that hold pointers.
    static func cString(_ text: String, longest: Int = 255) -> [CChar] {
        ExcelText.sanitised(text, longest: longest).utf8CString.map { $0 }
    }
}
