import Intake
import Model
import TestSupport
import Testing

/// Columns that name another time than the folder or the name of their file.
@Suite("Periods of columns and places")
struct PlacePeriodTests {
    private static let header = "Mã đơn vị,Kỳ báo cáo,Số bài dự thi\n"

    private func told(_ path: String, _ periods: String...) throws -> [String] {
        let rows = periods.map { "P1,\($0),5\n" }.joined()
        let reading = try Desk.read(PlacePeriodTests.header + rows, at: path)
        #expect(reading.records == periods.count)
        return reading.findings.map { "\($0.severity) \($0.code.rawValue) \($0.expected ?? "")" }
    }

    /// It is last month's file with this month's figures, and takes that one's place.
    @Test func aColumnOfAnotherTimeThanTheFolderIsToldOf() throws {
        let month = try told("2024-03-01/P1/2024-02/bc.csv", "Tháng 1/2024")
        #expect(month == ["warning contradiction Tháng 02/2024"])
        let year = try told("2024-12-10/P1/2025/bc.csv", "2024")
        #expect(year == ["warning contradiction Năm 2025"])
    }

    @Test(arguments: [
        "Báo cáo tháng 02-2024.csv", "BC thang 2 nam 2024.csv", "bc_thang_02_2024 (1).csv",
        "BAO CAO THANG 2.2024.csv",
    ])
    func aColumnOfAnotherTimeThanTheNameIsToldOf(name: String) throws {
        let found = try told("2024-03-01/P1/\(name)", "Tháng 1/2024")
        #expect(found == ["warning contradiction Tháng 02/2024"])
        #expect(try told("2024-03-01/P1/\(name)", "Tháng 2/2024").isEmpty)
    }

    @Test func quartersAndYearsInNamesAreCompared() throws {
        let quarter = try told("2024-07-01/P1/bc quý II năm 2024.csv", "Quý I/2024")
        #expect(quarter == ["warning contradiction Quý II/2024"])
        let year = try told("2024-12-10/P1/Báo cáo năm 2025.csv", "2024")
        #expect(year == ["warning contradiction Năm 2025"])
    }

    /// A part of the time, or more than it, is no other; nor does a file contradict its place that
    /// only looks back as well.
    @Test(
        arguments: [
            ("2024-12-10/P1/2024/bc.csv", ["Quý I/2024"]),
            ("2024-12-10/P1/2024-Q1/bc.csv", ["2024"]),
            ("2024-12-10/P1/2024-02/bc.csv", ["Tháng 1/2024", "Tháng 2/2024"]),
            ("2024-12-10/P1/bc 05 tháng 02 năm 2024.csv", ["Tháng 2/2024"]),
            ("2024-12-10/P1/bc ngày 05 tháng 02-2024.csv", ["Tháng 1/2024"]),
            ("2024-12-10/P1/6 thang dau nam 2025.csv", ["2024"]),
            ("2024-12-10/P1/tháng 1-2024 và tháng 2-2024.csv", ["Tháng 3/2024"]),
            ("2024-12-10/P1/bc 2025.csv", ["2024"]),
            ("2024-12-10/P1/bc.csv", ["2024"]),
        ]
    )
    func whatMayBeOfThatTimeIsNoContradiction(path: String, periods: [String]) throws {
        let rows = periods.map { "P1,\($0),5\n" }.joined()
        let reading = try Desk.read(PlacePeriodTests.header + rows, at: path)
        #expect(reading.records == periods.count)
        #expect(!reading.findings.map(\.code).contains(.contradiction))
    }
}
