import Reports

extension SheetWriter {
    /// Where the parts below the table are, in rows of the file.
    struct Below {
        /// The first line of the legend.
        var legend: Int
        /// The empty line above the signatures; `end` where there are none.
        var signature: Int
        /// The row after everything.
        var end: Int
    }

    /// Writes notes, legend and signatures.
    func writeBelow(
        from start: Int,
        _ book: inout Workbook
    ) throws(WorkbookError) -> Below {
        var row = start
        if !sheet.notes.isEmpty || !sheet.legend.isEmpty { row += 1 }
        for note in sheet.notes {
            try writeLine(note, CellFormat(isItalic: true, wraps: true), row: row, &book)
            row += 1
        }
        row = try writeGlossary(from: row, &book)
        let legend = row
        row = try writeLegend(from: row, &book)
        var below = Below(legend: legend, signature: row, end: row)
        if let signature = sheet.signature {
            below.end = try write(signature, from: row + 1, &book)
        }
        return below
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

    /// Writes what words and signs mean, in two columns where there is room.
    private func writeLegend(
        from start: Int,
        _ book: inout Workbook
    ) throws(WorkbookError) -> Int {
        let entries = sheet.legend
        let words = entries.map { TextMeasure.points($0.word, size: CellFormat.bodySize) / 5.5 }
        let width = max(4, (words.max() ?? 0) + 1)
        let whole = 0..<plan.columnCount
        var blocks = [whole]
        if let split = plan.columns(forShare: 0.5) {
            let halves = [0..<split, split..<plan.columnCount]
            let room = halves.map { half in
                plan.width(from: half.lowerBound, span: half.count)
                    - plan.width(from: half.lowerBound, span: wordColumns(half, width))
            }
            if room.allSatisfy({ $0 >= SheetWriter.meaningWidth }) { blocks = halves }
        }
        let lines = (entries.count + blocks.count - 1) / blocks.count
        for line in 0..<lines {
            var tall = 0.0
            for (index, block) in blocks.enumerated() where index * lines + line < entries.count {
                let entry = entries[index * lines + line]
                let needed = try write(entry, start + line, block, width, &book)
                tall = max(tall, needed)
            }
            try book.setRow(start + line, of: number, height: tall)
        }
        return start + lines
    }

    /// What a line of the legend's second part needs, in digits.
    private static let meaningWidth = 45.0

    /// How many columns of a block hold a word of a width.
    private func wordColumns(_ block: Range<Int>, _ width: Double) -> Int {
        var span = 1
        while span < block.count - 1, plan.width(from: block.lowerBound, span: span) < width {
            span += 1
        }
        return span
    }

    /// Writes an entry and returns the height that it needs.
    private func write(
        _ entry: LegendEntry,
        _ row: Int,
        _ block: Range<Int>,
        _ width: Double,
        _ book: inout Workbook
    ) throws(WorkbookError) -> Double {
        let span = wordColumns(block, width)
        let start = block.lowerBound
        var word = CellFormat(alignment: .centre, wraps: true)
        word.hasBorder = true
        word.fill = entry.status.fill
        word.textColour = entry.status.textColour
        word.isBold = entry.status.isBold
        word.isItalic = entry.status.isItalic
        let place = Place(sheet: number, row: row, column: start)
        try writeMerged(entry.word, place, columns: span, word, &book)
        let tall = height(of: entry.word, width: plan.width(from: start, span: span), word)
        let rest = block.count - span
        guard rest > 0 else { return tall }
        let meaning = CellFormat(wraps: true, indent: 1)
        try writeMerged(
            entry.meaning,
            Place(sheet: number, row: row, column: start + span),
            columns: rest,
            meaning,
            &book
        )
        let room = plan.width(from: start + span, span: rest) - 2
        return max(tall, height(of: entry.meaning, width: room, meaning))
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
