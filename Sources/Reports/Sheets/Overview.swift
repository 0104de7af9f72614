/// A page made for looking, in place of a table: key figures, charts and a heat map.
package struct Overview: Hashable, Sendable {
    /// The numbers at the head of the page.
    package var figures: [KeyFigure]
    /// The first one stands at the left, as high as the page; the others at the right.
    package var charts: [OverviewChart]
    /// Nil where there is nothing to compare by unit.
    package var heatMap: HeatMap?

    package init(figures: [KeyFigure], charts: [OverviewChart], heatMap: HeatMap?) {
        self.figures = figures
        self.charts = charts
        self.heatMap = heatMap
    }

    /// A number in large letters with what it counts below.
    package struct KeyFigure: Hashable, Sendable {
        /// The number as text.
        package var value: String
        /// What it counts.
        package var caption: String

        package init(_ value: String, _ caption: String) {
            self.value = value
            self.caption = caption
        }
    }
}

/// A chart with the small table that it draws.
package struct OverviewChart: Hashable, Sendable {
    /// The line above the chart.
    package var title: String
    /// How it is drawn.
    package var kind: Kind
    /// The headings of the table that it draws.
    package var headings: [String]
    /// The rows of that table.
    package var rows: [[SheetCell.Value]]
    /// What is drawn of it.
    package var series: [Series]
    /// What the value axis counts.
    package var valueAxis: String
    /// The highest value of the value axis; nil leaves it to the spreadsheet.
    package var maximum: Int?

    package init(
        title: String,
        kind: Kind,
        headings: [String],
        rows: [[SheetCell.Value]],
        series: [Series],
        valueAxis: String,
        maximum: Int? = nil
    ) {
        self.title = title
        self.kind = kind
        self.headings = headings
        self.rows = rows
        self.series = series
        self.valueAxis = valueAxis
        self.maximum = maximum
    }

    /// How a chart is drawn.
    package enum Kind: Hashable, Sendable {
        /// Lying bars, the series one behind another.
        case bars
        /// Standing columns, the series one on another.
        case columns
        /// Lines over days: the first cells are dates.
        case days
    }

    /// The cells of one column, drawn in one look.
    package struct Series: Hashable, Sendable {
        /// What the legend calls it.
        package var name: String
        /// The index of the column with what stands along the axis.
        package var categories: Int
        /// The index of the column with the numbers that are drawn.
        package var values: Int
        /// The first and the last row of the table that are drawn.
        package var rows: ClosedRange<Int>
        /// How it is told from the others.
        package var look: Look

        package init(
            _ name: String,
            categories: Int = 0,
            values: Int,
            rows: ClosedRange<Int>,
            look: Look
        ) {
            self.name = name
            self.categories = categories
            self.values = values
            self.rows = rows
            self.look = look
        }
    }

    /// How a series is drawn; each is told from the others without its colour.
    package enum Look: Hashable, Sendable {
        /// Dark and whole: what is reached.
        case solid
        /// Hatched: what is not reached.
        case hatched
        /// Dotted: what came late.
        case dotted
        /// Light: what is not due yet.
        case light
        /// A broken line: a bound.
        case bound
    }
}

/// Cells with a sign and a fill, a row for each indicator and a column for each unit.
package struct HeatMap: Hashable, Sendable {
    /// The line above the map.
    package var title: String
    /// The headings of the columns.
    package var columns: [String]
    /// One for each indicator.
    package var rows: [Row]
    /// What the signs and fills mean.
    package var legend: [LegendEntry]
    /// Lines under the map.
    package var notes: [String]

    package init(
        title: String,
        columns: [String],
        rows: [Row],
        legend: [LegendEntry],
        notes: [String]
    ) {
        self.title = title
        self.columns = columns
        self.rows = rows
        self.legend = legend
        self.notes = notes
    }

    /// An indicator with a cell for each column.
    package struct Row: Hashable, Sendable {
        /// The indicator as the row's heading has it.
        package var name: String
        /// One for each column of the map.
        package var cells: [Cell]

        package init(_ name: String, cells: [Cell]) {
            self.name = name
            self.cells = cells
        }
    }

    /// How one column stands with one indicator.
    package struct Cell: Hashable, Sendable {
        /// The sign in the cell: no status is told by colour alone.
        package var sign: String
        /// What the fill says; nil for no fill.
        package var status: CellStatus?

        package init(_ sign: String, _ status: CellStatus?) {
            self.sign = sign
            self.status = status
        }
    }
}
