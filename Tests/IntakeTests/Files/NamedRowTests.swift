import Intake
import Model
import Rollup
import TestSupport
import Testing

/// Whom a row names, and what a row says of itself.
@Suite("Names in rows")
struct NamedRowTests {
    private func read(_ text: String) throws -> FileReading {
        try Desk.read(text, at: "2024-06-01/P1/a.csv")
    }

    private func codes(_ reading: FileReading) -> [String] {
        reading.findings.map { "\($0.severity) \($0.code.rawValue)" }
    }

    private static let people = "STT,Họ và tên,Đối tượng,Năm,Năm sinh,Ghi chú\n"
    private static let entries = "Mã bài,Tên bài viết,Tác giả,Ngày nộp\n"

    private func person(_ name: String, subject: String = "Cá nhân", birth: String = "")
        throws -> FileReading
    {
        let quoted = name.replacing("\"", with: "\"\"")
        return try read(NamedRowTests.people + "1,\"\(quoted)\",\(subject),2024,\(birth),\n")
    }

    /// Nobody is called by how many there are, or by where they are listed.
    @Test(arguments: [
        "03 cá nhân", "02 tập thể", "05 người", "10 người", "(Có danh sách kèm theo)",
        "Như danh sách kèm theo", "05 cá nhân (có danh sách kèm theo)", "12",
        "02 tập thể và 03 cá nhân", "Danh sách kèm theo", "Theo danh sách đính kèm",
        "Xem phụ lục", "03 gương điển hình tiên tiến", "Ẩn danh", "Không ghi", "0912 345 678",
    ])
    func aSumOfPeopleIsNoName(text: String) throws {
        let reading = try read(
            "STT,Họ và tên,Đối tượng,Năm\n1,\(text),Tập thể,2024\n2,Nguyễn Mẫu,Cá nhân,2024\n"
        )
        #expect(reading.records == 1)
        #expect(codes(reading) == ["error key-missing"])
        #expect(reading.findings.first?.value == text)
        #expect(reading.rejected.map(\.line) == [2])
    }

    @Test(arguments: [
        "12 bông hoa nhỏ", "Tổ dân phố 5", "30 năm một chặng đường", "Cô Tấm",
        "Có một người như thế",
        "Danh Mẫu", "Dân vận khéo", "Theo dấu chân Người", "Thiều Mẫu", "Vân Mẫu", "Xe ôm Mẫu",
        "Kèn hồng", "Ấm áp tình người", "Vòng tay nhân ái", "02 bông hoa và 03 cá nhân",
        "5 anh em trên một chiếc xe tăng", "9/1",
    ])
    func aNameThatOnlyBeginsLikeASumIsOne(text: String) throws {
        let exemplar = try person(text, subject: "Tập thể")
        #expect(exemplar.records == 1)
        #expect(exemplar.findings.isEmpty)
        let entry = try read(NamedRowTests.entries + "1,\(text),Lê Mẫu,01/05/2024\n")
        #expect(entry.records == 1)
        #expect(entry.findings.isEmpty)
    }

    /// A work may be called by a number; by how many there are, none is.
    @Test func aTitleMayBeANumber() throws {
        let reading = try read(
            NamedRowTests.entries + "1,1984,A,01/05/2024\n2,Không tên,B,01/05/2024\n"
                + "3,05 bài dự thi,C,01/05/2024\n"
        )
        #expect(reading.records == 2)
        #expect(codes(reading) == ["error key-missing"])
        #expect(reading.rejected.map(\.line) == [4])
    }

    @Test(arguments: [
        "Ẩn danh", "ẨN DANH", "Khuyết danh", "(thiếu)", "Thiếu", "Không ghi", "Không có tên",
        "02 tác giả", "0912345678", "0912.345.678", "+84 912 345 678", "(có danh sách kèm theo)",
        "Vô danh", "Nặc danh",
    ])
    func whatIsNobodysNameIsNoAuthor(text: String) throws {
        let reading = try read(NamedRowTests.entries + "1,Bài 1,\(text),01/05/2024\n")
        #expect(reading.records == 1)
        #expect(reading.rejected.isEmpty)
        #expect(reading.batches.first?.authors.isEmpty == true)
    }

    @Test(arguments: ["Ân Mẫu", "Thiết Mẫu", "Khuyến Mẫu", "Vô Mẫu", "Tập thể lớp 5A", "Nhóm 5 em"])
    func anAuthorIsOne(text: String) throws {
        let reading = try read(NamedRowTests.entries + "1,Bài 1,\(text),01/05/2024\n")
        #expect(reading.batches.first?.authors.count == 1)
        #expect(reading.findings.isEmpty)
    }

    @Test(arguments: [
        "Nguyễn Văn B, Trần Văn C", "Nguyễn Văn B\nTrần Thị C", "1. Lê Văn F; 2. Phạm Thị G",
        "Ông Vũ K, bà Vũ L", "Nguyễn Văn B và Trần Văn C", "Nguyễn Văn B và 5 người khác",
        "Đ/c Bùi Thị A; đ/c Ngô Văn B",
    ])
    func severalPeopleInOneCellAreToldOf(name: String) throws {
        let reading = try person(name)
        #expect(reading.records == 1)
        #expect(codes(reading) == ["warning wrong-subject"])
        #expect(reading.findings.first?.message.contains("nhiều người") == true)
        #expect(try person(name, subject: "Tập thể").findings.isEmpty)
    }

    @Test(arguments: [
        "Nguyễn Văn B, Bí thư chi bộ", "Lê Văn C, Đoàn viên", "Trần Thị Và", "Phạm Văn Và Mẫu",
        "Nguyễn Văn A\n(Tổ trưởng)", "Hồ Văn Hộ", "Tạ Văn Tập",
        "Hà Văn A, Trưởng ban; Chủ tịch Hội",
    ])
    func onePersonWithAPostIsOne(name: String) throws {
        #expect(try person(name).findings.isEmpty)
    }

    @Test(arguments: ["Tập thể cán bộ phường", "Hộ ông Lê Văn A", "Gia đình bà B", "Chi bộ 3"])
    func aCollectiveIsNoIndividual(name: String) throws {
        let reading = try person(name)
        #expect(reading.records == 1)
        #expect(codes(reading) == ["warning wrong-subject"])
        #expect(try person(name, subject: "Tập thể").findings.isEmpty)
    }

    @Test(
        arguments: [
            ("(bỏ) Lê Văn E", "(bỏ)"), ("Trần Thị B (rút)", "(rút)"), ("Lê Văn C (Huỷ)", "(Huỷ)"),
            ("Vũ O (không đề nghị nữa)", "(không đề nghị nữa)"), ("Sửa: Lê Văn D", "Sửa"),
            ("Lê Văn D (sửa tên)", "(sửa tên)"), ("RÚT - Lê Văn D", "RÚT "),
        ]
    )
    func aMarkOfWithdrawalInANameIsToldOf(name: String, mark: String) throws {
        let reading = try person(name)
        #expect(reading.records == 1)
        #expect(codes(reading) == ["warning contradiction"])
        #expect(reading.findings.first?.message.contains("\"\(mark)\"") == true)
    }

    @Test func aMarkOfWithdrawalBesideAWorkIsToldOf() throws {
        let reading = try read(
            "STT,Mã bài,Tên bài viết,Tác giả,Ngày nộp,Hợp lệ,Ghi chú\n"
                + "1,a1,HỦY - Bài 1,A,15/3/2024,Có,\n2,a2,Bài 2,B,15/3/2024,Có,rút\n"
                + "3,a3,Bài 3,C,15/3/2024,,Hủy\n4,a4,Bài 4,D,15/3/2024,,đã rút bài\n"
                + "bỏ,a5,Bài 5,E,15/3/2024,Có,\n(bỏ),a6,Bài 6,G,15/3/2024,Có,\n"
                // Void already, and no marks at all.
                + "7,a7,Bài 7,H,15/3/2024,Không,rút\n8,a8,Hủy diệt - chuyện kể,I,15/3/2024,Có,\n"
                + "9,a9,Hoa (bút ký),K,15/3/2024,Có,Bổ sung\n"
        )
        #expect(reading.records == 9)
        #expect(reading.findings.map(\.row) == [2, 3, 4, 5, 6, 7])
        #expect(Set(codes(reading)) == ["warning contradiction"])
        #expect(
            reading.findings.map(\.column) == [
                "Tên bài viết", "Ghi chú", "Ghi chú", "Ghi chú", "STT", "STT",
            ]
        )
    }

    @Test(arguments: ["Huy - Bí thư", "Bo (Huy)", "Hồ Văn Bỏ", "Bùi Văn A (Bí thư)", "Rừng - xanh"])
    func aNameIsNoMark(name: String) throws {
        #expect(try person(name).findings.isEmpty)
    }

    @Test(
        arguments: [
            ("25708", "1970"), ("70", nil), ("2970", nil), ("0", nil), ("1899", nil),
        ] as [(String, String?)]
    )
    func aYearOfBirthThatIsNoneIsToldOf(text: String, expected: String?) throws {
        let reading = try person("Nguyễn Mẫu", birth: text)
        #expect(reading.records == 1)
        #expect(codes(reading) == ["warning date-implausible"])
        #expect(reading.findings.first?.expected == expected)
        #expect(reading.findings.first?.column == "Năm sinh")
    }

    @Test(arguments: ["1900", "1970", "2010", "20/5/1970", "", "-"])
    func aYearOfBirthIsReadAsItIs(text: String) throws {
        #expect(try person("Nguyễn Mẫu", birth: text).findings.isEmpty)
    }
}
