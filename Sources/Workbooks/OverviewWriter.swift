import Model
import Reports

/// Writes a sheet made for looking: key figures and charts on the first page, a heat map on the
/// second, and beside the printed pages the small tables that the charts draw.
struct OverviewWriter {
    let plan: SheetPlan
    let overview: Overview

    private var sheet: Sheet { plan.sheet }
    private var number: Int { plan.firstSheet }

    /// The columns of names at the left of the heat map, and how wide they are together, in pixels.
    private static let nameColumns = 4
    private static let nameWidth = 480
    /// What an A4 page in landscape holds between the margins, in pixels.
    private static let pageWidth = 885
    private static let pageHeight = 630

    private var unitColumns: Int { max(overview.heatMap?.columns.count ?? 0, 1) }

    /// The width of one unit's column: as wide as fits on a page that can still be read.
    private var unitWidth: Int { min(90, max(11, 1000 / unitColumns)) }

    /// The columns of the printed pages; narrow maps are filled up so that charts have their width.
    private var columnCount: Int { OverviewWriter.nameColumns + unitColumns + fillers }

    private var fillers: Int {
        let missing = 1100 - OverviewWriter.nameWidth - unitColumns * unitWidth
        return missing > 0 ? (missing + 89) / 90 : 0
    }

    private func pixels(_ column: Int) -> Int {
        if column < OverviewWriter.nameColumns {
            return OverviewWriter.nameWidth / OverviewWriter.nameColumns
        }
        return column < OverviewWriter.nameColumns + unitColumns ? unitWidth : 90
    }

    private var width: Int { (0..<columnCount).reduce(0) { $0 + pixels($1) } }

    private var scale: Int { min(100, OverviewWriter.pageWidth * 100 / width) }

    /// What a page holds at the scale, in pixels of the sheet.
    private var height: Int { OverviewWriter.pageHeight * 100 / scale }

    /// Rows of 20 pixels on a page that holds nothing else.
    private var pageRows: Int { (height - 30) / 20 }

    func write(to book: inout Workbook) throws(WorkbookError) {
        try book.setPage(of: number, isLandscape: true, tabColour: sheet.tabColour)
        for column in 0..<columnCount {
            try book.setColumn(column, of: number, pixels: pixels(column))
        }
        book.hideGridlines(of: number)
        var row = 0
        var used = 0
        for (index, title) in sheet.titles.enumerated() {
            let size = index == 0 ? 18 : 14
            used += try line(
                title,
                CellFormat(size: size, isBold: true, alignment: .centre, wraps: true),
                row: row,
                &book
            )
            row += 1
        }
        if let subtitle = sheet.subtitle {
            let format = CellFormat(size: 12, isItalic: true, alignment: .centre, wraps: true)
            used += try line(subtitle, format, row: row, &book)
            row += 1
        }
        used += try writeFigures(row, &book)
        row += 4
        let chartRow = row
        // Rows without a height of their own are 20 pixels high.
        let chartRows = max(10, (height - used - 30) / 20)
        row += chartRows
        var breaks = try writeCharts(chartRow, rows: chartRows, &book)
        if let last = breaks.last { row = last + pageRows }
        if let map = overview.heatMap {
            breaks.append(row)
            row = try write(map, from: row, &book)
        }
        try book.setPages(of: number, percent: scale, breaksAbove: breaks)
        try book.setPrintArea(of: number, rows: row, columns: columnCount)
    }

    // MARK: - Key figures

    /// Writes the figures side by side over three rows after a gap, and returns their height.
    private func writeFigures(
        _ row: Int,
        _ book: inout Workbook
    ) throws(WorkbookError) -> Int {
        let heights = [8, 50, 26, 8]
        for (index, height) in heights.enumerated() {
            try book.setRow(row + index, of: number, height: Double(height) * 0.75)
        }
        let count = max(overview.figures.count, 1)
        var column = 0
        var left = 0
        for (index, figure) in overview.figures.enumerated() {
            var span = 0
            let right = width * (index + 1) / count
            while column + span < columnCount, left + pixels(column + span) / 2 <= right {
                left += pixels(column + span)
                span += 1
            }
            if index == count - 1 { span = columnCount - column }
            guard span > 0 else { continue }
            var format = CellFormat(size: 28, isBold: true, hasBorder: true, alignment: .centre)
            format.textColour = .blue
            try merged(figure.value, row + 1, column, span, format, &book)
            let caption = CellFormat(size: 14, hasBorder: true, alignment: .centre)
            try merged(figure.caption, row + 2, column, span, caption, &book)
            column += span
        }
        return heights.reduce(0, +)
    }

    // MARK: - Charts

    /// Writes the charts and returns the rows at which further pages begin.
    ///
    /// The first one stands at the left and the others at the right of it. One with more names than
    /// it has room for there fills pages of its own.
    private func writeCharts(
        _ row: Int,
        rows: Int,
        _ book: inout Workbook
    ) throws(WorkbookError) -> [Int] {
        guard let first = overview.charts.first else { return [] }
        // The tables stand beside the printed pages.
        let column = columnCount + 1
        var tables: [Int] = []
        var top = 0
        for (index, chart) in overview.charts.enumerated() {
            // The heading of all tables stands above the first one.
            tables.append(index == 0 ? 1 : top + 1)
            top = try writeTable(
                chart,
                row: index == 0 ? 0 : top + 1,
                column: column,
                isFirst: index == 0,
                &book
            )
        }
        var placed = Array(zip(overview.charts, tables))
        var breaks: [Int] = []
        if first.kind == .bars, placed.count > 1,
            first.rows.count > OverviewWriter.names(on: rows, size: 8)
        {
            placed.removeFirst()
            var page = row + rows
            for chart in parts(of: first) {
                breaks.append(page)
                let frame = Frame(row: page, left: 0, width: width - 4, height: pageRows * 20 - 10)
                try insert(chart, table: tables[0], column, frame, &book)
                page += pageRows
            }
        }
        try arrange(placed, row: row, rows: rows, column, &book)
        return breaks
    }

    /// How many names of bars, in letters of a size, a chart of so many rows holds one below the
    /// other.
    ///
    /// Measured in LibreOffice, which leaves out every second name where they come too close:
    /// title, axis and legend take some 166 pixels, a name of 8 points 12.5.
    private static func names(on rows: Int, size: Int) -> Int {
        (rows * 20 - 166) * 10 / (size * 16)
    }

    /// A chart in parts of which each fits on a page.
    private func parts(of chart: OverviewChart) -> [OverviewChart] {
        let most = max(1, OverviewWriter.names(on: pageRows, size: 8))
        let count = (chart.rows.count + most - 1) / most
        return (0..<count).map { index in
            let start = chart.rows.count * index / count
            let end = chart.rows.count * (index + 1) / count
            var part = chart
            for series in part.series.indices { part.series[series].rows = start...(end - 1) }
            return part
        }
    }

    /// Writes charts with the first rows of their tables, the first one at the left.
    private func arrange(
        _ charts: [(OverviewChart, Int)],
        row: Int,
        rows: Int,
        _ column: Int,
        _ book: inout Workbook
    ) throws(WorkbookError) {
        guard let (first, table) = charts.first else { return }
        let others = charts.dropFirst()
        let gap = 10
        let half = others.isEmpty ? width : width * 52 / 100
        try insert(
            first,
            table: table,
            column,
            Frame(row: row, left: 0, width: half - gap, height: rows * 20 - gap),
            &book
        )
        for (index, (chart, table)) in others.enumerated() {
            let start = rows * index / others.count
            let end = rows * (index + 1) / others.count
            try insert(
                chart,
                table: table,
                column,
                Frame(
                    row: row + start,
                    left: half,
                    width: width - half - 4,
                    height: (end - start) * 20 - gap
                ),
                &book
            )
        }
    }

    /// Where a chart stands, in rows and pixels.
    private struct Frame {
        var row: Int
        var left: Int
        var width: Int
        var height: Int
    }

    private func insert(
        _ chart: OverviewChart,
        table: Int,
        _ column: Int,
        _ frame: Frame,
        _ book: inout Workbook
    ) throws(WorkbookError) {
        let bars = chart.kind == .bars ? chart.series.map(\.rows.count).max() ?? 0 : 0
        let isCrowded = bars > OverviewWriter.names(on: frame.height / 20, size: 10)
        func cells(_ index: Int, _ rows: ClosedRange<Int>) -> Workbook.Drawing.Cells {
            // Title and headings stand above the rows.
            let top = table + 2
            return .init(
                column: column + index,
                rows: (top + rows.lowerBound)...(top + rows.upperBound)
            )
        }
        try book.insert(
            Workbook.Drawing(
                kind: chart.kind,
                title: chart.title,
                valueAxis: chart.valueAxis,
                size: isCrowded ? 8 : 10,
                maximum: chart.maximum,
                lines: chart.series.map {
                    .init(
                        name: $0.name,
                        look: $0.look,
                        categories: cells($0.categories, $0.rows),
                        values: cells($0.values, $0.rows)
                    )
                },
                source: plan.names[0],
                row: frame.row,
                left: frame.left,
                width: frame.width,
                height: frame.height
            ),
            into: number
        )
    }

    /// Writes the table of a chart and returns the row after it.
    private func writeTable(
        _ chart: OverviewChart,
        row: Int,
        column: Int,
        isFirst: Bool,
        _ book: inout Workbook
    ) throws(WorkbookError) -> Int {
        var row = row
        if isFirst {
            let format = CellFormat(isItalic: true)
            try book.write(
                book.words("Số liệu của các biểu đồ (không in)"),
                at: place(row, column),
                format
            )
            try book.setColumn(column, of: number, width: 40)
            for index in 1...4 { try book.setColumn(column + index, of: number, width: 13) }
            row += 1
        }
        try book.write(chart.title, at: place(row, column), CellFormat(isBold: true))
        let heading = CellFormat(isBold: true, hasBorder: true, alignment: .centre)
        for (index, text) in chart.headings.enumerated() {
            try book.write(text, at: place(row + 1, column + index), heading)
        }
        for (line, cells) in chart.rows.enumerated() {
            for (index, value) in cells.enumerated() {
                try write(value, place(row + 2 + line, column + index), &book)
            }
        }
        return row + 2 + chart.rows.count
    }

    private func write(
        _ value: SheetCell.Value,
        _ place: Place,
        _ book: inout Workbook
    ) throws(WorkbookError) {
        var format = CellFormat(hasBorder: true)
        switch value {
        case .empty, .derived: try book.writeBlank(at: place, format)
        case .text(let text): try book.write(text, at: place, format)
        case .date(let day):
            format.number = .date
            format.alignment = .centre
            try book.write(Double(day.number) + 25_569, at: place, format)
        case .integer, .quantity, .percent, .formula:
            guard let (number, places) = CellFormat.number(of: value, in: .integer) else { return }
            format.number = .decimals(places)
            format.alignment = .right
            try book.write(number, at: place, format)
        }
    }

    // MARK: - Heat map

    /// Writes the map and returns the row after it.
    private func write(
        _ map: HeatMap,
        from start: Int,
        _ book: inout Workbook
    ) throws(WorkbookError) -> Int {
        var row = start
        let title = CellFormat(size: 14, isBold: true, alignment: .centre, wraps: true)
        _ = try line(map.title, title, row: row, &book)
        row += 1
        var heading = CellFormat(size: 8, isBold: true, hasBorder: true, alignment: .centre)
        try merged(book.words("Chỉ tiêu"), row, 0, OverviewWriter.nameColumns, heading, &book)
        heading.isBold = false
        // Few columns are wide enough for names that need not be turned.
        if unitWidth >= 80 { heading.wraps = true } else { heading.rotation = 90 }
        var tallest = 40.0
        for (index, name) in map.columns.enumerated() {
            let place = place(row, OverviewWriter.nameColumns + index)
            try book.write(name, at: place, heading)
            tallest = max(tallest, height(of: name, heading))
        }
        try book.setRow(row, of: number, height: min(409, tallest + 8))
        row += 1
        // Few rows are written large, so that the page is filled.
        let rest =
            Double(height) * 0.75 - 60 - tallest - 15 * Double(map.legend.count + map.notes.count)
        let room = rest / Double(max(map.rows.count, 1))
        let size = room > 26 ? 11 : 9
        let name = CellFormat(size: size, hasBorder: true, wraps: true)
        let digits = Double(OverviewWriter.nameWidth) / 7 - 2
        let top = row
        for line in map.rows {
            try merged(line.name, row, 0, OverviewWriter.nameColumns, name, &book)
            for (index, cell) in line.cells.enumerated() {
                try book.write(
                    cell.sign,
                    at: place(row, OverviewWriter.nameColumns + index),
                    format(cell)
                )
            }
            let lines = TextMeasure.lines(line.name, width: digits, size: size, isBold: false)
            let needed = TextMeasure.height(lines: lines, size: size)
            try book.setRow(row, of: number, height: max(needed, min(room, 26)))
            row += 1
        }
        try book.setRow(row, of: number, height: 6)
        row += 1
        row = try write(map.legend, besides: top..<row, &book)
        for note in map.notes {
            let format = CellFormat(size: 10, isItalic: true, wraps: true)
            _ = try line(note, format, row: row, &book)
            row += 1
        }
        return row
    }

    /// Writes what the signs mean: at the right of the map where there is room, else below it;
    /// returns the row after both.
    private func write(
        _ legend: [LegendEntry],
        besides rows: Range<Int>,
        _ book: inout Workbook
    ) throws(WorkbookError) -> Int {
        let map = OverviewWriter.nameColumns + unitColumns
        let isBeside = fillers >= 5 && rows.count > legend.count
        var row = isBeside ? rows.lowerBound : rows.upperBound
        // A column stays free between the map and what it means.
        let (first, span) = isBeside ? (map + 1, fillers - 2) : (0, OverviewWriter.nameColumns - 1)
        for entry in legend {
            var sign = format(HeatMap.Cell(entry.word, entry.status))
            sign.size = 10
            try book.write(entry.word, at: place(row, first), sign)
            let meaning = CellFormat(size: 10, indent: 1)
            try merged(entry.meaning, row, first + 1, span, meaning, &book)
            row += 1
        }
        return max(row, rows.upperBound)
    }

    /// The height of a unit's name above its column, in points.
    private func height(of name: String, _ format: CellFormat) -> Double {
        guard format.wraps else { return TextMeasure.points(name, size: format.size) }
        let width = Double(unitWidth) / 7 - 1
        let lines = TextMeasure.lines(name, width: width, size: format.size, isBold: false)
        return TextMeasure.height(lines: lines, size: format.size)
    }

    private func format(_ cell: HeatMap.Cell) -> CellFormat {
        var format = CellFormat(size: 8, hasBorder: true, alignment: .centre)
        guard let status = cell.status else { return format }
        format.fill = status.fill
        format.textColour = status.textColour
        format.isBold = status.isBold
        return format
    }

    // MARK: - Lines

    /// Writes text over the whole width and returns the row's height in pixels.
    private func line(
        _ text: String,
        _ format: CellFormat,
        row: Int,
        _ book: inout Workbook
    ) throws(WorkbookError) -> Int {
        try merged(text, row, 0, columnCount, format, &book)
        let lines = TextMeasure.lines(
            text,
            width: Double(width) / 7,
            size: format.size,
            isBold: format.isBold
        )
        let height = TextMeasure.height(lines: lines, size: format.size)
        try book.setRow(row, of: number, height: height)
        return Int(height / 0.75) + 1
    }

    private func merged(
        _ text: String,
        _ row: Int,
        _ column: Int,
        _ span: Int,
        _ format: CellFormat,
        _ book: inout Workbook
    ) throws(WorkbookError) {
        try book.merge(place(row, column), columns: span, format)
        try book.write(text, at: place(row, column), format)
    }

    private func place(_ row: Int, _ column: Int) -> Place {
        Place(sheet: number, row: row, column: column)
    }
}
