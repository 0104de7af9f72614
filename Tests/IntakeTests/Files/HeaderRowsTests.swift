import Intake
import Model
import TestSupport
import Testing

/// Headers of several rows, in all the ways in which they are exported, and once more on each page.
@Suite("Headers of several rows")
struct HeaderRowsTests {
    private func read(_ text: String, at path: String = "2024-12-01/Q/bc.csv") throws
        -> FileReading
    {
        try Desk.read(text, at: path)
    }

    private func numbers(_ reading: FileReading) -> [[Int64]] {
        reading.batches.flatMap { batch in
            (0..<batch.count).map { record in
                batch.columns.indices.compactMap { batch.number($0, record)?.numerator }
            }
        }
    }

    /// The header is there, and a quote keeps it from being read: that is what has to be mended.
    @Test(arguments: [
        "Mã đơn vị,Kỳ báo cáo,\"Số bài dự thi\nP1,2024,3\nP2,2024,4\n",
        "\"Mã đơn vị,Kỳ báo cáo,Số bài dự thi\nP1,2024,3\nP2,2024,4\n",
    ])
    func aQuoteThatStaysOpenInTheHeaderIsTold(text: String) throws {
        let reading = try read(text)
        #expect(reading.records == 0)
        #expect(
            reading.findings.map { "\($0.severity) \($0.code.rawValue) \($0.row ?? 0)" }
                == ["error header-not-found 0", "error quote-unbalanced 1"]
        )
    }

    /// The row that numbers the columns, in a table of few columns.
    @Test(arguments: ["1,2,3", "A,B,1", "A,B,C", "a,b,(1)"])
    func aRowThatNumbersThreeColumnsIsNoData(numbers row: String) throws {
        let reading = try read("Mã đơn vị,Kỳ báo cáo,Số bài dự thi\n\(row)\nP1,2024,3\n")
        #expect(numbers(reading) == [[3]])
        #expect(reading.findings.isEmpty)
        #expect(reading.rejected.isEmpty)
    }

    private static let columns =
        "STT,Mã đơn vị,Kỳ báo cáo,Tập thể,Cá nhân,Hộ gia đình,Số bài dự thi\n"

    @Test(arguments: [
        ",,,Số ĐHTT đã xây dựng,,,\n", "Thông tin chung,,,Số ĐHTT đã xây dựng,,,\n",
        "STT,Mã đơn vị,Kỳ báo cáo,Số ĐHTT đã xây dựng,Số ĐHTT đã xây dựng,Số ĐHTT đã xây dựng,"
            + "Số bài dự thi\n",
    ])
    func aGroupMayStandAboveAWholeRowOfHeadings(group: String) throws {
        let reading = try read(group + HeaderRowsTests.columns + "1,P1,2024,1,2,3,4\n")
        #expect(numbers(reading) == [[1, 2, 3, 4]])
        #expect(reading.findings.isEmpty)
        #expect(reading.headerLines == 1...2)
        #expect(
            reading.headers == [
                "STT", "Mã đơn vị", "Kỳ báo cáo", "Số ĐHTT đã xây dựng - Tập thể",
                "Số ĐHTT đã xây dựng - Cá nhân", "Số ĐHTT đã xây dựng - Hộ gia đình",
                "Số bài dự thi",
            ]
        )
    }

    /// "TT" and "CN" below a group heading or in one heading with it: context decides (domain.md
    /// 2.3).
    @Test(arguments: [
        "Số ĐHTT đã xây dựng - TT,Số ĐHTT đã xây dựng - CN,Số ĐHTT đã xây dựng - Hộ GĐ",
        "Số ĐHTT đã xây dựng (TT),Số ĐHTT đã xây dựng (CN),Số ĐHTT đã xây dựng (HGĐ)",
        "Số ĐHTT đã xây dựng TT,Số ĐHTT đã xây dựng CN,Số ĐHTT đã xây dựng hộ",
        "Số ĐHTT đã xây dựng: TT,Số ĐHTT đã xây dựng: CN,Số ĐHTT đã xây dựng: Hộ",
        "Số ĐHTT đã xây dựng - TT,- CN,- Hộ GĐ", "ĐHTT TT,ĐHTT CN,ĐHTT HGĐ",
    ])
    func shortSubjectsAreReadInOneHeadingAsBelowAGroup(_ headings: String) throws {
        let reading = try read(
            "TT,Mã đơn vị,Kỳ báo cáo,\(headings),Số TT được khen thưởng,Số CN được khen thưởng\n"
                + "1,P1,2024,11,22,33,44,55\n"
        )
        #expect(numbers(reading) == [[11, 22, 33, 44, 55]])
        #expect(reading.findings.isEmpty)
        #expect(reading.meanings[0] == .ignored)
    }

    /// What is no subject's short form, or a heading by itself, stays what it is.
    @Test(arguments: ["Số ĐHTT đã xây dựng - CT", "Số CN", "CN", "Tiền thưởng CN"])
    func otherShortFormsAreNotGuessed(_ heading: String) throws {
        let reading = try read("Mã đơn vị,Kỳ báo cáo,Số bài dự thi,\(heading)\nP1,2024,4,5\n")
        #expect(numbers(reading) == [[4]])
        #expect(reading.findings.map(\.code) == [.columnUnknown])
    }

    /// Cells with line breaks make a row of the header several lines high.
    @Test func theLinesThatAHeaderSpansAreCounted() throws {
        let top = "TỔNG HỢP KẾT QUẢ,,,,,\n"
        let group = "Mã đơn vị,Kỳ báo cáo,Số ĐHTT đã xây dựng,,,\"Số bài\ndự thi\"\n"
        let two = try read(
            top + group + ",,Tập thể,Cá nhân,\"Hộ gia\nđình\",\nP1,2024,1,2,3,4\n"
        )
        #expect(numbers(two) == [[1, 2, 3, 4]])
        #expect(two.headerLines == 2...5)
        #expect(two.headerLine == 4)
        let one = try read("Mã đơn vị,Kỳ báo cáo,\"Số bài\ndự thi\"\nP1,2024,4\n")
        #expect(one.headerLines == 1...2)
        let unknown = try read("Cột một,Cột hai,\"Cột\nba\"\nx,y,z\n")
        #expect(unknown.headerLines == 1...2)
    }

    @Test func aTitleAboveAWholeHeaderIsNone() throws {
        let reading = try read(
            "BÁO CÁO NĂM 2024,,\nMã đơn vị,Kỳ báo cáo,Số bài dự thi\nP1,2024,4\n"
        )
        #expect(numbers(reading) == [[4]])
        #expect(reading.headerLines == 2...2)
        #expect(reading.headers == ["Mã đơn vị", "Kỳ báo cáo", "Số bài dự thi"])
    }

    private static let merged =
        "STT,Mã đơn vị,Kỳ báo cáo,Số ĐHTT đã xây dựng,,,Số bài dự thi\n"
        + ",,,Tập thể,Cá nhân,Hộ gia đình,\n"

    /// Below a page break all of the header stands once more, or some of it.
    @Test(arguments: [
        merged + "(1),(2),(3),(4),(5),(6),(7)\n", merged, "(1),(2),(3),(4),(5),(6),(7)\n",
        ",,,Tập thể,Cá nhân,Hộ gia đình,\n",
    ])
    func aHeaderOnAFurtherPageIsLayout(page: String) throws {
        let reading = try read(
            HeaderRowsTests.merged + "(1),(2),(3),(4),(5),(6),(7)\n1,P1,2024,1,2,3,4\n" + page
                + "2,P2,2024,5,6,7,8\n3,P3,2024,9,10,11,12\n"
        )
        #expect(numbers(reading) == [[1, 2, 3, 4], [5, 6, 7, 8], [9, 10, 11, 12]])
        #expect(reading.findings.isEmpty)
        #expect(reading.lines.total == reading.physicalLines)
    }

    @Test func headingsThatGoOnWithADashAreKnownAgain() throws {
        let header = "Mã đơn vị,Kỳ báo cáo,Số ĐHTT đã xây dựng - Tập thể,- Cá nhân\n"
        let reading = try read(header + "P1,2024,1,2\n" + header + "P2,2024,3,4\n")
        #expect(numbers(reading) == [[1, 2], [3, 4]])
        #expect(reading.findings.isEmpty)
    }

    @Test(arguments: [
        "Đối tượng (Tập thể/Cá nhân/Hộ gia đình)", "Đối tượng (tập thể, cá nhân)",
        "Đối tượng (Cá nhân hoặc tập thể)",
    ])
    func aNoteThatListsTheValuesIsOnlyANote(heading: String) throws {
        let reading = try read(
            "STT,Họ và tên,Đơn vị,Năm,\"\(heading)\",Cấp đề nghị,Hình thức đề nghị\n"
                + "1,Nguyễn Mẫu,P1,2024,Cá nhân,Quận,Giấy khen\n"
        )
        let other = try read(
            "STT,Họ và tên,Đơn vị,Năm,Đối tượng,Cấp đề nghị,Hình thức đề nghị\n"
                + "1,Nguyễn Mẫu,P1,2024,Cá nhân,Quận,Giấy khen\n"
        )
        #expect(reading.form == other.form)
        #expect(reading.records == 1)
        #expect(reading.findings.isEmpty)
    }

    @Test func aNoteOfOtherWordsMayNameAnotherThing() throws {
        let reading = try read(
            "Mã đơn vị,Năm,Họ và tên,Đối tượng (cũ/mới)\nP1,2024,Nguyễn Mẫu,Cá nhân\n"
        )
        #expect(reading.records == 0)
    }

    @Test func whereACollectiveHasNoFieldItsNameIsTheUnits() throws {
        let reading = try read(
            "Tên tập thể,Kỳ báo cáo,Số bài dự thi\nPhường Hòa Mẫu,2024,4\n",
            at: "2024-12-01/bc.csv"
        )
        #expect(reading.batches.flatMap(\.units) == [1])
        #expect(reading.findings.isEmpty)
    }

    @Test(arguments: ["\n\n\n", ",,,\n,,,\n", " , ,\n\n", "\r\n"])
    func aFileOfBlanksIsEmpty(text: String) throws {
        let reading = try read(text)
        #expect(reading.findings.map(\.code) == [.empty])
        #expect(reading.rows == 0)
        #expect(reading.lines.total == reading.physicalLines)
    }

    // CONTRACT §2, §11.5: the plan's years begin on 01/01.
    @Test(
        arguments: [
            ("2024", "20/12/2023", "2024"), ("2024", "05/03/2024", nil), ("", "20/12/2023", nil),
            ("Quý I/2024", "05/04/2024", "2024-Q1"),
        ] as [(String, String, String?)]
    )
    func aRowsOwnPeriodGoesBeforeADateOutsideIt(
        period: String,
        day: String,
        id: String?
    ) throws {
        let reading = try read(
            "Mã đơn vị,Năm,Loại hoạt động,Ngày,Nội dung\nP1,\(period),Tập huấn,\(day),a\n"
        )
        #expect(reading.records == 1)
        #expect(reading.batches.first?.explicitPeriod(0)?.id == id)
        #expect(!reading.findings.map(\.code).contains(.columnUnknown))
    }

    @Test func aRowsOwnPeriodHasToBeOne() throws {
        let reading = try read(
            "Mã đơn vị,Kỳ báo cáo,Loại hoạt động,Ngày,Nội dung\nP1,đầu năm,Tập huấn,05/03/2024,a\n"
        )
        #expect(reading.records == 0)
        #expect(reading.findings.map(\.code) == [.periodUnknown])
        #expect(reading.findings.map(\.column) == ["Kỳ báo cáo"])
    }
}
