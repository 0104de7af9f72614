/// A chart below a table, drawn by the spreadsheet from cells.
package struct SheetChart: Hashable, Sendable {
    package var title: String
    package var kind: Kind
    /// The sheet whose cells are drawn; nil for the sheet that the chart stands on.
    package var source: String?
    /// The cells with the names along the axis.
    package var categories: CellRange
    package var series: [Series]
    package var categoryAxis: String
    package var valueAxis: String
    /// The highest value of the value axis; nil leaves it to the spreadsheet.
    package var maximum: Int?

    package init(
        title: String,
        kind: Kind = .bar,
        source: String? = nil,
        categories: CellRange,
        series: [Series],
        categoryAxis: String,
        valueAxis: String,
        maximum: Int? = nil
    ) {
        self.title = title
        self.kind = kind
        self.source = source
        self.categories = categories
        self.series = series
        self.categoryAxis = categoryAxis
        self.valueAxis = valueAxis
        self.maximum = maximum
    }

    package enum Kind: Hashable, Sendable {
        /// Lying bars, the first category on top: for long names.
        case bar
        /// Standing columns: for periods.
        case column
    }

    /// The bars of one colour.
    package struct Series: Hashable, Sendable {
        package var name: String
        package var values: CellRange

        package init(_ name: String, values: CellRange) {
            self.name = name
            self.values = values
        }
    }
}
