import Intake
import Model
import Plans
import Rollup
import TestSupport
import Testing

/// What stands in a cell for something that is not known, broken or none (domain.md 2.7).
@Suite("Tokens in cells")
struct TokenCellTests {
    private func read(_ text: String) throws -> FileReading {
        try Desk.read(text, at: "2024-06-01/P1/a.csv")
    }

    private func codes(_ reading: FileReading) -> [String] {
        reading.findings.map { "\($0.severity) \($0.code.rawValue)" }
    }

    private static let entries = "Mã bài,Tên bài viết,Tác giả,Ngày nộp\n"

    /// Three entries are never one because their numbers went wrong.
    @Test(arguments: ["#N/A", "#REF!", "#VALUE!"])
    func aBrokenFormulaWhereRecordsAreToldApartHandsTheRowBack(text: String) throws {
        let reading = try read(
            TokenCellTests.entries + "\(text),Bài 1,A,01/05/2024\n\(text),Bài 2,B,02/05/2024\n"
                + "3,\(text),C,02/05/2024\n"
        )
        #expect(reading.records == 0)
        #expect(
            codes(reading) == ["error formula-error", "error formula-error", "error formula-error"]
        )
        #expect(reading.rejected.count == 3)
    }

    @Test func aBrokenFormulaElsewhereLeavesTheCellBlank() throws {
        let reading = try read(TokenCellTests.entries + "1,Bài 1,#N/A,01/05/2024\n")
        #expect(reading.records == 1)
        #expect(codes(reading) == ["warning formula-error"])
        #expect(reading.batches.first?.authors.isEmpty == true)
    }

    @Test(arguments: ["#N/A", "#REF!", "#VALUE!", "#DIV/0!"])
    func aBrokenFormulaIsABlankInEveryTypeOfFieldThatMayBeBlank(text: String) throws {
        let header = "Mã bài,Tên bài viết,Tác giả,Ngày nộp,Số từ,Điểm sơ khảo,Gửi Thành phố,Giải\n"
        let entry = try read(header + "1,Bài 1,A,01/05/2024,\(text),\(text),\(text),\(text)\n")
        #expect(codes(entry) == [String](repeating: "warning formula-error", count: 4))
        #expect(entry.findings.map(\.value) == [text, text, text, text])
        let batch = try #require(entry.batches.first)
        #expect(batch.columns.indices.allSatisfy { batch.number($0, 0) == nil })
        let proposal = try read(
            "Năm,Họ và tên,Đối tượng,Cấp khen thưởng,Ngày tờ trình\n"
                + "2024,Nguyễn Mẫu,Cá nhân,Quận,\(text)\n"
        )
        #expect(codes(proposal) == ["warning formula-error"])
        #expect(proposal.records == 1)
        let document = try read(
            "Loại văn bản,\"Số, ký hiệu\",Ngày ban hành,Giai đoạn\nKế hoạch,1,01/05/2024,\(text)\n"
        )
        #expect(codes(document) == ["warning formula-error"])
        #expect(document.records == 1)
    }

    @Test(arguments: [
        "#N/A,Bài 1,A,01/05/2024", "1,#N/A,A,01/05/2024", "1,Bài 1,A,#N/A",
    ])
    func aBrokenFormulaWhereTheRowCannotDoWithoutTheFieldIsAnError(row: String) throws {
        let reading = try read(TokenCellTests.entries + row + "\n")
        #expect(reading.records == 0)
        #expect(codes(reading).contains("error formula-error"))
    }

    @Test(arguments: ["-", "–", "…", "KAD", "N/A", "", "'-"])
    func anIDThatIsNoneLeavesTitleAndAuthors(id: String) throws {
        let reading = try read(
            TokenCellTests.entries + "\(id),Bài 1,A,01/05/2024\n\(id),Bài 2,B,02/05/2024\n"
        )
        #expect(reading.records == 2)
        #expect(reading.findings.isEmpty)
        #expect(Set(reading.batches.flatMap(\.identities.keys)).count == 2)
    }

    @Test(arguments: ["-", "…", "KAD", "Không áp dụng", "N/A", "?"])
    func nobodyIsCalledThat(text: String) throws {
        let entries = try read(TokenCellTests.entries + "1,Bài 1,\(text),01/05/2024\n")
        #expect(entries.batches.first?.authors.isEmpty == true)
        let exemplars = try read(
            "Năm,Họ và tên,Đối tượng\n2024,\(text),Cá nhân\n2024,Nguyễn Mẫu,Cá nhân\n"
        )
        #expect(exemplars.records == 1)
        #expect(codes(exemplars) == ["error required-empty"])
    }

    /// A list that says that it is empty is one without rows.
    @Test(arguments: [
        "2024,Không phát sinh,", ",KHÔNG PHÁT SINH,", "2024,Không có,", "Năm 2024,Chưa có,",
    ])
    func aListMayStateThatThereIsNothingToList(row: String) throws {
        let reading = try read("Năm,Họ và tên,Đối tượng\n\(row)\n")
        #expect(reading.records == 0)
        #expect(reading.lines.layout == 1)
        #expect(reading.findings.isEmpty)
        #expect(reading.rejected.isEmpty)
    }

    @Test func nobodyIsCalledNothingToReport() throws {
        let reading = try read(
            "Năm,Họ và tên,Đối tượng\n2024,Không phát sinh,Cá nhân\n2024,Khổng Mẫu,Cá nhân\n"
        )
        #expect(reading.records == 1)
        #expect(codes(reading) == ["error key-missing"])
        #expect(reading.rejected.count == 1)
    }

    /// Nobody is called so, whatever else the row says.
    @Test(arguments: [
        "Không có", "Chưa có", "Không", "Chưa", "Chưa có điển hình", "Không có đề nghị",
        "không có trường hợp nào", "Năm 2024 không có", "0", "00", "x", "X", "Chưa lựa chọn được",
        "Không phát sinh trong năm", "Đang lựa chọn", "Trong năm chưa có", "/", "khong co",
        "Tổng cộng", "Tổng cộng: 02 người", "Cộng", "KHÔNG CÓ",
    ])
    func whatIsNoNameIsHandedBack(text: String) throws {
        let reading = try read(
            "STT,Họ và tên,Đối tượng,Năm\n1,\(text),Tập thể,2024\n2,Nguyễn Mẫu,Cá nhân,2024\n"
        )
        #expect(reading.records == 1)
        #expect(codes(reading) == ["error key-missing"])
        #expect(reading.findings.first?.value == text)
        #expect(reading.rejected.map(\.line) == [2])
    }

    @Test(arguments: [
        "Không gian xanh", "Không có gì quý hơn độc lập, tự do", "Khổng Mẫu", "Chương trình sữa",
        "Tổ dân phố số 3", "Tổng phụ trách Đội", "Cộng đồng xanh", "Năm tấn thóc", "Trong vườn",
        "Đang đi giữa đường", "Hiền", "Nhung", "Chưa bao giờ lùi bước", "Xuân", "An", "B52",
        "Nhu cầu mới", "Quang", "Tổng đài 115",
    ])
    func aNameThatBeginsSoIsOne(text: String) throws {
        let reading = try read(
            TokenCellTests.entries + "1,\"\(text)\",Lê Mẫu,01/05/2024\n"
        )
        #expect(reading.records == 1)
        #expect(reading.findings.isEmpty)
    }

    /// A mark for what stands above is written out by who knows what stands there.
    @Test(arguments: ["nt", "NT", "-nt-", "như trên", "(Như trên)", "\"\"\"\"", "//", "”", "n.t"])
    func aMarkForTheRowAboveIsHandedBack(mark: String) throws {
        let names = try read(
            "Năm,Họ và tên,Đối tượng\n2024,Nguyễn Mẫu,Cá nhân\n2024,\(mark),Cá nhân\n"
        )
        #expect(names.records == 1)
        #expect(codes(names) == ["error key-missing"])
        #expect(names.findings.first?.message.contains("như dòng trên") == true)
        let subjects = try read(
            "Năm,Họ và tên,Đối tượng\n2024,Nguyễn Mẫu,Cá nhân\n2024,Trần Mẫu,\(mark)\n"
        )
        #expect(codes(subjects) == ["error not-in-list"])
        #expect(subjects.findings.first?.message.contains("như dòng trên") == true)
    }

    /// Not even where the cell may be blank is such a mark one.
    @Test func aMarkForTheRowAboveIsNoBlank() throws {
        let reading = try read(
            "Mã bài,Tên bài viết,Tác giả,Ngày nộp,Giải\n1,a,A,01/05/2024,Nhất\n"
                + "2,b,B,01/05/2024,\"\"\"\"\n3,c,C,01/05/2024,-\n"
        )
        #expect(reading.rejected.map(\.line) == [3])
        #expect(codes(reading) == ["error not-in-list"])
    }

    @Test(arguments: [
        "nt", "như trên", "Không", "chưa có", "x", "//", "Đang cập nhật", "\"\"\"\"", "0",
    ])
    func authorsThatAreNoneAreMissing(text: String) throws {
        let reading = try read(TokenCellTests.entries + "1,Bài 1,\(text),01/05/2024\n")
        #expect(reading.records == 1)
        #expect(reading.batches.first?.authors.isEmpty == true)
    }

    /// What is not settled yet is no report of nothing.
    @Test func whatIsNotSettledIsNoEmptyList() throws {
        let reading = try read("Năm,Họ và tên,Đối tượng\n2024,Đang lựa chọn,\n")
        #expect(codes(reading) == ["error key-missing"])
        let nothing = try read("STT,Họ và tên,Đối tượng,Năm\n1,Chưa có điển hình nào,,2024\n")
        #expect(nothing.findings.isEmpty)
        #expect(nothing.lines.layout == 1)
    }

    @Test(
        arguments: [
            ("Không phát sinh", [0]), ("-", [0]), ("–", [0]), ("—", [0]), ("…", []), ("", []),
            ("KAD", []), ("0", [0]),
        ] as [(String, [Int64])]
    )
    func aDashIsNoneWhereSomethingIsCounted(cell: String, numbers: [Int64]) throws {
        let reading = try read("Kỳ báo cáo,Số bài dự thi,Số buổi tuyên truyền\n2024,\(cell),3\n")
        let batch = try #require(reading.batches.first)
        let found = batch.columns.indices.compactMap { batch.number($0, 0)?.numerator }
        #expect(found == numbers + [3])
        #expect(reading.findings.isEmpty)
    }

    /// A score that was not given is not 0, nor was anybody born in the year 0.
    @Test func aDashIsNotKnownWhereNothingIsCounted() throws {
        let entry = try read(
            "Mã bài,Tên bài viết,Tác giả,Ngày nộp,Điểm sơ khảo,Số từ\n1,a,A,01/05/2024,-,-\n"
        )
        let exemplar = try read(
            "Năm,Họ và tên,Đối tượng,Năm sinh\n2024,Nguyễn Mẫu,Cá nhân,-\n"
        )
        func numbers(_ reading: FileReading) -> [Int64] {
            reading.batches.flatMap { batch in
                batch.columns.indices.compactMap { batch.number($0, 0)?.numerator }
            }
        }
        #expect(numbers(entry) == [0])
        #expect(numbers(exemplar) == [1])
    }

    @Test func aDashForTheNumbersOfSeveralIsNoneOfEach() throws {
        let reading = try read(
            "Kỳ báo cáo,\"Số tập thể, cá nhân được khen thưởng\",Số bài dự thi\n2024,-,3\n"
        )
        let batch = try #require(reading.batches.first)
        let found = batch.columns.indices.compactMap { batch.number($0, 0)?.numerator }
        #expect(found == [3, 0, 0])
    }

    /// CONTRACT §11.28: what tonghop writes it reads, in every type of field.
    @Test func theSignThatKeepsACellFromBeingAFormulaIsTakenOff() throws {
        let reading = try read(
            "Loại hoạt động,Ngày,Nội dung,Số người dự\nTập huấn,02/05/2024,'-,'-\n"
                + "Tập huấn,'-,A,5\n"
        )
        #expect(codes(reading) == ["error required-empty"])
        #expect(reading.records == 1)
        let report = try read(
            "Kỳ báo cáo,Đã ban hành kế hoạch,Số ĐHTT đã xây dựng - Tập thể,Số buổi tuyên truyền\n"
                + "2024,'-,'-,'+5\n"
        )
        #expect(report.findings.isEmpty)
        let batch = try #require(report.batches.first)
        #expect(
            batch.columns.indices.compactMap { batch.number($0, 0)?.numerator } == [0, 0, 5]
        )
    }

    /// Beside a name that speaks an id may be missing.
    @Test(arguments: ["…", "-", "'-", "KAD", "?"])
    func aNameSpeaksWhereTheIDIsNotKnown(id: String) throws {
        let header = "Mã đơn vị,Tên đơn vị,Loại hoạt động,Ngày\n"
        let reading = try Desk.read(
            header + "\(id),Phường Hòa Mẫu,Tập huấn,02/05/2024\n",
            at: "2024-06-01/Q/a.csv"
        )
        #expect(reading.findings.isEmpty)
        #expect(reading.batches.flatMap(\.units) == [1])
        let nameless = try Desk.read(
            header + "P1,,Tập huấn,01/05/2024\n\(id),,Tập huấn,02/05/2024\n",
            at: "2024-06-01/Q/a.csv"
        )
        #expect(nameless.rejected.map(\.line) == [3])
    }

    @Test func aBrokenFormulaForTheIDIsToldOfBesideTheName() throws {
        let reading = try Desk.read(
            "Mã đơn vị,Tên đơn vị,Loại hoạt động,Ngày\n#N/A,Phường Hòa Mẫu,Tập huấn,02/05/2024\n",
            at: "2024-06-01/Q/a.csv"
        )
        #expect(codes(reading) == ["warning formula-error"])
        #expect(reading.batches.flatMap(\.units) == [1])
    }

    /// A level is called so with its kind before it as well (domain.md 2.4).
    @Test(arguments: [
        ("Cấp đơn vị", 0), ("cấp phường", 1), ("Cấp xã", 1), ("Cấp phường/xã", 1), ("Cấp Quận", 2),
        ("Cấp huyện", 2), ("Cấp Sở", 2), ("CẤP THÀNH PHỐ", 3), ("Cấp tỉnh", 3), ("Cấp Bộ", 3),
        ("Cấp toàn quốc", 4), ("Phường", 1),
    ])
    func aLevelIsKnownWithTheWordBeforeIt(text: String, code: Int) throws {
        let reading = try read(
            "Năm,Họ và tên,Đối tượng,Cấp khen thưởng\n2024,Nguyễn Mẫu,Cá nhân,\(text)\n"
        )
        #expect(reading.findings.isEmpty)
        let plan = try Scenario(plan: Desk.plan, units: Desk.units).readPlan()
        let form = try #require(plan.forms.forms.first { $0.id == "proposal" })
        let batch = try #require(reading.batches.first)
        #expect(batch.code(try #require(form.index(of: "level")), 0) == code)
    }

    @Test(arguments: [
        "1.490.000đ", "1.490.000 đ", "1.490.000đ.", "1.490.000 VNĐ", "1.490.000 VND",
        "1490000vnđ", "1.490.000 đồng",
    ])
    func moneyMayHaveItsUnit(text: String) throws {
        let reading = try read(
            "Họ và tên,Đối tượng,Số QĐ,Ngày QĐ,Cấp khen,Mức thưởng\n"
                + "Nguyễn Mẫu,Cá nhân,1,01/05/2024,Quận,\(text)\n"
        )
        #expect(reading.findings.isEmpty)
        let batch = try #require(reading.batches.first)
        #expect(batch.columns.indices.contains { batch.number($0, 0) == Quantity(1_490_000) })
    }
}
