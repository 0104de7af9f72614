import Judgement
import Model
import TestSupport
import Testing

@Suite("Nodes (CONTRACT §5, §11.14, §11.15, §11.30)")
struct NodeTests {
    private let after = "2025-01-01"

    @Test func theDenominatorIsTheGroupAndTheNumeratorIsMet() throws {
        let judgement = try Scenario(
            plan([issues("due: {by: 2024-06-30}")]),
            [plans("W1", "2024-03-01"), plans("W2", "2024-07-01")]
        ).judge(window: "2024", asOf: after)
        let node = try #require(judgement.node("D", "I"))
        #expect(node.numerator == 1)
        #expect(node.denominator == 3)
        #expect(node.value == nil)
        #expect(node.status == .unmet)
        #expect(judgement.missing("D", "I") == ["W2", "W3"])
    }

    @Test func lateUnitsCountWhereTheIndicatorSaysSo() throws {
        let judgement = try Scenario(
            plan([issues("due: {by: 2024-06-30}, late_counts: true")]),
            [plans("W1", "2024-03-01"), plans("W2", "2024-07-01")]
        ).judge(window: "2024", asOf: after)
        #expect(judgement.node("D", "I")?.numerator == 2)
        #expect(judgement.missing("D", "I") == ["W3"])
        #expect(judgement.unit("W2", "I")?.status == .late)
    }

    // W1 has met, W2 has nothing yet, W3 nothing yet: 1 of 3, and 3 of 3 with the pending ones.
    @Test(arguments: [
        ("= 100%", "2024-12-31", Status.pending), ("= 100%", "2025-01-01T00:00:00", .unmet),
        (">= 30%", "2024-12-31", .met), (">= 34%", "2024-12-31", .pending),
        (">= 34%", "2025-01-01T00:00:00", .unmet), ("<= 20%", "2024-12-31", .unmet),
    ])
    func theTargetThenThePendingUnitsDecide(target: String, asOf: String, expected: Status) throws {
        let judgement = try Scenario(
            plan([issues("target: \"\(target)\"")]),
            [plans("W1", "2024-03-01"), noPlans("W2")]
        ).judge(window: "2024", asOf: asOf)
        #expect(judgement.node("D", "I")?.status == expected)
    }

    @Test func withAllUnitsWithoutDataTheNodeHasNone() throws {
        let scenario = Scenario(plan([issues()]))
        #expect(
            try scenario.judge(window: "2024", asOf: after).node("D", "I")?.status == .noData
        )
        #expect(
            try scenario.judge(window: "2024", asOf: "2024-12-31").node("D", "I")?.status
                == .pending
        )
        let one = Scenario(plan([issues()]), [noPlans("W1")])
        #expect(try one.judge(window: "2024", asOf: after).node("D", "I")?.status == .unmet)
    }

    @Test func withoutUnitsTheIndicatorDoesNotApply() throws {
        let scenario = Scenario(
            plan([issues()]),
            decisions: """
                1,2024-01-01,Miễn,W1,,,,x,
                1,2024-01-01,Miễn,W2,,,,x,
                1,2024-01-01,Miễn,W3,,,,x,

                """
        )
        let node = try #require(try scenario.judge(window: "2024", asOf: after).node("D", "I"))
        #expect(node.denominator == 0)
        #expect(node.numerator == 0)
        #expect(node.status == .notApplicable)
    }

    // D1: W1 and W2 met (2/2); D2: W3 met, W4 not (1/2); together 3/4.
    private var fourWards: [Scenario.File] {
        [
            plans("W1", "2024-03-01"), plans("W2", "2024-03-01"), plans("W3", "2024-03-01"),
            noPlans("W4"),
        ]
    }

    @Test func aboveTheLevelTheFiguresAreSumsOverTheUnits() throws {
        let judgement = try Scenario(
            plan([issues("level: district, target: \">= 75%\"")], root: "C"),
            fourWards,
            units: city
        ).judge(window: "2024", asOf: after)
        #expect(judgement.node("D1", "I")?.status == .met)
        #expect(judgement.node("D2", "I")?.status == .unmet)
        #expect(judgement.node("D2", "I")?.numerator == 1)
        let top = try #require(judgement.node("C", "I"))
        #expect(top.numerator == 3)
        #expect(top.denominator == 4)
        #expect(top.nodesMet == 1)
        #expect(top.nodes == 2)
        #expect(top.status == .met)
        #expect(judgement.missing("C", "I") == ["W4"])
    }

    @Test func aNodeToWhichNothingAppliesIsNoneOfThoseBelow() throws {
        let judgement = try Scenario(
            plan([issues()], root: "C"),
            [plans("W1", "2024-03-01"), plans("W2", "2024-03-01")],
            units: city.replacing("W3,Phường Ba,PHUONG", with: "W3,Trường Ba,TRUONG")
                .replacing("W4,Phường Bốn,PHUONG", with: "W4,Trường Bốn,TRUONG")
        ).judge(window: "2024", asOf: after)
        #expect(judgement.node("D2", "I")?.status == .notApplicable)
        let top = try #require(judgement.node("C", "I"))
        #expect(top.status == .met)
        #expect(top.nodesMet == 1)
        #expect(top.nodes == 1)
    }

    // D1's wards have filed, D2 has schools alone: nothing of the group can be counted there.
    @Test func aTotalOverAGroupWithoutUnitsDoesNotApply() throws {
        let schools = city.replacing("W3,Phường Ba,PHUONG", with: "W3,Trường Ba,TRUONG")
            .replacing("W4,Phường Bốn,PHUONG", with: "W4,Trường Bốn,TRUONG")
        let scenario = Scenario(
            plan(
                ["id: I, applies_to: wards, measure: count(document), total: \">= 1\""],
                root: "C"
            ),
            [plans("W1", "2024-03-01"), plans("W3", "2024-03-01")],
            units: schools
        )
        for asOf in [after, "2024-06-30"] {
            let judgement = try scenario.judge(window: "2024", asOf: asOf)
            let node = try #require(judgement.node("D2", "I"))
            #expect(node.status == .notApplicable)
            #expect(node.value == nil)
            #expect(node.reason == nil)
            let top = try #require(judgement.node("C", "I"))
            #expect(top.value == Quantity(1))
            #expect(top.nodesMet == 1)
            #expect(top.nodes == 1)
        }
    }

    @Test func aTotalOfWhatTheNodeItselfFilesApplies() throws {
        let own = try Scenario(
            plan(
                [
                    "id: I, applies_to: wards, level: district, counts: own, "
                        + "measure: count(document), total: \">= 1\""
                ],
                root: "C"
            ),
            units: city
        ).judge(window: "2024", asOf: after)
        #expect(own.node("D2", "I")?.status == .noData)
        let districts = try Scenario(
            plan(
                ["id: I, applies_to: offices, measure: count(document), total: \">= 1\""],
                "groups: {wards: {kinds: [PHUONG]}, offices: {units: [D1, D2]}}",
                root: "C"
            ),
            units: city
        ).judge(window: "2024", asOf: after)
        #expect(districts.node("D2", "I")?.status == .noData)
    }

    @Test func aNodeAboveTheLevelWithNoneOfItBelowCountsNone() throws {
        let judgement = try Scenario(
            plan([issues("level: district")], root: "C"),
            units: """
                Mã đơn vị,Tên đơn vị,Loại đơn vị,Cấp,Mã đơn vị cấp trên
                C,Thành phố,TINH,city,
                W1,Phường Một,PHUONG,unit,C

                """
        ).judge(window: "2024", asOf: after)
        let top = try #require(judgement.node("C", "I"))
        #expect(top.denominator == 1)
        #expect(top.nodesMet == 0)
        #expect(top.nodes == 0)
    }

    @Test func theLevelIsTheFirstAboveTheUnitsUnlessSaid() throws {
        let judgement = try Scenario(
            plan([issues()], root: "C"),
            fourWards,
            units: city
        ).judge(window: "2024", asOf: after)
        #expect(judgement.node("C", "I")?.nodesMet == 1)
        #expect(judgement.node("D1", "I")?.nodes == nil)
    }

    @Test func anIndicatorOfTheTopLevelIsJudgedThere() throws {
        let judgement = try Scenario(
            plan([issues("level: city")], root: "C"),
            fourWards,
            units: city
        ).judge(window: "2024", asOf: after)
        let top = try #require(judgement.node("C", "I"))
        #expect(top.numerator == 3)
        #expect(top.denominator == 4)
        #expect(top.status == .unmet)
        #expect(top.nodesMet == nil)
    }

    @Test func aReportOfADistrictEndsThere() throws {
        let judgement = try Scenario(plan([issues()], root: "C"), fourWards, units: city)
            .judge(window: "2024", asOf: after, root: "D2")
        #expect(judgement.node("D2", "I")?.denominator == 2)
        #expect(judgement.node("C", "I") == nil)
        #expect(judgement.unit("W1", "I") == nil)
    }

    private func proposals(_ unit: String, _ count: Int) -> Scenario.File {
        var text = "unit,year,name,subject,level,award,documented_on\n"
        for index in 0..<count {
            text += "\(unit),2024,Người \(index),individual,city,BK,2024-05-01\n"
        }
        return .init("2024-06-01/\(unit)/2024/dn.csv", text)
    }

    private func total(_ rule: String, _ more: String = "") -> String {
        "id: I, measure: count(proposal), total: \"\(rule)\"" + (more.isEmpty ? "" : ", " + more)
    }

    @Test(arguments: [
        ("subtree", ">= 5", 5, Status.met, false), ("subtree", ">= 4", 5, .met, true),
        ("own", ">= 5", 2, .unmet, false), ("own", ">= 2", 2, .met, false),
        ("own", "<= 9", 2, .met, false), ("own", "= 2", 2, .met, false),
        ("own", ">= 1", 2, .met, true),
    ])
    func aTotalCountsTheSubtreeOrTheNodesOwn(
        counts: String,
        rule: String,
        value: Int,
        status: Status,
        exceeded: Bool
    ) throws {
        let judgement = try Scenario(
            plan([total(rule, "counts: \(counts)")]),
            [proposals("W1", 3), proposals("D", 2)]
        ).judge(window: "2024", asOf: after)
        let node = try #require(judgement.node("D", "I"))
        #expect(node.value == Quantity(value))
        #expect(node.status == status)
        #expect(node.exceeded == exceeded)
        #expect(node.numerator == nil)
        #expect(node.denominator == nil)
    }

    @Test func aTotalClimbsTheSameLadder() throws {
        let some = Scenario(plan([total(">= 5")]), [proposals("W1", 3)])
        let none = Scenario(plan([total(">= 5")]))
        func status(_ scenario: Scenario, _ asOf: String) throws -> Status? {
            try scenario.judge(window: "2024", asOf: asOf).node("D", "I")?.status
        }
        #expect(try status(some, "2024-12-31") == .pending)
        #expect(try status(some, "2025-01-01T00:00:00") == .unmet)
        #expect(try status(none, "2024-12-31") == .pending)
        #expect(try status(none, "2025-01-01T00:00:00") == .noData)
    }

    @Test func aTotalSatisfiedWithLaterRecordsOnlyIsLate() throws {
        let rule = "id: I, measure: count(document), total: \">= 2\", due: {by: 2024-06-30}"
        let judgement = try Scenario(
            plan([rule]),
            [plans("W1", "2024-06-30"), plans("W2", "2024-07-01")]
        ).judge(window: "2024", asOf: after)
        #expect(judgement.node("D", "I")?.status == .late)
        #expect(judgement.node("D", "I")?.value == Quantity(2))
    }

    @Test func aTotalAboveItsLevelShowsTheSumAndTheNodesThatMetIt() throws {
        let judgement = try Scenario(
            plan([total(">= 3", "level: district, counts: subtree")], root: "C"),
            [proposals("W1", 3), proposals("W3", 2)],
            units: city
        ).judge(window: "2024", asOf: after)
        #expect(judgement.node("D1", "I")?.status == .met)
        #expect(judgement.node("D2", "I")?.status == .unmet)
        let top = try #require(judgement.node("C", "I"))
        #expect(top.value == Quantity(5))
        #expect(top.nodesMet == 1)
        #expect(top.nodes == 2)
        #expect(top.status == .met)
    }

    @Test func ownTotalsOfTheNodesBelowAddUp() throws {
        let judgement = try Scenario(
            plan([total(">= 2", "level: district, counts: own")], root: "C"),
            [proposals("D1", 2), proposals("D2", 1), proposals("W1", 4)],
            units: city
        ).judge(window: "2024", asOf: after)
        #expect(judgement.node("D1", "I")?.value == Quantity(2))
        #expect(judgement.node("D2", "I")?.status == .unmet)
        let top = try #require(judgement.node("C", "I"))
        #expect(top.value == Quantity(3))
        #expect(top.nodesMet == 1)
    }
}

@Suite("Shares and their targets")
struct ShareTargetTests {
    // 2199/2200 = 99,9545…%: it would round to 100,0 %.
    @Test(arguments: [
        ("= 100%", Status.unmet), (">= 100%", .unmet), (">= 99.96%", .unmet), (">= 99.95%", .met),
        ("> 99.95%", .met), ("< 100%", .met), ("= 99.9%", .unmet),
    ])
    func theTargetIsDecidedOnIntegers(target: String, expected: Status) throws {
        var units = "Mã đơn vị,Tên đơn vị,Loại đơn vị,Mã đơn vị cấp trên\nD,Quận Dê,HUYEN,\n"
        var rows = "unit,kind,number,issued_on\n"
        for index in 1...2200 {
            units += "W\(index),Phường \(index),PHUONG,D\n"
            if index > 1 { rows += "W\(index),plan,1,2024-05-01\n" }
        }
        let judgement = try Scenario(
            plan([issues("target: \"\(target)\"")]),
            [.init("2024-06-01/D/vb.csv", rows)],
            units: units
        ).judge(window: "2024", asOf: "2025-01-01")
        let node = try #require(judgement.node("D", "I"))
        #expect(node.numerator == 2199)
        #expect(node.denominator == 2200)
        #expect(node.status == expected)
    }

    /// What is asked of a district is not asked of a ward in the ward's own report.
    @Test(arguments: [("C", Status.unmet), ("D1", .unmet), ("W1", .notApplicable)])
    func aTotalIsHeldAgainstTheNodesOfItsLevelAndThoseAbove(root: String, status: Status) throws {
        let judgement = try Scenario(
            plan(["id: T, level: district, measure: count(document), total: \">= 9\""], root: "C"),
            [plans("W1", "2024-02-01")],
            units: city
        ).judge(window: "2024", asOf: "2025-01-05", root: root)
        #expect(judgement.node(root, "T")?.value == Quantity(1))
        #expect(judgement.node(root, "T")?.status == status)
    }

    // Districts abolished on 1 July: D1 counted 1 (W1), D2 2 (W3), the new ward N under the city 2.
    private var withoutDistricts: String {
        """
        Mã đơn vị,Tên đơn vị,Loại đơn vị,Cấp,Mã đơn vị cấp trên,Hiệu lực từ ngày,Hiệu lực đến ngày
        C,Thành phố Xê,TINH,TP,,,
        D1,Quận Dê,HUYEN,Quận,C,,2025-07-01
        D2,Quận Đê,HUYEN,Quận,C,,2025-07-01
        W1,Phường Một,PHUONG,Đơn vị,D1,,2025-07-01
        W3,Phường Ba,PHUONG,Đơn vị,D2,,2025-07-01
        N,Phường Mới,PHUONG,Đơn vị,C,2025-07-01,

        """
    }

    @Test(arguments: [("", 5), ("1,2025-09-01,Điều chỉnh,N,T,,7,x,\n", 10)])
    func unitsUnderNoNodeOfTheLevelCountAboveIt(decisions: String, expected: Int) throws {
        let judgement = try Scenario(
            plan(
                ["id: T, level: district, measure: count(document), total: \">= 3\""],
                root: "C"
            ),
            [
                plans("W1", "2025-02-01"), plans("W3", "2025-02-01", "2025-02-02"),
                plans("N", "2025-08-01", "2025-08-02"),
                .init("2023-01-02/C/vb.csv", "unit,kind,number,issued_on\nC,plan,1,2025-08-01\n"),
            ],
            units: withoutDistricts,
            decisions: decisions
        ).judge(window: "2025", asOf: "2026-01-01")
        #expect(judgement.node("D1", "T")?.value == Quantity(1))
        #expect(judgement.node("D2", "T")?.value == Quantity(2))
        #expect(judgement.node("C", "T")?.value == Quantity(expected))
        #expect(judgement.node("C", "T")?.nodes == 2)
        let explained = Explanation(0, of: judgement).nodes.first {
            judgement.scene.roster.units[$0.result.node].id == "C"
        }
        let node = try #require(explained)
        #expect(node.adjusted.compactMap(\.counted) == [Quantity(expected - 3)])
    }
}
