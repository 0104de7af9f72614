import CXLSXWriter
import Glibc
import Model
import Reports

extension Workbook {
    /// Lets a spreadsheet check what is written into cells of a column; `list` is the address of
    /// the values of a drop-down.
    mutating func check(
        _ entry: SheetEntry,
        list: String?,
        column: Int,
        rows: ClosedRange<Int>,
        of sheet: Int
    ) throws(WorkbookError) {
        // The library reports longer texts on standard error and writes nothing.
        let (short, long) = (SheetEntry.Hint.longestTitle, SheetEntry.Hint.longestText)
        let texts = [
            Workbook.cString(entry.prompt.title, longest: short),
            Workbook.cString(entry.prompt.text, longest: long),
            Workbook.cString(entry.complaint.title, longest: short),
            Workbook.cString(entry.complaint.text, longest: long),
            Workbook.cString("=" + (list ?? "")),
        ].map { (text: [CChar]) in strdup(text) }
        defer { for text in texts { free(text) } }
        var validation = lxw_data_validation()
        validation.input_title = texts[0]
        validation.input_message = texts[1]
        validation.error_title = texts[2]
        validation.error_message = texts[3]
        validation.ignore_blank = UInt8(LXW_VALIDATION_ON.rawValue)
        validation.show_input = UInt8(LXW_VALIDATION_ON.rawValue)
        validation.show_error = UInt8(LXW_VALIDATION_ON.rawValue)
        validation.error_type = UInt8(LXW_VALIDATION_ERROR_TYPE_STOP.rawValue)
        Workbook.set(entry.rule, list: texts[4], in: &validation)
        let code = worksheet_data_validation_range(
            sheets[sheet],
            UInt32(rows.lowerBound),
            UInt16(column),
            UInt32(rows.upperBound),
            UInt16(column),
            &validation
        )
        try Workbook.check("entry rule", code)
    }

    /// Says what a spreadsheet accepts; `list` is the formula for the values of a drop-down.
    private static func set(
        _ rule: SheetEntry.Rule?,
        list: UnsafeMutablePointer<CChar>?,
        in validation: inout lxw_data_validation
    ) {
        switch rule {
        case nil: validation.validate = UInt8(LXW_VALIDATION_TYPE_ANY.rawValue)
        case .whole(let lowest):
            validation.validate = UInt8(LXW_VALIDATION_TYPE_INTEGER.rawValue)
            validation.criteria = UInt8(
                LXW_VALIDATION_CRITERIA_GREATER_THAN_OR_EQUAL_TO.rawValue
            )
            validation.value_number = Double(lowest)
        case .decimal(let lowest):
            validation.validate = UInt8(LXW_VALIDATION_TYPE_DECIMAL.rawValue)
            validation.criteria = UInt8(
                LXW_VALIDATION_CRITERIA_GREATER_THAN_OR_EQUAL_TO.rawValue
            )
            validation.value_number = Double(lowest)
        case .dates(let span):
            validation.validate = UInt8(LXW_VALIDATION_TYPE_DATE.rawValue)
            validation.criteria = UInt8(LXW_VALIDATION_CRITERIA_BETWEEN.rawValue)
            validation.minimum_datetime = Workbook.datetime(span.from)
            validation.maximum_datetime = Workbook.datetime(span.to)
        case .length(let longest):
            validation.validate = UInt8(LXW_VALIDATION_TYPE_LENGTH.rawValue)
            validation.criteria = UInt8(LXW_VALIDATION_CRITERIA_LESS_THAN_OR_EQUAL_TO.rawValue)
            validation.value_number = Double(longest)
        case .list:
            validation.validate = UInt8(LXW_VALIDATION_TYPE_LIST_FORMULA.rawValue)
            validation.value_formula = list
            validation.dropdown = UInt8(LXW_VALIDATION_ON.rawValue)
        }
    }

    /// Keeps a spreadsheet from marking years and codes, which are meant as text, as mistakes.
    mutating func acceptNumbersAsText(
        in range: String,
        of sheet: Int
    ) throws(WorkbookError) {
        let type = UInt8(LXW_IGNORE_NUMBER_STORED_AS_TEXT.rawValue)
        try Workbook.check(
            "ignored marks",
            worksheet_ignore_errors(sheets[sheet], type, range)
        )
    }

    /// Sets the width of a column, in digits, and where a format is given the look of those of its
    /// cells that nothing has been written into yet.
    mutating func setColumn(
        _ column: Int,
        of sheet: Int,
        width: Double,
        _ format: CellFormat? = nil
    ) throws(WorkbookError) {
        let look: UnsafeMutablePointer<lxw_format>? =
            if let format { try pointer(to: format) } else { nil }
        try Workbook.check(
            "column",
            worksheet_set_column(
                sheets[sheet],
                UInt16(column),
                UInt16(column),
                width + Workbook.columnPadding,
                look
            )
        )
    }

    private static func datetime(_ day: Day) -> lxw_datetime {
        let parts = day.parts
        return lxw_datetime(
            year: Int32(parts.year),
            month: Int32(parts.month),
            day: Int32(parts.day),
            hour: 0,
            min: 0,
            sec: 0
        )
    }
}
