internal import Model
internal import Reports
internal import TrialRegister
internal import Workbooks

/// A sheet like `DoiChieu` with so many rows, the same that Tests/Benchmarks/workbook.c writes.
struct WorkbookTrial {
    let rows: Int

    private var content: WorkbookContent {
        let columns = [
            SheetColumn("Mức độ", width: 9, alignment: .centre),
            SheetColumn("Mã", width: 14, wraps: false),
            SheetColumn("Đơn vị", width: 30, wraps: false),
            SheetColumn("Tệp", width: 40, wraps: false),
            SheetColumn("Dòng", width: 9, kind: .integer),
            SheetColumn("Tỷ lệ (%)", width: 9, kind: .percent),
            SheetColumn("Ngày", width: 11, kind: .date),
            SheetColumn("Nội dung", width: 60, wraps: false),
        ]
        let rows = (0..<rows).map(row)
        return WorkbookContent(
            title: "Đo tốc độ",
            office: "Phòng Mẫu",
            created: Instant(seconds: 1_735_689_600),
            sheets: [
                Sheet(
                    name: "DoiChieu",
                    titles: ["SỐ LIỆU CẦN ĐỐI CHIẾU"],
                    columns: columns,
                    numbersColumns: false,
                    rows: rows,
                    hasAutofilter: true
                )
            ]
        )
    }

    private func row(_ number: Int) -> SheetRow {
        let unit = number % 579
        let cells: [SheetCell] = [
            .text(number % 3 == 0 ? "Cảnh báo" : "Lưu ý"), .text("duplicate"),
            .text("Phường Mẫu \(unit)"), .text("2024-12-05/P-\(unit)/bai-du-thi-\(number).csv"),
            .integer(number), .percent(number % 1000, of: 1000),
            .date(Day(number: Int32(19_700 + number % 365))),
            .text("Dòng \(number) và \(number + 7) trùng nhau; chỉ tính 01 lần."),
        ]
        return SheetRow(cells)
    }

    /// Writes the workbook from cells that are there, and says how long that took.
    func seconds(writingTo path: String) throws(BenchError) -> String {
        let content = content
        let clock = ContinuousClock()
        let start = clock.now
        do throws(WorkbookError) {
            try WorkbookRenderer.write(content, to: path)
        } catch {
            throw BenchError(message: error.description)
        }
        let (seconds, attoseconds) = (clock.now - start).components
        let thousandths = seconds * 1000 + attoseconds / 1_000_000_000_000_000
        return "\(thousandths / 1000).\(String(thousandths % 1000 + 1000).dropFirst())"
    }
}
