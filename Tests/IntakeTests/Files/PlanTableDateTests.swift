import Intake
import Model
import Plans
import TestSupport
import Testing

/// Dates of the plan's own tables that are the wrong way round refuse the plan, with their place.
@Suite struct PlanTableDateTests {
    @Test(arguments: [
        ("01/02/2024", "31/01/2024", ["3:4 ngày kết thúc trước ngày bắt đầu"]),
        ("01/02/2024", "01/02/2024", []), ("01/02/2024", "", []), ("", "31/01/2024", []),
    ])
    func aMovementEndsAfterItBegan(from: String, to: String, expected: [String]) {
        let text =
            "Mã phong trào,Tên phong trào,Từ ngày,Đến ngày\n"
            + "PT-1,Một,01/01/2023,31/12/2025\nPT-2,Hai,\(from),\(to)\n"
        var mistakes: [Mistake] = []
        var findings: [Finding] = []
        let movements = PlanFilesReader.movements(
            Array(text.utf8),
            roster: [],
            mistakes: &mistakes,
            findings: &findings
        )
        #expect(movements.count == 2)
        #expect(mistakes.map { "\($0.line):\($0.column) \($0.message)" } == expected)
        if let first = mistakes.first { #expect(first.allowed == "từ ngày 01/02/2024") }
    }

    @Test(arguments: [
        ("2024-04-30", ["2:9 hết hiệu lực trước khi quyết định có hiệu lực"]),
        // Taken back on its own day, it never acts.
        ("2024-05-01", []), ("2024-05-02", []), ("", []),
    ])
    func aDecisionDoesNotEndBeforeItsDay(expires: String, expected: [String]) throws {
        let text =
            "Số quyết định,Ngày,Loại,Mã đơn vị,Mã chỉ tiêu,Kỳ,Giá trị,Lý do,Hết hiệu lực\n"
            + "1,2024-05-01,Miễn,P1,,,,Lũ,\(expires)\n"
        var mistakes: [Mistake] = []
        var findings: [Finding] = []
        _ = PlanFilesReader.decisions(
            Array(text.utf8),
            roster: ["P1"],
            nodes: [],
            plan: try Scenario(plan: Desk.plan, units: Desk.units).readPlan(),
            mistakes: &mistakes,
            findings: &findings
        )
        #expect(mistakes.map { "\($0.line):\($0.column) \($0.message)" } == expected)
    }
}
