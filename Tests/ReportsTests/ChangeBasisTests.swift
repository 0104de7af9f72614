import Judgement
import Model
import Reports
import TestSupport
import Testing

/// What the tables of changes and clusters say beside the units: the document behind a merge, and
/// what a member is in its cluster.
///
/// All data is synthetic.
@Suite struct ChangeBasisTests {
    private func frame() throws -> ReportFrame {
        var scenario = Scenario(
            plan: """
                schema: 1
                id: mau
                title: Kế hoạch mẫu
                stage: {from: 2024, to: 2024}
                root: Q
                chain: [{level: unit, name: Đơn vị}, {level: district, name: Quận}]
                groups: {phuong: {name: Các phường, kinds: [PHUONG]}}
                indicators:
                  - {id: M-1, name: Ban hành kế hoạch, applies_to: phuong, measure: count(document), each: ">= 1"}
                """,
            units:
                "Mã đơn vị,Tên đơn vị,Loại đơn vị,Mã đơn vị cấp trên,Hiệu lực từ ngày,Hiệu lực đến ngày\n"
                + "Q,Quận Mẫu,HUYEN,,,\nP1,Phường Một,PHUONG,Q,,2024-03-01\n"
                + "P2,Phường Hai,PHUONG,Q,,2024-07-01\nP3,Phường Ba,PHUONG,Q,,\n"
        )
        scenario.changes =
            "Ngày hiệu lực,Loại biến động,Mã ĐV cũ,Mã ĐV mới,Kế thừa chính,Căn cứ\n"
            + "2024-03-01,Nhập toàn bộ,P1,P2,Có,Nghị quyết 01/NQ\n"
            + "2024-07-01,Nhập toàn bộ,P2,P3,Có,Nghị quyết 02/NQ\n"
        scenario.clusters =
            "Mã cụm,Tên cụm,Mã đơn vị,Vai trò,Năm\nC1,Cụm Mẫu,P3,\"Trưởng cụm, khối\",2024\n"
            + "C1,Cụm Mẫu,P2,Thành viên,2024\nC1,Cụm Mẫu,P2,Phó trưởng cụm,2023\n"
        return ReportFrame(
            judgement: try scenario.judge(window: "2024", asOf: "2025-01-05"),
            programVersion: "0",
            address: nil,
            anonymise: false
        )
    }

    @Test func aMergeIsToldWithTheDocumentsBehindEachOfItsSteps() throws {
        let frame = try frame()
        let summary = SummaryText.render(frame).split { $0 == " " || $0 == "\n" }
            .joined(separator: " ")
        #expect(summary.contains("(căn cứ: Nghị quyết 01/NQ; Nghị quyết 02/NQ)"))
        let sheet = try #require(
            WorkbookLayout.content(frame).sheets.first { $0.name == "PL1B_CoCau" }
        )
        #expect(sheet.notes.contains { $0.hasSuffix("(căn cứ: Nghị quyết 02/NQ).") })
    }

    @Test func theHeadOfAClusterStandsInItsHeading() throws {
        let sheet = try #require(
            WorkbookLayout.content(try frame()).sheets.first { $0.name == "PL2_TheoCum" }
        )
        guard case .text(let head) = sheet.rows[0].cells[1].value else {
            Issue.record("no heading")
            return
        }
        // Plain members and those of other years are not told.
        #expect(head.hasSuffix("; Trưởng cụm, khối: Phường Ba"))
    }
}
