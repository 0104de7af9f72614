internal import Judgement
internal import Model
internal import Plans

/// `BieuDo`: how many indicators have which result, and the share of units for each, as charts.
struct ChartAnnex {
    let frame: ReportFrame

    var sheet: Sheet {
        let lines = IndicatorLine.lines(frame.judgement)
        let counts = VerdictCounts(lines)
        var rows = [
            SheetRow(
                .group,
                [.empty, SheetCell.text("I. Số chỉ tiêu theo kết quả").aligned(.left)]
            )
        ]
        let verdicts = rows.count...(rows.count + max(0, counts.verdicts.count - 1))
        for (index, verdict) in counts.verdicts.enumerated() {
            rows.append(
                SheetRow([
                    .integer(index + 1),
                    .status(StatusWords.cell(verdict.status), verdict.word), .empty,
                    .integer(verdict.count), .integer(counts.total),
                    .percent(verdict.count, of: counts.total),
                ])
            )
        }
        rows.append(
            SheetRow(
                .total,
                [
                    .empty, .text("Tổng số"), .empty,
                    counts.verdicts.isEmpty
                        ? .integer(0)
                        : .formula(
                            .sum(column: 3, rows: verdicts),
                            cached: Quantity(counts.total)
                        ),
                ]
            )
        )
        rows.append(
            SheetRow(
                .group,
                [.empty, SheetCell.text("II. Tỷ lệ đơn vị đạt theo từng chỉ tiêu").aligned(.left)]
            )
        )
        let first = rows.count
        for line in lines {
            guard let numerator = line.node.numerator, let denominator = line.node.denominator,
                denominator > 0
            else { continue }
            rows.append(
                SheetRow([
                    .integer(rows.count - first + 1), .text(line.indicator.id),
                    .text(line.indicator.name), .integer(numerator), .integer(denominator),
                    .percent(numerator, of: denominator),
                ])
            )
        }
        var sheet = Sheet(
            name: "BieuDo",
            tabColour: .blue,
            titles: ["BIỂU ĐỒ KẾT QUẢ THỰC HIỆN CHỈ TIÊU"],
            subtitle: frame.subject,
            columns: columns,
            numbersColumns: false,
            rows: rows,
            orientation: .portrait
        )
        guard !counts.verdicts.isEmpty else { return sheet }
        sheet.charts = [
            SheetChart(
                title: "Số chỉ tiêu theo kết quả",
                categories: CellRange(column: 1, rows: verdicts),
                series: [.init("Số chỉ tiêu", values: CellRange(column: 3, rows: verdicts))],
                categoryAxis: "Kết quả",
                valueAxis: "Số chỉ tiêu"
            )
        ]
        if rows.count > first {
            let shares = first...(rows.count - 1)
            sheet.charts.append(
                SheetChart(
                    title: "Tỷ lệ đơn vị đạt theo từng chỉ tiêu (%)",
                    categories: CellRange(column: 1, rows: shares),
                    series: [.init("Tỷ lệ (%)", values: CellRange(column: 5, rows: shares))],
                    categoryAxis: "Mã chỉ tiêu",
                    valueAxis: "Tỷ lệ (%)",
                    maximum: 100
                )
            )
        }
        return sheet
    }

    private var columns: [SheetColumn] {
        [
            .ordinal,
            SheetColumn("Kết quả, mã chỉ tiêu", width: 17, alignment: .centre),
            SheetColumn("Chỉ tiêu", width: 44),
            SheetColumn("Số lượng", width: 9, kind: .integer),
            SheetColumn("Tổng số", width: 9, kind: .integer),
            SheetColumn("Tỷ lệ (%)", width: 9, kind: .percent),
        ]
    }
}
