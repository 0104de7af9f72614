import CXLSXWriter
import Reports

extension Workbook {
    /// A chart with the cells that it draws and where it stands, in pixels.
    struct Drawing {
        /// Consecutive cells of a column.
        struct Cells {
            var column: Int
            var rows: ClosedRange<Int>
        }

        /// One series with its cells.
        struct Line {
            var name: String
            var look: OverviewChart.Look
            var categories: Cells
            var values: Cells
        }

        var kind: OverviewChart.Kind
        var title: String
        var valueAxis: String
        /// The size of the letters along the axes, in points.
        var size: Int
        var maximum: Int?
        var lines: [Line]
        /// The sheet of the cells.
        var source: String
        var row: Int
        /// From the left edge of the sheet.
        var left: Int
        var width: Int
        var height: Int
    }

    private static let dark: UInt32 = 0x1F4E79
    private static let orange: UInt32 = 0xC55A11
    private static let pale: UInt32 = 0xBFBFBF

    mutating func insert(_ drawing: Drawing, into sheet: Int) throws(WorkbookError) {
        let type =
            switch drawing.kind {
            case .bars: LXW_CHART_BAR_STACKED
            case .columns: LXW_CHART_COLUMN_STACKED
            case .days: LXW_CHART_SCATTER_STRAIGHT
            }
        guard let chart = workbook_add_chart(book, UInt8(type.rawValue)) else {
            throw .library(doing: "chart", code: 1)
        }
        let axes = Axes(of: chart, isLying: drawing.kind == .bars)
        var series: [UnsafeMutablePointer<lxw_chart_series>] = []
        for line in drawing.lines {
            guard let made = chart_add_series(chart, nil, nil) else {
                throw .library(doing: "chart series", code: 1)
            }
            Workbook.set(line, drawing.source, made)
            Workbook.look(line.look, of: made, isLine: drawing.kind == .days)
            if drawing.kind != .days { chart_series_set_labels(made) }
            series.append(made)
        }
        Workbook.label(chart, axes, series, drawing)
        scale(chart, axes, drawing)
        var options = lxw_chart_options()
        // A chart without size options is 480 by 288 pixels.
        options.x_scale = Double(drawing.width) / 480
        options.y_scale = Double(drawing.height) / 288
        options.x_offset = Int32(drawing.left)
        options.object_position = UInt8(LXW_OBJECT_MOVE_DONT_SIZE.rawValue)
        try Workbook.check(
            "chart",
            worksheet_insert_chart_opt(sheets[sheet], UInt32(drawing.row), 0, chart, &options)
        )
    }

    /// A chart's axes by what they show.
    private struct Axes {
        let category: UnsafeMutablePointer<lxw_chart_axis>?
        let value: UnsafeMutablePointer<lxw_chart_axis>?

        init(of chart: UnsafeMutablePointer<lxw_chart>, isLying: Bool) {
            // The library's x axis is the level one, whatever it shows.
            let (level, upright) = (chart.pointee.x_axis, chart.pointee.y_axis)
            category = isLying ? upright : level
            value = isLying ? level : upright
        }
    }

    /// Writes the words and numbers of a chart.
    private static func label(
        _ chart: UnsafeMutablePointer<lxw_chart>,
        _ axes: Axes,
        _ series: [UnsafeMutablePointer<lxw_chart_series>],
        _ drawing: Drawing
    ) {
        cString(CellFormat.font).withUnsafeBufferPointer { name in
            var font = lxw_chart_font()
            font.name = UnsafeMutablePointer(mutating: name.baseAddress)
            font.size = Double(drawing.size)
            // 0 would leave axis names bold by default; 2 is the library's explicit "no".
            font.bold = UInt8(LXW_EXPLICIT_FALSE.rawValue)
            chart_axis_set_name(axes.value, chartText(drawing.valueAxis))
            chart_axis_set_name_font(axes.value, &font)
            chart_axis_set_num_font(axes.value, &font)
            chart_axis_set_num_font(axes.category, &font)
            chart_legend_set_font(chart, &font)
            for (made, line) in zip(series, drawing.lines) where drawing.kind != .days {
                // Numbers on dark bars are white.
                font.color = line.look == .solid ? 0xFFFFFF : 0
                chart_series_set_labels_font(made, &font)
                chart_series_set_labels_num_format(made, "#,##0")
            }
            font.color = 0
            font.size = 13
            font.bold = 1
            chart_title_set_name(chart, chartText(drawing.title))
            chart_title_set_name_font(chart, &font)
        }
        chart_legend_set_position(chart, UInt8(LXW_CHART_LEGEND_BOTTOM.rawValue))
    }

    /// Sets where the axes begin and end, and how close what is drawn stands together.
    private func scale(
        _ chart: UnsafeMutablePointer<lxw_chart>,
        _ axes: Axes,
        _ drawing: Drawing
    ) {
        chart_axis_set_min(axes.value, 0)
        if let maximum = drawing.maximum { chart_axis_set_max(axes.value, Double(maximum)) }
        var gridline = lxw_chart_line()
        gridline.color = 0xD9D9D9
        gridline.width = 0.75
        chart_axis_major_gridlines_set_line(axes.value, &gridline)
        if drawing.kind == .bars {
            // Every bar has its name.
            chart_axis_set_interval_unit(axes.category, 1)
            // The first category on top, the numbers still at the bottom.
            chart_axis_set_reverse(axes.category)
            chart_axis_set_crossing_max(axes.category)
        }
        if drawing.kind == .days {
            chart_axis_set_num_format(axes.category, words.dayOfYearFormat)
        } else {
            chart_set_series_gap(chart, 40)
            chart_set_series_overlap(chart, 100)
        }
    }

    private static func set(
        _ line: Drawing.Line,
        _ source: String,
        _ series: UnsafeMutablePointer<lxw_chart_series>
    ) {
        chart_series_set_categories(
            series,
            source,
            UInt32(line.categories.rows.lowerBound),
            UInt16(line.categories.column),
            UInt32(line.categories.rows.upperBound),
            UInt16(line.categories.column)
        )
        chart_series_set_values(
            series,
            source,
            UInt32(line.values.rows.lowerBound),
            UInt16(line.values.column),
            UInt32(line.values.rows.upperBound),
            UInt16(line.values.column)
        )
        chart_series_set_name(series, chartText(line.name))
    }

    private static func look(
        _ look: OverviewChart.Look,
        of series: UnsafeMutablePointer<lxw_chart_series>,
        isLine: Bool
    ) {
        var line = lxw_chart_line()
        switch look {
        case .solid: line.color = dark
        case .light: line.color = 0x7F7F7F
        case .hatched, .dotted, .bound: line.color = orange
        }
        line.width = isLine ? 2.25 : 0.75
        if isLine, look != .solid {
            line.dash_type = UInt8(
                look == .light
                    ? LXW_CHART_LINE_DASH_SQUARE_DOT.rawValue : LXW_CHART_LINE_DASH_DASH.rawValue
            )
        }
        chart_series_set_line(series, &line)
        guard !isLine else { return }
        switch look {
        case .solid, .bound, .light:
            var fill = lxw_chart_fill()
            fill.color = look == .light ? pale : dark
            chart_series_set_fill(series, &fill)
        case .hatched, .dotted:
            var pattern = lxw_chart_pattern()
            pattern.fg_color = look == .hatched ? orange : 0x7F6000
            pattern.bg_color = look == .hatched ? 0xFFFFFF : 0xFFE699
            pattern.type = UInt8(
                look == .hatched
                    ? LXW_CHART_PATTERN_WIDE_UPWARD_DIAGONAL.rawValue
                    : LXW_CHART_PATTERN_PERCENT_30.rawValue
            )
            chart_series_set_pattern(series, &pattern)
        }
    }

    /// Sets a column's width in pixels.
    mutating func setColumn(_ column: Int, of sheet: Int, pixels: Int) throws(WorkbookError) {
        // Below one digit of seven pixels the padding shrinks with the width.
        let width = pixels < 12 ? Double(pixels) / 12 : Double(pixels - 5) / 7
        let index = UInt16(column)
        try Workbook.check(
            "column",
            worksheet_set_column(sheets[sheet], index, index, width, nil)
        )
    }

    mutating func hideGridlines(of sheet: Int) {
        worksheet_gridlines(sheets[sheet], UInt8(LXW_HIDE_ALL_GRIDLINES.rawValue))
    }
}
