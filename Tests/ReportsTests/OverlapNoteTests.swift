import Judgement
import Model
import Reports
import TestSupport
import Testing

/// Whom a unit built up and whom it proposed may be the same people: how many, stands below the
/// steps.
@Suite struct OverlapNoteTests {
    @Test func exemplarsThatWereProposedAreCountedOnceEach() throws {
        let scenario = Scenario(
            plan: """
                schema: 1
                id: thu
                title: Kế hoạch thử
                stage: {from: 2023, to: 2025}
                root: D
                chain: [{level: unit, name: Đơn vị}, {level: district, name: Quận}]
                """,
            units: """
                Mã đơn vị,Tên đơn vị,Loại đơn vị,Mã đơn vị cấp trên
                D,Quận Dê,HUYEN,
                W1,Phường Một,PHUONG,D

                """,
            files: [
                .init(
                    "2024-05-02/W1/dh.csv",
                    "unit,year,name,subject\nW1,2024,An,individual\nW1,2024,Bình,individual\n"
                ),
                .init(
                    "2024-06-02/W1/dn.csv",
                    "unit,year,name,subject,level,award,documented_on\n"
                        + "W1,2024,An,individual,district,Giấy khen,2024-06-01\n"
                        + "W1,2024,An,individual,city,Bằng khen,2024-06-01\n"
                        + "W1,2024,Chi,individual,district,Giấy khen,2024-06-01\n"
                ),
            ]
        )
        let frame = ReportFrame(
            judgement: try scenario.judge(window: "2024", asOf: "2025-01-05"),
            programVersion: "0",
            address: nil,
            anonymise: false
        )
        let sheet = try #require(
            WorkbookLayout.content(frame).sheets.first { $0.name == "PL3_CacBuoc" }
        )
        let note = sheet.notes.first { $0.hasPrefix("Có tên cả ở") }
        #expect(
            note?.contains("khen thưởng: 01 điển hình, được tính ở cả") == true,
            "\(sheet.notes)"
        )
    }
}
