import Intake
import Model
import Plans

extension Transform {
    /// How single cells are written.
    static let cells: [Transform] = [
        .layout("numbers with a leading zero", .mustBeRead, cells: true) { sheet, _, _ in
            sheet.rewrite(sheet.columns(.int)) { isFigure($0) && $0.count == 1 ? "0" + $0 : nil }
        },
        .layout("numbers with points", .mustBeRead, cells: true) { sheet, _, _ in
            sheet.rewrite(sheet.columns(.int)) { grouped($0, ".") }
        },
        .layout("numbers with blanks between thousands", .mustBeRead, cells: true) { sheet, _, _ in
            sheet.rewrite(sheet.columns(.int)) { grouped($0, "\u{A0}") }
        },
        .layout("numbers with what is counted", .mustBeRead, cells: true) { sheet, _, _ in
            sheet.rewrite(sheet.columns(.int)) { isFigure($0) ? $0 + " bài" : nil }
        },
        .layout("numbers with their words", .mustBeRead, cells: true) { sheet, _, _ in
            sheet.rewrite(sheet.columns(.int)) { cell in
                let words = [
                    "không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín",
                ]
                guard cell.count == 1, let number = Int(cell) else { return nil }
                return "0\(number) (\(words[number]))"
            }
        },
        .layout("numbers as texts", .mustBeRead, cells: true) { sheet, _, _ in
            sheet.rewrite(sheet.columns(.int)) { isFigure($0) ? "'" + $0 : nil }
        },
        .layout("numbers with blanks around", .mustBeRead, cells: true) { sheet, _, _ in
            sheet.rewrite(sheet.columns(.int, .decimal, .date)) {
                $0.isEmpty ? nil : "\u{A0}" + $0 + "  "
            }
        },
        .layout("numbers in full width", .mustBeRead, cells: true) { sheet, _, _ in
            sheet.rewrite(sheet.columns(.int)) { isFigure($0) ? fullWidth($0) : nil }
        },
        .layout("numbers with an invisible character", .mustBeRead, cells: true) { sheet, _, _ in
            sheet.rewrite(sheet.columns(.int, .date)) { $0.isEmpty ? nil : "\u{200B}" + $0 }
        },
        .layout("decimals with the other mark", .mustBeRead, cells: true) { sheet, _, _ in
            sheet.rewrite(sheet.columns(.decimal)) { cell in
                cell.contains(",")
                    ? cell.replacing(",", with: ".")
                    : cell.contains(".") ? cell.replacing(".", with: ",") : nil
            }
        },
        .date("dates without leading zeros", .mustBeRead) { "\($0)/\($1)/\($2)" },
        .date("dates with dashes", .mustBeRead) { "\(two($0))-\(two($1))-\($2)" },
        .date("dates with points", .mustBeRead) { "\(two($0)).\(two($1)).\($2)" },
        .date("dates with short years", .mustBeRead) { "\($0)/\($1)/\(two($2 % 100))" },
        .date("dates in ISO style", .mustBeRead) { "\($2)-\(two($1))-\(two($0))" },
        .date("dates with a time of day", .mustBeRead) { "\(two($0))/\(two($1))/\($2) 00:00:00" },
        .date("dates in words", .mustBeRead) { "ngày \(two($0)) tháng \($1) năm \($2)" },
        .date("dates with their place", .mustBeRead) {
            "Thanh Xuân, ngày \(two($0)) tháng \($1) năm \($2)"
        },
        .date("dates as Excel's numbers", .mustBeRead) { day, month, year in
            Day(year: year, month: month, day: day).map { String($0.number + 25569) } ?? ""
        },
        .date("dates as Excel shortens them", .mayBeRefused) { day, month, _ in
            let names = [
                "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
            ]
            return "\(two(day))-\(names[month - 1])"
        },
        .answer("x for yes, dash for no", "x", "-"),
        .answer("X for yes, nought for no", "X", "0"),
        .answer("ticks", "✓", "–"),
        .answer("heavy ticks", "✔", "Chưa"),
        .answer("words of doing", "Đã có", "Chưa có"),
        .answer("capitals", "CÓ", "KHÔNG"),
        .answer("English words", "TRUE", "FALSE"),
        .answer("digits", "1", "0"),
        .layout("values of lists in capitals", .mustBeRead) { sheet, _, _ in
            sheet.rewrite(sheet.columns(.enum)) { $0.isEmpty ? nil : $0.uppercased() }
        },
        .layout("values of lists by code", .mustBeRead) { sheet, _, _ in
            var isChanged = false
            for column in sheet.columns(.enum) {
                guard case .field(let field) = sheet.meanings[column] else { continue }
                let definition = sheet.form.fields[field]
                let change = sheet.rewrite([column]) { cell in
                    definition.value(named: cell).map { definition.values[$0].code }
                }
                isChanged = isChanged || change
            }
            return isChanged
        },
        .layout("texts with stray blanks", .mustBeRead, texts: true) { sheet, _, _ in
            sheet.rewrite(sheet.columns(.text)) { cell in
                cell.isEmpty
                    ? nil : "\u{A0} " + cell.split(separator: " ").joined(separator: "  ") + " "
            }
        },
        .layout("texts with invisible characters", .mustBeRead, texts: true) { sheet, _, _ in
            sheet.rewrite(sheet.columns(.text)) { $0.isEmpty ? nil : "\u{FEFF}" + $0 + "\u{200B}" }
        },
        .layout("texts on two lines", .mustBeRead, texts: true) { sheet, _, _ in
            sheet.rewrite(sheet.columns(.text)) { cell in
                guard let blank = cell.firstIndex(of: " ") else { return nil }
                return cell[..<blank] + "\n" + cell[cell.index(after: blank)...]
            }
        },
        .layout("a column of the office's own", .mustBeRead) { sheet, _, _ in
            for row in sheet.header.indices { sheet.header[row].append("Cán bộ nhập") }
            sheet.meanings.append(.unknown)
            for row in sheet.body.indices { sheet.body[row].cells.append("Lê Văn Mẫu") }
            return true
        },
        .layout("as a list of labels and values", .mustBeRead) { sheet, _, _ in
            guard sheet.form.isPeriodicReport, sheet.body.count == 1 else { return false }
            let cells = sheet.body[0].cells
            sheet.body = (0..<sheet.width).map {
                Sheet.Row(cells: ["\($0 + 1)", sheet.header[0][$0], cells[$0]])
            }
            sheet.header = [["STT", "Nội dung", "Kết quả"]]
            sheet.meanings = [.ignored, .unknown, .unknown]
            return true
        },
    ]

    private static func date(
        _ name: String,
        _ expectation: Expectation,
        _ written: @escaping @Sendable (_ day: Int, _ month: Int, _ year: Int) -> String
    ) -> Transform {
        .layout(name, expectation, cells: true) { sheet, _, _ in
            sheet.rewrite(sheet.columns(.date)) { cell in
                let parts = cell.split(separator: "/").compactMap { Int($0) }
                guard parts.count == 3, parts[2] > 1999 else { return nil }
                return written(parts[0], parts[1], parts[2])
            }
        }
    }

    private static func answer(_ name: String, _ yes: String, _ no: String) -> Transform {
        .layout("answers: " + name, .mustBeRead) { sheet, _, _ in
            sheet.rewrite(sheet.columns(.yesNo)) { $0 == "Có" ? yes : $0 == "Không" ? no : nil }
        }
    }

    private static func isFigure(_ cell: String) -> Bool {
        !cell.isEmpty && cell.utf8.allSatisfy { (48...57).contains($0) }
    }

    private static func grouped(_ cell: String, _ mark: String) -> String? {
        guard isFigure(cell), (4...6).contains(cell.count) else { return nil }
        return cell.dropLast(3) + mark + cell.suffix(3)
    }

    private static func fullWidth(_ cell: String) -> String {
        String(
            String.UnicodeScalarView(
                cell.unicodeScalars.compactMap {
                    Unicode.Scalar($0.value - 48 + 0xFF10)
                }
            )
        )
    }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
