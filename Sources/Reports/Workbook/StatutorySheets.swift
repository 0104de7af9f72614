internal import Judgement
internal import Model
internal import Plans

/// The statutory forms of the year, as the circular lays them out.
struct StatutorySheets {
    let frame: ReportFrame
    private var words: Words { frame.words }

    var sheets: [Sheet] { frame.judgement.statutory.map(sheet) }

    private func sheet(_ result: StatutoryResult) -> Sheet {
        let form = result.form
        let units = frame.judgement.scene.roster.units
        let office = frame.address?.office ?? units[frame.judgement.scene.root].name
        // The report of a part has no address and goes to whom its letterhead names.
        let receiver = frame.letterhead.superior
        var sheet = Sheet(
            name: form.id,
            tabColour: .blue,
            letterhead: Letterhead(
                superior: words("Biểu số: \(form.number)"),
                office: words("Ban hành theo \(words.term(form.circular))"),
                nation: words("Đơn vị báo cáo: \(office)"),
                motto: words("Đơn vị nhận báo cáo: \(receiver)")
            ),
            titles: form.title.map(words.term) + [words.name(frame.judgement.scene.window)],
            subtitle: "(\(words.term(form.received)))",
            unitLine: form.unitLine.map(words.term),
            columns: columns(form),
            numbersColumns: false,
            rows: [codes(form)],
            emptyText: words("Không có."),
            notes: notes(result),
            signature: frame.signature,
            orientation: form.columns.count > 5 ? .landscape : .portrait
        )
        let first = form.hasUnits ? 3 : 2
        for (index, row) in form.rows.enumerated() {
            sheet.rows.append(self.row(row, index, result, first))
        }
        return sheet
    }

    private func columns(_ form: StatutoryForm) -> [SheetColumn] {
        let isWide = form.columns.count > 5
        // The names leave half of a narrow form to the figures, so that head and signatures stand
        // side by side and the line of place and date in one line.
        let isNarrow = form.columns.count < 3
        var columns = [
            SheetColumn("", width: isWide ? 56 : isNarrow ? 42 : 40),
            SheetColumn(words("Mã số"), width: isNarrow ? 8 : 6, alignment: .centre),
        ]
        if form.hasUnits {
            // `Organisation`, bold, where Vietnamese needs the room of `Doanh nghiệp` in two lines.
            let width: Double = words.language == .vietnamese ? 9 : 13
            columns.append(SheetColumn(words("Đơn vị tính"), width: width, alignment: .centre))
        }
        let figureWidth: Double = form.columns.count == 1 ? 30 : 19
        for column in form.columns {
            columns.append(
                SheetColumn(
                    words.term(column.name),
                    group: column.group.map(words.term),
                    width: isWide ? 7 : isNarrow ? figureWidth : 13,
                    kind: .integer,
                    alignment: .centre
                )
            )
        }
        return columns
    }

    /// The row of codes: `A`, `B`, `1=(2+3+4)`, `2`.
    private func codes(_ form: StatutoryForm) -> SheetRow {
        let stub = form.hasUnits ? ["A", "B", "C"] : ["A", "B"]
        let figures = form.columns.map { column in
            column.sum.isEmpty
                ? column.shown : "\(column.shown)=(\(column.sum.joined(separator: "+")))"
        }
        return SheetRow(
            (stub + figures).map { SheetCell.text($0).italic().aligned(.centre) }
        )
    }

    private func row(
        _ row: StatutoryForm.Row,
        _ index: Int,
        _ result: StatutoryResult,
        _ first: Int
    ) -> SheetRow {
        guard let code = row.code else {
            return SheetRow([SheetCell.text(words.term(row.name)).bold()])
        }
        var cells = [
            SheetCell.text(sign(row) + words.term(row.name)).indented(row.indent),
            SheetCell.text(code),
        ]
        if result.form.hasUnits { cells.append(.text(row.unit.map(words.term) ?? "")) }
        for column in result.form.columns.indices {
            cells.append(cell(row, index, column, result, first))
        }
        return SheetRow(row.isTotal ? .total : .data, cells)
    }

    /// What stands before a row's name: nothing before a total and a `Trong đó`.
    private func sign(_ row: StatutoryForm.Row) -> String {
        if row.isTotal || row.name.hasPrefix("Trong đó") { return "" }
        return row.indent > 0 ? "+ " : "- "
    }

    /// A number, or a live sum: of other columns where the form says so, of rows for a total.
    private func cell(
        _ row: StatutoryForm.Row,
        _ index: Int,
        _ column: Int,
        _ result: StatutoryResult,
        _ first: Int
    ) -> SheetCell {
        let form = result.form
        guard let figure = result.figures[index][column] else { return .empty }
        // The row of codes stands above the form's rows.
        let ranges: [CellRange]
        if !form.columns[column].sum.isEmpty {
            ranges = form.columns[column].sum.compactMap { code in
                form.columns.firstIndex { $0.code == code }
            }.map { CellRange(column: first + $0, rows: (index + 1)...(index + 1)) }
        } else if row.isTotal, !result.parts[column].isEmpty {
            let parts = result.parts[column].map { $0 + 1 }
            guard case .sum(let found) = Formula.sum(column: first + column, rows: parts) else {
                return .integer(figure)
            }
            ranges = found
        } else {
            return .integer(figure)
        }
        return .formula(.sum(ranges), cached: Quantity(figure))
    }

    // MARK: - Notes

    private func notes(_ result: StatutoryResult) -> [String] {
        var notes = [frame.standing]
        switch result.form.register {
        case .movements:
            notes.append(
                words(
                    "Tính các phong trào trong movements.csv có thời gian thực hiện nằm trong hoặc giao với kỳ báo cáo; không ghi ngày kết thúc là còn thực hiện."
                )
            )
        case .form(let id):
            let forms = frame.judgement.scene.plan.forms
            let name = forms.index(of: id).map { words.term(forms.forms[$0].name) } ?? id
            notes.append(
                words("Tính theo danh sách \(name.lowercasedFirst) các đơn vị đã gửi trong kỳ.")
            )
        case nil: break
        }
        if result.remarks.contains(where: { if case .outside = $0.gap { false } else { true } }) {
            notes.append(words("Ô trống là chưa có số liệu, không phải là 0:"))
        }
        return notes + result.remarks.map { words.text($0, hidesTexts: frame.anonymise) }
    }
}
