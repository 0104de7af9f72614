import Judgement
import Model
import TestSupport
import Testing

@Suite("What records say that cannot be right (CONTRACT §8, content)")
struct ContentTests {
    private func findings(
        _ code: FindingCode,
        _ files: [Scenario.File],
        units: String = district,
        asOf: String = "2025-01-05"
    ) throws -> [Finding] {
        let root = units == district ? "D" : "C"
        return try Scenario(plan([], root: root), files, units: units)
            .judge(window: "2024", asOf: asOf).findings.filter { $0.code == code }
    }

    // MARK: - Reports without a word

    private func report(_ cells: String) -> Scenario.File {
        .init(
            "2024-12-30/W1/bao-cao.csv",
            "unit,period,plan_issued,posts,note\nW1,2024,\(cells)\n"
        )
    }

    @Test func aFormSentBackBlankIsNamed() throws {
        let found = try findings(.empty, [report(",,")])
        #expect(found.map(\.severity) == [.warning])
        #expect(found.map(\.row) == [2])
        #expect(found.map(\.unit) == ["W1"])
    }

    @Test(arguments: [",0,", "không,,", ",,Không phát sinh"])
    func aReportThatSaysAnythingIsNotBlank(cells: String) throws {
        #expect(try findings(.empty, [report(cells)]).isEmpty)
    }

    @Test(arguments: ["", "\n,,,,\n"])
    func aReportOfHeadingsAloneIsNamed(rest: String) throws {
        let found = try findings(
            .empty,
            [.init("2024-12-30/W1/bao-cao.csv", "unit,period,plan_issued,posts,note\n" + rest)]
        )
        #expect(found.map(\.severity) == [.warning])
        #expect(found.map(\.row) == [nil])
        #expect(found.map(\.unit) == ["W1"])
    }

    /// A list of which there is nothing says just that.
    @Test func aRegisterOfHeadingsAloneIsNot() throws {
        let media = Scenario.File("2024-12-30/W1/tin.csv", "unit,kind,name,link,posted_on\n")
        #expect(try findings(.empty, [media]).isEmpty)
    }

    // MARK: - Ballots

    private func reviews(_ rows: String...) -> Scenario.File {
        .init(
            "2024-12-30/W1/hop.csv",
            "unit,held_on,exemplar,members,present,issued,collected,valid,agree\n"
                + rows.map { "W1,2024-12-28,\($0)\n" }.joined()
        )
    }

    @Test(arguments: [
        "Điển hình 1,13,12,12,12,11,10", "Điển hình 1,9,9,9,9,9,9", "Điển hình 1,,,,,,",
        "Điển hình 1,,,,,,16", "Điển hình 1,13,,,,,13", "Điển hình 1,0,0,0,0,0,0",
    ])
    func ballotsThatFitAreNotMentioned(row: String) throws {
        #expect(try findings(.ballotsInconsistent, [reviews(row)]).isEmpty)
    }

    @Test(arguments: [
        ("13,14,12,12,12,12", "Số có mặt", 14, "Số thành viên", 13),
        ("13,12,13,12,12,12", "Số phiếu phát ra", 13, "Số có mặt", 12),
        ("13,12,12,13,12,12", "Số phiếu thu về", 13, "Số phiếu phát ra", 12),
        ("13,12,12,11,12,11", "Số phiếu hợp lệ", 12, "Số phiếu thu về", 11),
        ("13,13,13,13,13,16", "Số phiếu đồng ý", 16, "Số phiếu hợp lệ", 13),
        ("13,,,,,16", "Số phiếu đồng ý", 16, "Số thành viên", 13),
        (",,12,,13,", "Số phiếu hợp lệ", 13, "Số phiếu phát ra", 12),
        // The first pair is named, whatever follows.
        ("5,6,7,8,9,10", "Số có mặt", 6, "Số thành viên", 5),
    ])
    func theFirstNumberThatIsTooLargeIsNamed(
        numbers: String,
        column: String,
        value: Int,
        limitColumn: String,
        limit: Int
    ) throws {
        let found = try findings(
            .ballotsInconsistent,
            [reviews("Điển hình 1,9,9,9,9,9,9", "Điển hình 2,\(numbers)")]
        )
        #expect(
            found == [
                Finding(
                    .ballotsInconsistent,
                    severity: .warning,
                    unit: "W1",
                    file: "2024-12-30/W1/hop.csv",
                    row: 3,
                    column: column,
                    value: String(value),
                    expected: "≤ \(limit)",
                    message:
                        "\"\(column)\" ghi \(value), nhiều hơn \"\(limitColumn)\" ghi \(limit).",
                    fix: "Kiểm tra lại các số này theo biên bản họp xét."
                )
            ]
        )
    }

    @Test(arguments: [("9,8", 1), ("8,9", 0), ("9,", 0), (",9", 0), ("9,9", 0)])
    func anExemplarHasNoMoreVotesThanBallots(numbers: String, expected: Int) throws {
        let file = Scenario.File(
            "2024-12-01/W1/dh.csv",
            "unit,year,name,subject,agree,ballots\nW1,2024,Nguyễn Văn Thử,individual,\(numbers)\n"
        )
        let found = try findings(.ballotsInconsistent, [file])
        #expect(found.count == expected)
        #expect(found.allSatisfy { $0.column == "Số phiếu đồng ý" && $0.expected == "≤ 8" })
    }

    @Test func onlyRecordsThatCountAreLookedAt() throws {
        let correction = Scenario.File(
            "2024-12-31/W1/hop.csv",
            "unit,held_on,exemplar,members,present\nW1,2024-12-28,Điển hình 1,13,13\n"
        )
        let wrong = reviews("Điển hình 1,13,16,,,,")
        #expect(try findings(.ballotsInconsistent, [wrong]).count == 1)
        #expect(try findings(.ballotsInconsistent, [wrong, correction]).isEmpty)
        #expect(try findings(.ballotsInconsistent, [wrong], asOf: "2024-12-27").isEmpty)
    }

    // MARK: - Subjects

    @Test(arguments: [
        ("Công dân Thủ đô ưu tú", "collective", "Cá nhân"),
        ("Danh hiệu \"CÔNG DÂN THỦ ĐÔ ƯU TÚ\"", "household", "Cá nhân"),
        ("Chiến sĩ thi đua cơ sở", "collective", "Cá nhân"),
        ("Chiến sỹ tiên tiến", "collective", "Cá nhân"),
        ("Tập thể lao động xuất sắc", "individual", "Tập thể"),
        ("tập thể  Lao động tiên tiến", "household", "Tập thể"),
        ("Gia đình văn hóa", "individual", "Hộ gia đình"),
        ("Công dân Thủ đô ưu tú", "individual", nil), ("Chiến sĩ thi đua", "individual", nil),
        ("Tập thể lao động tiên tiến", "collective", nil), ("Gia đình văn hoá", "household", nil),
        ("Giấy khen", "household", nil), ("", "collective", nil),
        ("Bằng khen của Chủ tịch UBND Thành phố", "collective", nil),
        ("Nhà giáo ưu tú", "collective", nil), ("Công dân học tập", "collective", nil),
        ("Hộ gia đình sản xuất giỏi", "individual", nil),
        ("Bằng khen cho tập thể", "individual", nil),
    ])
    func anAwardGoesToTheSubjectThatItsNameSays(
        award: String,
        subject: String,
        expected: String?
    ) throws {
        let quoted = "\"" + award.replacing("\"", with: "\"\"") + "\""
        let files = [
            Scenario.File(
                "2024-12-01/W1/dn.csv",
                "unit,year,name,subject,level,award\nW1,2024,Mẫu,\(subject),district,\(quoted)\n"
            ),
            Scenario.File(
                "2024-12-02/W1/kt.csv",
                "unit,name,subject,decision_number,decided_on,level,award\n"
                    + "W1,Mẫu,\(subject),12/QĐ,2024-11-01,district,\(quoted)\n"
            ),
        ]
        let found = try findings(.wrongSubject, files)
        #expect(found.map(\.file) == (expected == nil ? [] : files.map(\.path)))
        for finding in found {
            #expect(finding.expected == expected)
            #expect(finding.severity == .warning && finding.unit == "W1" && finding.row == 2)
            #expect(finding.column == "Đối tượng")
        }
    }

    @Test func aWrongSubjectIsSaidInTheWordsOfTheForm() throws {
        let text = """
            unit,year,name,subject,level,award
            W1,2024,Tổ dân phố số 5,collective,district,Công dân Thủ đô ưu tú

            """
        let found = try findings(.wrongSubject, [.init("2024-12-01/W1/dn.csv", text)])
        #expect(found.map(\.value) == ["Tập thể"])
        #expect(
            found.map(\.message) == [
                "\"Công dân Thủ đô ưu tú\" chỉ dành cho đối tượng \"Cá nhân\", nhưng dòng này ghi "
                    + "\"Tập thể\"."
            ]
        )
    }

    // MARK: - Nominees

    private func nominee(
        _ name: String = "Nguyễn Thị Hòa",
        unit: String = "W1",
        level: String = "city"
    ) -> Scenario.File {
        .init(
            "2024-12-01/\(unit)/dn.csv",
            "unit,year,name,subject,level,award\n"
                + "\(unit),2024,\(name),individual,\(level),Bằng khen\n"
        )
    }

    /// An exemplar with its level, status, number and day of decision.
    private func exemplar(
        _ facts: String,
        unit: String = "W1",
        name: String = "Nguyễn Thị Hòa"
    ) -> Scenario.File {
        .init(
            "2024-06-01/\(unit)/dh.csv",
            "unit,year,name,subject,level,status,decision_number,decided_on\n"
                + "\(unit),2024,\(name),individual,\(facts)\n"
        )
    }

    @Test func aNomineeWhomNobodyListsIsReported() throws {
        let found = try findings(.cityWithoutDistrict, [nominee()])
        #expect(
            found == [
                Finding(
                    .cityWithoutDistrict,
                    severity: .warning,
                    unit: "W1",
                    file: "2024-12-01/W1/dn.csv",
                    row: 2,
                    column: "Họ và tên/Tên tập thể",
                    value: "Nguyễn Thị Hòa",
                    message: "Điển hình được đề nghị cấp Thành phố/Tỉnh/Bộ nhưng chưa được công "
                        + "nhận cấp Quận.",
                    fix: "Cấp Quận đã công nhận thì ghi cấp, số và ngày quyết định vào danh sách "
                        + "điển hình; chưa thì chờ cấp Quận xét, công nhận. Ghi nhầm thì sửa họ tên, "
                        + "cấp khen thưởng."
                )
            ]
        )
    }

    @Test(arguments: [("national", 1), ("city", 1), ("district", 0), ("commune", 0), ("unit", 0)])
    func onlyWhoIsProposedAboveTheDistrictNeedsRecognition(level: String, expected: Int) throws {
        #expect(try findings(.cityWithoutDistrict, [nominee(level: level)]).count == expected)
    }

    @Test(arguments: [
        ("district,recognised,,", 0), ("city,,,", 0), ("national,commended,,", 0),
        ("district,reviewed,,", 0), (",recognised,12/QĐ-UBND,", 0), (",,,2024-05-01", 0),
        ("unit,recognised,12/QĐ-UBND,2024-05-01", 1), ("commune,published,,", 1),
        ("district,rejected,,", 1), ("district,emerging,,", 1), ("city,introduced,,", 1),
        (",recognised,,", 1), (",rejected,12/QĐ-UBND,2024-05-01", 1),
    ])
    func aDistrictsRecognitionIsWhatCounts(facts: String, expected: Int) throws {
        let files = [nominee(), exemplar(facts)]
        #expect(try findings(.cityWithoutDistrict, files).count == expected)
    }

    @Test(arguments: [
        ("NGUYỄN  THỊ HOÀ", 0), ("Nguye\u{302}\u{303}n Thị Hòa", 0), ("Nguyễn Thị Hoa", 1),
        ("Nguyễn Thị Hòa B", 1),
    ])
    func namesAreComparedFolded(name: String, expected: Int) throws {
        let files = [nominee(), exemplar("district,recognised,,", name: name)]
        #expect(try findings(.cityWithoutDistrict, files).count == expected)
    }

    @Test(arguments: [
        ("W1", "W1", 0), ("D1", "W1", 0), ("W1", "D1", 0), ("C", "W1", 0), ("W2", "W1", 1),
        ("D2", "W1", 1), ("W3", "D1", 1),
    ])
    func recognitionIsLookedForUpAndDownTheLine(
        proposedBy: String,
        listedBy: String,
        expected: Int
    ) throws {
        let files = [
            nominee(unit: proposedBy), exemplar("district,recognised,,", unit: listedBy),
        ]
        #expect(try findings(.cityWithoutDistrict, files, units: city).count == expected)
    }

    @Test func aRecognitionThatWasReplacedIsNone() throws {
        let withdrawn = Scenario.File(
            "2024-07-01/W1/dh.csv",
            "unit,year,name,subject,level,status\n"
                + "W1,2024,Nguyễn Thị Hòa,individual,district,rejected\n"
        )
        let files = [nominee(), exemplar("district,recognised,,"), withdrawn]
        #expect(try findings(.cityWithoutDistrict, files).count == 1)
    }

    @Test func theLevelsAreCalledAsThePlanCallsThem() throws {
        let found = try findings(.cityWithoutDistrict, [nominee()], units: city)
        #expect(
            found.map(\.message) == [
                "Điển hình được đề nghị cấp TP nhưng chưa được công nhận cấp Quận."
            ]
        )
    }
}
