import Intake
import TestSupport
import Testing

/// Rows of a report that only go on with the text of the row above.
@Suite("Continued texts")
struct ContinuationTests {
    @Test(arguments: ["và thiếu cán bộ chuyên trách", "./.", "Nguyễn Văn A", "hết"])
    func aLineOfWordsReplacesNoReport(words: String) throws {
        for (header, row) in [
            ("Số bài dự thi,Số bài đạt giải,\"Khó khăn, vướng mắc\"", "5,2,Thiếu kinh phí"),
            ("Mã đơn vị,Số bài dự thi,\"Khó khăn, vướng mắc\"", "P1,5,Thiếu kinh phí"),
        ] {
            let reading = try Desk.read(
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
        let reading = try Desk.read(
            "Tên đơn vị,Số bài dự thi,\"Khó khăn, vướng mắc\"\nPhường Hòa Mẫu,5,Thiếu kinh phí\n"
                + ",,và thiếu cán bộ\nPhường Sa Pa,7,Không\n,,./.\n",
            at: "2024-12-01/Q/2024/bc.csv"
        )
        #expect(reading.records == 2)
        #expect(Set(reading.batches[0].units).count == 2)
    }

    /// Somebody who reports words only does report.
    @Test func aReportOfWordsAloneCounts() throws {
        let reading = try Desk.read(
            "Mã đơn vị,Kỳ báo cáo,Số bài dự thi,\"Khó khăn, vướng mắc\"\nP1,2024,5,Không\nP2,2024,,Thiếu kinh phí\n",
            at: "2024-12-01/Q/bc.csv"
        )
        #expect(reading.records == 2)
    }

    /// A title in a column that nobody knows, above all reports.
    @Test func aTitleInAStrangeColumnIsNoReport() throws {
        let reading = try Desk.read(
            "Kỳ báo cáo: Năm 2024,,,\n,Mã đơn vị,Số bài dự thi,Số bài đạt giải\nCÁC PHƯỜNG,,,\n1,P1,5,2\n"
                + "CÁC XÃ,,,\n2,P2,7,2\n",
            at: "2024-12-01/Q/bc.csv"
        )
        #expect(reading.records == 2)
        #expect(reading.batches[0].lines == [4, 6])
    }
}
