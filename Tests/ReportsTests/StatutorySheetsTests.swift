import Foundation
import Judgement
import Model
import Plans
import Reports
import TestSupport
import Testing

/// The statutory forms as sheets and in results.json.
///
/// All data is synthetic.
@Suite("Statutory sheets") struct StatutorySheetsTests {
    private static let plan = """
        schema: 1
        id: mau
        title: Kế hoạch mẫu
        stage: {from: 2024, to: 2024}
        root: T
        chain: [{level: unit, name: Đơn vị}, {level: city, name: Tỉnh}]
        reports: [{id: t, parent: BỘ NỘI VỤ, office: SỞ NỘI VỤ TỈNH MẪU}]
        statutory: ["0601", "0602", "0603", "0604", "0605"]
        indicators: []
        """

    private static let file = """
        Mã đơn vị,Họ và tên/Tên tập thể,Đối tượng,Số QĐ,Ngày QĐ,Cấp khen,"Danh hiệu, hình thức",Loại khen,Nhóm đối tượng
        S1,Phòng Mẫu 1,Tập thể,1/QĐ,05/02/2024,Thành phố/Tỉnh/Bộ,Bằng khen,Thường xuyên,
        S1,Nguyễn Văn Mẫu,Cá nhân,2/QĐ,06/02/2024,Thành phố/Tỉnh/Bộ,Cờ thi đua,Chuyên đề,Người trực tiếp
        S1,Trần Thị Mẫu,Cá nhân,3/QĐ,06/02/2024,Thành phố/Tỉnh/Bộ,Tặng ông 0912 345 678,Chuyên đề,Lãnh đạo

        """

    private func frame(_ window: String = "2024", anonymise: Bool = false) throws -> ReportFrame {
        var scenario = Scenario(
            plan: Self.plan,
            units:
                "Mã đơn vị,Tên đơn vị,Loại đơn vị,Mã đơn vị cấp trên\nT,Tỉnh Mẫu,TINH,\nS1,Sở Mẫu,SO,T\n",
            files: [Scenario.File("2024-12-01/S1/khen.csv", Self.file)]
        )
        var movement = Movement(id: "1", name: "Phong trào mẫu")
        movement.level = "Tỉnh"
        movement.scope = "Toàn tỉnh"
        movement.from = Day(year: 2024, month: 1, day: 1)
        scenario.movements = [movement]
        let judgement = try scenario.judge(window: window, asOf: "2025-01-05")
        return ReportFrame(
            judgement: judgement,
            programVersion: "0",
            address: judgement.scene.plan.reports.first,
            anonymise: anonymise
        )
    }

    private func sheet(_ name: String, _ frame: ReportFrame) throws -> Sheet {
        try #require(WorkbookLayout.content(frame).sheets.first { $0.name == name })
    }

    /// A row's cells behind its name and codes.
    private func figures(_ code: String, _ sheet: Sheet, from first: Int) throws -> [SheetCell] {
        let row = try #require(
            sheet.rows.first { $0.cells.count > 1 && $0.cells[1] == .text(code) }
        )
        return Array(row.cells.dropFirst(first))
    }

    @Test func totalsAreLiveSumsOfColumnsAndRows() throws {
        let sheet = try sheet("0603", try frame())
        #expect(sheet.inconsistentFormulas.isEmpty)
        let total = try figures("01", sheet, from: 3)
        // Rows 02, 04 and 05 stand in lines 3, 5 and 6 under the row of codes.
        #expect(
            total[1].value
                == .formula(.sum(column: 4, rows: [3, 5, 6]), cached: Quantity(1))
        )
        guard case .formula(.sum(let columns), let cached) = total[0].value else {
            Issue.record("no sum")
            return
        }
        #expect(columns.map(\.column) == [4, 5, 6, 7])
        #expect(cached == Quantity(2))
        #expect(
            try figures("12", sheet, from: 3).map(\.value).dropFirst() == [
                .integer(0), .integer(0), .integer(1), .integer(0),
            ]
        )
    }

    @Test func whatIsNotToldIsEmptyWithAReason() throws {
        let sheet = try sheet("0603", try frame())
        #expect(try figures("17", sheet, from: 3).allSatisfy { $0.value == .empty })
        #expect(sheet.notes.contains { $0.hasPrefix("- Mã số 17: cột Loại khen") })
        // A note quotes what was written, without telephone numbers.
        let quoted = try #require(sheet.notes.first { $0.contains("ngoài các cột của biểu") })
        #expect(quoted.contains("Tặng ông") && !quoted.contains("345"))
        let movements = try self.sheet("0601", try frame())
        #expect(
            try figures("01", movements, from: 2).map(\.value).dropFirst() == [
                .formula(.sum(column: 3, rows: [3, 4, 5, 6]), cached: Quantity(0)),
                .formula(.sum(column: 4, rows: [3, 4, 5, 6]), cached: Quantity(1)),
                .formula(.sum(column: 5, rows: [3, 4, 5, 6]), cached: Quantity(0)),
            ]
        )
        #expect(try figures("10", movements, from: 2)[2].value == .empty)
        #expect(
            movements.notes.contains(
                "- Mã số 06, 07, 08, 09, 10: 01 dòng chưa ghi ngày bắt đầu hoặc ngày kết thúc."
            )
        )
    }

    @Test func anAnonymousOneQuotesNothing() throws {
        let frame = try frame(anonymise: true)
        #expect(try !sheet("0603", frame).notes.joined().contains("Tặng ông"))
        #expect(!ResultsJSON.render(frame).contains("Tặng ông"))
    }

    @Test func theHeadAndTheCodesAreTheCirculars() throws {
        let sheet = try sheet("0601", try frame())
        #expect(sheet.letterhead?.superior == "Biểu số: 0601.N/BNV-TĐKT")
        #expect(sheet.letterhead?.motto == "Đơn vị nhận báo cáo: BỘ NỘI VỤ")
        let codes = sheet.rows[0].cells.map(\.value)
        #expect(codes == ["A", "B", "1=(2+3+4)", "2", "3", "4"].map { .text($0) })
    }

    @Test func formsThatNoRegisterFillsAreLaidOutEmpty() throws {
        for name in ["0602", "0604", "0605"] {
            let sheet = try sheet(name, try frame())
            for row in sheet.rows.dropFirst() {
                for cell in row.cells.dropFirst(name == "0605" ? 2 : 3) {
                    #expect(cell.value == .empty)
                }
            }
            #expect(sheet.notes.last?.hasSuffix("cơ quan lập biểu ghi.") == true)
        }
    }

    @Test func theResultsHoldTheSameFigures() throws {
        let json = ResultsJSON.render(try frame())
        #expect(
            json.contains("{\"code\": \"12\", \"1\": 1, \"2\": 0, \"3\": 0, \"4\": 1, \"5\": 0}")
        )
        #expect(json.contains("{\"code\": \"17\", \"1\": null, \"2\": null"))
        #expect((try? JSONSerialization.jsonObject(with: Data(json.utf8))) != nil)
        let month = try frame("2024-Q3")
        #expect(ResultsJSON.render(month).contains("\"statutory\": []"))
        #expect(!WorkbookLayout.content(month).sheets.contains { $0.name == "0601" })
    }
}
