import Judgement
import Model
import TestSupport
import Testing

@Suite("Measures (CONTRACT §4, §11.5, §11.14)")
struct MeasureTests {
    private func report(
        _ unit: String,
        _ header: String,
        _ rows: String...,
        day: String = "2024-12-20"
    ) -> Scenario.File {
        let lines = rows.map { "\(unit),\($0)\n" }.joined()
        return .init("\(day)/\(unit)/bc.csv", "unit,period,\(header)\n" + lines)
    }

    private func talks(_ unit: String, _ rows: String...) -> Scenario.File {
        var text = "unit,kind,held_on,content,attendees\n"
        for (index, row) in rows.enumerated() {
            let parts = row.split(separator: " ", omittingEmptySubsequences: false)
            text +=
                "\(unit),\(parts[0]),2024-05-01,Lần \(index),\(parts.count > 1 ? parts[1] : "")\n"
        }
        return .init("2024-06-01/\(unit)/2024/hd.csv", text)
    }

    private func judge(
        _ measures: [String],
        _ files: [Scenario.File],
        window: String = "2024",
        indicators: [String] = []
    ) throws -> Judgement {
        let section = "measures:\n" + measures.map { "  " + $0 }.joined(separator: "\n")
        return try Scenario(plan(indicators, section), files)
            .judge(window: window, asOf: "2025-01-01")
    }

    @Test func coalesceTakesTheFirstThatHasData() throws {
        let judgement = try judge(
            ["m: coalesce(count(activity), unit_report.sessions, 9)", "n: coalesce(m, 1)"],
            [talks("W1"), report("W1", "sessions", "2024,4"), report("W2", "sessions", "2024,4")]
        )
        // W1 handed in an empty register: 0 is data.
        #expect(judgement.measure("m", "W1") == Quantity(0))
        #expect(judgement.measure("m", "W2") == Quantity(4))
        #expect(judgement.measure("m", "W3") == Quantity(9))
        #expect(judgement.measure("n", "W2") == Quantity(4))
    }

    @Test func noDataSpreadsThroughArithmetic() throws {
        let measures = ["+", "-", "*", "/"].enumerated().map {
            "m\($0): unit_report.posts \($1) unit_report.sessions"
        }
        let judgement = try judge(
            measures + ["c: unit_report.posts + coalesce(unit_report.sessions, 0)"],
            [report("W1", "posts,sessions", "2024,7,2"), report("W2", "posts,sessions", "2024,7,")]
        )
        #expect(judgement.measure("m0", "W1") == Quantity(9))
        #expect(judgement.measure("m1", "W1") == Quantity(5))
        #expect(judgement.measure("m2", "W1") == Quantity(14))
        #expect(judgement.measure("m3", "W1") == Quantity(7, over: 2))
        for name in ["m0", "m1", "m2", "m3"] { #expect(judgement.measure(name, "W2") == nil) }
        #expect(judgement.measure("c", "W2") == Quantity(7))
    }

    @Test func multiplicationBindsTighterAndParenthesesDecide() throws {
        let judgement = try judge(
            ["a: 1 + 2 * 3", "b: (1 + 2) * 3", "c: 10 - 4 - 3", "d: 12 / 3 / 2", "e: 1 / 3 * 3"],
            []
        )
        let found = ["a", "b", "c", "d", "e"].map { judgement.measure($0, "W1") }
        #expect(found == [7, 9, 3, 2, 1].map { Quantity($0) })
    }

    @Test func aSumOverBlanksOnlyIsNoDataAndBlanksAmongNumbersAreSkipped() throws {
        let judgement = try judge(
            ["m: sum(activity.attendees)", "c: count(activity)"],
            [talks("W1", "talk ", "talk 5", "talk 6"), talks("W2", "talk ", "visit ")]
        )
        #expect(judgement.measure("m", "W1") == Quantity(11))
        #expect(judgement.measure("m", "W2") == nil)
        #expect(judgement.measure("c", "W2") == Quantity(2))
    }

    @Test func minMaxAndDistinctSkipBlanks() throws {
        let judgement = try judge(
            [
                "low: min(activity.attendees)", "high: max(activity.attendees)",
                "kinds: distinct(activity.kind)",
            ],
            [talks("W1", "talk 30", "talk 5", "visit ")]
        )
        #expect(judgement.measure("low", "W1") == Quantity(5))
        #expect(judgement.measure("high", "W1") == Quantity(30))
        #expect(judgement.measure("kinds", "W1") == Quantity(2))
    }

    @Test func theUnitOfARecordIsAFieldThatIsNeverBlank() throws {
        let judgement = try judge(
            [
                "units: distinct(activity.unit)",
                "none: count(activity where unit is empty)",
                "named: count(activity where unit is not empty)",
            ],
            [talks("W1", "talk 30", "talk 5"), talks("W2", "visit 1")],
            indicators: [
                "id: U, level: district, measure: distinct(activity.unit), total: \">= 2\""
            ]
        )
        #expect(judgement.measure("units", "W1") == Quantity(1))
        #expect(judgement.measure("none", "W1") == Quantity(0))
        #expect(judgement.measure("named", "W1") == Quantity(2))
        #expect(judgement.node("D", "U")?.value == Quantity(2))
    }

    @Test(arguments: [
        ("kind = talk", 2), ("kind = \"Tọa đàm\"", 2), ("kind != talk", 1), ("attendees > 5", 1),
        ("attendees >= 5", 2), ("attendees < 30", 1), ("attendees <= 30", 2),
        ("attendees is empty", 1), ("attendees is not empty", 2), ("kind in (talk, visit)", 3),
        ("held_on in 2024-05-01..2024-05-01", 3), ("held_on in 2024-05-02..2024-06-01", 0),
        ("held_on >= 2024-05-01", 3), ("not kind = talk", 1), ("kind = talk and attendees = 5", 1),
        ("kind = visit or attendees = 5", 2), ("not (kind = visit or attendees = 5)", 1),
        ("content = \"lần 0\"", 1), ("attendees = 1 or attendees != 1", 2),
    ])
    func conditionsChooseRecords(condition: String, expected: Int) throws {
        let judgement = try judge(
            ["m: 'count(activity where \(condition))'"],
            [talks("W1", "talk 30", "talk 5", "visit ")]
        )
        #expect(judgement.measure("m", "W1") == Quantity(expected))
    }

    @Test func theReportOfExactlyTheWindowComesFirst() throws {
        let judgement = try judge(
            ["m: unit_report.posts"],
            [report("W1", "posts,sessions", "2024,50,1", "2024-Q1,3,1", "2024-Q2,4,1")]
        )
        #expect(judgement.measure("m", "W1") == Quantity(50))
    }

    @Test func aBlankOfTheExactReportIsNotFilled() throws {
        let judgement = try judge(
            ["m: unit_report.posts"],
            [report("W1", "posts,sessions", "2024,,1", "2024-Q1,3,1", "2024-Q2,4,1")]
        )
        #expect(judgement.measure("m", "W1") == nil)
    }

    @Test(arguments: [
        (["2024-Q1,3", "2024-Q2,4", "2024-01,1"], 7),
        (["2024-H1,10", "2024-Q1,3", "2024-Q2,2"], 10),
        (["2024-9M,20", "2024-H1,15", "2024-Q4,6"], 26),
        (["2024-H1,10", "2024-Q3,5", "2024-08,2", "2024-10,1"], 16), (["2024-03,4"], 4),
        (["2023-Q1,8", "2024-03,4", "2025,100"], 4),
    ])
    func elseTheLongestDisjointReportsAreSummed(rows: [String], expected: Int) throws {
        let text = "unit,period,posts\n" + rows.map { "W1,\($0)\n" }.joined()
        let judgement = try judge(
            ["m: unit_report.posts"],
            [.init("2024-12-20/W1/bc.csv", text)]
        )
        #expect(judgement.measure("m", "W1") == Quantity(expected))
    }

    /// A year's report and its quarters' are one figure, in the units' records as in their fields.
    @Test(arguments: [
        ("count(unit_report)", 1), ("sum(unit_report.posts)", 50), ("min(unit_report.posts)", 50),
        ("count(unit_report where posts < 10)", 0), ("distinct(unit_report.posts)", 1),
    ])
    func aYearAndItsQuartersAreNotBothCounted(measure: String, expected: Int) throws {
        let judgement = try judge(
            ["m: '\(measure)'"],
            [
                report(
                    "W1",
                    "posts",
                    "2024,50",
                    "2024-Q1,3",
                    "2024-Q2,4",
                    "2024-Q3,3",
                    "2024-Q4,5"
                )
            ]
        )
        #expect(judgement.measure("m", "W1") == Quantity(expected))
    }

    @Test func quartersWithoutAYearAreAddedUpAndAMonthInsideOneIsNot() throws {
        let judgement = try judge(
            ["m: count(unit_report)", "n: sum(unit_report.posts)"],
            [report("W1", "posts", "2024-Q1,3", "2024-Q2,4", "2024-02,2")]
        )
        #expect(judgement.measure("m", "W1") == Quantity(2))
        #expect(judgement.measure("n", "W1") == Quantity(7))
    }

    /// A quarter's report that came in time does not make a late report of the year one in time.
    @Test func theYearsReportDecidesWhetherTheYearWasInTime() throws {
        let rule =
            "id: I, applies_to: wards, measure: count(unit_report), each: \">= 1\", "
            + "due: {by: \"{year}-12-14\"}"
        let judgement = try judge(
            ["m: count(unit_report)"],
            [
                report("W1", "posts", "2024-Q1,3", day: "2024-04-01"),
                .init("2024-12-20/W1/nam.csv", "unit,period,posts\nW1,2024,9\n"),
            ],
            indicators: [rule]
        )
        #expect(judgement.unit("W1", "I")?.value == Quantity(1))
        #expect(judgement.unit("W1", "I")?.status == .late)
    }

    @Test func aYearsReportDoesNotSpeakForItsMonths() throws {
        let judgement = try judge(
            ["m: unit_report.posts"],
            [report("W1", "posts", "2024,12")],
            window: "2024-05"
        )
        #expect(judgement.measure("m", "W1") == nil)
    }

    @Test func aYesNoIsYesIfAnyReportSaysSo() throws {
        let rule = "id: I, applies_to: wards, measure: unit_report.media_column, each: \"= 1\""
        let judgement = try judge(
            ["m: unit_report.media_column"],
            [
                report("W1", "media_column", "2024-Q1,Không", "2024-Q2,Có", "2024-Q3,Không"),
                report("W2", "media_column", "2024-Q1,Không", "2024-Q2,Không"),
            ],
            indicators: [rule]
        )
        #expect(judgement.unit("W1", "I")?.status == .met)
        #expect(judgement.unit("W2", "I")?.status == .unmet)
        #expect(judgement.unit("W3", "I")?.status == .noData)
    }

    private func node(_ measure: String, _ files: [Scenario.File]) throws -> Quantity? {
        try judge(
            ["x: 1"],
            files,
            indicators: ["id: I, measure: \"\(measure)\", total: \">= 0\""]
        ).node("D", "I")?.value
    }

    @Test func overANodeEachFunctionHasItsWay() throws {
        let files = [
            talks("W1", "talk 10", "talk 20", "visit 30"), talks("W2", "talk 5"),
            report("W3", "sessions", "2024,4"), plans("W1", "2024-02-01"),
            plans("W2", "2024-02-01"),
        ]
        #expect(try node("count(activity)", files) == Quantity(4))
        #expect(try node("sum(activity.attendees)", files) == Quantity(65))
        #expect(try node("min(activity.attendees)", files) == Quantity(5))
        #expect(try node("max(activity.attendees)", files) == Quantity(30))
        #expect(try node("distinct(activity.kind)", files) == Quantity(2))
        // Per unit: 3 + 1 from the registers, 4 from W3's report.
        #expect(try node("coalesce(count(activity), unit_report.sessions)", files) == Quantity(8))
        // On the node's figures: 4 / 2, not 3/1 + 1/1.
        #expect(try node("count(activity) / count(document)", files) == Quantity(2))
        #expect(try node("unit_report.sessions", files) == Quantity(4))
        #expect(try node("count(pledge)", files) == nil)
    }
}

@Suite("Checks")
struct CheckTests {
    private func codes(
        _ when: String,
        _ expect: String,
        _ files: [Scenario.File],
        more: String = ""
    ) throws -> [Finding] {
        let check =
            "checks: [{id: KT, when: '\(when)', expect: '\(expect)', message: Sai lệch\(more)}]"
        let section = "measures:\n  docs: count(document)"
        return try Scenario(plan([], section, check), files)
            .judge(window: "2024", asOf: "2025-01-01").findings
            .filter { $0.code == .contradiction }
    }

    private func report(_ row: String) -> Scenario.File {
        .init("2024-12-20/W1/bc.csv", "unit,period,contest_joined,posts\nW1,2024,\(row)\n")
    }

    @Test func aContradictionIsAWarningAboutItsUnit() throws {
        let found = try codes(
            "unit_report.contest_joined = yes",
            "docs >= 1",
            [report("Có,3"), noPlans("W1")]
        )
        #expect(found.map(\.severity) == [.warning])
        #expect(found.map(\.unit) == ["W1"])
    }

    @Test func aNodeIsCheckedOnWhatWasFiledForItself() throws {
        let board = Scenario.File(
            "2024-03-01/D/hop.csv",
            "unit,held_on,exemplar,members,present\nD,2024-02-01,A,9,8\nD,2024-02-02,B,9,5\n"
        )
        let found = try codes(
            "count(review) >= 1",
            "3 * min(review.present) >= 2 * max(review.members)",
            [board]
        )
        #expect(found.map(\.unit) == ["D"])
    }

    @Test func aYesNoAloneIsACondition() throws {
        let files = [report("Có,3"), noPlans("W1")]
        #expect(try codes("unit_report.contest_joined", "docs >= 1", files).count == 1)
        #expect(
            try codes("not unit_report.contest_joined or docs > 5", "docs >= 1", files).isEmpty
        )
    }

    @Test func theSeverityMayBeNotice() throws {
        let found = try codes(
            "unit_report.posts > 0",
            "docs = unit_report.posts",
            [report("Có,3"), noPlans("W1")],
            more: ", severity: notice"
        )
        #expect(found.map(\.severity) == [.notice])
    }

    @Test func aCheckThatHoldsSaysNothing() throws {
        let files = [report("Có,1"), plans("W1", "2024-02-01")]
        #expect(try codes("unit_report.contest_joined", "docs = unit_report.posts", files).isEmpty)
        #expect(try codes("unit_report.contest_joined = no", "docs = 9", files).isEmpty)
    }

    /// Two documents were issued; the unit's reports speak for a part of the year only.
    @Test(
        arguments: [
            ("docs = unit_report.posts", "2024-H1", 1, 0),
            ("docs = unit_report.posts", "2024-H1", 3, 1),
            ("unit_report.posts = docs", "2024-H1", 1, 0),
            ("docs <= unit_report.posts", "2024-H1", 1, 0),
            ("docs >= unit_report.posts", "2024-H1", 3, 1),
            ("docs > unit_report.posts", "2024-H1", 2, 1),
            ("unit_report.posts - 1 = docs", "2024-H1", 9, 0),
            ("unit_report.posts != docs", "2024-H1", 2, 0),
            ("docs = unit_report.posts", "2024", 1, 1), ("docs = unit_report.posts", "2024", 3, 1),
        ]
    )
    func whatWasDeclaredSoFarMayStillGrow(
        expectation: String,
        period: String,
        posts: Int,
        contradictions: Int
    ) throws {
        let report = Scenario.File(
            "2024-12-20/W1/bc.csv",
            "unit,period,contest_joined,posts\nW1,\(period),Có,\(posts)\n"
        )
        let files = [report, plans("W1", "2024-02-01", "2024-09-01")]
        let found = try codes("unit_report.contest_joined", expectation, files)
        #expect(found.count == contradictions)
    }

    @Test func halvesThatFillTheYearSpeakForIt() throws {
        let report = Scenario.File(
            "2024-12-20/W1/bc.csv",
            "unit,period,contest_joined,posts\nW1,2024-H1,Có,1\nW1,2024-H2,Có,0\n"
        )
        let files = [report, plans("W1", "2024-02-01", "2024-09-01")]
        let found = try codes("unit_report.contest_joined", "docs = unit_report.posts", files)
        #expect(found.map(\.expected) == ["= 1"])
    }

    @Test func withoutDataACheckIsSilent() throws {
        #expect(try codes("unit_report.contest_joined", "docs >= 1", [report("Có,3")]).isEmpty)
        #expect(try codes("unit_report.contest_joined", "docs >= 1", [noPlans("W1")]).isEmpty)
        #expect(
            try codes("unit_report.contest_joined", "docs >= 1", [report(",3"), noPlans("W1")])
                .isEmpty
        )
    }

    /// A constant of the plan stands for units that said nothing, not for such as were not there.
    @Test func aConstantCountsForUnitsThatWereThere() throws {
        let units = """
            Mã đơn vị,Tên đơn vị,Loại đơn vị,Mã đơn vị cấp trên,Hiệu lực từ ngày,Hiệu lực đến ngày
            D,Quận Dê,HUYEN,,,
            W1,Phường Một,PHUONG,D,,
            W2,Phường Hai,PHUONG,D,,
            W3,Phường Ba,PHUONG,D,,2020-01-01
            W4,Phường Bốn,PHUONG,D,2025-06-01,

            """
        let indicator =
            "id: I, applies_to: wards, measure: \"coalesce(count(activity), 3)\", total: \">= 1\""
        let talk = Scenario.File(
            "2024-06-01/W1/hd.csv",
            "unit,kind,held_on,content\nW1,talk,2024-05-01,Lần 1\n"
        )
        let scenario = Scenario(plan([indicator]), [talk], units: units)
        let judgement = try scenario.judge(window: "2024", asOf: "2025-01-01")
        #expect(judgement.node("D", "I")?.value == Quantity(4))
        #expect(ExplanationAudit(Explanation(0, of: judgement)).faults.isEmpty)
    }
}
