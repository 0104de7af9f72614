import Intake
import Model
import TestSupport
import Testing

/// The lower lines of headers that divide the columns of the upper one in words that no form knows.
@Suite("Headings that divide columns")
struct SubheadingTests {
    private func read(_ text: String, at path: String = "P1/2024") throws -> FileReading {
        let reading = try Desk.read(text, at: "2024-12-01/\(path)/bc.csv")
        #expect(reading.lines.total == reading.physicalLines)
        return reading
    }

    /// What the columns that are not read are called below their groups.
    private func untaken(_ reading: FileReading) -> [String] {
        #expect(reading.findings.allSatisfy { $0.code == .columnUnknown })
        return reading.findings.compactMap { finding in
            finding.column.map { String($0.drop { $0 != "-" }.dropFirst(2)) }
        }
    }

    /// Which of several years is the report's, no line says.
    @Test(arguments: [
        ("Số bài dự thi,,Số buổi tuyên truyền,", "2023,2024,2023,2024", "3,5,10,14"),
        (
            "Số bài dự thi,,,Số buổi tuyên truyền,,",
            "Năm 2023,Năm 2024,%,Năm 2023,Năm 2024,%", "3,5,2,10,14,4"
        ),
        (
            "Số bài dự thi,,,Số buổi tuyên truyền,,",
            "Năm 2023,Năm 2024,(+/-),Năm 2023,Năm 2024,(+/-)", "3,5,2,10,14,4"
        ),
        ("Số bài dự thi,,So sánh", "Năm trước,Năm nay,(%)", "3,5,166"),
        ("Số bài dự thi,,So sánh", "2023,2024,2024/2023", "3,5,166"),
        (
            "Số bài dự thi,,Số lượt người được tập huấn,", "2023,2024,2023,2024",
            "3,5,120 (60 nữ),14"
        ),
    ])
    func yearsSideBySideAreTold(upper: String, lower: String, cells: String) throws {
        let reading = try read("Mã đơn vị,\(upper)\n,\(lower)\nP1,\(cells)\n")
        #expect(Desk.numbers(reading) == [[]])
        #expect(reading.rejected.isEmpty)
        #expect(untaken(reading) == lower.split(separator: ",").map(String.init))
        #expect(reading.headerLines == 1...2)
    }

    /// Without a column for the unit no cell of the lower line is blank.
    @Test func aLineWithoutABlankMayDivideAllColumns() throws {
        let header = "Số bài dự thi,,Số buổi tuyên truyền,\n"
        let years = try read(header + "2023,2024,2023,2024\n3,5,10,14\n")
        #expect(Desk.numbers(years).joined().isEmpty)
        #expect(years.headerLines == 1...2)
        let unknown = years.findings.filter { $0.code == .columnUnknown }
        #expect(unknown.count == 4)
        #expect(unknown.allSatisfy { $0.fix.contains("chỉ giữ cột này, đặt tên \"Số ") })
        let reading = try read(header + "KH,TH,KH,TH\n10,8,4,5\n")
        #expect(Desk.numbers(reading) == [[8, 5]])
        #expect(untaken(reading) == ["KH", "KH"])
        #expect(reading.findings.allSatisfy { !$0.fix.contains("chỉ giữ cột này") })
    }

    /// Folding drops the sign; a difference is no count in one line either.
    @Test(arguments: [
        "(+/-)", "(-/+)", "(+;-)", "(+ -)", "(+, -)", "(+)/(-)", "(– / +)", "±", "+/−", "-+", "(%)",
    ])
    func aDifferenceIsNoCount(sign: String) throws {
        let reading = try read(
            "Mã đơn vị,\"Số bài dự thi \(sign)\",Số buổi tuyên truyền\nP1,2,7\n"
        )
        #expect(Desk.numbers(reading) == [[7]])
        #expect(reading.findings.map(\.code) == [.columnUnknown])
        let below = try read("Mã đơn vị,Số bài dự thi,\n,Năm 2024,\"\(sign)\"\nP1,5,2\n")
        #expect(Desk.numbers(below) == [[]])
        #expect(untaken(below) == ["Năm 2024", sign])
    }

    /// A plus or a dash alone only marks a part or joins words.
    @Test(arguments: ["+ Số bài dự thi", "- Số bài dự thi", "(+) Số bài dự thi"])
    func aSignThatMarksAPartIsNone(heading: String) throws {
        let reading = try read("Mã đơn vị,\(heading)\nP1,5\n")
        #expect(Desk.numbers(reading) == [[5]])
        #expect(reading.findings.isEmpty)
    }

    /// What is required stands in none of two columns for certain.
    @Test func yearsBelowARequiredHeadingLeaveItOut() throws {
        let reading = try read(
            "STT,Mã đơn vị,Năm,Số người đăng ký,,Ngày ký\n,,,2023,2024,\n"
                + "1,P1,2024,50,70,15/2/2024\n"
        )
        #expect(reading.records == 0)
        #expect(
            reading.findings.map(\.code)
                == [.columnUnknown, .columnUnknown, .columnMissing]
        )
    }

    @Test(
        arguments: [
            (
                "Số bài dự thi,,,Số buổi tuyên truyền,,", "KH,TH,%,KH,TH,%", "10,8,80,4,5,125",
                [8, 5]
            ),
            (
                "Số bài dự thi,,,Số buổi tuyên truyền,", "Kế hoạch,Thực hiện,%,,", "10,8,80,4,",
                [8, 4]
            ),
            (
                "Số bài dự thi,,,Số buổi tuyên truyền,", "Kế hoạch,Thực hiện,Tỷ lệ %,,",
                "10,8,80,4,",
                [8, 4]
            ),
            ("Số bài dự thi,,Số buổi tuyên truyền", "KH,TH,TH", "10,8,4", [8, 4]),
            (
                "Số bài dự thi,,Số buổi tuyên truyền", "Chỉ tiêu giao,Thực hiện,Thực hiện",
                "10,8,4",
                [8, 4]
            ),
            (
                "Số bài dự thi,,Số buổi tuyên truyền", "Cùng kỳ năm trước,Thực hiện,", "10,8,4",
                [8, 4]
            ),
            (
                "Số lượt người được tập huấn,,Số bài dự thi", "Trong đó nữ,Tổng số,Tổng số",
                "40,100,5",
                [5, 100]
            ),
            (
                "Số lượt người được tập huấn,,Số cá nhân được khen thưởng,,Số bài dự thi",
                "Nữ,Tổng số,Nữ,Tổng số,", "40,100,3,8,5", [5, 100, 8]
            ),
            (
                "Số ĐHTT đã xây dựng,,,Số lượt người được tập huấn,,",
                "Tập thể,Cá nhân,Hộ gia đình,Tổng số,Trong đó: Nữ,Dân tộc", "2,3,1,100,40,5",
                [2, 3, 1, 100]
            ),
            (
                "Số lượt người được tập huấn,Trong đó,,Số bài dự thi,Trong đó", ",Nữ,Dân tộc,,Nữ",
                "100,40,5,7,3", [7, 100]
            ),
            // Of what the total or the result is, is not said.
            ("Số bài dự thi,,Số buổi tuyên truyền", "Tổng số,Lũy kế,", "10,8,4", [4]),
            ("Số bài dự thi,,Số buổi tuyên truyền", "Năm 2023,Thực hiện,", "10,8,4", [4]),
            ("Số bài dự thi,,Số buổi tuyên truyền", "Thực hiện,Kết quả,", "10,8,4", [4]),
        ] as [(String, String, String, [Int64])]
    )
    func theResultIsReadAndNothingBesideIt(
        upper: String,
        lower: String,
        cells: String,
        kept: [Int64]
    ) throws {
        let reading = try read("STT,Mã đơn vị,\(upper)\n,,\(lower)\n1,P1,\(cells)\n")
        #expect(Desk.numbers(reading) == [kept])
        #expect(reading.rejected.isEmpty)
        #expect(!untaken(reading).isEmpty)
    }

    @Test func theTotalOfARequiredFieldIsRead() throws {
        let reading = try read(
            "Mã đơn vị,Năm,Số người đăng ký,,,Ngày ký\n,,Tổng số,Nữ,DTTS,\n"
                + "P1,2024,20,5,1,15/2/2024\n"
        )
        #expect(reading.records == 1)
        #expect(untaken(reading) == ["Nữ", "DTTS"])
    }

    /// Numbers are data, be they as large as a year.
    @Test(
        arguments: [
            ("Số bài dự thi,,Số buổi tuyên truyền", "2023,2023,7", [2023, 7]),
            ("Số bài dự thi,,Số buổi tuyên truyền", "2023,2024,7", [2023, 7]),
            ("Số bài dự thi,,Số buổi tuyên truyền,", "2023,2023,2024,2024", [2023, 2024]),
            ("Số bài dự thi,,Số buổi tuyên truyền", "5 bài,6 bài,", [5]),
            ("Số bài dự thi,,Số buổi tuyên truyền", "-,-,7", [0, 7]),
        ] as [(String, String, [Int64])]
    )
    func aRowOfFiguresIsData(upper: String, row: String, numbers: [Int64]) throws {
        let reading = try read("\(upper)\n\(row)\n")
        #expect(Desk.numbers(reading) == [numbers])
        #expect(reading.headerLines == 1...1)
    }

    // MARK: - Groups that narrow what stands below them

    @Test(arguments: [
        "Lũy kế từ đầu giai đoạn", "Luỹ kế", "Ước thực hiện quý IV", "Ước cả năm", "Trong đó: Nữ",
        "Trong đó: Đảng viên", "Nữ",
    ])
    func aGroupThatNarrowsItsColumnsIsTold(group: String) throws {
        let reading = try read(
            "Mã đơn vị,\(group),,Số lượt người được tập huấn\n"
                + ",Số cá nhân được khen thưởng,Số buổi tuyên truyền,\nP1,30,40,5\n"
        )
        #expect(Desk.numbers(reading) == [[5]])
        #expect(untaken(reading).count == 2)
    }

    @Test(arguments: ["Trong đó", "Kết quả trong kỳ", "Ước mơ xanh", "Trong đó: Tập thể, cá nhân"])
    func aGroupThatSaysNothingOfThemIsLeftAlone(group: String) throws {
        let reading = try read(
            "Mã đơn vị,\(group),,Số lượt người được tập huấn\n"
                .replacing(group, with: "\"\(group)\"")
                + ",Số bài dự thi,Số buổi tuyên truyền,\nP1,30,40,5\n"
        )
        #expect(Desk.numbers(reading) == [[30, 40, 5]])
        #expect(reading.findings.isEmpty)
    }

    /// A part of a year is that of the row's own year.
    @Test(arguments: [
        ("Quý IV", "2024-Q4", true), ("Thực hiện quý IV", "2024-Q4", true),
        ("Quý IV", "2024-11", true), ("Thực hiện quý IV", "2024", false),
        ("Quý IV", "2024-Q3", false), ("6 tháng đầu năm", "2024", false),
    ])
    func aPartOfAYearOverFiguresHasToHoldTheRows(group: String, folder: String, agrees: Bool)
        throws
    {
        let reading = try read(
            "Mã đơn vị,\(group),\n,Số bài dự thi,Số buổi tuyên truyền\nP1,30,40\n",
            at: "P1/\(folder)"
        )
        #expect(Desk.numbers(reading) == (agrees ? [[30, 40]] : []))
        #expect(reading.findings.map(\.code) == (agrees ? [] : [.periodUnknown]))
    }

    @Test func ofSeveralPartsNoneIsTheRows() throws {
        let reading = try read(
            "Mã đơn vị,Số lượt người được tập huấn,Quý III,,Quý IV,\n"
                + ",,Số bài dự thi,Số buổi tuyên truyền,Số bài dự thi,Số buổi tuyên truyền\n"
                + "P1,5,1,2,3,4\n",
            at: "P1/2024-Q4"
        )
        #expect(Desk.numbers(reading) == [[5]])
        #expect(untaken(reading).count == 4)
    }
}
