import CXLSXWriter

extension Workbook {
    /// Draws a bar in each cell of a column: 0 is none, 100 fills the cell.
    mutating func addBars(
        column: Int,
        rows: ClosedRange<Int>,
        of sheet: Int
    ) throws(WorkbookError) {
        var format = lxw_conditional_format()
        format.type = UInt8(LXW_CONDITIONAL_DATA_BAR.rawValue)
        format.bar_color = 0xBDD7EE
        format.bar_solid = 1
        format.data_bar_2010 = 1
        format.bar_no_border = 1
        format.min_rule_type = UInt8(LXW_CONDITIONAL_RULE_TYPE_NUMBER.rawValue)
        format.max_rule_type = UInt8(LXW_CONDITIONAL_RULE_TYPE_NUMBER.rawValue)
        format.min_value = 0
        format.max_value = 100
        let code = worksheet_conditional_format_range(
            sheets[sheet],
            UInt32(rows.lowerBound),
            UInt16(column),
            UInt32(rows.upperBound),
            UInt16(column),
            &format
        )
        try Workbook.check("bars", code)
    }
}
