import Judgement
import Model
import Plans
import TestSupport
import Testing

/// What the board grants or sets, where it reaches beyond one unit, one condition or the window
/// (CONTRACT §11.10, 11.19); corrections after a deadline (§11.6).
///
/// All data is synthetic.
@Suite struct GrantedTimeTests {
    // MARK: - Time beyond the window

    @Test(arguments: ["by: \"{year}-12-31\"", "before: \"{year+1}-01-10\""])
    func whatIsDoneInTheTimeGrantedBeyondTheWindowCounts(due: String) throws {
        let scenario = Scenario(
            plan([issues("due: {\(due)}")]),
            [plans("W1", "2025-01-12", received: "2025-01-12"), plans("W2", "2025-01-12")],
            decisions: "7/QĐ,2024-12-20,Gia hạn,W1,I,2024,2025-01-15,Thiên tai,\n"
        )
        let judgement = try scenario.judge(window: "2024", asOf: "2025-01-20")
        #expect(judgement.unit("W1", "I")?.value == Quantity(1))
        #expect(judgement.unit("W1", "I")?.status == .met)
        // Nobody else was given that time.
        #expect(judgement.unit("W2", "I")?.status == .noData)
        let explanation = Explanation(0, of: judgement)
        let first = try #require(explanation.units.first?.figure.calculations.first)
        #expect(first.value == Quantity(1))
    }

    @Test func timeGrantedToANodeIsGrantedToItsUnits() throws {
        let scenario = Scenario(
            plan([issues("due: {by: \"{year}-06-30\"}")]),
            [plans("W1", "2024-07-02")],
            decisions: "7/QĐ,2024-06-20,Gia hạn,D,I,2024,2024-07-31,Thiên tai,\n"
        )
        let judgement = try scenario.judge(window: "2024", asOf: "2025-01-20")
        #expect(judgement.unit("W1", "I")?.status == .met)
        #expect(judgement.unit("W1", "I")?.lastDay == Day(iso: "2024-07-31"))
    }

    /// What is granted to all takes nothing from who was granted more, whoever is named and
    /// whichever came first.
    @Test(arguments: ["", "D", "W1"], ["2024-05-16", "2024-08-01"])
    func theLatestDayGrantedCounts(named: String, date: String) throws {
        let scenario = Scenario(
            plan([issues("due: {by: \"{year}-06-30\"}")]),
            [plans("W1", "2024-10-10")],
            decisions: "7/QĐ,2024-06-01,Gia hạn,W1,I,2024,2024-12-01,x,\n"
                + "8/QĐ,\(date),Gia hạn,\(named),I,2024,2024-08-14,x,\n"
        )
        let judgement = try scenario.judge(window: "2024", asOf: "2025-01-20")
        #expect(judgement.unit("W1", "I")?.status == .met)
        #expect(judgement.unit("W1", "I")?.lastDay == Day(iso: "2024-12-01"))
    }

    /// A decision counts from its date on and up to its end (CONTRACT §2, §11.27), also one about
    /// the report's own window or a part of it.
    @Test(arguments: [
        "2024-12-30,Gia hạn,W1,nam,2024,2025-01-17,x,",
        "2024-12-01,Gia hạn,W1,nam,2024,2025-01-17,x,2024-12-16",
    ])
    func timeIsGrantedWhileTheDecisionIsInForce(decision: String) throws {
        let scenario = Scenario(
            plan(
                [issues()],
                "deadlines: {nam: {form: document, before: \"{year}-12-15\", applies_to: wards}}"
            ),
            decisions: "7/QĐ,\(decision)\n"
        )
        let judgement = try scenario.judge(window: "2024", asOf: "2024-12-20")
        let unit = judgement.deadlines[0].units.first {
            judgement.scene.roster.units[$0.unit].id == "W1"
        }
        #expect(unit?.status == .missing)
        #expect(unit?.lastDay == Day(iso: "2024-12-14"))
    }

    /// The grant is about the year that ends before the granted day, with the year written or not:
    /// no month, half-year or year before takes in what its own days do not hold.
    @Test(arguments: ["2024", ""])
    func aGrantedDayIsAboutTheYearThatItFollows(year: String) throws {
        let days = ["2023-05-10", "2024-02-10", "2024-08-10", "2025-01-05", "2025-01-15"]
        let scenario = Scenario(
            plan([issues(), "id: T, measure: count(document), total: \">= 1\""]),
            [
                .init(
                    "2023-01-02/W1/vb.csv",
                    "unit,kind,number,issued_on\n"
                        + days.map { "W1,plan,\($0),\($0)\n" }.joined()
                )
            ],
            decisions: "7/QĐ,2024-05-20,Gia hạn,,I,\(year),2025-01-20,x,\n"
                + "8/QĐ,2024-05-20,Gia hạn,,T,\(year),2025-01-20,x,\n"
        )
        let expected = [
            "2023": 1, "2024-02": 1, "2024-03": nil, "2024-H1": 1, "2024": 4, "2025": 0,
            "2023..2025": 5,
        ]
        for (window, value) in expected {
            let judgement = try scenario.judge(window: window, asOf: "2025-06-01")
            let figure = value.map { Quantity($0) }
            #expect(judgement.unit("W1", "I")?.value == figure, "\(window)")
            #expect(judgement.node("D", "T")?.value == figure, "\(window)")
        }
    }

    /// Late for 2023 stays late, whatever was granted in 2024 without a window.
    @Test func aGrantWithoutAWindowMovesTheDueDayOfItsOwnYear() throws {
        let scenario = Scenario(
            plan([issues("due: {by: \"{year}-06-30\"}")]),
            [plans("W1", "2023-12-01"), plans("W2", "2024-07-15")],
            decisions: "7/QĐ,2024-06-20,Gia hạn,,I,,2024-07-20,x,\n"
        )
        let before = try scenario.judge(window: "2023", asOf: "2025-01-20")
        #expect(before.unit("W1", "I")?.status == .late)
        #expect(before.unit("W2", "I")?.status == .noData)
        let own = try scenario.judge(window: "2024", asOf: "2025-01-20")
        #expect(own.unit("W2", "I")?.status == .met)
    }

    // CONTRACT §11.10: a record counts once.
    @Test func whatWasDoneInGrantedTimeDoesNotCountForTheNextYearAsWell() throws {
        let scenario = Scenario(
            plan([issues("due: {before: \"{year+1}-01-10\"}")]),
            [plans("W1", "2025-01-15"), plans("W2", "2025-01-15")],
            decisions: "7/QĐ,2025-01-05,Gia hạn,W1,I,2024,2025-01-20,x,\n"
        )
        let year = try scenario.judge(window: "2024", asOf: "2025-06-01")
        #expect(year.unit("W1", "I")?.value == Quantity(1))
        let next = try scenario.judge(window: "2025", asOf: "2025-06-01")
        #expect(next.unit("W1", "I")?.status == .pending)
        #expect(next.unit("W1", "I")?.value != Quantity(1))
        #expect(next.unit("W2", "I")?.value == Quantity(1))
    }

    /// As with a due day of 20/07 in the plan: a month before cannot fail.
    @Test(arguments: ["2024-06", "2024-H1"])
    func aMonthBeforeTheGrantedDayIsOpen(window: String) throws {
        let total = "id: T, measure: count(document), total: \">= 1\", due: {by: \"{year}-06-30\"}"
        let scenario = Scenario(
            plan([issues("due: {by: \"{year}-06-30\"}"), total]),
            [plans("W1", "2024-07-10")],
            decisions: "7/QĐ,2024-05-20,Gia hạn,,I,2024,2024-07-20,x,\n"
                + "8/QĐ,2024-05-20,Gia hạn,,T,2024,2024-07-20,x,\n"
        )
        let before = try scenario.judge(window: window, asOf: "2024-08-01")
        #expect(before.unit("W1", "I")?.status == .pending)
        #expect(before.node("D", "T")?.status == .pending)
        for window in ["2024-07", "2024"] {
            let own = try scenario.judge(window: window, asOf: "2024-08-01")
            #expect(own.unit("W1", "I")?.status == .met, "\(window)")
            #expect(own.node("D", "T")?.status == .met, "\(window)")
        }
    }

    // MARK: - Parts of a window

    /// Each year of a stage as in that year's own report: E did nothing in 2024 and was granted,
    /// given or spared it.
    @Test(
        arguments: [
            ("Gia hạn,W1,I,2024,2025-06-30", 3), ("Điều chỉnh,W1,I,2024,5", 3),
            ("Điều chỉnh,W1,I,2024,0", 2), ("Miễn,W1,I,2024,", 2), ("Miễn,D,I,2024,", 2),
        ]
    )
    func aYearOfAStageIsDecidedAsInItsOwnReport(decision: String, held: Int) throws {
        let scenario = Scenario(
            plan([issues("every: year")]),
            [plans("W1", "2023-02-01", "2025-02-01", "2025-08-01")],
            decisions: "7/QĐ,2024-12-01,\(decision),x,\n"
        )
        let stage = try scenario.judge(window: "2023..2025", asOf: "2026-01-20")
        let result = try #require(stage.unit("W1", "I"))
        #expect(result.value == Quantity(held))
        let isUnmet = decision.hasSuffix(",0")
        #expect(result.status == (isUnmet ? .unmet : .met))
        let explanation = try #require(
            Explanation(0, of: stage).units.first { $0.result.unit == result.unit }
        )
        #expect(explanation.figure.parts.count { $0.isElapsed && $0.holds } == held)
    }

    @Test func aTotalOfOneYearOfAStageIsTheOneThatWasSet() throws {
        let total = "id: T, measure: count(document), total: \">= 2\", every: year"
        for (decision, held) in [("D", 2), ("W1", 3)] {
            let scenario = Scenario(
                plan([total]),
                [
                    plans("W1", "2023-02-01", "2024-02-01", "2025-02-01"),
                    plans("W2", "2023-02-01", "2024-02-01", "2025-02-01"),
                ],
                decisions: "7/QĐ,2024-12-01,Điều chỉnh,\(decision),T,2024,1,x,\n"
            )
            let stage = try scenario.judge(window: "2023..2025", asOf: "2026-01-20")
            #expect(stage.node("D", "T")?.value == Quantity(held))
        }
    }

    @Test func aMonthIsProlongedWhereTheRuleMustHoldInEach() throws {
        let scenario = Scenario(
            plan([issues("every: month")]),
            [plans("W1", "2024-04-05", "2024-06-05")],
            decisions: "7/QĐ,2024-05-20,Gia hạn,W1,I,2024-05,2024-06-10,x,\n"
        )
        let may = try scenario.judge(window: "2024-05", asOf: "2024-08-01")
        #expect(may.unit("W1", "I")?.status == .met)
        // The record of June counts for May, and for June no more.
        let quarter = try scenario.judge(window: "2024-Q2", asOf: "2024-08-01")
        #expect(quarter.unit("W1", "I")?.value == Quantity(2))
        #expect(quarter.unit("W1", "I")?.status == .unmet)
    }

    /// Of a year waived for a unit no quarter of a stage is asked.
    @Test func quartersOfAWaivedYearAreNotAsked() throws {
        let days = [2023, 2025].flatMap { year in
            ["02", "05", "08", "11"].map { "\(year)-\($0)-10" }
        }
        let scenario = Scenario(
            plan([issues("every: quarter")]),
            [
                .init(
                    "2023-01-02/W1/vb.csv",
                    "unit,kind,number,issued_on\n"
                        + days.map { "W1,plan,\($0),\($0)\n" }.joined()
                )
            ],
            decisions: "7/QĐ,2024-12-01,Miễn,W1,,2024,,x,\n"
        )
        let stage = try scenario.judge(window: "2023..2025", asOf: "2026-01-20")
        #expect(stage.unit("W1", "I")?.status == .met)
        #expect(stage.unit("W1", "I")?.value == Quantity(8))
    }

    // MARK: - Values that the board sets

    // W1 and W2 have 10 and 20, W3 has 5; the board set 50 for the district of the first two.
    @Test func aValueSetForANodeBetweenStandsForAllBelowIt() throws {
        let indicators = [
            "id: I, level: city, measure: unit_report.posts, total: \">= 1\"",
            "id: J, level: district, measure: unit_report.posts, total: \">= 1\"",
        ]
        func report(_ unit: String, _ posts: Int) -> Scenario.File {
            .init("2025-01-02/\(unit)/bc.csv", "Kỳ báo cáo,Số tin bài đã đăng\n2024,\(posts)\n")
        }
        let scenario = Scenario(
            plan(indicators, root: "C"),
            [report("W1", 10), report("W2", 20), report("W3", 5)],
            units: city,
            decisions: "7/QĐ,2024-12-20,Điều chỉnh,D1,I,2024,50,x,\n"
                + "8/QĐ,2024-12-20,Điều chỉnh,D1,J,2024,50,x,\n"
        )
        let judgement = try scenario.judge(window: "2024", asOf: "2025-01-20")
        #expect(judgement.node("C", "I")?.value == Quantity(55))
        #expect(judgement.node("D1", "J")?.value == Quantity(50))
        #expect(judgement.node("C", "J")?.value == Quantity(55))
        let node = try #require(Explanation(0, of: judgement).nodes.first)
        #expect(node.adjusted.map(\.counted) == [Quantity(5), Quantity(50)])
    }

    @Test func aValueSetForAUnitIsInTheSumOfTwoFigures() throws {
        let measure = "count(document where kind = plan) + count(document where kind = letter)"
        let scenario = Scenario(
            plan(["id: I, level: district, measure: \(measure), total: \">= 1\""], root: "C"),
            [plans("W1", "2024-03-05"), plans("W2", "2024-03-05"), plans("W3", "2024-03-05")],
            units: city,
            decisions: "7/QĐ,2024-12-20,Điều chỉnh,W1,I,2024,10,Sổ gốc,\n"
                + "8/QĐ,2024-12-20,Điều chỉnh,D2,I,2024,20,Sổ gốc,\n"
        )
        let judgement = try scenario.judge(window: "2024", asOf: "2025-01-20")
        #expect(judgement.node("D1", "I")?.value == Quantity(11))
        #expect(judgement.node("C", "I")?.value == Quantity(31))
    }

    @Test func aValueSetForTheOnlyUnitOfANodeReachesIt() throws {
        let scenario = Scenario(
            plan(
                [
                    "id: I, level: district, applies_to: wards, measure: count(document),"
                        + " total: \">= 1\""
                ],
                root: "C"
            ),
            [plans("W1", "2024-03-05")],
            units: """
                Mã đơn vị,Tên đơn vị,Loại đơn vị,Mã đơn vị cấp trên
                C,Thành phố Xê,TINH,
                D1,Quận Dê,HUYEN,C
                D2,Quận Đê,HUYEN,C
                W1,Phường Một,PHUONG,D1
                W3,Phường Ba,PHUONG,D2

                """,
            decisions: "7/QĐ,2024-12-20,Điều chỉnh,W3,I,2024,9,Sổ gốc,\n"
        )
        let judgement = try scenario.judge(window: "2024", asOf: "2025-01-20")
        #expect(judgement.node("D2", "I")?.value == Quantity(9))
        #expect(judgement.node("C", "I")?.value == Quantity(10))
    }

    /// What another unit did too late stays late beside a value that was set.
    @Test func whatCameLateStaysLateBesideASetValue() throws {
        let scenario = Scenario(
            plan(["id: I, measure: count(document), total: \">= 3\", due: {by: \"{year}-06-30\"}"]),
            [plans("W2", "2024-08-01")],
            decisions: "7/QĐ,2024-12-20,Điều chỉnh,W1,I,2024,2,Sổ gốc,\n"
        )
        let node = try scenario.judge(window: "2024", asOf: "2025-01-20").node("D", "I")
        #expect(node?.value == Quantity(3))
        #expect(node?.status == .late)
    }

    @Test func aWaivedNodeAboveTheLevelIsNotJudged() throws {
        let scenario = Scenario(
            plan(["id: I, level: district, measure: count(document), total: \">= 9\""], root: "C"),
            [plans("W1", "2024-03-05")],
            units: city,
            decisions: "7/QĐ,2024-12-20,Miễn,C,I,2024,,x,\n"
        )
        let judgement = try scenario.judge(window: "2024", asOf: "2025-01-20")
        #expect(judgement.node("C", "I")?.status == .exempt)
        #expect(judgement.node("D1", "I")?.status == .unmet)
    }

    /// The number of months that held, where the rule must hold in each.
    @Test(arguments: [("12", Status.met), ("11", .unmet)])
    func aValueSetForMonthsIsTheirNumber(value: String, status: Status) throws {
        let scenario = Scenario(
            plan([issues("every: month")]),
            [plans("W1", "2024-03-05")],
            decisions: "7/QĐ,2024-12-20,Điều chỉnh,W1,I,2024,\(value),Sổ gốc,\n"
        )
        let judgement = try scenario.judge(window: "2024", asOf: "2025-01-20")
        let result = judgement.unit("W1", "I")
        #expect(result?.value?.rounded(decimals: 0) == value)
        #expect(result?.status == status)
        #expect(!judgement.codes.contains("not-in-list"))
    }

    /// `also` conditions stand beside the value: the decision is not about them.
    @Test func theConditionsBesideASetValueAreStillAsked() throws {
        let rule =
            issues("also: [{measure: count(document where kind = criteria), each: \">= 1\"}]")
        let scenario = Scenario(
            plan([rule]),
            [plans("W1", "2024-03-05")],
            decisions: "7/QĐ,2024-12-20,Điều chỉnh,W1,I,2024,11,Sổ gốc,\n"
        )
        let result = try scenario.judge(window: "2024", asOf: "2025-01-20").unit("W1", "I")
        #expect(result?.value == Quantity(11))
        #expect(result?.status == .unmet)
        #expect(result?.shortfalls.map(\.requirement) == [1])
    }

    @Test func aValueSetForAUnitReachesTheNodesAboveWhateverStandsBesideIt() throws {
        let measure = "measure: count(document where kind = plan), total: \">= 1\""
        let also = ", also: [{measure: count(document), total: \">= 1\"}]"
        for more in ["", also] {
            let scenario = Scenario(
                plan(["id: I, level: district, \(measure)\(more)"], root: "C"),
                [plans("W1", "2024-03-05"), plans("W2", "2024-03-05"), plans("W3", "2024-03-05")],
                units: city,
                decisions: "7/QĐ,2024-12-20,Điều chỉnh,W1,I,2024,10,Sổ gốc,\n"
            )
            let judgement = try scenario.judge(window: "2024", asOf: "2025-01-20")
            #expect(judgement.node("D1", "I")?.value == Quantity(11))
            #expect(judgement.node("D2", "I")?.value == Quantity(1))
            #expect(judgement.node("C", "I")?.value == Quantity(12))
        }
    }

    // MARK: - Editions of a contest

    @Test(arguments: [true, false])
    func anEntryOutsideTheEditionsBelongsToTheOneThatItMissed(isInOrder: Bool) throws {
        let editions = [
            "{id: xuan, year: 2024, opens: 2024-03-01, closes: 2024-04-30}",
            "{id: thu, year: 2024, opens: 2024-09-01, closes: 2024-10-15}",
        ]
        let listed = isInOrder ? editions : editions.reversed()
        let plan = try Scenario(plan([issues()], "contests: [\(listed.joined(separator: ", "))]"))
            .readPlan()
        func id(_ day: String) throws -> String? {
            plan.edition(on: try #require(Day(iso: day))).map { plan.contests[$0].id }
        }
        #expect(try id("2024-02-01") == "xuan")
        #expect(try id("2024-05-01") == "xuan")
        #expect(try id("2024-09-30") == "thu")
        #expect(try id("2024-10-16") == "thu")
        #expect(try id("2023-10-16") == nil)
    }

    // MARK: - Corrections after the deadline

    /// In a second file, and as a new version of the first.
    @Test func aCorrectionLeavesTheDayOfTheFirstReport() throws {
        let deadline = "deadlines: {hop: {form: review, before: \"{year+1}-01-10\", main: true}}"
        func review(_ day: String, _ unit: String, _ name: String, _ members: Int) -> Scenario.File
        {
            .init(
                "\(day)/\(unit)/\(name).csv",
                "unit,held_on,exemplar,members\n\(unit),2024-12-20,A,\(members)\n",
                received: "\(day)T08:00:00"
            )
        }
        var scenario = Scenario(plan([issues()], deadline))
        scenario.files = [
            review("2025-01-05", "W1", "hop", 7), review("2025-01-20", "W1", "hop-sua", 9),
            review("2025-01-20", "W2", "hop", 9), review("2025-01-20", "W3", "hop", 9),
        ]
        scenario.replaced = [review("2025-01-05", "W2", "hop", 7)]
        let judgement = try scenario.judge(window: "2024", asOf: "2025-01-25")
        #expect(judgement.submission("W1")?.status == .onTime)
        #expect(judgement.submission("W2")?.status == .onTime)
        #expect(judgement.submission("W2")?.receivedOn == Day(iso: "2025-01-05"))
        #expect(judgement.submission("W3")?.status == .late)
    }

    // MARK: - Sums beyond all range

    @Test func aSumBeyondAllRangeIsNoBlank() throws {
        let measure = "measure: unit_report.amount, each: \">= 1\""
        let forms = "forms: {unit_report: {fields: {amount: {header: Số tiền, type: decimal}}}}"
        let rows = ["2024-01,999999999999999", "2024-02,\"0,00000000000001\"", "2024-03,5"]
        let scenario = Scenario(
            plan(["id: I, applies_to: wards, \(measure)"], forms),
            [
                .init(
                    "2025-01-02/W1/bc.csv",
                    "Kỳ báo cáo,Số tiền\n" + rows.map { $0 + "\n" }.joined()
                )
            ]
        )
        let result = try scenario.judge(window: "2024", asOf: "2025-01-25").unit("W1", "I")
        #expect(result?.value == nil)
        #expect(result?.status == .noData)
        #expect(result?.reason == .outOfRange)
    }
}
