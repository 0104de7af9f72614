/// A table of synthetic text, written in every way that offices' programs write CSV.
struct PollutedTable {
    var delimiter = ","
    var quote = "\""
    /// What stands before a quote inside quotes; empty where quotes stand as they are.
    var escape = "\""
    var lineEnds = ["\r\n"]
    var quotesAll = false
    var rows = PollutedTable.rows

    static let rows: [[String]] = {
        let names = [
            "Phường Thượng Đình", "Hội LHPN, chi hội 5", "Tổ 12 \"Đoàn kết\" khóa 3",
            "Xã Mường Động",
        ]
        let notes = ["", "đã nộp", "chưa đủ; hẹn 5/11", "nói: \"xong rồi\" hôm qua", "can't say"]
        var rows = [["Ngày", "Giờ", "Số", "Tỷ lệ", "Đơn vị", "Địa chỉ", "Ghi chú"]]
        for number in 0..<60 {
            rows.append([
                "\(10 + number % 18)/03/2024", "07:\(10 + number % 50)", "\(number)",
                "\(number % 90).\(number % 10)", names[number % names.count],
                "http://tx.example.vn/?id=\(number)", notes[number % notes.count],
            ])
        }
        return rows
    }()

    /// One record without its line end.
    func line(_ row: [String]) -> String {
        row.map { cell in
            let needsQuotes =
                quotesAll || cell.contains(quote) || cell.contains("\n")
                || cell.contains(delimiter.first ?? ",") || cell.contains(",")
            guard needsQuotes else { return cell }
            var escaped = cell
            if escape == "\\" { escaped = escaped.replacing("\\", with: "\\\\") }
            return quote + escaped.replacing(quote, with: escape + quote) + quote
        }
        .joined(separator: delimiter)
    }

    var text: String {
        var text = ""
        for (index, row) in rows.enumerated() {
            text += line(row) + lineEnds[index % lineEnds.count]
        }
        return text
    }

    /// The text with one line in place of another's.
    func text(replacing row: Int, with line: String) -> String {
        var lines = rows.map { self.line($0) }
        lines[row] = line
        return lines.joined(separator: "\r\n") + "\r\n"
    }
}
