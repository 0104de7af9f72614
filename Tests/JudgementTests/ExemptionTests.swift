import Judgement
import Model
import Reports
import TestSupport
import Testing

@Suite("Exempt units and decisions (CONTRACT §5, §11.16, §11.19, §11.27)")
struct ExemptionTests {
    private let after = "2025-01-01"

    @Test func aWaiverActsFromItsDayOn() throws {
        let scenario = Scenario(
            plan([issues()]),
            decisions: "12/QĐ,2024-06-01,Miễn,W1,I,,,Thiên tai,\n"
        )
        #expect(try scenario.status("W1", "2024-05-31T23:59:59") == .pending)
        #expect(try scenario.status("W1", "2024-06-01T00:00:00") == .exempt)
        #expect(try scenario.status("W2", after) == .noData)
        let judgement = try scenario.judge(window: "2024", asOf: after)
        let day = try #require(Day(iso: "2024-06-01"))
        #expect(
            judgement.unit("W1", "I")?.reason
                == .waived(decision: "12/QĐ", date: day, reason: "Thiên tai")
        )
        #expect(judgement.node("D", "I")?.denominator == 2)
        #expect(judgement.missing("D", "I") == ["W2", "W3"])
    }

    @Test func aWaiverWithoutIndicatorOrWindowMeansAll() throws {
        let scenario = Scenario(
            plan([issues(), issues(id: "K")]),
            decisions: "1,2024-01-02,Miễn,W1,,,,Lý do,\n"
        )
        for window in ["2023", "2024", "2025"] {
            let judgement = try scenario.judge(window: window, asOf: "2026-01-01")
            #expect(judgement.unit("W1", "I")?.status == .exempt)
            #expect(judgement.unit("W1", "K")?.status == .exempt)
        }
    }

    @Test func aWaiverOfOneIndicatorAndWindowLeavesTheOthers() throws {
        let scenario = Scenario(
            plan([issues(), issues(id: "K")]),
            decisions: "1,2024-01-02,Miễn,W1,I,2024,,Lý do,\n"
        )
        let judgement = try scenario.judge(window: "2024", asOf: after)
        #expect(judgement.unit("W1", "I")?.status == .exempt)
        #expect(judgement.unit("W1", "K")?.status == .noData)
        #expect(try scenario.status("W1", "2026-01-01", window: "2025") == .noData)
    }

    /// A school year holds the autumn before it: what is decided for 2024 acts in October 2023.
    @Test(arguments: [
        ("2024", "2023-10", true), ("2023", "2023-10", false), ("2024", "2024-05", true),
        ("2023-10", "2023-10", true), ("2024", "2024-10", false), ("2025", "2024-10", true),
    ])
    func aDecisionForASchoolYearActsInItsAutumn(decided: String, window: String, acts: Bool) throws
    {
        let judgement = try Scenario(
            plan([issues()], "year_starts: \"09-01\""),
            decisions: "1,2023-09-02,Miễn,W1,I,\(decided),,Lý do,\n"
        ).judge(window: window, asOf: after)
        #expect((judgement.unit("W1", "I")?.status == .exempt) == acts)
    }

    @Test func aWaiverEnds() throws {
        let scenario = Scenario(
            plan([issues()]),
            decisions: "1,2024-01-02,Miễn,W1,I,,,Lý do,2024-06-30\n"
        )
        #expect(try scenario.status("W1", "2024-06-29") == .exempt)
        #expect(try scenario.status("W1", "2024-07-01T00:00:00") == .pending)
    }

    private func roster(_ from: String, _ to: String) -> String {
        """
        Mã đơn vị,Tên đơn vị,Loại đơn vị,Mã đơn vị cấp trên,Hiệu lực từ ngày,Hiệu lực đến ngày
        D,Quận Dê,HUYEN,,,
        W1,Phường Một,PHUONG,D,,
        W2,Phường Hai,PHUONG,D,\(from),\(to)

        """
    }

    @Test func aUnitThatDoesNotExistYetIsExemptUntilItDoes() throws {
        let scenario = Scenario(plan([issues()]), units: roster("2024-09-01", ""))
        #expect(try scenario.status("W2", "2024-08-31T23:59:59") == .exempt)
        #expect(try scenario.status("W2", "2024-09-01T00:00:00") == .pending)
        #expect(try scenario.status("W2", after) == .noData)
        let judgement = try scenario.judge(window: "2024", asOf: "2024-08-31")
        #expect(
            judgement.unit("W2", "I")?.reason
                == .notYet(from: try #require(Day(iso: "2024-09-01")))
        )
    }

    @Test(arguments: [("2024-07-01", true), ("2024-12-31", true), ("2025-01-01", false)])
    func aUnitClosedBeforeTheWindowsEndIsExempt(to: String, exempt: Bool) throws {
        let scenario = Scenario(plan([issues()]), [noPlans("W2")], units: roster("", to))
        #expect(try scenario.status("W2", after) == (exempt ? .exempt : .unmet))
        if exempt {
            let judgement = try scenario.judge(window: "2024", asOf: after)
            let day = try #require(Day(iso: to))
            #expect(judgement.unit("W2", "I")?.reason == .closed(since: day, successor: nil))
        }
    }

    @Test(arguments: [("", "2024-01-01"), ("2025-01-01", "")])
    func aUnitThatDidNotExistInTheWindowIsNotListed(from: String, to: String) throws {
        let judgement = try Scenario(plan([issues()]), units: roster(from, to))
            .judge(window: "2024", asOf: after)
        #expect(judgement.unit("W2", "I") == nil)
        #expect(judgement.node("D", "I")?.denominator == 1)
    }

    private func merge(_ closed: String, _ files: [Scenario.File]) -> Scenario {
        var scenario = Scenario(
            plan([issues("closed: \(closed)")]),
            files,
            units: roster("", "2024-07-01")
        )
        scenario.changes = """
            Ngày hiệu lực,Loại biến động,Mã ĐV cũ,Mã ĐV mới,Kế thừa chính
            2024-07-01,Nhập toàn bộ,W2,W1,Có

            """
        return scenario
    }

    @Test func aClosedUnitCountsWhereThePlanSaysSo() throws {
        let files = [plans("W2", "2024-03-01"), noPlans("W1")]
        #expect(try merge("exempt", files).status("W2", after) == .exempt)
        #expect(try merge("exempt", files).status("W1", after) == .unmet)
        #expect(try merge("counts", files).status("W2", after) == .met)
        #expect(try merge("counts", files).status("W1", after) == .unmet)
    }

    @Test func aSuccessorHasThePredecessorsRecords() throws {
        let judgement = try merge("successor", [plans("W2", "2024-03-01"), noPlans("W1")])
            .judge(window: "2024", asOf: after)
        #expect(judgement.unit("W1", "I")?.status == .met)
        #expect(judgement.unit("W1", "I")?.value == Quantity(1))
        #expect(judgement.unit("W2", "I")?.status == .exempt)
        #expect(judgement.node("D", "I")?.numerator == 1)
        #expect(judgement.node("D", "I")?.denominator == 1)
    }

    @Test func anIndicatorMayOverrideThePlansRule() throws {
        let text = plan([issues(), issues("closed: counts", id: "K")], "closed: exempt")
        let judgement = try Scenario(
            text,
            [plans("W2", "2024-03-01")],
            units: roster("", "2024-07-01")
        ).judge(window: "2024", asOf: after)
        #expect(judgement.unit("W2", "I")?.status == .exempt)
        #expect(judgement.unit("W2", "K")?.status == .met)
    }

    @Test func aRowDatedAfterTheClosureCountsForTheWholeSuccessor() throws {
        let judgement = try merge("exempt", [plans("W2", "2024-07-01")])
            .judge(window: "2024", asOf: after)
        #expect(judgement.unit("W1", "I")?.value == Quantity(1))
        #expect(judgement.count(.unitClosed) == 1)
    }

    @Test func aRowDatedAfterTheClosureWithoutSuccessorIsRejected() throws {
        let judgement = try Scenario(
            plan([issues("closed: counts")]),
            [plans("W2", "2024-06-30", "2024-07-01")],
            units: roster("", "2024-07-01")
        ).judge(window: "2024", asOf: after)
        #expect(judgement.unit("W2", "I")?.value == Quantity(1))
        #expect(judgement.count(.unitClosed) == 1)
    }

    @Test func aRenamedUnitIsOneUnitNamedAsOnTheLastDay() throws {
        let units = """
            Mã đơn vị,Tên đơn vị,Loại đơn vị,Mã đơn vị cấp trên,Hiệu lực từ ngày,Hiệu lực đến ngày
            D,Quận Dê,HUYEN,,,
            W1,Phường Cũ,PHUONG,D,,2024-07-01
            W1,Phường Mới,PHUONG,D,2024-07-01,

            """
        let scenario = Scenario(plan([issues()]), [plans("W1", "2024-03-01")], units: units)
        for (window, name) in [("2023", "Phường Cũ"), ("2024", "Phường Mới")] {
            let judgement = try scenario.judge(window: window, asOf: after)
            let results = try #require(judgement.indicators.first).units
            #expect(results.count == 1)
            #expect(results.map { judgement.scene.roster.units[$0.unit].name } == [name])
            #expect(results.map(\.status) == [window == "2024" ? .met : .noData])
        }
    }

    @Test func anExtensionMovesTheLastDayInclusively() throws {
        let scenario = Scenario(
            plan([issues("due: {by: 2024-06-30}")]),
            [plans("W1", "2024-07-31"), plans("W2", "2024-07-31"), noPlans("W3")],
            decisions: """
                5,2024-06-01,Gia hạn,W1,I,,2024-07-31,Lý do,
                6,2024-06-01,Gia hạn,W3,I,,2024-07-31,Lý do,

                """
        )
        #expect(try scenario.status("W1", after) == .met)
        #expect(try scenario.status("W2", after) == .late)
        #expect(try scenario.status("W3", "2024-07-31T23:59:59") == .pending)
        #expect(try scenario.status("W3", "2024-08-01T00:00:00") == .unmet)
    }

    @Test func anOverrideReplacesTheValueAndCountsAsInTime() throws {
        let scenario = Scenario(
            plan([issues("due: {by: 2024-06-30}")]),
            [plans("W1", "2024-07-05")],
            decisions: """
                7,2024-08-01,Điều chỉnh,W1,I,,5,Nhập sót,
                8,2024-08-01,Điều chỉnh,W2,I,,0,Nhập nhầm,

                """
        )
        #expect(try scenario.status("W1", "2024-07-31") == .late)
        let judgement = try scenario.judge(window: "2024", asOf: "2024-08-01")
        #expect(judgement.unit("W1", "I")?.value == Quantity(5))
        #expect(judgement.unit("W1", "I")?.status == .met)
        #expect(judgement.unit("W2", "I")?.value == Quantity(0))
        #expect(judgement.unit("W2", "I")?.status == .unmet)
        #expect(judgement.node("D", "I")?.numerator == 1)
    }

    @Test func anOverrideOfAUnitReachesTheTotalOfItsNode() throws {
        // W1 has 2 of its own, replaced by 7; W2 has 1: 7 + 1 = 8.
        let judgement = try Scenario(
            plan(["id: I, measure: count(document), total: \">= 8\""]),
            [plans("W1", "2024-02-01", "2024-02-02"), plans("W2", "2024-02-01")],
            decisions: "9,2024-08-01,Điều chỉnh,W1,I,,7,Lý do,\n"
        ).judge(window: "2024", asOf: after)
        #expect(judgement.node("D", "I")?.value == Quantity(8))
        #expect(judgement.node("D", "I")?.status == .met)
    }

    /// §5.1 with §11.9: who was there on no day of the contest is not asked, whichever rule holds
    /// for closed units.
    @Test(arguments: [("2024", Status.exempt), ("2024-Q4", .exempt), ("2023..2025", .exempt)])
    func whoWasNotThereDuringTheContestIsNotAsked(window: String, status: Status) throws {
        let entry = "measure: count(contest_entry), each: \">= 1\""
        let judgement = try Scenario(
            plan(
                ["id: I, applies_to: wards, over: contest, \(entry)", issues(id: "K")],
                "contests: [{id: c, year: 2024, opens: 2024-03-01, closes: 2024-06-06}]",
                "closed: counts"
            ),
            [],
            units: """
                Mã đơn vị,Tên đơn vị,Loại đơn vị,Mã đơn vị cấp trên,Hiệu lực từ ngày,Hiệu lực đến ngày
                D,Quận Dê,HUYEN,,,
                W1,Phường Một,PHUONG,D,,
                W2,Phường Hai,PHUONG,D,2024-06-30,
                W3,Phường Ba,PHUONG,D,2024-06-06,
                W4,Phường Bốn,PHUONG,D,,2024-01-10

                """
        ).judge(window: window, asOf: "2026-01-05")
        #expect(judgement.unit("W1", "I")?.status == .noData)
        #expect(judgement.unit("W2", "I")?.status == status)
        #expect(judgement.unit("W3", "I")?.status == .noData)
        if window != "2024-Q4" { #expect(judgement.unit("W4", "I")?.status == .exempt) }
        #expect(judgement.unit("W2", "K")?.status == .noData)
        let day = try #require(Day(iso: "2024-06-30"))
        #expect(judgement.unit("W2", "I")?.reason == .notYet(from: day))
        #expect(judgement.node("D", "I")?.denominator == 2)
    }

    /// Who came after the day of a year's duty is told the same by the report of a month as by the
    /// year's.
    @Test(arguments: ["2024", "2024-10"])
    func whoCameAfterTheDueDayIsAskedInEveryReportOrNone(window: String) throws {
        let judgement = try Scenario(
            plan([issues("due: {by: \"{year}-06-30\"}")]),
            [],
            units: """
                Mã đơn vị,Tên đơn vị,Loại đơn vị,Mã đơn vị cấp trên,Hiệu lực từ ngày
                D,Quận Dê,HUYEN,,
                W1,Phường Một,PHUONG,D,
                W2,Phường Hai,PHUONG,D,2024-08-15

                """
        ).judge(window: window, asOf: "2025-01-05")
        #expect(judgement.unit("W2", "I")?.status == .noData)
        #expect(judgement.node("D", "I")?.denominator == 2)
    }

    /// A value set for a node in one month takes no ward's records twice into what is asked
    /// besides.
    @Test func aValueSetForAMonthCountsNothingTwice() throws {
        let also = "also: [{measure: count(document where kind = plan), total: \"<= 1\"}]"
        let judgement = try Scenario(
            plan(
                ["id: T, measure: count(document), every: month, total: \">= 1\", \(also)"],
                root: "C"
            ),
            [plans("W1", "2024-03-01")],
            units: city,
            decisions: "1,2024-06-01,Điều chỉnh,D1,T,2024-03,5,Đối chiếu,\n"
        ).judge(window: "2024-03", asOf: after)
        #expect(judgement.node("C", "T")?.status == .met)
    }

    /// What was set is the first figure; what is asked besides is counted from the records, also of
    /// a node whose total was set.
    @Test(arguments: [("W1", 6), ("D1", 6)])
    func aValueThatWasSetLeavesTheRecordsToWhatIsAskedBesides(decided: String, sum: Int) throws {
        let also = "also: [{measure: count(document where kind = plan), total: \">= 2\"}]"
        let report = "unit,kind,number,issued_on\nW3,report,1,2024-04-01\n"
        let judgement = try Scenario(
            plan(
                ["id: T, level: city, measure: count(document), total: \">= 6\", \(also)"],
                root: "C"
            ),
            [plans("W1", "2024-02-01", "2024-03-01"), .init("2024-05-01/W3/bc.csv", report)],
            units: city,
            decisions: "1,2024-06-01,Điều chỉnh,\(decided),T,2024,5,Đối chiếu,\n"
        ).judge(window: "2024", asOf: after)
        #expect(judgement.node("C", "T")?.value == Quantity(sum))
        #expect(judgement.node("C", "T")?.status == .met)
        #expect(ExplanationAudit(Explanation(0, of: judgement)).faults == [])
    }
}

@Suite("A waiver for a node of an each indicator")
struct NodeWaiverTests {
    @Test func itExemptsTheUnitsBelowTheNode() throws {
        let judgement = try Scenario(
            plan([issues()], root: "C"),
            [plans("W3", "2024-05-01")],
            units: city,
            decisions: "07/QĐ,2024-01-15,Miễn,D1,I,2024,,Bão lụt,\n"
        ).judge(window: "2024", asOf: "2025-02-01")
        for unit in ["W1", "W2"] {
            #expect(judgement.unit(unit, "I")?.status == .exempt, "\(unit)")
            #expect(
                judgement.unit(unit, "I")?.reason.map(Words.vietnamese.text)
                    == "Miễn theo Quyết định số 07/QĐ ngày 15/01/2024: Bão lụt"
            )
        }
        #expect(judgement.node("D1", "I")?.status == .notApplicable)
        #expect(judgement.node("C", "I")?.numerator == 1)
        #expect(judgement.node("C", "I")?.denominator == 2)
        #expect(judgement.node("C", "I")?.status == .unmet)
    }

    // They were still listed as not having reported.
    @Test func itsUnitsHaveNothingToHandIn() throws {
        let deadline =
            "deadlines:\n  annual: {form: document, before: \"{year}-12-15\", name: Hạn, main: true}"
        let judgement = try Scenario(
            plan([issues()], deadline, root: "C"),
            [plans("W3", "2024-05-01")],
            units: city,
            decisions: "07/QĐ,2024-01-15,Miễn,D1,,2024,,Bão lụt,\n"
        ).judge(window: "2024", asOf: "2025-02-01")
        for unit in ["W1", "W2"] {
            #expect(judgement.submission(unit)?.status == .notRequired, "\(unit)")
        }
        #expect(judgement.submission("W3")?.status == .onTime)
        #expect(judgement.submission("W4")?.status == .missing)
    }

    /// What a waived district did is a fact of the city's total; the district itself is neither met
    /// nor short, and nobody counts it among those that were asked.
    @Test func whatAWaivedNodeDidStaysInTheTotalAboveIt() throws {
        let total =
            "id: T, level: district, measure: count(document where kind = plan), total: \">= 2\""
        let judgement = try Scenario(
            plan([total], root: "C"),
            [
                plans("W1", "2024-05-01", "2024-05-02", "2024-05-03"),
                plans("W3", "2024-05-01", "2024-05-02"),
            ],
            units: city,
            decisions: "07/QĐ,2024-01-15,Miễn,D1,T,2024,,Bão lụt,\n"
        ).judge(window: "2024", asOf: "2025-02-01")
        #expect(judgement.node("D1", "T")?.status == .exempt)
        #expect(judgement.node("D1", "T")?.value == Quantity(3))
        let whole = try #require(judgement.node("C", "T"))
        #expect(whole.value == Quantity(5))
        #expect(whole.nodes == 1)
        #expect(whole.nodesMet == 1)
    }

    @Test func aWaiverOfTheNodesTotalLeavesItsUnitsAlone() throws {
        let total =
            "id: T, level: district, measure: count(document where kind = plan), total: \">= 2\""
        let judgement = try Scenario(
            plan([issues(), total], root: "C"),
            [plans("W1", "2024-05-01")],
            units: city,
            decisions: "07/QĐ,2024-01-15,Miễn,D1,T,2024,,Bão lụt,\n"
        ).judge(window: "2024", asOf: "2025-02-01")
        #expect(judgement.node("D1", "T")?.status == .exempt)
        #expect(judgement.unit("W1", "I")?.status == .met)
    }
}
