import Intake
import Model
import TestSupport
import Testing

/// The layouts of domain.md 4.4: what a person sees as a table is read as one.
@Suite("Layouts")
struct LayoutTests {
    private static let reports =
        "Mã đơn vị,Tên đơn vị,Kỳ báo cáo,Số bài dự thi,Số buổi tuyên truyền\n"

    private func read(_ text: String, at path: String = "2024-12-01/Q/bc.csv") throws
        -> FileReading
    {
        try Desk.read(text, at: path)
    }

    private func codes(_ reading: FileReading) -> [String] {
        reading.findings.map(\.code.rawValue)
    }

    /// The numbers of each record, in the order of the form's fields.
    private func numbers(_ reading: FileReading) -> [[Int64]] {
        reading.batches.flatMap { batch in
            (0..<batch.count).map { record in
                batch.columns.indices.compactMap { batch.number($0, record)?.numerator }
            }
        }
    }

    private func units(_ reading: FileReading) -> [Int32] { reading.batches.flatMap(\.units) }

    /// Each line is of one kind, whatever stands in the file; those that are blank are known.
    private func expectAllLinesCounted(_ reading: FileReading, blank: Int = 0) {
        #expect(reading.lines.total == reading.physicalLines)
        #expect(reading.lines.blank == blank)
    }

    @Test func letterheadTitlesAndColumnNumbersAreLayout() throws {
        let reading = try read(
            "UBND QUẬN MẪU,,,CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM,\n"
                + "PHÒNG NỘI VỤ,,,Độc lập - Tự do - Hạnh phúc,\n,,,,\n"
                + "TỔNG HỢP KẾT QUẢ NĂM 2024,,,,\n(Kèm theo Công văn số 12/PNV),,,,\n"
                + "Đơn vị tính: bài,,,,\n" + LayoutTests.reports
                + "A,B,(1),(2),(3)\nP1,Phường Hòa Mẫu,2024,4,12\n"
        )
        #expect(reading.findings.isEmpty)
        #expect(numbers(reading) == [[4, 12]])
        #expect(reading.lines.layout == 6)
        #expect(reading.lines.header == 1)
        #expect(reading.headerLine == 7)
        expectAllLinesCounted(reading, blank: 1)
    }

    /// domain.md 2.3: the form as offices really send it, in one row of headings.
    @Test(arguments: ["-", "–"])
    func aHeadingWithADashGoesOnWithTheOneToItsLeft(dash: String) throws {
        let reading = try read(
            "Mã đơn vị,Kỳ báo cáo,Số ĐHTT đã xây dựng \(dash) Tập thể,\(dash) Cá nhân,"
                + "\(dash)Hộ gia đình,Số bài dự thi,\(dash) Cá nhân\nP1,2024,2,3,1,4,9\n"
        )
        #expect(numbers(reading) == [[2, 3, 1, 4]])
        #expect(codes(reading) == ["column-unknown"])
    }

    @Test func headersOfThreeRowsAreJoined() throws {
        let reading = try read(
            "Mã đơn vị,Kỳ báo cáo,Kết quả thực hiện trong năm,,,\n"
                + ",,Số ĐHTT đã xây dựng,,,Số bài dự thi\n,,TT,CN,Hộ GĐ,\nP1,2024,2,3,1,4\n"
        )
        #expect(reading.findings.isEmpty)
        #expect(numbers(reading) == [[2, 3, 1, 4]])
        #expect(reading.lines.header == 3)
    }

    @Test func aTitleAboveAHeaderIsNoGroupHeading() throws {
        let reading = try read(
            "BÁO CÁO NĂM 2024,,,,,\n" + "Mã đơn vị,Kỳ báo cáo,Số bài dự thi,,,\nP1,2024,4,,,\n"
        )
        #expect(reading.lines.header == 1)
        #expect(reading.lines.layout == 1)
        #expect(numbers(reading) == [[4]])
    }

    @Test func sectionsSubtotalsAndTotalsAreComparedAndNotCounted() throws {
        let text =
            "STT,Tên đơn vị,Kỳ báo cáo,Số bài dự thi\nI,Khối phường đồng bằng,,\n"
            + "1,Phường Hòa Mẫu,2024,4\n2,Phường Sa Pa,2024,5\nCộng I,,,9\nII,Khối phường núi,,2\n"
            + "1,Phường Sa Pả,2024,2\nTổng cộng (I+II),,,11\n"
        let reading = try read(text)
        #expect(codes(reading) == ["total-row", "total-row"])
        #expect(numbers(reading) == [[4], [5], [2]])
        #expect(reading.lines.layout == 4)
        #expect(reading.rejected.isEmpty)
        expectAllLinesCounted(reading)

        let wrong = try read(text.replacing(",,,11", with: ",,,12"))
        #expect(codes(wrong) == ["total-row", "total-row", "total-mismatch"])
        let finding = try #require(wrong.findings.last)
        #expect(finding.row == 8)
        #expect(finding.column == "Số bài dự thi")
        #expect(finding.value == "12")
        #expect(finding.expected == "11")
        #expect(numbers(wrong) == numbers(reading))
    }

    @Test func aTotalAtTheTopIsComparedWithTheRowsBelow() throws {
        let text =
            "Tên đơn vị,Kỳ báo cáo,Số bài dự thi\nTổng số,,9\nPhường Hòa Mẫu,2024,4\n"
            + "Phường Sa Pa,2024,5\n"
        #expect(codes(try read(text)) == ["total-row"])
        #expect(
            codes(try read(text.replacing(",,9", with: ",,8"))) == ["total-row", "total-mismatch"]
        )
    }

    @Test func aTotalIsNotComparedWhereARowCouldNotBeRead() throws {
        let reading = try read(
            "Tên đơn vị,Kỳ báo cáo,Số bài dự thi\nPhường Hòa Mẫu,2024,nhiều\n"
                + "Phường Sa Pa,2024,5\nTổng cộng,,9\n"
        )
        #expect(codes(reading) == ["not-a-number", "total-row"])
    }

    @Test func aRejectedRowIsPartOfTheSumThatAFileDeclares() throws {
        let reading = try read(
            "Tên đơn vị,Kỳ báo cáo,Số bài dự thi\nPhường Lạ,2024,4\nPhường Sa Pa,2024,5\n"
                + "Tổng cộng,,9\n"
        )
        #expect(codes(reading) == ["unit-unknown", "total-row"])
    }

    @Test func theNameOfAMergedCellStandsOnItsFirstRowOnly() throws {
        let reading = try read(
            "Tên đơn vị,Loại hoạt động,Ngày,Nội dung\nPhường Hòa Mẫu,Tập huấn,05/04/2024,một\n"
                + ",Tập huấn,06/04/2024,hai\nPhường Sa Pa,Tập huấn,07/04/2024,ba\n"
                + ",Kiểm tra,08/04/2024,bốn\n"
        )
        #expect(reading.findings.map(\.severity) == [.notice])
        #expect(units(reading) == [1, 1, 2, 2])
    }

    @Test func rowsBelowAnUnreadableNameAreNotGivenToAnybodyElse() throws {
        let reading = try read(
            "Tên đơn vị,Loại hoạt động,Ngày,Nội dung\nPhường Hòa Mẫu,Tập huấn,05/04/2024,một\n"
                + "Phường Lạ,Tập huấn,06/04/2024,hai\n,Tập huấn,07/04/2024,ba\n"
        )
        #expect(codes(reading) == ["unit-unknown", "unit-unknown"])
        #expect(units(reading) == [1])
        #expect(reading.rejected.map(\.line) == [3, 4])
    }

    @Test func textThatRunsOnBelowAReportDoesNotReplaceIt() throws {
        let reading = try read(
            "Mã đơn vị,Kỳ báo cáo,Số bài dự thi,\"Khó khăn, vướng mắc\"\nP1,2024,4,Thiếu người\n"
                + ",,,và thiếu kinh phí\n"
        )
        #expect(numbers(reading).first == [4])
        #expect(units(reading).first == 1)
        #expect(reading.records == 1)
        #expect(reading.rejected.map(\.line) == [3])
    }

    @Test func signaturesBelowATableAreLayout() throws {
        let reading = try read(
            LayoutTests.reports + "P1,Phường Hòa Mẫu,2024,4,12\n,,,,\n"
                + ",,,\"Phường Mẫu, ngày 05 tháng 12 năm 2024\",\n"
                + "Người lập biểu,,,THỦ TRƯỞNG ĐƠN VỊ,\n\"(Ký, họ tên)\",,,\"(Ký, đóng dấu)\",\n"
                + "Nguyễn Văn Mẫu,,,Trần Thị Mẫu,\nGhi chú: số liệu đến 30/11,,,,\n",
            at: "2024-12-01/P1/bc.csv"
        )
        #expect(reading.findings.isEmpty)
        #expect(numbers(reading) == [[4, 12]])
        #expect(reading.lines.layout == 5)
        expectAllLinesCounted(reading, blank: 1)
    }

    @Test func thePlaceAndDateOfSignaturesIsLayoutBelowAColumnOfDatesToo() throws {
        let reading = try read(
            "Mã đơn vị,Loại văn bản,\"Số, ký hiệu\",Ngày ban hành\nP1,Kế hoạch,12/KH,05/4/2024\n"
                + ",,,\n,,,\"Phường Mẫu, ngày 10 tháng 12 năm 2024\"\n"
                + "Người lập biểu,,,THỦ TRƯỞNG ĐƠN VỊ\n",
            at: "2024-12-01/P1/vb.csv"
        )
        #expect(reading.rejected.isEmpty)
        #expect(Array(reading.placement.days).count == 1)
        #expect(reading.lines.layout == 2)
        expectAllLinesCounted(reading, blank: 1)
    }

    @Test func signaturesNeverReplaceAReportWithoutAUnitColumn() throws {
        let reading = try read(
            "STT,Số bài dự thi,Số buổi tuyên truyền,Ghi chú\n1,4,12,\n"
                + ",,,\"Phường Mẫu, ngày … tháng … năm 2024\"\n,Người lập,,THỦ TRƯỞNG\n"
                + ",,,Trần Thị Mẫu\n",
            at: "2024/P1/bc.csv"
        )
        #expect(reading.findings.isEmpty)
        #expect(numbers(reading) == [[4, 12]])
        #expect(reading.lines.layout == 3)
    }

    @Test func dataBelowSignaturesIsReadAllTheSame() throws {
        let reading = try read(
            LayoutTests.reports + "P1,Phường Hòa Mẫu,2024,4,12\nNgười lập biểu,,,,\n"
                + "P2,Phường Sa Pa,2024,5,1\n"
        )
        #expect(numbers(reading) == [[4, 12], [5, 1]])
    }

    @Test func formulasThatFoundNothingAreSaidOnce() throws {
        let reading = try read(
            LayoutTests.reports + "P1,Phường Hòa Mẫu,2024,4,12\n"
                + String(repeating: "#N/A,#N/A,,#N/A,\n", count: 300)
        )
        #expect(codes(reading) == ["formula-error"])
        #expect(reading.findings.first?.severity == .notice)
        #expect(reading.rows == 1)
        #expect(reading.lines.layout == 300)
    }

    /// One broken figure takes nothing from the others of its row (domain.md 2.7).
    @Test func aBrokenFormulaInARowOfDataIsABlank() throws {
        let reading = try read(LayoutTests.reports + "P1,Phường Hòa Mẫu,2024,#REF!,12\n")
        #expect(codes(reading) == ["formula-error"])
        #expect(reading.findings.first?.severity == .warning)
        #expect(numbers(reading) == [[12]])
    }

    @Test func rowsThatAreOnlyNumberedAreLayout() throws {
        let reading = try read(
            "STT,Số bài dự thi,Số buổi tuyên truyền\n1,4,12\n2,,\n3,,\n,,\n",
            at: "2024/P1/bc.csv"
        )
        #expect(reading.findings.isEmpty)
        #expect(numbers(reading) == [[4, 12]])
        #expect(reading.lines.layout == 2)
        #expect(reading.lines.blank == 1)
    }

    @Test func theHeaderOfAFurtherPageIsLayout() throws {
        let reading = try read(
            LayoutTests.reports + "(1),(2),(3),(4),(5)\nP1,Phường Hòa Mẫu,2024,4,12\n"
                + LayoutTests.reports + "(1),(2),(3),(4),(5)\nP2,Phường Sa Pa,2024,5,1\n"
        )
        #expect(reading.findings.isEmpty)
        #expect(numbers(reading) == [[4, 12], [5, 1]])
        #expect(reading.lines.layout == 3)
    }

    @Test func aShortRowThatCountsUpIsNoRowOfColumnNumbers() throws {
        let reading = try read(
            "STT,Số bài dự thi,Số buổi tuyên truyền\n1,2,3\n",
            at: "2024/P1/bc.csv"
        )
        #expect(numbers(reading) == [[2, 3]])
    }

    @Test(arguments: [
        (",Tổng số,,,,12\n", 0), (",,,,,\n", 1), ("\n\n", 2), ("I,Khối phường,,,,\n", 0), ("", 0),
    ])
    func columnNumbersMayStandAboveAGapOrATotal(below: String, blank: Int) throws {
        let reading = try read(
            "STT,Mã đơn vị,Loại hoạt động,Ngày,Nội dung,Số người dự\n1,2,3,4,5,6\n" + below
                + "1,P1,Tập huấn,05/04/2024,a,5\n2,P1,Tập huấn,06/04/2024,b,7\n"
                + "STT,Mã đơn vị,Loại hoạt động,Ngày,Nội dung,Số người dự\n1,2,3,4,5,6\n"
                + "3,P1,Tập huấn,07/04/2024,c,5\n"
        )
        #expect(reading.records == 3)
        #expect(reading.rejected.isEmpty)
        expectAllLinesCounted(reading, blank: blank)
    }

    @Test(arguments: [",,,\n1,5,6,7\n", "Tổng số,5,6,7\n1,5,6,7\n", "1,5,6,7\n"])
    func columnNumbersWhereAllColumnsAreNumbersAreToldByTheNextRow(below: String) throws {
        let header = "STT,Số bài dự thi,Số buổi tuyên truyền,Số bài đạt giải\n"
        let reading = try read(header + "1,2,3,4\n" + below, at: "2024/P1/bc.csv")
        #expect(numbers(reading).count == 1)
        #expect(reading.rejected.isEmpty)
        let other = try read(header + "1,2,3,4\n,,,\n2,5,6,7\n", at: "2024/P1/bc.csv")
        #expect(other.lines.layout == 0)
    }

    @Test(arguments: [
        ("Họ và tên,Đối tượng,Năm\n", "I. Tập thể,,\n", "Tổ Mẫu,Tập thể,2024\n"),
        (
            "Tên bài viết,Tác giả,Ngày nộp\n", "A. Bài viết của học sinh,,\n",
            "Thầy,Trần Mẫu,06/4/2024\n"
        ),
        ("STT,Họ và tên,Đối tượng,Năm\n", ",II. Cá nhân,,\n", "1,Lê Văn Mẫu,Cá nhân,2024\n"),
    ])
    func aNumberedTitleInTheFirstColumnHeadsItsRows(header: String, title: String, row: String)
        throws
    {
        let reading = try read(header + title + row, at: "2024-05-20/P1/ds.csv")
        #expect(reading.findings.isEmpty)
        #expect(reading.records == 1)
        #expect(reading.lines.layout == 1)
        let incomplete = try read(
            header + title.replacing("I. ", with: "").replacing("A. ", with: ""),
            at: "2024-05-20/P1/ds.csv"
        )
        #expect(incomplete.rejected.map(\.line) == [2])
    }

    @Test func aNumberedTitleInTheColumnOfUnitsMayBeAUnit() throws {
        let reading = try read(
            "Tên đơn vị,Loại hoạt động,Ngày,Nội dung\nI. Hội Mẫu,,,\n,Tập huấn,05/04/2024,a\n"
        )
        #expect(reading.records == 0)
    }

    @Test func aRowWithAFaultIsNeverTakenForLayout() throws {
        let reading = try read(
            "STT,Tên đơn vị,Loại hoạt động,Ngày,Nội dung\n1,Phường Lạ,Tập huấn,05/04/2024,một\n"
                + "2,Phường Hòa Mẫu,Tập huấn,,hai\nI,Phường Hòa Mẫu,Tập huấn,31/02/2024,ba\n"
        )
        #expect(codes(reading) == ["unit-unknown", "required-empty", "not-a-date"])
        #expect(reading.rejected.map(\.line) == [2, 3, 4])
    }

    @Test func oneColumnMayHoldTheNumbersOfSeveralSubjects() throws {
        let header = "Mã đơn vị,Kỳ báo cáo,Số ĐHTT đã xây dựng,Số bài dự thi\n"
        let reading = try read(header + "P1,2024,\"02 tập thể, 03 cá nhân\",4\nP2,2024,0,1\n")
        #expect(reading.findings.isEmpty)
        #expect(numbers(reading) == [[2, 3, 4], [0, 0, 0, 1]])
        #expect(
            codes(try read("Mã đơn vị,Kỳ báo cáo,ĐHTT tập thể\nP1,2024,02 cá nhân\n")) == [
                "not-a-number"
            ]
        )
        let bare = try read(header + "P1,2024,5,4\n")
        #expect(codes(bare) == ["not-a-number"])
        #expect(bare.records == 0)
    }

    // MARK: - Tables on their side

    @Test func anIndicatorARowIsReadAsAReport() throws {
        let reading = try read(
            "UBND PHƯỜNG HÒA MẪU,,,\nBÁO CÁO KẾT QUẢ,,,\nKỳ báo cáo: Năm 2024,,,\n,,,\n"
                + "STT,Nội dung,Đơn vị tính,Kết quả\n1,Đã ban hành kế hoạch,,Có\n"
                + "2,Số ĐHTT đã xây dựng,,\na,- Tập thể,ĐHTT,2\nb,- Cá nhân,ĐHTT,3\n"
                + "3,Số bài dự thi,bài,04\n4,Món ăn,món,7\n5,Số buổi tuyên truyền,buổi,12\n"
                + "Người lập biểu,,,\n",
            at: "2024-12-01/P1/bc.csv"
        )
        #expect(codes(reading) == ["column-unknown"])
        #expect(reading.findings.first?.row == 11)
        #expect(numbers(reading) == [[1, 2, 3, 4, 12]])
        #expect(units(reading) == [1])
        #expect(reading.isVertical)
        #expect(reading.lines.counted == 5)
        expectAllLinesCounted(reading, blank: 1)
    }

    @Test func aFaultInATableOnItsSideNamesTheLineOfItsIndicator() throws {
        let reading = try read(
            "Nội dung,Kết quả\nMã đơn vị,P1\nKỳ báo cáo,2024\nSố bài dự thi,bốn\n"
                + "Số buổi tuyên truyền,12\nSố bài đạt giải,0\n"
        )
        #expect(codes(reading) == ["not-a-number"])
        #expect(reading.findings.first?.row == 4)
        #expect(reading.findings.first?.column == "Số bài dự thi")
        #expect(reading.records == 0)
        #expect(reading.rejected.count == 1)
        expectAllLinesCounted(reading)
    }

    @Test func unitsOrPeriodsMayStandSideBySide() throws {
        let reading = try read(
            "Chỉ tiêu,P1,Phường Sa Pa\nKỳ báo cáo,2024,2024\nSố bài dự thi,4,5\n"
                + "Số buổi tuyên truyền,12,1\nSố bài đạt giải,0,1\n"
        )
        #expect(reading.findings.isEmpty)
        #expect(units(reading) == [1, 2])
        #expect(numbers(reading) == [[4, 0, 12], [5, 1, 1]])
        let periods = try read(
            "Chỉ tiêu,Quý I/2024,Quý II/2024\nSố bài dự thi,4,5\nSố buổi tuyên truyền,12,1\n"
                + "Số bài đạt giải,0,1\n",
            at: "2024-12-01/P1/bc.csv"
        )
        #expect(periods.records == 2)
        #expect(periods.placement.periods.map(\.id).sorted() == ["2024-Q1", "2024-Q2"])
    }

    @Test func columnsThatNobodyCanTellApartAreNotRead() throws {
        let reading = try read(
            "Chỉ tiêu,Lần 1,Lần 2\nSố bài dự thi,4,5\nSố buổi tuyên truyền,12,1\n"
                + "Số bài đạt giải,0,1\n",
            at: "2024-12-01/P1/bc.csv"
        )
        #expect(reading.records == 0)
        #expect(!reading.isAccepted)
    }

    @Test(arguments: ["", "bài"], [false, true])
    func aColumnForTheUnitOfMeasureChangesNothing(measure: String, hasSections: Bool) throws {
        let reading = try read(
            "STT,Chỉ tiêu,Đơn vị tính,Kết quả\n" + (hasSections ? "I,Điển hình,,\n" : "")
                + "1,Số ĐHTT đã xây dựng - Tập thể,\(measure),2\n"
                + "2,Số ĐHTT đã xây dựng - Cá nhân,\(measure),3\n"
                + (hasSections ? "II,Tuyên truyền,,\n" : "")
                + "3,\"Số tin, bài đã đăng\",\(measure),9\n4,Số buổi tuyên truyền,\(measure),5\n",
            at: "2024-12-01/P1/2024/bc.csv"
        )
        #expect(reading.findings.isEmpty)
        #expect(reading.isVertical)
        #expect(numbers(reading) == [[2, 3, 9, 5]])
        expectAllLinesCounted(reading)
    }

    // MARK: - Titles and further tables

    @Test(arguments: ["Năm", "Kỳ báo cáo"])
    func aTitleInTheColumnOfPeriodsIsLayout(header: String) throws {
        let reading = try read(
            "\(header),Số người đăng ký,Ngày ký,Ký cùng\nCÁC TRƯỜNG HỌC,,,\n"
                + "2024,17,02/05/2024,Công đoàn\n",
            at: "2024-12-01/P1/gu.csv"
        )
        #expect(reading.findings.isEmpty)
        #expect(reading.records == 1)
        #expect(reading.lines.layout == 1)
    }

    @Test func aLoneTitleOverTheHeaderOfAFurtherPageIsLayout() throws {
        let header =
            ",,Xây dựng điển hình,,,\nMã đơn vị,Kỳ báo cáo,Số ĐHTT đã xây dựng,,,Số buổi tuyên truyền\n"
            + ",,Tập thể,Cá nhân,Hộ gia đình,\n"
        let reading = try read(header + "P1,2024-H1,1,2,3,4\n" + header + "P1,2024-H2,1,2,3,4\n")
        #expect(reading.findings.isEmpty)
        #expect(reading.records == 2)
        expectAllLinesCounted(reading)
    }

    @Test func theHeaderOfAFurtherTableHasOneCode() throws {
        let reading = try read(
            "Mã đơn vị,Loại hoạt động,Ngày,Nội dung,Số người dự\nP1,Tập huấn,01/05/2024,A,10\n\n\n"
                + "Mã đơn vị,Năm,Số người đăng ký\nP1,2024,15\n"
        )
        #expect(codes(reading) == ["form-unknown"])
        #expect(reading.rejected.map(\.code.rawValue) == ["form-unknown", "form-unknown"])
    }
}
