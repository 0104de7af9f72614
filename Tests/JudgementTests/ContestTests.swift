import Judgement
import Model
import TestSupport
import Testing

@Suite("The contest (CONTRACT §3, §11.3)")
struct ContestTests {
    private let contest = """
        contests: [{id: c, year: 2024, opens: 2024-03-01, closes: 2024-07-15, max_words: 2000}]
        """
    private let measures =
        "measures: {all: count(contest_entry), good: count(contest_entry where valid)}"
    private let header = "unit,entry_id,title,authors,words,received_on,valid\n"

    private func judge(_ files: [Scenario.File]) throws -> Judgement {
        try Scenario(plan([], contest, measures), files).judge(window: "2024", asOf: "2025-01-01")
    }

    private func file(_ unit: String, _ rows: String..., day: String = "2024-08-01")
        -> Scenario.File
    {
        .init("\(day)/\(unit)/bai.csv", header + rows.map { "\(unit),\($0)\n" }.joined())
    }

    @Test(arguments: [
        ("1,Tấm gương,Bà A,2000,2024-03-01,", true), ("1,Tấm gương,Bà A,,2024-07-15,Có", true),
        ("1,Tấm gương,Bà A,2001,2024-04-01,", false),
        ("1,Tấm gương,Bà A,100,2024-04-01,Không", false),
        ("1,Tấm gương,,100,2024-04-01,", false), ("1,Tấm gương,Bà A,100,2024-02-29,", false),
        ("1,Tấm gương,Bà A,100,2024-07-16,", false),
    ])
    func anEntryIsValidForItsReasonsOnly(row: String, valid: Bool) throws {
        let judgement = try judge([file("W1", row)])
        #expect(judgement.measure("all", "W1") == Quantity(1))
        #expect(judgement.measure("good", "W1") == Quantity(valid ? 1 : 0))
    }

    @Test func eachReasonIsAFinding() throws {
        let judgement = try judge([
            file(
                "W1",
                "1,Bài một,,100,2024-04-01,",
                "2,Bài hai,Bà A,2001,2024-04-01,",
                "3,Bài ba,Bà A,10,2024-07-16,",
                "4,Bài bốn,Bà B,10,2024-04-01,",
                "5,Bài bốn,Bà B,10,2024-04-02,"
            )
        ])
        #expect(judgement.count(.authorMissing) == 1)
        #expect(judgement.count(.entryTooLong) == 1)
        #expect(judgement.count(.entryLate) == 1)
        #expect(judgement.count(.duplicate) == 1)
        #expect(judgement.measure("good", "W1") == Quantity(1))
        func values(_ code: FindingCode) -> [String?] {
            judgement.findings.filter { $0.code == code }.map(\.value)
        }
        #expect(values(.entryTooLong) == ["2001"])
        #expect(values(.entryLate) == ["16/07/2024"])
    }

    @Test func theColumnIsNamedAsTheFileCallsIt() throws {
        let text =
            "Mã đơn vị,Số báo danh,Tên tác phẩm,Nhóm tác giả,Ngày nhận bài\nW1,1,Bài,Bà A,2024-07-16\n"
        let judgement = try judge([.init("2024-08-01/W1/bai.csv", text)])
        let late = judgement.findings.filter { $0.code == .entryLate }
        #expect(late.map(\.column) == ["Ngày nhận bài"])
    }

    @Test func theDeclaredValidityIsAColumnOfItsOwn() throws {
        let section = "measures: {m: count(contest_entry where declared_valid)}"
        let judgement = try Scenario(
            plan([], contest, section),
            [file("W1", "1,Bài,,9999,2024-04-01,Có", "2,Bài khác,Bà A,1,2024-04-01,Không")]
        ).judge(window: "2024", asOf: "2025-01-01")
        #expect(judgement.measure("m", "W1") == Quantity(1))
    }

    @Test func theSameTitleAndAuthorsUnderAnotherIdIsADuplicateHoweverItIsSpelt() throws {
        let judgement = try judge([
            file(
                "W1",
                "1,Người hòa giải,Nguyễn Văn A,10,2024-04-01,",
                "2,NGƯỜI  HOÀ GIẢI,nguyễn văn a,10,2024-04-02,",
                "3,Người hòa giải,Nguyễn Văn B,10,2024-04-02,"
            )
        ])
        #expect(judgement.measure("all", "W1") == Quantity(3))
        #expect(judgement.measure("good", "W1") == Quantity(2))
    }

    @Test func ofDuplicatesAcrossUnitsTheOneReceivedFirstStaysValid() throws {
        for (first, second) in [("W1", "W2"), ("W2", "W1")] {
            let judgement = try judge([
                file(second, "9,Tấm gương,Bà A,10,2024-04-02,", day: "2024-04-02"),
                file(first, "1,Tấm gương,Bà A,10,2024-04-01,", day: "2024-04-01"),
            ])
            #expect(judgement.measure("good", first) == Quantity(1))
            #expect(judgement.measure("good", second) == Quantity(0))
            #expect(judgement.measure("all", second) == Quantity(1))
        }
    }

    @Test func aCorrectionKeepsItsPlace() throws {
        // W1's entry is corrected after W2 copied it; it stays the first.
        let judgement = try judge([
            file("W1", "1,Tấm gương,Bà A,10,2024-04-01,", day: "2024-04-01"),
            file("W2", "9,Tấm gương,Bà A,10,2024-04-02,", day: "2024-04-02"),
            file("W1", "1,Tấm gương,Bà A,20,2024-04-01,", day: "2024-05-01"),
        ])
        #expect(judgement.measure("all", "W1") == Quantity(1))
        #expect(judgement.measure("good", "W1") == Quantity(1))
        #expect(judgement.measure("good", "W2") == Quantity(0))
    }

    @Test func withoutAnIdTheTitleAndAuthorsAreTheKey() throws {
        let judgement = try judge([
            file("W1", ",Tấm gương,Bà A,10,2024-04-01,", day: "2024-04-02"),
            file(
                "W1",
                ",Tấm gương,Bà A,30,2024-04-01,",
                ",Khác,Bà A,1,2024-04-01,",
                day: "2024-05-01"
            ),
        ])
        #expect(judgement.measure("all", "W1") == Quantity(2))
        #expect(judgement.measure("good", "W1") == Quantity(2))
    }

    @Test func theRegisterIsSummedUpByEdition() throws {
        // Authors: A and B of W1, A again of W2; C's entry is not valid.
        let judgement = try judge([
            file(
                "W1",
                "1,Bài một,Nguyễn Văn A; Trần B,10,2024-04-01,",
                "2,Bài hai,NGUYỄN VĂN A,10,2024-04-01,",
                "3,Bài ba,Lê C,10,2024-04-01,Không"
            ),
            file("W2", "1,Bài bốn,Nguyễn Văn A,10,2024-04-01,"),
            file("W3", "1,Bài năm,Lê C,9999,2024-04-01,"),
        ])
        let result = try #require(judgement.contests.first)
        #expect(judgement.contests.count == 1)
        #expect(result.entries == 5)
        #expect(result.valid == 3)
        #expect(result.authors == 3)
        #expect(result.unitsJoined == 2)
    }

    private static let twoEditions =
        "contests: [{id: xuan, year: 2024, opens: 2024-02-01, closes: 2024-04-30, min_entries: 1}, "
        + "{id: thu, year: 2024, opens: 2024-08-01, closes: 2024-10-31, min_entries: 2}]"
    private static let joins =
        "id: I, applies_to: wards, over: contest, "
        + "measure: count(contest_entry where valid), each: \">= min_entries\""

    private func entries(_ unit: String, _ days: String...) -> Scenario.File {
        let rows = days.enumerated().map { index, day in
            "\(unit),\(index),Bài \(unit) \(index),Bà A,10,\(day),\n"
        }
        return .init("2024-11-10/\(unit)/bai.csv", header + rows.joined())
    }

    /// Of two editions in a year each asks for its own entries: three in spring are none in autumn.
    @Test func ofTwoEditionsInAYearEachAsksForItsOwnEntries() throws {
        let scenario = Scenario(
            plan([Self.joins], Self.twoEditions),
            [
                entries("W1", "2024-03-01", "2024-03-02", "2024-03-03"),
                entries("W2", "2024-03-01", "2024-09-01", "2024-09-02"),
                entries("W3", "2024-03-01", "2024-09-01"),
            ]
        )
        let judgement = try scenario.judge(window: "2024", asOf: "2025-01-01")
        #expect(judgement.unit("W1", "I")?.value == Quantity(3))
        #expect(judgement.unit("W1", "I")?.status == .unmet)
        #expect(
            judgement.unit("W1", "I")?.reason == .tooFew(editions: ["Cuộc thi năm 2024 (thu)"])
        )
        #expect(judgement.unit("W2", "I")?.status == .met)
        #expect(judgement.unit("W3", "I")?.status == .unmet)
        #expect(judgement.node("D", "I")?.numerator == 1)
        // Before the second one closes nobody has failed.
        let summer = try scenario.judge(window: "2024", asOf: "2024-10-31")
        #expect(summer.unit("W1", "I")?.status != .unmet)
    }

    /// What a unit declared of both together is held against what both ask for.
    @Test(arguments: [(2, Status.unmet), (3, .met)])
    func aNumberDeclaredOfBothEditionsHasToBeEnoughForBoth(entries: Int, status: Status) throws {
        let measure = "coalesce(count(contest_entry), unit_report.contest_entries)"
        let judgement = try Scenario(
            plan(
                [
                    "id: I, applies_to: wards, over: contest, measure: \"\(measure)\", "
                        + "each: \">= min_entries\""
                ],
                Self.twoEditions
            ),
            [.init("2024-12-01/W1/bc.csv", "unit,period,contest_entries\nW1,2024,\(entries)\n")]
        ).judge(window: "2024", asOf: "2025-01-01")
        #expect(judgement.unit("W1", "I")?.status == status)
    }

    /// A stage asks of each year what that year's own report asks, and of a ward founded later
    /// nothing of the years before it.
    @Test func aStageAsksOfEachYearWhatItsEditionAsks() throws {
        let contests =
            "contests: [{id: a, year: 2023, opens: 2023-02-01, closes: 2023-04-30, min_entries: 1}, "
            + "{id: b, year: 2024, opens: 2024-02-01, closes: 2024-04-30, min_entries: 3}]"
        let units = district.replacing(
            "Mã đơn vị cấp trên",
            with: "Mã đơn vị cấp trên,Hiệu lực từ ngày"
        )
        .replacing("PHUONG,D\n", with: "PHUONG,D,\n")
        .replacing("W3,Phường Ba,PHUONG,D,", with: "W3,Phường Ba,PHUONG,D,2024-01-01")
        let files = [
            entries("W1", "2023-03-01", "2024-03-01", "2024-03-02", "2024-03-03"),
            entries("W2", "2023-03-01", "2024-03-01"),
            entries("W3", "2024-03-01", "2024-03-02", "2024-03-03"),
        ]
        for every in ["", ", every: year"] {
            let judgement = try Scenario(plan([Self.joins + every], contests), files, units: units)
                .judge(window: "2023..2025", asOf: "2026-02-01")
            #expect(judgement.unit("W1", "I")?.status == .met, "\(every)")
            #expect(judgement.unit("W2", "I")?.status == .unmet, "\(every)")
            #expect(judgement.unit("W3", "I")?.status == .met, "\(every)")
        }
    }

    @Test func anEntryDatedAfterTheAsOfTimeIsNotCountedYet() throws {
        let scenario = Scenario(
            plan([], contest, measures),
            [
                file(
                    "W1",
                    "1,Bài,Bà A,1,2024-04-01,",
                    "2,Bài hai,Bà A,1,2024-05-01,",
                    day: "2024-04-01"
                )
            ]
        )
        let judgement = try scenario.judge(window: "2024", asOf: "2024-04-30")
        #expect(judgement.measure("all", "W1") == Quantity(1))
        #expect(judgement.contests.first?.entries == 1)
    }

    @Test func authorsAreSeparatedByCommasToo() throws {
        // The file is quoted: A, B and B; C are three people of one unit.
        let judgement = try judge([
            file(
                "W1",
                "1,Bài một,\"Nguyễn Văn A, Trần B\",10,2024-04-01,",
                "2,Bài hai,Trần B;Lê C,10,2024-04-01,"
            )
        ])
        #expect(judgement.contests.first?.authors == 3)
    }

    @Test func theDuplicateOfTwoOnOneDayIsTheLaterOneInItsFile() throws {
        let scenario = Scenario(
            plan(
                [],
                contest,
                "measures: {m: 'count(contest_entry where valid and entry_id = \"1\")'}"
            ),
            [file("W1", "1,Bài,Bà A,10,2024-04-01,", "2,Bài,Bà A,10,2024-04-01,")]
        )
        let judgement = try scenario.judge(window: "2024", asOf: "2025-01-01")
        #expect(judgement.measure("m", "W1") == Quantity(1))
    }

    @Test func aLikelyCopyCountsAndIsCountedAsSuspected() throws {
        let judgement = try judge([
            file("W1", "1,Tấm gương sáng,Bà A,10,2024-04-01,"),
            file("W2", "1,Tam guong sang,Ba A,10,2024-04-02,"),
        ])
        let result = try #require(judgement.contests.first)
        #expect([result.valid, result.total.duplicates, result.total.suspected] == [2, 0, 1])
    }

    @Test func aDuplicateIsNoSuspect() throws {
        let judgement = try judge([
            file("W1", "1,Tấm gương,Bà A,10,2024-04-01,"),
            file("W2", "1,TẤM GƯƠNG,bà a,10,2024-04-02,"),
        ])
        let result = try #require(judgement.contests.first)
        #expect([result.valid, result.total.duplicates, result.total.suspected] == [1, 1, 0])
    }

    @Test func theSameWorkInTwoEditionsIsValidInBoth() throws {
        let two = """
            contests:
              - {id: a, year: 2023, opens: 2023-03-01, closes: 2023-07-15}
              - {id: b, year: 2024, opens: 2024-03-01, closes: 2024-07-15}
            """
        let judgement = try Scenario(
            plan([], two),
            [
                file("W1", "1,Tấm gương,Bà A,10,2023-04-01,"),
                file("W2", "1,Tam guong,Ba A,10,2024-04-02,"),
            ]
        ).judge(window: "2023..2025", asOf: "2025-01-01")
        #expect(judgement.contests.map(\.valid) == [1, 1])
    }

    /// Of two entries handed in while the edition of 2024 was open the first states a period.
    @Test(arguments: [
        // The day tells, where the row states no other year.
        ("", [0, 0], [2, 1]), ("2024", [0, 0], [2, 1]),
        // The year stands, and the entry came when its edition took none any more.
        ("2023", [1, 0], [1, 0]), ("Quý III/2023", [1, 0], [1, 0]),
        // There was no contest that year.
        ("2022", [0, 0], [1, 0]),
    ])
    func anEntryBelongsToTheYearThatItStates(
        period: String,
        before: [Int],
        then: [Int]
    ) throws {
        let editions = """
            contests:
              - {id: k3, year: 2023, opens: 2023-09-01, closes: 2024-01-15}
              - {id: k4, year: 2024, opens: 2024-03-01, closes: 2024-07-15}
            """
        let file = Scenario.File(
            "2024-08-01/W1/bai.csv",
            "unit,entry_id,title,authors,received_on,Năm\n"
                + "W1,1,Bài một,Bà A,2024-03-10,\(period)\nW1,2,Bài hai,,2024-03-10,2024\n"
        )
        let scenario = Scenario(plan([], editions, measures), [file])
        for (window, expected) in [("2023", before), ("2024", then)] {
            let judgement = try scenario.judge(window: window, asOf: "2025-01-01")
            let found = [judgement.measure("all", "W1"), judgement.measure("good", "W1")]
            #expect(found.map { $0 ?? .zero } == expected.map { Quantity($0) }, "\(window)")
        }
        let judgement = try scenario.judge(window: "2024", asOf: "2025-01-01")
        #expect(judgement.count(.columnUnknown) == 0)
        let late = judgement.findings.filter { $0.code == .entryLate }
        #expect(late.count == (then[0] == 2 ? 0 : 1))
        for finding in late {
            #expect(finding.severity == .warning)
            #expect(finding.unit == "W1")
            #expect(finding.row == 2)
            #expect(finding.message.contains(period))
            #expect(finding.fix.contains("cột Kỳ báo cáo, Năm"))
        }
    }

    @Test func anEntryHandedInAfterNewYearIsOfTheEditionWhoseYearItStates() throws {
        let editions = """
            contests:
              - {id: k3, year: 2023, opens: 2023-09-01, closes: 2024-01-15}
              - {id: k4, year: 2024, opens: 2024-03-01, closes: 2024-07-15}
            """
        let file = Scenario.File(
            "2024-08-01/W1/bai.csv",
            "unit,entry_id,title,authors,received_on,Năm\nW1,1,Bài một,Bà A,2024-01-10,2023\n"
        )
        let scenario = Scenario(plan([], editions, measures), [file])
        let judgement = try scenario.judge(window: "2023", asOf: "2025-01-01")
        #expect(judgement.measure("good", "W1") == Quantity(1))
        #expect(judgement.contests.map(\.valid) == [1])
        #expect(judgement.count(.entryLate) == 0)
    }

    /// Two rounds, kinds, groups, prizes and staff of two units, counted by hand.
    @Test func roundsPrizesAndStaff() throws {
        let units = """
            Mã đơn vị,Tên đơn vị,Loại đơn vị,Mã đơn vị cấp trên,Số CBCCVC
            D,Quận Dê,HUYEN,,90
            W1,Phường Một,PHUONG,D,40
            W2,Phường Hai,PHUONG,D,
            W3,Phường Ba,PHUONG,D,10

            """
        let header =
            "unit,entry_id,title,authors,kind,received_on,prelim,sent_up,final_score,prize\n"
        let judgement = try Scenario(
            plan([], contest),
            [
                .init(
                    "2024-08-01/W1/bai.csv",
                    header + """
                        W1,1,Một,A; B,article,2024-04-01,pass,yes,8.5,first
                        W1,2,Hai,A,press,2024-04-01,pass,yes,7,
                        W1,3,Ba,C,article,2024-04-01,fail,,,
                        W1,4,Bốn,,article,2024-04-01,,,,

                        """
                ),
                .init(
                    "2024-08-01/W2/bai.csv",
                    header + "W2,1,Năm,A,article,2024-04-01,pass,no,,side\n"
                ),
            ],
            units: units
        ).judge(window: "2024", asOf: "2025-01-01")
        let result = try #require(judgement.contests.first)
        let total = result.total
        #expect([total.entries, total.valid, total.authors, total.grouped] == [5, 4, 4, 1])
        #expect([total.articles, total.press] == [4, 1])
        #expect([total.passed, total.sentUp, total.finalists] == [3, 2, 2])
        #expect(total.prizes == ["first": 1, "side": 1])
        // W2 has no staff in the roster: neither its entry nor its people are in the rate.
        #expect([result.staffedEntries, result.staff] == [4, 50])
    }
}
