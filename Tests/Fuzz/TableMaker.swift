import Plans

/// Makes tables of known forms with cells of every kind, good and bad.
struct TableMaker: Sendable {
    private let forms: [Form]
    private let units: [String]

    init(forms: [Form], units: [String]) {
        self.forms = forms
        self.units = units
    }

    private static let cells = [
        "", "", "0", "1", "02", "12", "1.234", "1,5", "-3", "999999999999999999999", "1e308", "90%",
        "05/04/2024", "5/4/24", "2024-04-05", "31/02/2024", "45021", "02-Jan", "00/00/0000",
        "ngày 05 tháng 4 năm 2024", "2024", "Quý III/2024", "6 tháng đầu năm 2024",
        "Giai đoạn 2023-2025", "9999", "Năm học 2023-2024", "Có", "Không", "x", "-", "✓", "KAD",
        "#N/A", "#REF!", "=1+1", "'=1+1", "@SUM(A1)", "Tập thể", "Cá nhân", "Kế hoạch",
        "Nguyễn Văn Mẫu; Trần Thị Mẫu", "Tổng cộng", "Cộng I", "(1)", "I", "Khối phòng, ban",
        "Người lập biểu", "…", "…/…/2024", "\u{FEFF}", "\u{200B}", "\u{A0}", "a\u{301}\u{323}",
        "\u{0}", "\u{1F600}", "ＡＢＣ１２", "\"", "\"\"", "a\"b", "a\nb", "a\r\nb", "a,b", "a;b", "a\tb",
        "https://example.vn/?a=1,2", "12 bài", "02 (hai)", "11/11", "1,00E+11", "TRUE", "đã",
    ]

    private static let titles = [
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "BÁO CÁO KẾT QUẢ", "Đơn vị tính: bài",
        "(Kèm theo Công văn số 12)", "sep=;", "",
    ]

    func table(_ dice: inout Dice) -> [UInt8] {
        let form = dice.pick(forms)
        let delimiter = dice.pick([",", ",", ",", ";", "\t", "|"])
        let end = dice.pick(["\n", "\n", "\r\n", "\r"])
        var text = ""
        if dice.hits(6) { for _ in 0...dice.roll(3) { text += dice.pick(Self.titles) + end } }
        var fields = form.fields.filter { $0.isRequired || $0.isKey }
        fields += form.fields.filter { !$0.isRequired && !$0.isKey && dice.hits(3) }
        if dice.hits(4) { fields.shuffle(using: &dice) }
        let headers = fields.map { field in
            dice.hits(4) ? dice.pick([field.header, field.code] + field.aliases) : field.header
        }
        text += row(headers, delimiter, &dice) + end
        if dice.hits(8) {
            text += row(headers.indices.map { "(\($0 + 1))" }, delimiter, &dice) + end
        }
        for _ in 0..<(1 + dice.roll(8)) {
            var cells = fields.map { cell($0, &dice) }
            if dice.hits(20) { cells.removeLast(dice.roll(cells.count)) }
            if dice.hits(20) { cells.append(dice.pick(Self.cells)) }
            text += row(cells, delimiter, &dice) + (dice.hits(50) ? "" : end)
        }
        return Array(text.utf8)
    }

    private func cell(_ field: Field, _ dice: inout Dice) -> String {
        if field.code == "unit", !dice.hits(6) { return dice.pick(units) }
        if dice.hits(5) { return dice.pick(Self.cells) }
        switch field.type {
        case .int: return "\(dice.roll(200))"
        case .decimal: return "\(dice.roll(10)),\(dice.roll(10))"
        case .date: return "\(1 + dice.roll(28))/\(1 + dice.roll(12))/202\(dice.roll(6))"
        case .period: return "202\(dice.roll(6))"
        case .yesNo: return dice.pick(["Có", "Không", "x", ""])
        case .enum: return dice.pick(field.values).labels.first ?? ""
        case .text, .url: return dice.pick(Self.cells)
        }
    }

    private func row(_ cells: [String], _ delimiter: String, _ dice: inout Dice) -> String {
        cells.map { cell in
            let isSpecial =
                cell.utf8.contains { $0 == 34 || $0 == 10 || $0 == 13 }
                || cell.contains(delimiter)
            guard isSpecial || dice.hits(12), !dice.hits(40) else { return cell }
            return "\""
                + cell.split(separator: "\"", omittingEmptySubsequences: false)
                .joined(separator: dice.hits(30) ? "\"" : "\"\"") + "\""
        }.joined(separator: delimiter)
    }
}
