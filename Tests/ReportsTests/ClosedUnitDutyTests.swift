import Judgement
import Model
import TestSupport
import Testing

@testable import Reports

/// What a unit left undone that was closed after the window: every paper reminds the same unit of
/// it.
///
/// All data is synthetic.
@Suite struct ClosedUnitDutyTests {
    private static let plan = """
        schema: 1
        id: mau
        title: Kế hoạch mẫu
        stage: {from: 2023, to: 2025}
        root: Q
        chain: [{level: unit, name: Đơn vị}, {level: district, name: Quận}]
        groups: {phuong: {name: Các phường, units: [P1, P2]}}
        deadlines: {annual: {form: unit_report, before: "{year}-12-15", name: Báo cáo năm, applies_to: phuong}}
        indicators:
          - {id: M-1, name: Ban hành kế hoạch, applies_to: phuong,
             measure: count(document where kind = plan), each: ">= 1"}
        """
    private static let units =
        "Mã đơn vị,Tên đơn vị,Loại đơn vị,Mã đơn vị cấp trên,Hiệu lực từ ngày,Hiệu lực đến ngày\n"
        + "Q,Quận Mẫu,HUYEN,,,\nP1,Phường Một,PHUONG,Q,,\nP2,Phường Hai,PHUONG,Q,,2024-07-01\n"
        + "P3,Phường Ba,PHUONG,Q,2024-07-01,\n"
    private static let head = "Ngày hiệu lực,Loại biến động,Mã ĐV cũ,Mã ĐV mới,Kế thừa chính\n"

    private func frame(_ changes: String, asOf: String) throws -> ReportFrame {
        var scenario = Scenario(plan: Self.plan, units: Self.units)
        scenario.changes = changes.isEmpty ? "" : Self.head + changes
        scenario.files = [
            .init("2023-06-01/P2/vb.csv", "Loại văn bản,Ngày ban hành\nKế hoạch,31/02/2023\n")
        ]
        return ReportFrame(
            judgement: try scenario.judge(window: "2023", asOf: asOf),
            programVersion: "0",
            address: nil,
            anonymise: false
        )
    }

    @Test(arguments: [
        ("2024-07-01,Nhập toàn bộ,P2,P1,Có\n", "P1", "Phường Một", "Phường Một"),
        // One that was founded after the window, and did not get all of it.
        (
            "2024-07-01,Chia tách,P2,P3,Có\n2024-07-01,Chia tách,P2,P1,Không\n", "P3", "Phường Ba",
            "Phường Ba"
        ),
        ("2024-07-01,Giải thể,P2,,\n", "Q", "Quận Mẫu", nil),
    ]) func itFallsToWhoCarriesTheUnitOnElseToTheUnitAbove(
        changes: String,
        letter: String,
        name: String,
        heir: String?
    ) throws {
        let frame = try frame(changes, asOf: "2025-01-05")
        let letters = UnitNotes.render(frame)
        #expect(!letters.contains { $0.name == "P2" })
        let told = try #require(letters.first { $0.name == letter }).content
            .split { $0 == " " || $0 == "\n" }.joined(separator: " ")
        #expect(
            told.contains("Phường Hai – Chưa gửi: Báo cáo năm (biểu “Báo cáo kết")
        )
        #expect(told.contains("Phường Hai – M-1: Ban hành kế hoạch"))
        #expect(told.contains("Phường Hai giải thể/sáp nhập từ ngày 01/07/2024"))
        #expect(heir.map { told.contains("đơn vị kế thừa: \($0)") } ?? !told.contains("kế thừa"))
        // Its file is theirs to mend, too.
        #expect(told.contains("Tệp 2023-06-01/P2/vb.csv"))

        let sheet = try #require(
            WorkbookLayout.content(frame).sheets.first { $0.name == "PL7_DonDoc" }
        )
        let heads = sheet.rows.filter { $0.kind == .group }.compactMap { row -> String? in
            if case .text(let text) = row.cells[1].value { text } else { nil }
        }
        #expect(!heads.contains { $0.hasPrefix("Phường Hai") })
        #expect(heads.contains { $0.hasPrefix(name) })
        // Two duties of each ward, whoever has to see to them.
        #expect(sheet.rows.filter { $0.kind == .data }.count == 4)
        let summary = SummaryText.render(frame)
            .split { $0 == " " || $0 == "\n" }.joined(separator: " ")
        #expect(summary.contains("Phần của Phường Hai: Chưa gửi: Báo cáo năm"))
        #expect(summary.contains("với 04 nội dung"))
    }

    /// Where nobody is left, nobody is written to, and no day that came later was missed.
    @Test func whatFellDueAfterTheOfficeWasClosedIsNoneOfItsDuties() throws {
        var scenario = Scenario(
            plan: Self.plan.replacing(
                "indicators:",
                with: """
                    indicators:
                      - {id: M-2, name: Giao lưu, level: district, counts: own, measure: count(activity),
                         total: ">= 1", due: {within: ["{year}-08-15", "{year}-09-15"]}}
                      - {id: M-3, name: Giao lưu đầu năm, level: district, counts: own,
                         measure: count(activity), total: ">= 1",
                         due: {within: ["{year}-02-15", "{year}-03-15"]}}
                      - {id: M-4, name: Giao lưu của phường, applies_to: phuong,
                         measure: count(activity), each: ">= 1",
                         due: {within: ["{year}-08-15", "{year}-09-15"]}}
                    """
            ),
            units: Self.units.replacing("HUYEN,,,", with: "HUYEN,,,2024-07-01")
                .replacing("P1,Phường Một,PHUONG,Q,,", with: "P1,Phường Một,PHUONG,Q,,2024-07-01")
                .replacing("P3,Phường Ba,PHUONG,Q,2024-07-01,\n", with: "")
        )
        scenario.files = [
            .init("2024-06-01/P2/vb.csv", "Loại văn bản,Ngày ban hành\nKế hoạch,31/02/2024\n")
        ]
        func frame(_ asOf: String) throws -> ReportFrame {
            ReportFrame(
                judgement: try scenario.judge(window: "2024", asOf: asOf),
                programVersion: "0",
                address: nil,
                anonymise: false
            )
        }
        let frame = try frame("2025-01-20")
        #expect(UnitNotes.render(frame).isEmpty)
        let scene = frame.judgement.scene
        let duties = frame.reminders.reminders.flatMap { reminder in
            reminder.duties.map {
                (scene.roster.units[reminder.unit].id, $0.subject, $0.daysOverdue)
            }
        }
        #expect(duties.map { "\($0.0) \($0.1)" } == ["Q M-3", "P1 M-1", "P2 M-1"])
        #expect(duties.map(\.2) == [311, nil, nil])
        #expect(frame.reminders.upcoming.isEmpty)
        let closed = frame.judgement.indicators.map { $0.nodes.first?.status }
        #expect(closed[0] == .exempt && closed[1] == .noData)
        let wards = frame.judgement.indicators[2].units.map(\.status)
        #expect(wards == [.exempt, .exempt])
        // The last day on which it stood it was still told what was to come.
        let standing = try self.frameStanding(scenario)
        #expect(standing.map(\.name) == ["Q", "P2"])
    }

    private func frameStanding(_ scenario: Scenario) throws -> [UnitNotes.Letter] {
        UnitNotes.render(
            ReportFrame(
                judgement: try scenario.judge(window: "2024", asOf: "2024-06-30"),
                programVersion: "0",
                address: nil,
                anonymise: false
            )
        )
    }

    /// As long as it stands it is told itself.
    @Test func untilItsLastDayItIsItsOwn() throws {
        let frame = try frame("2024-07-01,Nhập toàn bộ,P2,P1,Có\n", asOf: "2024-06-30")
        #expect(UnitNotes.render(frame).map(\.name) == ["P1", "P2"])
        #expect(!SummaryText.render(frame).contains("Phần của"))
    }
}
