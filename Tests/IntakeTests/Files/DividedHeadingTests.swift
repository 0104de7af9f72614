import Intake
import Model
import TestSupport
import Testing

/// Headings that hold the file's delimiter and were not quoted.
@Suite("Divided headings")
struct DividedHeadingTests {
    private func read(_ text: String) throws -> FileReading {
        try Desk.read(text, at: "2024-12-01/Q/bc.csv")
    }

    private func codes(_ reading: FileReading) -> [String] {
        reading.findings.map(\.code.rawValue)
    }

    @Test(arguments: ["P1,2024,5,6,7\n", "P1,2024,5,6,7,\n"])
    func aHeadingDividedByTheDelimiterIsOne(row: String) throws {
        let reading = try read(
            "Mã đơn vị,Kỳ báo cáo,Số tin, bài đã đăng,Số buổi tuyên truyền,Số bài dự thi\n" + row
        )
        #expect(reading.findings.isEmpty)
        #expect(reading.records == 1)
        #expect(reading.headers.count == 5)
    }

    @Test func headingsThatEachHaveACellAreTwo() throws {
        let reading = try read(
            "Mã đơn vị,Kỳ báo cáo,Số tin, bài đã đăng,Số buổi tuyên truyền,Số bài dự thi\nP1,2024,5,6,7,8\n"
        )
        #expect(codes(reading) == ["column-unknown", "column-unknown"])
        #expect(reading.headers.count == 6)
    }

    /// Remarks are often blank in all rows, which says nothing of the columns before them.
    @Test(arguments: ["Ghi chú", ""])
    func twoColumnsBeforeBlankRemarksAreTwo(last: String) throws {
        let reading = try read(
            "Mã đơn vị,Kỳ báo cáo,Số tin,Bài đã đăng,Số buổi tuyên truyền,Số bài dự thi,\(last)\n"
                + "P1,2024,5,6,7,8,\nP2,2024,1,2,3,4,\n"
        )
        #expect(reading.records == 2)
        #expect(reading.headers.count == 7)
        #expect(codes(reading).allSatisfy { $0 == "column-unknown" })
    }
}

/// Headers of two lines.
@Suite("Headings on two lines")
struct TwoLineHeaderTests {
    /// The name of the unit stands on the upper line only, beside group headings.
    @Test(arguments: ["Tên đơn vị", "Đơn vị"])
    func theUpperLineKeepsTheUnitsColumn(name: String) throws {
        let reading = try Desk.read(
            "STT,\(name),Cuộc thi viết,,Công tác tuyên truyền,\n"
                + ",,Số bài dự thi,Số bài đạt giải,Số buổi tuyên truyền,Số lượt người được tập huấn\n"
                + "1,Phường Hòa Mẫu,5,1,2,30\n2,Phường Sa Pa,7,2,3,40\n",
            at: "2024-12-01/Q/2024/bc.csv"
        )
        #expect(reading.records == 2)
        #expect(reading.headers[1] == name)
        #expect(!reading.findings.map(\.code).contains(.duplicate))
        #expect(Set(reading.batches[0].units).count == 2)
    }

    @Test func aTitleAboveTheHeaderIsNoGroup() throws {
        let reading = try Desk.read(
            "BÁO CÁO CÔNG TÁC THI ĐUA,,,\nMã đơn vị,Kỳ báo cáo,Số bài dự thi,Số bài đạt giải\nP1,2024,5,1\n",
            at: "2024-12-01/Q/bc.csv"
        )
        #expect(reading.records == 1)
        #expect(reading.headers[0] == "Mã đơn vị")
        #expect(reading.findings.isEmpty)
    }
}

/// Rows of a report that only go on with the text of the row above.
@Suite("Continued texts")
struct ContinuationTests {
    private func read(_ text: String, at path: String) throws -> FileReading {
        try Desk.read(text, at: path)
    }

    @Test(arguments: ["và thiếu cán bộ chuyên trách", "./.", "Nguyễn Văn A", "hết"])
    func aLineOfWordsReplacesNoReport(words: String) throws {
        for (header, row) in [
            ("Số bài dự thi,Số bài đạt giải,\"Khó khăn, vướng mắc\"", "5,2,Thiếu kinh phí"),
            ("Mã đơn vị,Số bài dự thi,\"Khó khăn, vướng mắc\"", "P1,5,Thiếu kinh phí"),
        ] {
            let reading = try read(
                "\(header)\n\(row)\n,,\(words)\n",
                at: "2024-12-01/P1/2024/bc.csv"
            )
            #expect(reading.records == 1)
            #expect(reading.batches[0].lines == [2])
            #expect(reading.lines.counted == 1)
            // Each line is told of, be it as layout or as a row that does not count.
            #expect(reading.lines.layout + reading.lines.rejected == 1)
        }
    }

    @Test func inTheFileOfAnOfficeItIsNotTheOfficesReport() throws {
        let reading = try read(
            "Tên đơn vị,Số bài dự thi,\"Khó khăn, vướng mắc\"\nPhường Hòa Mẫu,5,Thiếu kinh phí\n"
                + ",,và thiếu cán bộ\nPhường Sa Pa,7,Không\n,,./.\n",
            at: "2024-12-01/Q/2024/bc.csv"
        )
        #expect(reading.records == 2)
        #expect(Set(reading.batches[0].units).count == 2)
    }

    /// Somebody who reports words only does report.
    @Test func aReportOfWordsAloneCounts() throws {
        let reading = try read(
            "Mã đơn vị,Kỳ báo cáo,Số bài dự thi,\"Khó khăn, vướng mắc\"\nP1,2024,5,Không\nP2,2024,,Thiếu kinh phí\n",
            at: "2024-12-01/Q/bc.csv"
        )
        #expect(reading.records == 2)
    }

    /// A title in a column that nobody knows, above all reports.
    @Test func aTitleInAStrangeColumnIsNoReport() throws {
        let reading = try read(
            "Kỳ báo cáo: Năm 2024,,,\n,Mã đơn vị,Số bài dự thi,Số bài đạt giải\nCÁC PHƯỜNG,,,\n1,P1,5,2\n"
                + "CÁC XÃ,,,\n2,P2,7,2\n",
            at: "2024-12-01/Q/bc.csv"
        )
        #expect(reading.records == 2)
        #expect(reading.batches[0].lines == [4, 6])
    }
}
