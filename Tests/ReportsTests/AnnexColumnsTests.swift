import Judgement
import Model
import Reports
import TestSupport
import Testing

/// Columns of the annexes that bring together what stands in several places (domain.md 6.5).
@Suite struct AnnexColumnsTests {
    private static let plan = """
        schema: 1
        id: mau
        title: Kế hoạch mẫu
        stage: {from: 2024, to: 2024}
        root: Q
        chain: [{level: unit, name: Đơn vị}, {level: district, name: Quận}, {level: city, name: Tỉnh}]
        groups: {tat-ca: {name: Các đơn vị, kinds: [PHUONG, TRUONG]}}
        indicators:
          - {id: M-1, name: Kế hoạch, applies_to: tat-ca,
             measure: count(document where kind = plan), each: ">= 1"}
          - {id: M-2, name: Tiêu chí, applies_to: tat-ca,
             measure: count(document where kind = criteria), each: ">= 1"}
        """

    private static let units = """
        Mã đơn vị,Tên đơn vị,Loại đơn vị,Mã đơn vị cấp trên,Hiệu lực đến ngày,Hình thức giao
        Q,Quận Mẫu,HUYEN,,,
        A,Phường A,PHUONG,Q,,
        B,Phường B,PHUONG,Q,,
        C,Phường C,PHUONG,Q,,
        D,Phường D,PHUONG,Q,2024-07-01,
        E,Phường E,PHUONG,Q,,đề nghị
        T,Trường T,TRUONG,Q,,

        """

    private func sheet(_ name: String, _ files: [Scenario.File]) throws -> Sheet {
        var scenario = Scenario(plan: Self.plan, units: Self.units)
        scenario.files = files
        scenario.keeping = WorkbookLayout.reportedFields
        scenario.decisions =
            "Số quyết định,Ngày,Loại,Mã đơn vị,Mã chỉ tiêu,Lý do\n"
            + "12/QĐ,2024-11-01,Miễn,C,M-2,Đang thành lập lại\n"
        let frame = ReportFrame(
            judgement: try scenario.judge(window: "2024", asOf: "2025-01-20"),
            programVersion: "0",
            address: nil,
            anonymise: false
        )
        return try #require(WorkbookLayout.content(frame).sheets.first { $0.name == name })
    }

    private func text(_ cell: SheetCell) -> String {
        switch cell.value {
        case .text(let text): text
        case .integer(let number): String(number)
        default: ""
        }
    }

    /// Of the wards A met both, B one of two, C the one that binds it; T stands among the schools.
    @Test func ranksAreThoseOfUnitsOfTheSameKind() throws {
        func documents(_ unit: String, _ kinds: [String]) -> Scenario.File {
            let rows = kinds.map { "\($0),\(unit)/1,2024-03-01\n" }.joined()
            return Scenario.File(
                "2024-04-01/\(unit)/vb.csv",
                "Loại văn bản,\"Số, ký hiệu\",Ngày ban hành\n" + rows
            )
        }
        let sheet = try sheet(
            "PL2_TheoDonVi",
            [
                documents("A", ["Kế hoạch", "Tiêu chí"]), documents("B", ["Tiêu chí"]),
                documents("C", ["Kế hoạch"]), documents("E", ["Kế hoạch", "Tiêu chí"]),
            ]
        )
        let rows = sheet.rows.filter { $0.kind == .data }.map { $0.cells.map(text) }
        #expect(rows.map { $0[1] }.count == 6)
        #expect(rows.map { $0[7] } == ["1", "3", "1", "", "", "1"])
        #expect(rows[2][8] == "Quyết định số 12/QĐ")
        #expect(rows[3][8] == "Giải thể/sáp nhập từ ngày 01/07/2024")
        #expect([0, 1, 4, 5].allSatisfy { rows[$0][8].isEmpty })
        #expect(sheet.columns.suffix(2).map(\.heading) == ["Xếp thứ", "Ghi chú"])
    }

    @Test func anExemplarShowsTheLevelsThatItWasProposedTo() throws {
        let sheet = try sheet(
            "PL3_DienHinh",
            [
                Scenario.File(
                    "2024-10-01/A/dh.csv",
                    "Năm,Họ và tên,Đối tượng,Năm sinh,Cấp công nhận,Ghi chú\n"
                        + "2024,Nguyễn Văn Mẫu,Cá nhân,1980,Quận,Gương mẫu nhiều năm\n"
                        + "2024,Trần Thị Thử,Cá nhân,1981,,\n"
                ),
                Scenario.File(
                    "2024-11-01/A/dn.csv",
                    "Năm,Họ và tên,Đối tượng,Cấp khen thưởng,Danh hiệu,Ngày tờ trình\n"
                        + "2024,Nguyễn Văn Mẫu,Cá nhân,Quận,Giấy khen,2024-10-20\n"
                        + "2024,Nguyễn Văn Mẫu,Cá nhân,Thành phố,Bằng khen,\n"
                ),
            ]
        )
        let columns = sheet.columns.map(\.heading)
        let level = try #require(columns.firstIndex(of: "Đề nghị cấp trên"))
        let note = try #require(columns.firstIndex(of: "Ghi chú"))
        let rows = sheet.rows.map { $0.cells.map(text) }
        #expect(rows.map { $0[level] } == ["Quận; Tỉnh", ""])
        #expect(rows.map { $0[note] } == ["Gương mẫu nhiều năm", ""])
    }
}
