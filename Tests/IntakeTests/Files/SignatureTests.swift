import Intake
import Model
import TestSupport
import Testing

/// Where a table ends: only a row that is a signature as a whole begins the block below it.
@Suite("Signatures")
struct SignatureTests {
    private func read(_ text: String) throws -> FileReading {
        try Desk.read(text, at: "2024-06-01/P1/a.csv")
    }

    private static let entries = "STT,Tên bài viết,Tác giả,Ngày nộp\n1,Người thầy,Lê A,02/05/2024\n"

    @Test func aFaultyTitleLikeASignatureIsHandedBackAndSoAreTheRowsBelow() throws {
        let reading = try read(
            SignatureTests.entries + "2,Người lập nghiệp từ hai bàn tay trắng,Lê B,\n"
                + "3,Không đề,Lê D,\n4,Ghi chú: một đời người,Lê B,xx\n5,Hiệu trưởng,Lê C,xx\n"
                + "6,Người cô,Lê E,04/05/2024\n"
        )
        #expect(
            reading.findings.map(\.code) == [
                .requiredEmpty, .requiredEmpty, .notADate, .notADate,
            ]
        )
        #expect(reading.records == 2)
        #expect(reading.rejected.map(\.line) == [3, 4, 5, 6])
        #expect(reading.lines.total == reading.physicalLines)
    }

    @Test(arguments: ["Người lập nghiệp từ hai bàn tay trắng,Lê B,", "Hiệu trưởng,Lê C,xx"])
    func soItIsWithoutANumber(row: String) throws {
        let reading = try read(
            "Tên bài viết,Tác giả,Ngày nộp\nNgười thầy,Lê A,02/05/2024\n\(row)\n"
        )
        #expect(reading.rejected.map(\.line) == [3])
        #expect(reading.findings.count == 1)
    }

    /// What stands below the signatures is told where it looks like data, though it has a fault.
    @Test func aFaultyRowBelowTheSignaturesIsHandedBack() throws {
        let reading = try read(
            SignatureTests.entries + ",Người lập biểu,,HIỆU TRƯỞNG\n,Trần Thị Mẫu,,Lê Văn Mẫu\n"
                + "2,Người mẹ,Lê B,31/02/2024\n3,Người cha,Lê D,\n"
        )
        #expect(reading.findings.map(\.code) == [.notADate, .requiredEmpty])
        #expect(reading.rejected.map(\.line) == [5, 6])
        #expect(reading.lines.layout == 2)
    }

    @Test(arguments: [
        "Người lập biểu,,", "Người lập: Nguyễn Văn Mẫu,,", "Người lập,,HIỆU TRƯỞNG",
        "NGƯỜI LẬP BẢNG,,THỦ TRƯỞNG ĐƠN VỊ", "Người ký Nguyễn Văn Mẫu,,", "TM. UBND PHƯỜNG,,",
        "\"(Ký, họ tên)\",,\"(Ký, đóng dấu)\"", "Hiệu trưởng,,", "Người lập biểu,,Chánh Văn phòng",
    ])
    func aSignatureAsAWholeIsLayout(row: String) throws {
        let reading = try read(
            "Tên bài viết,Tác giả,Ngày nộp\nNgười thầy,Lê A,02/05/2024\n\(row)\nLê Văn Mẫu,,\n"
        )
        #expect(reading.findings.isEmpty)
        #expect(reading.records == 1)
        #expect(reading.lines.layout == 2)
    }

    /// Below a merged unit cell a column of dates would read it as a meeting.
    @Test(
        arguments: [
            "\"Mẫu Đình, ngày 05 tháng 12 năm 2024\"", "Ngày 05 tháng 12 năm 2024",
            "\"Mẫu Đình, ngày 05/12/2024\"", "\"Mẫu Đình, ngày … tháng … năm 2024\"",
        ],
        [
            "Mã đơn vị,Ngày họp,Điển hình\nP1,02/05/2024,Nguyễn A\n",
            "Mã đơn vị,Kỳ báo cáo,Số bài dự thi\nP1,2024,4\n",
        ]
    )
    func thePlaceAndDateOfSignaturesAloneIsLayout(text: String, table: String) throws {
        for row in [",\(text),", "\(text),,", ",,\(text)"] {
            let reading = try read(table + row + "\nNgười lập biểu,,\n")
            #expect(reading.findings.isEmpty)
            #expect(reading.records == 1)
            #expect(reading.lines.layout == 2)
        }
    }

    @Test func aDayOfItsOwnBelowAMergedUnitCounts() throws {
        let reading = try read(
            "Mã đơn vị,Ngày họp,Điển hình\nP1,02/05/2024,Nguyễn A\n,03/05/2024,\n,ngày 04/05/2024,\n"
        )
        #expect(reading.findings.map(\.severity) == [.notice])
        #expect(reading.records == 3)
    }
}
