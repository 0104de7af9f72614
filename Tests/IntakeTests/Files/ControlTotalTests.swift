import Intake
import Model
import Rollup
import TestSupport
import Testing

/// Rows of totals by whatever name, and what they are compared with.
@Suite("Totals")
struct ControlTotalTests {
    /// Reads a report of a unit in a plan whose form has a sum of money.
    private func read(_ text: String, at path: String = "2024-12-01/Q/bc.csv") throws
        -> FileReading
    {
        let forms =
            "forms: {unit_report: {fields: {budget: {header: Kinh phí (triệu đồng), type: decimal}}}}"
        var scenario = Scenario(plan: Desk.plan + "\n" + forms, units: Desk.units)
        scenario.files = [Scenario.File(path, bytes: Array(text.utf8), received: "2024-12-01")]
        return try scenario.collect(window: "2024").collection.files[0].reading
    }

    private static let header = "Mã đơn vị,Kỳ báo cáo,Kinh phí (triệu đồng),Số bài dự thi\n"

    @Test(
        arguments: [
            ("\"31,0\"", nil), ("31", nil), ("\"99,5\"", "31"), ("\"31,01\"", "31"), ("", nil),
            ("90%", nil),
        ] as [(String, String?)]
    )
    func decimalsAreComparedToo(declared: String, computed: String?) throws {
        let reading = try read(
            ControlTotalTests.header + "P1,2024,\"10,5\",1\nP2,2024,\"20,5\",2\n"
                + "Tổng cộng,,\(declared),3\n"
        )
        let mismatches = reading.findings.filter { $0.code == .totalMismatch }
        #expect(mismatches.map(\.expected) == (computed.map { [$0] } ?? []))
        #expect(reading.records == 2)
    }

    @Test func aDecimalMismatchIsToldAsItIsWritten() throws {
        let reading = try read(
            ControlTotalTests.header
                + "P1,2024,\"10,25\",1\nP2,2024,\"0,5\",2\nTổng cộng,,\"9,5\",3\n"
        )
        let finding = try #require(reading.findings.first { $0.code == .totalMismatch })
        #expect(finding.value == "9,5")
        #expect(finding.expected == "10,75")
        #expect(finding.message.contains("chênh lệch 1,25"))
    }

    /// In a file without a column for units each row is the submitter's: never one of totals.
    @Test(arguments: [
        "Tổng cộng: 05 đơn vị", "Tổng cộng năm 2024", "Cộng các phường", "Tổng số đơn vị: 05",
        "I. Tổng số", "Mang sang", "* Tổng cộng", "Tổng cộng (bằng chữ: mười hai)",
    ])
    func aLongerLabelIsThatOfTotals(label: String) throws {
        let reading = try read(
            "STT,Đã ban hành kế hoạch,Số bài dự thi\n1,Có,12\n\"\(label)\",,12\n",
            at: "2024/P1/bc.csv"
        )
        #expect(reading.records == 1)
        #expect(reading.findings.map(\.code) == [.totalRow])
        #expect(reading.rows == 1)
    }
}
