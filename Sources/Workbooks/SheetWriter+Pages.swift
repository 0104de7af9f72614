import Reports

extension SheetWriter {
    /// Lays the part out in pages.
    ///
    /// A list that is there to be filtered and not to be signed keeps the breaks of the program
    /// that prints it: fixed ones would leave pages nearly empty once rows are hidden.
    func layOut(
        _ tableEnd: Int,
        _ below: Below,
        _ book: inout Workbook
    ) throws(WorkbookError) {
        var heights = Array(book.heights[number].prefix(below.end))
        // The room for signatures has no heights of its own.
        while heights.count < below.end { heights.append(Workbook.rowHeight) }
        let layout = PageLayout(
            heights: heights,
            holds: holds(tableEnd, below),
            header: plan.headerTop..<plan.firstRow,
            tableEnd: tableEnd,
            width: plan.totalWidth * 7 + Double(plan.columnCount) * 10,
            isLandscape: sheet.orientation == .landscape
        )
        guard let pages = layout.pages else { return }
        if pages.count == 1 || sheet.hasAutofilter && sheet.signature == nil {
            if pages.percent != nil { book.fit(number, pages: pages.count) }
            return
        }
        if !pages.repeatsHeader { book.repeatNoRows(of: number) }
        try book.setPages(of: number, percent: pages.percent, breaksAbove: pages.breaks)
    }

    /// How each row of the file is held to the next one.
    private func holds(_ tableEnd: Int, _ below: Below) -> [PageLayout.Hold] {
        let end = below.end
        var holds = [PageLayout.Hold](repeating: .none, count: end)
        for row in 0..<min(plan.firstRow, end) { holds[row] = .firm }
        let rows = plan.rows(ofPart: part)
        for (index, row) in zip(rows, plan.firstRow...) where row < tableEnd {
            if isHeading(sheet[row: index]) {
                holds[row] = .firm
            } else if index + 1 < rows.upperBound, isSum(sheet[row: index + 1]) {
                holds[row] = .loose
            }
        }
        guard tableEnd < end else { return holds }
        // Notes and signatures stand below rows of the table, signatures never below a mere
        // heading.
        for row in max(plan.firstRow, tableEnd - PageLayout.lastRows)..<end {
            holds[row] = max(holds[row], .loose)
        }
        // The legend, or two lines at least, stand above the signatures.
        guard below.signature < end else { return holds }
        let first = min(below.legend, below.signature - 2)
        for row in max(tableEnd - 1, first)..<end { holds[row] = .firm }
        return holds
    }

    /// A row that says what the rows below it are.
    private func isHeading(_ row: SheetRow) -> Bool {
        row.kind == .group || row.cells.count == 1 && plan.columnCount > 1
    }

    private func isSum(_ row: SheetRow) -> Bool { row.kind == .subtotal || row.kind == .total }
}
