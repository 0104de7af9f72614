import Intake
import Model
import Rollup
import TestSupport
import Testing

/// A name that two units bore one after the other is the one's whom the row's time tells, or
/// nobody's.
@Suite("Names and their days")
struct DatedNameTests {
    private static let units = """
        Mã đơn vị,Tên đơn vị,Loại đơn vị,Mã đơn vị cấp trên,Hiệu lực từ ngày,Hiệu lực đến ngày
        Q,Quận Mẫu,HUYEN,,,
        CU,Phường Yên Mẫu,PHUONG,Q,,2025-07-01
        MOI,Phường Yên Mẫu,PHUONG,Q,2025-07-01,
        """

    /// The units of the records of one file, and the codes of its findings.
    private func read(_ text: String, at path: String) throws -> (units: [Int32], codes: [String]) {
        var scenario = Scenario(plan: Desk.plan, units: DatedNameTests.units)
        scenario.files = [Scenario.File(path, bytes: Array(text.utf8), received: "2025-12-10")]
        let reading = try scenario.collect(window: "2025").collection.files[0].reading
        return (reading.batches.flatMap(\.units), reading.findings.map(\.code.rawValue))
    }

    private static let header = "Tên đơn vị,Kỳ báo cáo,Số bài dự thi\n"

    @Test(
        arguments: [
            // Both bore the name in the year: the day of receipt tells, where one was stamped.
            ("2025", "2025-12-10", [2]), ("2025", "2025-03-01", [1]), ("2025", "bc", []),
            // Only one of them existed in the period.
            ("2024", "2025-12-10", [1]), ("2024", "bc", [1]), ("Quý IV/2025", "2025-03-01", [2]),
        ] as [(String, String, [Int32])]
    )
    func aReportIsTheBearersOfItsPeriod(period: String, folder: String, units: [Int32]) throws {
        let found = try read(
            DatedNameTests.header + "Phường Yên Mẫu,\(period),5\n",
            at: "\(folder)/bao-cao.csv"
        )
        #expect(found.units == units)
        #expect(found.codes == (units.isEmpty ? ["unit-ambiguous"] : []))
    }

    @Test(arguments: [("30/06/2025", [1]), ("01/07/2025", [2])] as [(String, [Int32])])
    func aRecordIsTheBearersOfItsDay(day: String, units: [Int32]) throws {
        let found = try read(
            "Tên đơn vị,Loại hoạt động,Ngày,Nội dung\nPhường Yên Mẫu,Tập huấn,\(day),a\n",
            at: "2025-12-10/hd.csv"
        )
        #expect(found.units == units)
        #expect(found.codes.isEmpty)
    }
}
