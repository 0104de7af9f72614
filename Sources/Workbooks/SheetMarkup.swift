/// A sheet as the library wrote it, with what the library has no word for put in.
struct SheetMarkup {
    private let text: [UInt8]

    init(_ text: [UInt8]) { self.text = text }

    /// The sheet packed, with a first page that bears no number (NĐ 30/2020, Phụ lục I) and the
    /// rows of its table; nil where the library's markup lacks the place for one of them, or memory
    /// ran out.
    func packed(with table: TableMarkup?) -> PackedText? {
        var text = text
        if let header = place(of: "<headerFooter>") {
            text.insert(
                contentsOf: Array(" differentFirst=\"1\"".utf8),
                at: header + "<headerFooter".utf8.count
            )
        }
        // What is changed stands above all that was changed before.
        guard let table, !table.isEmpty else { return PackedText(text, isLast: true) }
        if !table.links.isEmpty {
            guard let place = place(of: "<printOptions") else { return nil }
            let links = "<hyperlinks>".utf8 + table.links + "</hyperlinks>".utf8
            text.insert(contentsOf: links, at: place)
        }
        guard let rows = rows(in: table.rows) else { return nil }
        let above = text[..<rows.lowerBound]
        let below = text[rows.upperBound...]
        guard table.packed.size > 0 else {
            return PackedText(above + table.rest + below, isLast: true)
        }
        guard var whole = PackedText(Array(above), isLast: false),
            let end = PackedText(table.rest + below, isLast: true)
        else { return nil }
        whole.append(table.packed)
        whole.append(end)
        return whole
    }

    /// Where the library's own traces of some rows stand: heights and merged cells, which give way.
    private func rows(in rows: Range<Int>) -> Range<Int>? {
        guard let begin = place(of: "<sheetData>"), let end = place(of: "</sheetData>") else {
            return nil
        }
        var start: Int?
        var next = begin
        while let place = place(of: "<row r=\"", from: next), place < end {
            let row = number(at: place + 8) - 1
            if row >= rows.lowerBound, start == nil { start = place }
            if row >= rows.upperBound { return (start ?? place)..<place }
            next = place + 8
        }
        return (start ?? end)..<end
    }

    private func number(at place: Int) -> Int {
        text[place...].prefix { (0x30...0x39).contains($0) }.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }

    private func place(of mark: StaticString, from start: Int = 0) -> Int? {
        text.withUnsafeBufferPointer { text in
            mark.withUTF8Buffer { mark in
                var next = start
                while let place = text.find(mark[0], from: next) {
                    if text[place...].starts(with: mark) { return place }
                    next = place + 1
                }
                return nil
            }
        }
    }
}
