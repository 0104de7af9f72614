import Intake
import Model
import TestSupport
import Testing

/// Titles of sections that name a time: the rows below them are of that time and of no other.
@Suite("Times named by sections")
struct SectionTimeTests {
    private static let header = "STT,Họ và tên,Đối tượng\n"

    private func read(_ text: String, at path: String = "2024-12-01/P1/2024/a.csv") throws
        -> FileReading
    {
        let reading = try Desk.read(text, at: path)
        #expect(reading.lines.total == reading.physicalLines)
        return reading
    }

    private func codes(_ reading: FileReading) -> [String] {
        reading.findings.map(\.code.rawValue)
    }

    @Test(arguments: [
        "I,Năm 2023,", "I,NĂM 2023,", "I,Quý I/2024,", "I,Quý I,", "I,Cùng kỳ năm trước,",
        "I,Năm học 2022-2023,", "I,Tháng 3/2023,", "I,Giai đoạn 2020-2022,", ",Năm 2023,",
        "I. Năm 2023,,", "1,Năm 2023:,", "I,Kết quả năm 2023,", "I,Số liệu năm trước,",
        "Kỳ báo cáo: Quý II/2024,,", "I,Điển hình năm 2023,", "Năm 2023,,",
        "I,Năm 2023 (02 người),",
    ])
    func rowsOfAnotherTimeAreHandedBack(title: String) throws {
        let reading = try read(
            Self.header + title + "\n1,A A,Cá nhân\n2,B B,Cá nhân\nII,Năm 2024,\n1,C C,Cá nhân\n"
        )
        #expect(reading.rejected.map(\.line) == [3, 4])
        #expect(codes(reading) == ["period-unknown", "period-unknown"])
        #expect(reading.records == 1)
    }

    @Test(arguments: [
        "I,Năm 2024,", "I,Năm nay,", "I,Kỳ này,", "A,Phong trào Dân vận khéo giai đoạn 2021-2025,",
        "I,Tập thể,", "I,Kế hoạch số 12 năm 2023,",
    ])
    func rowsOfTheFilesTimeAndBelowOtherTitlesCount(title: String) throws {
        let reading = try read(Self.header + title + "\n1,A A,Cá nhân\n")
        #expect(reading.findings.isEmpty)
        #expect(reading.records == 1)
    }

    /// The row below goes on counting: what has a number between two others is a row of data.
    @Test func whatIsNumberedAsRowsAreIsNoTitle() throws {
        let reading = try read(Self.header + "1,A A,Cá nhân\n2,Năm 2023,\n3,B B,Cá nhân\n")
        #expect(codes(reading) == ["required-empty"])
        #expect(reading.records == 2)
    }

    /// The next section of the same rank or of one above it ends it, one below it does not.
    @Test func aSectionEndsWhereTheNextOfItsRankBegins() throws {
        let reading = try read(
            Self.header + "A,Tập thể,\nI,Năm 2023,\n1,A,Cá nhân\na) Nữ,,\n2,B,Cá nhân\n"
                + "II,Khác,\n3,C,Cá nhân\nI,Năm 2023,\n4,D,Cá nhân\nB,Cá nhân,\n5,E,Cá nhân\n"
        )
        #expect(reading.rejected.filter { $0.code == .periodUnknown }.map(\.line) == [4, 6, 10])
        #expect(reading.records == 2)
    }

    @Test func lastYearsRowsOfATableWithUnitsDoNotCount() throws {
        let reading = try read(
            "STT,Đơn vị,Số bài dự thi,Số tin bài\nA,Cùng kỳ năm trước,,\n1,P. Hòa Mẫu,1,2\n"
                + "2,Phường Sa Pa,3,4\nB,Năm nay,,\n1,P. Hòa Mẫu,10,20\n",
            at: "2024-12-01/Q/2024/a.csv"
        )
        #expect(reading.rejected.map(\.line) == [3, 4])
        #expect(Desk.numbers(reading) == [[10, 20]])
    }

    /// A row's own period or date tells where it agrees with the section.
    @Test(arguments: [
        ("Năm 2024", "2024", true), ("Năm 2024", "Quý I/2024", true),
        ("Quý I/2024", "Quý I/2024", true), ("Quý I", "Quý I/2024", true),
        ("Quý I/2024", "2024", false), ("Năm 2025", "2024", false),
        ("Cùng kỳ năm trước", "2024", false), ("Cùng kỳ năm trước", "2025", true),
    ])
    func aRowsOwnPeriodIsCompared(title: String, period: String, isCounted: Bool) throws {
        let reading = try read(
            "STT,Đơn vị,Kỳ báo cáo,Số bài dự thi,Số tin bài\nI,\(title),,,\n"
                + "1,P. Hòa Mẫu,\(period),3,5\n"
        )
        #expect(reading.records == (isCounted ? 1 : 0))
        // The row of 2025 lies in the folder of 2024, which is told apart from the section.
        let told = period == "2025" ? ["contradiction"] : []
        #expect(codes(reading) == (isCounted ? told : ["period-unknown"]))
    }

    @Test(arguments: [
        ("Tháng 4", true), ("Quý II/2024", true), ("Năm 2024", true), ("Tháng 5", false),
        ("Năm 2023", false),
    ])
    func aRowsOwnDateIsCompared(title: String, isCounted: Bool) throws {
        for folder in ["P1", "P1/2024"] {
            let reading = try read(
                "STT,Nội dung,Loại hoạt động,Ngày,Số người dự\nI,\(title),,,\n"
                    + "1,a,Tập huấn,05/4/2024,10\n",
                at: "2024-12-01/\(folder)/a.csv"
            )
            #expect(reading.records == (isCounted ? 1 : 0))
            #expect(codes(reading) == (isCounted ? [] : ["period-unknown"]))
        }
    }

    /// In an office's list a time within the section of a unit leaves the rows to that unit; one
    /// above it does not.
    @Test func aTimeWithinAUnitsSectionIsThatUnits() throws {
        let within = try read(
            Self.header + "I,Phường Hòa Mẫu,\n1,Năm 2024,\n1,A,Cá nhân\n2,Năm 2023,\n"
                + "1,B,Cá nhân\nII,Phường Sa Pa,\n1,C,Cá nhân\n",
            at: "2024-12-01/Q/2024/a.csv"
        )
        #expect(within.batches.flatMap(\.units) == [1, 2])
        #expect(within.rejected.map(\.line) == [6])
        let above = try read(
            Self.header + "A,Năm nay,\nI,Phường Hòa Mẫu,\n1,A,Cá nhân\nB,Năm 2024,\n"
                + "1,B,Cá nhân\nI,Phường Sa Pa,\n1,C,Cá nhân\n",
            at: "2024-12-01/Q/2024/a.csv"
        )
        #expect(above.batches.flatMap(\.units) == [1, 2])
        #expect(above.rejected.map(\.line) == [6])
    }

    /// The column of periods may have its value on a line of its own over the rows.
    @Test func aPeriodAloneInItsColumnHeadsTheRowsBelow() throws {
        let reading = try read(
            "Năm,Họ và tên,Đối tượng\nNăm 2023,,\n,A A,Cá nhân\n2024,,\n,B B,Cá nhân\n"
        )
        #expect(reading.rejected.map(\.line) == [3])
        #expect(reading.records == 1)
    }

    /// A table of its own below begins anew.
    @Test func anotherTableEndsTheSection() throws {
        let reading = try read(
            "Đơn vị: Phường Hòa Mẫu,,\nKỳ báo cáo: Năm 2024,,\n" + Self.header
                + "I,Năm 2025,\n1,A,Cá nhân\nĐơn vị: Phường Sa Pa,,\n" + Self.header
                + "1,B,Cá nhân\n",
            at: "2024-12-01/a.csv"
        )
        #expect(reading.rejected.map(\.line) == [5])
        #expect(reading.batches.flatMap(\.units) == [2])
    }
}
