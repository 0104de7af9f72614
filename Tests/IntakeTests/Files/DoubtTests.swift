import Intake
import Model
import TestSupport
import Testing

/// Rows and columns that could be two things: what they are is not guessed.
@Suite("In doubt")
struct DoubtTests {
    private static let path = "2024-12-01/Q/bc.csv"

    private func read(_ text: String, at path: String = path) throws -> FileReading {
        try Desk.read(text, at: path)
    }

    private func codes(_ reading: FileReading) -> [String] {
        reading.findings.map(\.code.rawValue)
    }

    private func numbers(_ reading: FileReading) -> [[Int64]] {
        reading.batches.flatMap { batch in
            (0..<batch.count).map { record in
                batch.columns.indices.compactMap { batch.number($0, record)?.numerator }
            }
        }
    }

    @Test func headingsThatDivideAColumnLeaveItUnread() throws {
        let reading = try read(
            "Mã đơn vị,Kỳ báo cáo,Số bài dự thi,,Số buổi tuyên truyền\n"
                + ",,Năm 2023,Năm 2024,\nP1,2024,10,3,12\n"
        )
        #expect(codes(reading) == ["column-unknown", "column-unknown"])
        #expect(numbers(reading) == [[12]])
        #expect(reading.lines.header == 2)
    }

    @Test(arguments: [
        ("Số bài dự thi (bài)", true), ("Số bài dự thi (3)", true),
        ("Số bài dự thi (năm trước)", false), ("Số bài dự thi (kế hoạch)", false),
        ("Số bài dự thi (%)", false), ("Số bài dự thi (nghìn bài)", false),
    ])
    func onlyANoteInParenthesesIsLeftOutOfAHeading(heading: String, isRead: Bool) throws {
        let reading = try read(
            "Mã đơn vị,Kỳ báo cáo,Số buổi tuyên truyền,Số bài đạt giải,\(heading)\nP1,2024,1,2,9\n"
        )
        #expect(numbers(reading) == (isRead ? [[9, 2, 1]] : [[2, 1]]))
        #expect(codes(reading) == (isRead ? [] : ["column-unknown"]))
    }

    @Test func aTotalThatNobodyLabelledReplacesNobodysFigures() throws {
        let table = "Mã đơn vị,Năm,Số người đăng ký\nP1,2024,12\nP2,2024,5\n"
        let right = try read(table + ",2024,17\n")
        #expect(codes(right) == ["total-row"])
        #expect(right.records == 2)
        #expect(right.rejected.isEmpty)
        #expect(right.rows == 2)
        #expect(right.lines.total == right.physicalLines)
        let other = try read(table + ",2024,18\n")
        #expect(codes(other) == ["unit-unknown"])
        #expect(other.records == 2)
        #expect(other.rejected.map(\.line) == [4])
        let top = try read("Mã đơn vị,Năm,Số người đăng ký\n,2024,17\nP1,2024,12\nP2,2024,5\n")
        #expect(codes(top) == ["total-row"])
        #expect(top.records == 2)
    }

    @Test func aReportForEachMonthUnderOneMergedNameIsNoTotal() throws {
        let reading = try read(
            "Mã đơn vị,Kỳ báo cáo,Số bài dự thi\nP1,Tháng 1/2024,2\n,Tháng 2/2024,3\n"
        )
        #expect(reading.findings.map(\.severity) == [.notice])
        #expect(reading.records == 2)
    }

    @Test func aFurtherTableIsNotReadByTheFirstHeader() throws {
        let reading = try read(
            "Mã đơn vị,Kỳ báo cáo,Số bài dự thi,Số bài đạt giải\nP1,2024,12,1\n,,,\n"
                + "Mã đơn vị,Kỳ báo cáo,Số bài đạt giải,Số bài dự thi\nP2,2024,2,5\n"
        )
        #expect(codes(reading) == ["form-unknown"])
        #expect(numbers(reading) == [[12, 1]])
        #expect(reading.rejected.map(\.line) == [4, 5])
    }

    @Test func aRowThatWasNotTakenApartIsRejected() throws {
        for line in ["\"P2,2024,3,4\"", "P2;2024;3;4"] {
            let reading = try read(
                "Mã đơn vị,Kỳ báo cáo,Số bài dự thi,Số bài đạt giải\nP1,2024,12,1\n\(line)\n"
            )
            #expect(reading.rejected.map(\.line) == [3], "\(line)")
        }
    }

    @Test func aMisspeltUnitIsNoSection() throws {
        let reading = try read(
            "STT,Tên đơn vị,Kỳ báo cáo,Số bài dự thi\nI,Phường Hòa Mẫu,2024,8\n"
                + "II,Phường Hòa Mẩu,2024,8\n"
        )
        #expect(codes(reading) == ["unit-unknown"])
        #expect(reading.rejected.map(\.line) == [3])
    }

    @Test func theOnlyRowOfATableIsNoRowOfColumnNumbers() throws {
        let reading = try read(
            "STT,Số bài dự thi,Số bài đạt giải,Số buổi tuyên truyền\n1,2,3,4\n",
            at: "2024/P1/a.csv"
        )
        #expect(numbers(reading) == [[2, 3, 4]])
    }

    @Test func aColumnWithoutAHeadingIsSaidToBeUnread() throws {
        let reading = try read(
            "Mã đơn vị,Kỳ báo cáo,Số bài dự thi,\nP1,2024,1,99\n"
        )
        #expect(codes(reading) == ["column-unknown"])
        #expect(numbers(reading) == [[1]])
    }

    /// Words below a blank heading are no less lost than figures; notes beside the table are no
    /// column.
    @Test(arguments: [
        ("P1,2024,1,Không\n", true), ("P1,2024,1,Có\nP2,2024,2,\n", true),
        ("P1,2024,1,-\n", false), ("P1,2024,1,…\n", false),
        ("P1,2024,1,\nTổng cộng,,1,đã cộng\n", false), ("P1,2024,1,\n,,,Ghi chú bên lề\n", false),
        ("P1,2024,1,\nNgười lập biểu,,,THỦ TRƯỞNG ĐƠN VỊ\n,,,Nguyễn Văn Mẫu\n", false),
        ("P1,2024,1,\n(1),(2),(3),(4)\n", false), ("P9,2024,1,xem dưới\n", false),
        ("P9,2024,1,12\n", true),
    ])
    func aColumnWithoutAHeadingIsToldOfWhereRowsOfDataFillItIn(rows: String, isTold: Bool) throws {
        let reading = try read("Mã đơn vị,Kỳ báo cáo,Số bài dự thi,\n" + rows)
        let told = reading.findings.filter { $0.code == .columnUnknown }
        #expect(told.map(\.column) == (isTold ? ["(cột 4)"] : []))
        #expect(told.map(\.row) == (isTold ? [1] : []))
    }

    @Test func rowsBelowATitleThatNamesAUnitAreThatUnits() throws {
        let reading = try read(
            "STT,Nội dung,Loại hoạt động,Ngày,Số người dự\nI,Phường Hòa Mẫu,,,\n"
                + "1,a,Tập huấn,05/4/2024,10\nII,Phường Sa Pa,,,\n1,b,Tập huấn,06/4/2024,20\n"
        )
        #expect(reading.findings.isEmpty)
        #expect(reading.batches.flatMap(\.units) == [1, 2])
    }

    @Test func aLetterheadOfAnotherUnitIsPointedAt() throws {
        let reading = try read(
            "PHƯỜNG HÒA MẪU,,,\nLoại hoạt động,Ngày,Nội dung,Số người dự\nTập huấn,05/4/2024,a,10\n"
        )
        #expect(codes(reading) == ["contradiction"])
        #expect(reading.batches.flatMap(\.units) == [0])
    }

    @Test func wordsOfSignaturesInATableAreData() throws {
        let reading = try read(
            "Mã đơn vị,Mã bài,Tên bài viết,Tác giả,Ngày nộp\n,A1,Ghi chú: của mẹ,,\n"
                + "P1,A2,Bài hai,Nguyễn Văn Mẫu,05/04/2024\n"
        )
        #expect(reading.rejected.map(\.line) == [2])
        #expect(reading.records == 1)
    }

    @Test func aDayOutsideTheStageIsSaid() throws {
        let reading = try read(Desk.header + "P1,Tập huấn,05/04/2014,a,3\n")
        #expect(codes(reading) == ["period-outside"])
        #expect(reading.records == 1)
    }

    @Test func theSumsBesideASectionAreThoseOfTheRowsBelowIt() throws {
        let reading = try read(
            "STT,Tên đơn vị,Kỳ báo cáo,Số bài dự thi\nI,Khối phường,,99\n1,Phường Hòa Mẫu,2024,8\n"
                + "2,Phường Sa Pa,2024,5\n"
        )
        #expect(codes(reading) == ["total-mismatch"])
        #expect(reading.findings.first?.expected == "13")
    }
}
