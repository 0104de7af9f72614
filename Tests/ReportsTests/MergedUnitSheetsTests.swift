import Judgement
import Model
import Reports
import TestSupport
import Testing

/// A ward that was merged into another within the year, in the annexes.
@Suite struct MergedUnitSheetsTests {
    private static let units = """
        Mã đơn vị,Tên đơn vị,Loại đơn vị,Mã đơn vị cấp trên,Hiệu lực từ ngày,Hiệu lực đến ngày
        Q,Quận Mẫu,HUYEN,,,
        W1,Phường Một,PHUONG,Q,,2024-07-01
        W2,Phường Hai,PHUONG,Q,,
        W3,Phường Ba,PHUONG,Q,,

        """

    /// In 2023 W1 and W2 issue one plan each, in 2024 W1 issues two and W3 one.
    private func frame(closed: String) throws -> ReportFrame {
        var scenario = Scenario(
            plan: """
                schema: 1
                id: mau
                title: Kế hoạch mẫu
                stage: {from: 2023, to: 2025}
                root: Q
                chain: [{level: unit, name: Đơn vị}, {level: district, name: Quận}]
                closed: \(closed)
                groups: {phuong: {name: Các phường, kinds: [PHUONG]}}
                indicators:
                  - {id: M-1, name: Ban hành kế hoạch, applies_to: phuong,
                     measure: count(document where kind = plan), each: ">= 1"}
                """,
            units: Self.units
        )
        scenario.changes =
            "Ngày hiệu lực,Loại biến động,Mã ĐV cũ,Mã ĐV mới,Kế thừa chính\n"
            + "2024-07-01,Nhập toàn bộ,W1,W2,Có\n"
        let issued = [
            ("W1", "2023-03-01"), ("W2", "2023-03-01"), ("W1", "2024-02-01"), ("W1", "2024-02-02"),
            ("W3", "2024-02-01"),
        ]
        scenario.files = issued.map { unit, day in
            Scenario.File(
                "\(day)/\(unit)/vb.csv",
                "Loại văn bản,\"Số, ký hiệu\",Ngày ban hành\nKế hoạch,\(day)/KH,\(day)\n"
            )
        }
        return ReportFrame(
            judgement: try scenario.judge(window: "2024", asOf: "2025-01-20"),
            programVersion: "0",
            address: nil,
            anonymise: false
        )
    }

    private func sheet(_ name: String, _ frame: ReportFrame) throws -> Sheet {
        try #require(WorkbookLayout.content(frame).sheets.first { $0.name == name })
    }

    private func number(_ cell: SheetCell) -> Quantity? {
        switch cell.value {
        case .integer(let number): Quantity(number)
        case .quantity(let number), .formula(_, let number): number
        default: nil
        }
    }

    @Test func theSumsHoldTheRecordsOfAMergedUnitOnce() throws {
        let sheet = try sheet("PL2_SoLieu", try frame(closed: "successor"))
        // W1 2, W2 2 with those of W1, W3 1: three plans in all.
        let sums = sheet.rows.dropFirst().map { number($0.cells[2]) }
        #expect(sums == [2, 2, 1, 3, 3].map { Quantity($0) })
        #expect(sheet.rows.last?.kind == .total)
        #expect(sheet.notes.contains { $0.contains("không cộng vào dòng Cộng") })
    }

    @Test func theYearBeforeIsHeldAgainstThisYearOnTheSameTree() throws {
        let frame = try frame(closed: "exempt")
        let sheet = try sheet("PL1_ChiTieu", frame)
        let row = try #require(sheet.rows.first).cells
        // In the window 1/2, W1 being exempt; on the tree of its end W2 has what W1 issued: 2/2.
        // The year before on that tree: W2 has two plans, W3 none.
        #expect([7, 8].map { number(row[$0]) } == [Quantity(1), Quantity(2)])
        #expect([11, 12].map { number(row[$0]) } == [Quantity(2), Quantity(2)])
        #expect([14, 15].map { number(row[$0]) } == [Quantity(1), Quantity(2)])
        #expect(number(row[17]) == Quantity(50))
        #expect(sheet.columns[11].group == "Kỳ này theo cơ cấu tại ngày 31/12/2024")
        #expect(sheet.columns.count == row.count)
        #expect(sheet.notes.contains { $0.contains("tính lại theo cơ cấu tại ngày 31/12/2024") })
    }
}
