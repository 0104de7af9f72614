import Intake
import Model
import TestSupport
import Testing

/// Group headings that say whose figures stand below them, and the subjects that they divide.
@Suite("Group headings")
struct GroupHeadingTests {
    private func read(_ text: String, at path: String = "2024-12-01/P1/bc.csv") throws
        -> FileReading
    {
        let reading = try Desk.read(text, at: path)
        #expect(reading.lines.total == reading.physicalLines)
        return reading
    }

    private func codes(_ reading: FileReading) -> [String] {
        reading.findings.map(\.code.rawValue)
    }

    @Test(arguments: [
        ("Cùng kỳ năm trước,", ["Số bài dự thi", "Số bài đạt giải"]),
        ("Năm 2023,Năm 2024", ["Số bài dự thi", "Số bài đạt giải"]),
        ("Chỉ tiêu giao,Thực hiện", ["Số bài dự thi"]), ("Kế hoạch,Kết quả", ["Số bài dự thi"]),
        ("Kết quả,Thực hiện", []),
    ])
    func figuresOfAnotherKindAreTold(groups: String, untaken: [String]) throws {
        let reading = try read(
            "Kỳ báo cáo,Số buổi tuyên truyền,\(groups)\n,,Số bài dự thi,Số bài đạt giải\n2024,7,50,6\n"
        )
        #expect(codes(reading) == untaken.map { _ in "column-unknown" })
        #expect(
            reading.findings.compactMap { $0.column?.split(separator: " - ").last.map(String.init) }
                == untaken
        )
        let kept: [Int64] = untaken.isEmpty ? [50, 6] : untaken.count == 1 ? [6] : []
        #expect(Desk.numbers(reading) == [kept + [7]])
    }

    /// The lower row is a header by itself; what stands above it counts all the same.
    @Test func groupsAboveAWholeRowOfHeadingsAreNotLeftOut() throws {
        let reading = try read(
            ",,Chỉ tiêu giao,,Thực hiện,\n"
                + "STT,Kỳ báo cáo,Số bài dự thi,Số bài đạt giải,Số bài dự thi,Số bài đạt giải\n"
                + "1,2024,50,9,5,1\n"
        )
        #expect(codes(reading) == ["column-unknown", "column-unknown"])
        #expect(Desk.numbers(reading) == [[5, 1]])
        let whole = try read(
            ",,Cùng kỳ năm trước,,\n"
                + "STT,Kỳ báo cáo,Số bài dự thi,Số bài đạt giải,Số buổi tuyên truyền\n1,2024,50,9,5\n"
        )
        #expect(Desk.numbers(whole) == [[]])
        #expect(codes(whole) == ["column-unknown", "column-unknown", "column-unknown"])
    }

    @Test func aHeadingThatGoesOnWithADashKeepsItsGroup() throws {
        let reading = try read(
            "Kỳ báo cáo,Số buổi tuyên truyền,Cùng kỳ năm trước - Số bài dự thi,- Số bài đạt giải\n"
                + "2024,7,50,6\n"
        )
        #expect(Desk.numbers(reading) == [[7]])
        #expect(codes(reading) == ["column-unknown", "column-unknown"])
    }

    /// One period over all figures is compared with that of each row.
    @Test(arguments: [
        ("Năm 2024", "2024", true), ("Kết quả năm 2024", "Quý I/2024", true),
        ("Năm 2023", "2024", false), ("Quý I/2024", "2024", false),
    ])
    func theOnlyPeriodOverFiguresHasToBeTheRows(group: String, own: String, agrees: Bool) throws {
        let reading = try read(
            "Mã đơn vị,Kỳ báo cáo,\(group),\n,,Số bài dự thi,Số bài đạt giải\nP1,\(own),50,6\n"
        )
        #expect(Desk.numbers(reading) == (agrees ? [[50, 6]] : []))
        #expect(codes(reading) == (agrees ? [] : ["period-unknown"]))
    }

    /// What stands above a table is its title, be it a year.
    @Test(arguments: ["NĂM 2024,,,\n", ",NĂM 2024,,\n", "Kế hoạch thi đua năm 2024,,,\n"])
    func aTitleIsNoGroup(title: String) throws {
        let reading = try read(
            title + "Mã đơn vị,Kỳ báo cáo,Số bài dự thi,Số bài đạt giải\nP1,2024,5,1\n"
        )
        #expect(Desk.numbers(reading) == [[5, 1]])
        #expect(reading.findings.isEmpty)
    }

    /// A topic is no target.
    @Test func aGroupMayBeATopic() throws {
        let reading = try read(
            "Mã đơn vị,Kỳ báo cáo,Kế hoạch,,Công tác tuyên truyền,\n"
                + ",,Đã ban hành kế hoạch,Số kế hoạch,Số buổi tuyên truyền,Số bài dự thi\n"
                + "P1,2024,Có,12/KH,5,1\n"
        )
        #expect(reading.findings.isEmpty)
        #expect(reading.records == 1)
    }

    // MARK: - Subjects below a group

    @Test(arguments: [
        "Kỳ báo cáo,Số buổi tuyên truyền,Số được khen thưởng,\n,,Tập thể,Cá nhân\n",
        "Kỳ báo cáo,Số buổi tuyên truyền,Số được khen thưởng,\n,,TT,CN\n",
        "Kỳ báo cáo,Số buổi tuyên truyền,Số được khen thưởng - Tập thể,- Cá nhân\n",
        "Kỳ báo cáo,Số buổi tuyên truyền,Số tập thể được khen thưởng,Số được khen thưởng - Cá nhân\n",
    ])
    func subjectsBelowAGroupAreColumnsOfTheirOwn(header: String) throws {
        let reading = try read(header + "2024,5,13,14\n")
        #expect(reading.findings.isEmpty)
        #expect(Desk.numbers(reading) == [[5, 13, 14]])
        let worded = try read(header + "2024,5,02 tập thể,0\n")
        #expect(Desk.numbers(worded) == [[5, 2, 0]])
        // Blank is never 0.
        #expect(Desk.numbers(try read(header + "2024,5,,0\n")) == [[5, 0]])
        #expect(Desk.numbers(try read(header + "2024,5,7,\n")) == [[5, 7]])
    }

    @Test func aSubjectThatTheFormDoesNotCountIsTold() throws {
        let reading = try read(
            "Kỳ báo cáo,Số buổi tuyên truyền,Số hộ gia đình được khen thưởng\n2024,5,3\n"
        )
        #expect(codes(reading) == ["column-unknown"])
        #expect(Desk.numbers(reading) == [[5]])
    }

    // MARK: - Totals beside their parts

    @Test(arguments: [
        ("Số ĐHTT đã xây dựng,,\n,,,Tập thể,Cá nhân\n", "3,1,2"),
        ("Số ĐHTT đã xây dựng,Số ĐHTT đã xây dựng - Tập thể,- Cá nhân\n", "3,1,2"),
        ("Số ĐHTT đã xây dựng,- Tập thể,- Cá nhân\n", "3,1,2"),
        ("Số ĐHTT đã xây dựng - Tập thể,- Cá nhân,Số ĐHTT đã xây dựng\n", "1,2,3"),
    ])
    func aTotalBesideItsPartsIsComparedAndNotCounted(columns: String, cells: String) throws {
        let header = "Kỳ báo cáo,Số buổi tuyên truyền," + columns
        let reading = try read(header + "2024,5,\(cells)\n")
        #expect(Desk.numbers(reading) == [[1, 2, 5]])
        #expect(
            reading.findings.map { "\($0.severity) \($0.code.rawValue) \($0.column ?? "")" }
                == ["notice column-unknown Số ĐHTT đã xây dựng"]
        )
        let wrong = try read(header + "2024,5,\(cells.replacing("3", with: "4"))\n")
        #expect(Desk.numbers(wrong) == [[1, 2, 5]])
        #expect(codes(wrong) == ["column-unknown", "total-mismatch"])
        #expect(wrong.findings.last?.value == "4")
        #expect(wrong.findings.last?.expected == "3")
    }

    /// What nobody divided is not lost without a word.
    @Test func aTotalWhosePartsAreBlankIsTold() throws {
        let reading = try read(
            "Kỳ báo cáo,Số buổi tuyên truyền,Số ĐHTT đã xây dựng,- Tập thể,- Cá nhân\n"
                + "2024,5,\"02 tập thể, 01 cá nhân\",,\n2024,5,-,,\n"
        )
        #expect(codes(reading).filter { $0 == "total-mismatch" }.count == 1)
        #expect(reading.findings.first { $0.code == .totalMismatch }?.row == 2)
    }

    @Test func twoTotalsAreNotChosenBetween() throws {
        let reading = try read(
            "Kỳ báo cáo,Số buổi tuyên truyền,Số ĐHTT đã xây dựng,Số ĐHTT đã xây dựng\n"
                + "2024,5,02 tập thể,03 tập thể\n"
        )
        #expect(codes(reading) == ["column-duplicate"])
        #expect(reading.records == 0)
    }
}
