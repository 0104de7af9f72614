import Reports

extension SheetWriter {
    /// Writes notes, legend and signatures, and returns the file's row after them.
    func writeBelow(
        from start: Int,
        _ book: inout Workbook
    ) throws(WorkbookError) -> Int {
        var row = start
        if !sheet.notes.isEmpty || !sheet.legend.isEmpty { row += 1 }
        for note in sheet.notes {
            try writeLine(note, CellFormat(isItalic: true, wraps: true), row: row, &book)
            row += 1
        }
        row = try writeGlossary(from: row, &book)
        for entry in sheet.legend {
            try write(entry, row: row, &book)
            row += 1
        }
        if let signature = sheet.signature { row = try write(signature, from: row + 1, &book) }
        return row
    }

    /// Writes the short lines, the first half of them at the left.
    private func writeGlossary(
        from start: Int,
        _ book: inout Workbook
    ) throws(WorkbookError) -> Int {
        let lines = sheet.glossary
        let format = CellFormat(isItalic: true, wraps: true)
        var row = start
        guard let split = plan.columns(forShare: 0.5) else {
            for line in lines {
                try writeLine(line, format, row: row, &book)
                row += 1
            }
            return row
        }
        let half = (lines.count + 1) / 2
        for index in 0..<half {
            let right = half + index < lines.count ? lines[half + index] : ""
            try writePair(lines[index], format, right, format, split: split, row: row, &book)
            row += 1
        }
        return row
    }

    private func write(
        _ entry: LegendEntry,
        row: Int,
        _ book: inout Workbook
    ) throws(WorkbookError) {
        var span = 1
        while span < plan.columnCount - 1, plan.width(from: 0, span: span) < 18 { span += 1 }
        var word = CellFormat(alignment: .centre, wraps: true)
        word.hasBorder = true
        word.fill = entry.status.fill
        word.textColour = entry.status.textColour
        word.isBold = entry.status.isBold
        word.isItalic = entry.status.isItalic
        try writeMerged(
            entry.word,
            Place(sheet: number, row: row, column: 0),
            columns: span,
            word,
            &book
        )
        let rest = plan.columnCount - span
        guard rest > 0 else { return }
        let meaning = CellFormat(wraps: true, indent: 1)
        try writeMerged(
            entry.meaning,
            Place(sheet: number, row: row, column: span),
            columns: rest,
            meaning,
            &book
        )
        let tall = height(
            of: entry.meaning,
            width: plan.width(from: span, span: rest) - 2,
            meaning
        )
        try book.setRow(row, of: number, height: tall)
    }

    private func write(
        _ signature: Signature,
        from start: Int,
        _ book: inout Workbook
    ) throws(WorkbookError) -> Int {
        var row = start
        let plain = CellFormat(size: 12, alignment: .centre, wraps: true)
        var bold = plain
        bold.isBold = true
        var italic = plain
        italic.isItalic = true
        guard let split = plan.columns(forShare: 0.5) else {
            // No room side by side: one below the other, each with space for its signature.
            if let place = signature.place {
                italic.alignment = .right
                try writeLine(place, italic, row: row, &book)
                row += 1
            }
            for (role, hint, side) in [
                (signature.left, signature.leftHint, SheetColumn.Alignment.left),
                (signature.right, signature.rightHint, .right),
            ] {
                bold.alignment = side
                italic.alignment = side
                try writeLine(role, bold, row: row, &book)
                try writeLine(hint, italic, row: row + 1, &book)
                row += 6
            }
            return row
        }
        if let place = signature.place {
            try writePair("", plain, place, italic, split: split, row: row, &book)
            row += 1
        }
        try writePair(signature.left, bold, signature.right, bold, split: split, row: row, &book)
        try writePair(
            signature.leftHint,
            italic,
            signature.rightHint,
            italic,
            split: split,
            row: row + 1,
            &book
        )
        // Room for the signatures and the names that people write below.
        return row + 7
    }
}
