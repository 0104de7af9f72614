import Intake
import Model
import TestSupport
import Testing

@Suite("Reading a file")
struct FileReaderTests {
    private func codes(_ reading: FileReading) -> [String] {
        reading.findings.map(\.code.rawValue)
    }

    @Test func everyLineIsHeaderLayoutCountedRejectedOrBlank() throws {
        let text =
            "PHƯỜNG MẪU,,,,\nBÁO CÁO,,,,\n\n" + Desk.header + "(1),(2),(3),(4),(5)\n"
            + "P1,Tập huấn,05/04/2024,\"một\nhai\",12\n,,,,\nP1,Tập huấn,31/02/2024,ba,3\n"
            + "Tổng cộng,,,,15\n"
        let reading = try Desk.read(text, at: "2024-05-01/P1/hd.csv")
        #expect(reading.lines.header == 1)
        #expect(reading.lines.layout == 4)
        #expect(reading.lines.counted == 2)
        #expect(reading.lines.rejected == 1)
        #expect(reading.lines.blank == 2)
        #expect(
            reading.lines.total == text.split(separator: "\n", omittingEmptySubsequences: false)
                .count - 1
        )
        #expect(reading.rows == 2)
        #expect(reading.records == 1)
    }

    @Test(arguments: ["\u{FEFF}", ""], ["\n", "\r\n"])
    func marksAndLineEndsNeverChangeTheRecords(_ mark: String, _ end: String) throws {
        let text = mark + Desk.header + "P1,Tập huấn,2024-04-05,một,02\n"
        let reading = try Desk.read(
            text.replacing("\n", with: end),
            at: "2024-05-01/P1/hd.csv"
        )
        #expect(reading.records == 1)
        #expect(reading.findings.isEmpty)
    }

    @Test(arguments: [",", ";", "\t", "|"])
    func delimitersNeverChangeTheRecords(_ delimiter: String) throws {
        let text = Desk.header + "P1,Tập huấn,2024-04-05,một,02\n"
        let reading = try Desk.read(
            text.replacing(",", with: delimiter),
            at: "2024-05-01/P1/hd.csv"
        )
        #expect(reading.records == 1)
        #expect(reading.batches.first?.lines == [2])
    }

    @Test func utf16WithAByteOrderMarkReadsAsUTF8Does() throws {
        let text = Desk.header + "P1,Tập huấn,2024-04-05,một,02\n"
        var bytes: [UInt8] = [0xFF, 0xFE]
        for unit in text.utf16 { bytes += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
        let reading = try Desk.read(bytes, at: "2024-05-01/P1/hd.csv")
        #expect(reading.records == 1)
        #expect(codes(reading) == ["encoding-converted"])
    }

    @Test func headersAreFoldedAndEnglishCodesWork() throws {
        for header in [
            "MÃ ĐƠN VỊ,LOẠI HOẠT ĐỘNG,NGÀY,Nội  dung,Số người dự\n",
            "unit,kind,held_on,content,attendees\n",
            "Ma\u{303} đơn vi\u{323},Loại hoạt động :,Ngày tổ chức,Nội dung,Số người dự (người)\n",
        ] {
            let reading = try Desk.read(
                header + "P1,Tập huấn,2024-04-05,một,02\n",
                at: "2024-05-01/P1/hd.csv"
            )
            #expect(reading.records == 1, "\(header)")
        }
    }

    @Test func aBrokenCellRejectsItsRowAndSaysWhere() throws {
        let reading = try Desk.read(
            Desk.header + "P1,Tập huấn,2024-04-05,một,nhiều\nP1,Tập huấn,2024-04-06,hai,3\n",
            at: "2024-05-01/P1/hd.csv"
        )
        #expect(reading.records == 1)
        let finding = try #require(reading.findings.first)
        #expect(finding.code == .notANumber)
        #expect(finding.row == 2)
        #expect(finding.column == "Số người dự")
        #expect(finding.value == "nhiều")
        #expect(reading.rejected.map(\.line) == [2])
        #expect(reading.rejected.first?.cells.last == "nhiều")
    }

    @Test func aMissingRequiredColumnRejectsEveryRow() throws {
        let reading = try Desk.read(
            "Mã đơn vị,Loại hoạt động,Nội dung,Số người dự\nP1,Tập huấn,một,3\n",
            at: "2024-05-01/P1/hd.csv"
        )
        #expect(codes(reading) == ["column-missing"])
        #expect(!reading.isAccepted)
        #expect(reading.rejected.count == 1)
    }

    @Test func twoColumnsOfOneMeaningAreNotGuessedBetween() throws {
        let reading = try Desk.read(
            "Mã đơn vị,Loại hoạt động,Ngày,Ngày tổ chức\nP1,Tập huấn,2024-04-05,2024-04-06\n",
            at: "2024-05-01/P1/hd.csv"
        )
        #expect(codes(reading) == ["column-duplicate"])
        #expect(!reading.isAccepted)
    }

    @Test func shortRowsCountAndLongOnesDoNot() throws {
        let reading = try Desk.read(
            Desk.header + "P1,Tập huấn,2024-04-05\nP1,Tập huấn,2024-04-06,hai,3,thừa\n"
                + "P1,Tập huấn,2024-04-07,ba,4,,,\n",
            at: "2024-05-01/P1/hd.csv"
        )
        #expect(codes(reading) == ["row-ragged", "row-ragged"])
        #expect(reading.records == 2)
        #expect(reading.rejected.map(\.line) == [3])
    }

    @Test func whatIsNoTableIsRefusedAsAWhole() throws {
        #expect(codes(try Desk.read("", at: "2024-05-01/P1/hd.csv")) == ["empty"])
        #expect(
            codes(try Desk.read([0x50, 0x4B, 3, 4, 0, 0], at: "2024-05-01/P1/hd.csv")) == ["binary"]
        )
        // What is no text has no rows.
        #expect(try Desk.read([0x50, 0x4B, 3, 4, 10, 10], at: "2024-05-01/P1/hd.csv").rows == 0)
        #expect(
            codes(try Desk.read("xin chào\ncác bạn\n", at: "2024-05-01/P1/hd.csv"))
                == ["header-not-found"]
        )
        #expect(
            codes(try Desk.read("Mã đơn vị,Món ăn\nP1,phở\n", at: "2024-05-01/P1/hd.csv"))
                == ["form-unknown"]
        )
        #expect(
            codes(try Desk.read("Lớp,Sĩ số\n6A,42\n", at: "2024-05-01/P1/hd.csv"))
                == ["form-unknown"]
        )
        #expect(
            codes(try Desk.read("P1,42\nP2,3\n", at: "2024-05-01/P1/hd.csv"))
                == ["header-not-found"]
        )
    }

    @Test func bytesThatAreNoUTF8RefuseTheWholeFile() throws {
        let bytes = Array((Desk.header + "P1,Tập huấn,2024-04-05,m").utf8) + [0xFF, 0xFE, 0x0A]
        let reading = try Desk.read(bytes, at: "2024-05-01/P1/hd.csv")
        #expect(codes(reading).contains("encoding-unknown"))
        #expect(reading.records == 0)
        #expect(reading.lines.counted == 0)
    }

    @Test func groupHeadingsOfMergedCellsAreReadWithThoseBelow() throws {
        let reading = try Desk.read(
            "Mã đơn vị,Kỳ báo cáo,Số ĐHTT đã xây dựng,,,Số bài dự thi\n"
                + ",,Tập thể,Cá nhân,Hộ gia đình,\nP1,2024,2,3,1,4\n",
            at: "2024-12-01/P1/bc.csv"
        )
        #expect(reading.findings.isEmpty)
        #expect(reading.lines.header == 2)
        let batch = try #require(reading.batches.first)
        let numbers = (0..<batch.columns.count).compactMap { batch.number($0, 0)?.numerator }
        #expect(numbers == [2, 3, 1, 4])
    }

    @Test(arguments: ["02-Jan", "01/02/2023", "1,00E+11"])
    func whatExcelMadeOfANumberIsSuspectedAndNotRead(_ cell: String) throws {
        let reading = try Desk.read(
            Desk.header + "P1,Tập huấn,2024-04-05,một,\"\(cell)\"\n",
            at: "2024-05-01/P1/hd.csv"
        )
        #expect(codes(reading) == ["excel-date-suspected"])
        #expect(reading.records == 0)
    }

    /// What is kept of a file is compared byte by byte, also with what another process read.
    @Test func datesWrittenMonthFirstAreToldInTheOrderOfTheColumns() throws {
        let columns = ["Ngày bình xét", "Ngày QĐ công nhận", "Ngày đăng"]
        let reading = try Desk.read(
            "Họ và tên,Đối tượng,Số QĐ công nhận," + columns.joined(separator: ",") + "\n"
                + "Nguyễn Văn Mẫu,Cá nhân,12/QĐ,3/25/2024,3/26/2024,3/27/2024\n",
            at: "2024-12-01/P1/dien-hinh.csv"
        )
        let told = reading.findings.filter { $0.code == .excelDateSuspected }
        #expect(told.map(\.column) == columns, "\(reading.findings)")
    }

    @Test func tooManyColumnsAreSaidToBeThat() throws {
        let header = Desk.header.dropLast() + String(repeating: ",x", count: 2000)
        let reading = try Desk.read(header + "\nP1\n", at: "2024-05-01/P1/hd.csv")
        #expect(codes(reading) == ["too-many-columns"])
    }
}
