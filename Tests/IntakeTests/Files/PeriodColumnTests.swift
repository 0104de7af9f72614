import Intake
import Model
import TestSupport
import Testing

/// Columns that name the period in a form whose records have none (CONTRACT §11.5).
@Suite("Columns of periods")
struct PeriodColumnTests {
    private func read(_ row: String) throws -> FileReading {
        try Desk.read(
            "Mã đơn vị,Năm,Kỳ báo cáo,Loại hoạt động,Ngày,Nội dung\n\(row)\n",
            at: "2024-12-01/P1/a.csv"
        )
    }

    private func periods(_ reading: FileReading) -> [String] {
        reading.placement.periods.map(\.id).sorted()
    }

    @Test(arguments: [
        ("P1,,Quý I/2024,Tập huấn,02/05/2024,A", ["2024-Q1"]),
        ("P1,Quý I/2024,,Tập huấn,02/05/2024,A", ["2024-Q1"]),
        ("P1,2024,Quý I/2024,Tập huấn,02/05/2024,A", ["2024-Q1"]),
        ("P1,Quý I/2024,2024,Tập huấn,02/05/2024,A", ["2024-Q1"]),
        ("P1,2024,Quý II/2024,Tập huấn,02/05/2024,A", []),
        ("P1,-,KAD,Tập huấn,02/05/2024,A", []),
        ("P1,…,'-,Tập huấn,02/05/2024,A", []),
    ])
    func theFilledOneSpeaksAndOfTwoTheNarrower(row: String, expected: [String]) throws {
        let reading = try read(row)
        #expect(reading.findings.isEmpty)
        #expect(reading.records == 1)
        #expect(periods(reading) == expected)
    }

    @Test(arguments: [("2024", []), ("2025", ["2025"]), ("Quý II/2024", []), ("", [])])
    func ofAContestEntryToo(period: String, expected: [String]) throws {
        for header in ["Năm", "Kỳ báo cáo"] {
            let reading = try Desk.read(
                "Mã đơn vị,Tên bài viết,Tác giả,Ngày nộp,\(header)\nP1,A,B,02/05/2024,\(period)\n",
                at: "2024-12-01/P1/a.csv"
            )
            #expect(reading.findings.isEmpty)
            #expect(reading.records == 1)
            #expect(periods(reading) == expected)
        }
    }

    @Test func twoPeriodsApartAreHandedBack() throws {
        let reading = try read("P1,2023,Quý I/2024,Tập huấn,02/05/2024,A")
        #expect(reading.records == 0)
        #expect(reading.findings.map(\.code) == [.periodUnknown])
        #expect(reading.findings.first?.value == "Quý I/2024")
        #expect(reading.findings.first?.column == "Kỳ báo cáo")
    }

    @Test func whatIsNoPeriodIsStillToldOf() throws {
        let reading = try read("P1,,Quý 7/2024,Tập huấn,02/05/2024,A")
        #expect(reading.findings.map(\.code) == [.periodUnknown])
        #expect(reading.rejected.count == 1)
    }
}
