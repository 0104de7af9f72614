import Intake
import Model
import TestSupport
import Testing

/// What the heading above the values of a table on its side decides.
@Suite("Headings of a table on its side")
struct VerticalHeadingTests {
    private func read(_ text: String, at path: String = "2024-12-01/P1/2024/bc.csv") throws
        -> FileReading
    {
        let reading = try Desk.read(text, at: path)
        #expect(reading.lines.total == reading.physicalLines)
        return reading
    }

    private func codes(_ reading: FileReading) -> [String] {
        reading.findings.map(\.code.rawValue)
    }

    private static func rows(_ values: [String]) -> String {
        "1,Số bài dự thi,\(values[0])\n2,\"Số tin, bài đã đăng\",\(values[1])\n"
            + "3,Số buổi tuyên truyền,\(values[2])\n"
    }

    /// A blank result is never filled from the column beside it.
    @Test(arguments: [
        "Chỉ tiêu giao,Thực hiện", "Kế hoạch năm 2024,Kết quả", "Cùng kỳ năm trước,Kết quả",
        "Tỷ lệ (%),Kết quả", "Số được giao,Thực hiện", "So với cùng kỳ,", "Dự kiến,Thực hiện",
    ])
    func whatIsNotTheResultIsHandedBack(headings: String) throws {
        let reading = try read(
            "STT,Nội dung,\(headings)\n" + VerticalHeadingTests.rows(["50,", "60,", "70,"])
        )
        #expect(reading.records == 0)
        #expect(!reading.isAccepted)
        #expect(codes(reading) == ["column-missing"])
        #expect(reading.findings.first?.row == 1)
        #expect(
            reading.findings.first?.column == headings.split(separator: ",").first.map(String.init)
        )
        #expect(reading.rejected.count == 1)
    }

    /// A word that nobody knows speaks for the only column, and for none of several.
    @Test(arguments: [
        ("Cả năm,Ghi chú", ["50,x", "60,", "70,"], true),
        ("Đã làm được,", ["50,", "60,", "70,"], true),
        ("Đã làm được,Thực hiện", ["50,", "60,", "70,"], false),
    ])
    func anUnknownHeadingSpeaksForTheOnlyColumn(
        headings: String,
        values: [String],
        isRead: Bool
    ) throws {
        let reading = try read(
            "STT,Nội dung,\(headings)\n" + VerticalHeadingTests.rows(values)
        )
        #expect(Desk.numbers(reading) == (isRead ? [[50, 60, 70]] : []))
        #expect(codes(reading) == (isRead ? [] : ["column-missing"]))
    }

    @Test(arguments: ["(1),(2),(3),(4)\n", "I,Tuyên truyền,,\n", ""])
    func theHeadingIsFoundAboveWhatStandsBetween(between: String) throws {
        let reading = try read(
            "STT,Nội dung,Chỉ tiêu giao,Thực hiện\n" + between
                + VerticalHeadingTests.rows(["50,", "60,", "70,"])
        )
        #expect(codes(reading) == ["column-missing"])
        #expect(reading.records == 0)
        let filled = try read(
            "STT,Nội dung,Chỉ tiêu giao,Thực hiện\n" + between
                + VerticalHeadingTests.rows(["50,5", "60,6", "70,7"])
        )
        #expect(Desk.numbers(filled) == [[5, 6, 7]])
        #expect(codes(filled) == ["column-unknown"])
        #expect(filled.findings.first?.column == "Chỉ tiêu giao")
    }

    @Test(arguments: [
        ("Năm 2023,Năm 2024", "2023"), ("Năm 2023,Kết quả", "2023"),
        ("Quý I/2024,Quý II/2024", "2024-Q1"), ("Kết quả quý I/2024,", "2024-Q1"),
    ])
    func theHeadingOfTheOnlyFilledColumnIsItsPeriod(headings: String, period: String) throws {
        let reading = try read(
            "STT,Nội dung,\(headings)\n" + VerticalHeadingTests.rows(["50,", "60,", "70,"])
        )
        #expect(Desk.numbers(reading) == [[50, 60, 70]])
        #expect(reading.placement.periods.map(\.id) == [period])
    }

    /// A ward's own folder holds its own figures only.
    @Test(arguments: [("P1", ["unit-out-of-scope"], [Int32]()), ("Q", [], [2])])
    func theHeadingOfTheOnlyFilledColumnIsItsUnit(
        folder: String,
        codes: [String],
        units: [Int32]
    ) throws {
        let reading = try read(
            "STT,Nội dung,Phường Sa Pa\n" + VerticalHeadingTests.rows(["1", "2", "3"]),
            at: "2024-12-01/\(folder)/2024/bc.csv"
        )
        #expect(self.codes(reading) == codes)
        #expect(reading.batches.flatMap(\.units) == units)
    }

    /// A row of the table may say what its heading says, too.
    @Test(arguments: [
        ("Năm 2024", "Kỳ báo cáo,2024", true), ("Năm 2024", "Kỳ báo cáo,", true),
        ("Năm 2023", "Kỳ báo cáo,2024", false), ("Phường Hòa Mẫu", "Tên đơn vị,P1", true),
        ("Phường Sa Pa", "Tên đơn vị,P1", false),
    ])
    func aRowMayAgreeWithTheHeading(heading: String, row: String, agrees: Bool) throws {
        let reading = try read(
            "STT,Nội dung,\(heading)\n0,\(row)\n" + VerticalHeadingTests.rows(["5", "6", "7"])
        )
        #expect(codes(reading) == (agrees ? [] : ["column-missing"]))
        #expect(Desk.numbers(reading) == (agrees ? [[5, 6, 7]] : []))
    }

    @Test(arguments: [
        "Kết quả (số lượng)", "Kết quả thực hiện chỉ tiêu giao", "SL", "Kết quả đến nay", "",
    ])
    func aWordForTheResultIsOne(heading: String) throws {
        let reading = try read(
            "STT,Nội dung,\(heading)\n" + VerticalHeadingTests.rows(["5", "6", "7"])
        )
        #expect(reading.findings.isEmpty)
        #expect(Desk.numbers(reading) == [[5, 6, 7]])
    }

    @Test func figuresOfAnotherTimeInASectionAreTold() throws {
        let reading = try read(
            "STT,Nội dung,Kết quả\nI,Kết quả trong kỳ,\n"
                + VerticalHeadingTests.rows(["5", "6", "7"])
                + "II,Cùng kỳ năm trước,\n1,Số bài dự thi,50\n2,Số bài đạt giải,9\n"
                + "III,Khen thưởng,\n1,Số tập thể được khen thưởng,2\n"
        )
        #expect(Desk.numbers(reading) == [[5, 6, 7, 2]])
        #expect(codes(reading) == ["column-unknown", "column-unknown"])
        #expect(reading.findings.map(\.row) == [7, 8])
        #expect(reading.findings.first?.column == "Cùng kỳ năm trước - Số bài dự thi")
    }
}
