import Judgement
import Model
import TestSupport
import Testing

/// Reorganisations of wards, followed to the tree of a day.
@Suite struct RestatementTests {
    private static let heading =
        "Ngày hiệu lực,Loại biến động,Mã ĐV cũ,Mã ĐV mới,Kế thừa chính,Căn cứ,Ghi chú\n"

    /// A made district: wards that close in the middle of 2024 and those that take them over.
    private struct Case {
        var units =
            "Mã đơn vị,Tên đơn vị,Loại đơn vị,Mã đơn vị cấp trên,Hiệu lực từ ngày,"
            + "Hiệu lực đến ngày\nD,Quận Dê,HUYEN,,,\n"
        var changes: [String] = []
        var files: [Scenario.File] = []
        var count = 0
        var sum = 0

        mutating func add(_ unit: String, from: String = "", to: String = "") {
            units += "\(unit),Phường \(unit),PHUONG,D,\(from),\(to)\n"
        }

        /// Plans, one each, and pledges of so many, handed in by a ward.
        mutating func report(_ unit: String, plans: Int, pledged: Int, on day: String) {
            var text = "unit,kind,number,issued_on\n"
            for number in 0..<plans { text += "\(unit),plan,\(number),\(day)\n" }
            files.append(.init("\(day)/\(unit)/vb.csv", text))
            files.append(
                .init("\(day)/\(unit)/gu.csv", "unit,year,registrants\n\(unit),2024,\(pledged)\n")
            )
            count += plans
            sum += pledged
        }

        func judge(changes rows: [String]? = nil, asOf: String = "2025-01-31") throws -> Judgement {
            var scenario = Scenario(
                plan([
                    issues("", id: "I"),
                    "id: N, level: district, measure: count(document where kind = plan), "
                        + "total: \">= 1\"",
                    "id: S, level: district, measure: sum(pledge.registrants), total: \">= 1\"",
                    "id: P, applies_to: wards, measure: sum(pledge.registrants), each: \">= 1\"",
                ]),
                files,
                units: units
            )
            scenario.changes =
                RestatementTests.heading
                + (rows ?? changes).map { $0 + "\n" }.joined()
            return try scenario.judge(window: "2024", asOf: asOf)
        }
    }

    private static func merging(_ random: inout SplitMix64) -> Case {
        var made = Case()
        let wards = Int.random(in: 2...9, using: &random)
        var months = [Int](repeating: 12, count: wards)
        var successor = [Int?](repeating: nil, count: wards)
        // Each closes after those that it takes over: chains, and several into one.
        for ward in 0..<wards - 1 where Bool.random(using: &random) {
            successor[ward] = Int.random(in: ward + 1..<wards, using: &random)
            months[ward] = 2 + ward
        }
        for ward in 0..<wards {
            let day = "2024-\(padded(months[ward], 2))-01"
            made.add("W\(ward)", to: successor[ward] == nil ? "" : day)
            if let heir = successor[ward] {
                let kind = Bool.random(using: &random) ? "Nhập toàn bộ" : "Sáp nhập"
                made.changes.append("\(day),\(kind),W\(ward),W\(heir),Có,,")
            }
            made.report(
                "W\(ward)",
                plans: Int.random(in: 0...3, using: &random),
                pledged: Int.random(in: 0...90, using: &random),
                on: "2024-01-\(padded(10 + ward, 2))"
            )
        }
        return made
    }

    private static func sum(_ result: IndicatorResult) -> Quantity {
        result.units.reduce(.zero) { total, unit in
            unit.value.flatMap { total.adding($0) } ?? total
        }
    }

    @Test func wholeMergesConserveEveryCountAndSum() throws {
        let broken = try firstBroken(seeds: 0..<60, make: RestatementTests.merging) { made in
            let judgement = try made.judge()
            guard let restated = judgement.restated else { return made.changes.isEmpty }
            let now = restated.indicators
            return RestatementTests.sum(now[0]) == Quantity(made.count)
                && RestatementTests.sum(now[3]) == Quantity(made.sum)
                && now[1].nodes.last?.value == judgement.node("D", "N")?.value
                && now[2].nodes.last?.value == judgement.node("D", "S")?.value
                && now[2].nodes.last?.value == Quantity(made.sum)
                && now[0].units.count == restated.scene.units.count - 1
                && restated.restatement.fates.allSatisfy { $0 == .stands || $0 == .merged }
        }
        #expect(broken == nil)
    }

    @Test func theOrderOfTheChangesNeverMatters() throws {
        let broken = try firstBroken(
            seeds: 100..<130,
            make: { random in
                let made = RestatementTests.merging(&random)
                return (made, made.changes.shuffled(using: &random))
            }
        ) { made, shuffled in
            let first = try made.judge()
            let second = try made.judge(changes: shuffled)
            return first.restated?.restatement.successors
                == second.restated?.restatement.successors
                && first.restated?.indicators.map(\.units)
                    == second.restated?.indicators.map(\.units)
        }
        #expect(broken == nil)
    }

    @Test func aSplitIsNeverApportioned() throws {
        var made = Case()
        made.add("W1", to: "2024-05-01")
        made.add("W2", from: "2024-05-01")
        made.add("W3", from: "2024-05-01")
        made.changes = [
            "2024-05-01,Nhập một phần,W1,W2,Không,,", "2024-05-01,Nhập một phần,W1,W3,Có,,",
        ]
        made.report("W1", plans: 3, pledged: 41, on: "2024-02-01")
        let judgement = try made.judge()
        let restated = try #require(judgement.restated)
        let values = Dictionary(
            uniqueKeysWithValues: restated.indicators[3].units.map {
                (restated.scene.roster.units[$0.unit].id, $0.value)
            }
        )
        #expect(values == ["W2": nil, "W3": Quantity(41)])
        // As it was: W1 is exempt, and W3 has nothing of its own.
        #expect(judgement.unit("W1", "P")?.status == .exempt)
        #expect(judgement.unit("W3", "P")?.value == nil)
    }

    @Test func whoIsClosedWithoutASuccessorStaysAsItWas() throws {
        var made = Case()
        made.add("W1", to: "2024-05-01")
        made.add("W2")
        made.changes = ["2024-05-01,Giải thể,W1,,,,"]
        made.report("W1", plans: 2, pledged: 7, on: "2024-02-01")
        made.report("W2", plans: 1, pledged: 5, on: "2024-02-01")
        let restated = try #require(try made.judge().restated)
        #expect(restated.restatement.fates[1] == .closed)
        #expect(restated.indicators[0].units.map(\.status) == [.exempt, .met])
        #expect(restated.indicators[2].nodes.last?.value == Quantity(12))
    }

    @Test func aMergerThatHasNotComeYetChangesNothing() throws {
        var made = Case()
        made.add("W1", to: "2024-11-01")
        made.add("W2")
        made.changes = ["2024-11-01,Nhập toàn bộ,W1,W2,Có,,"]
        made.report("W1", plans: 1, pledged: 1, on: "2024-02-01")
        #expect(try made.judge(asOf: "2024-10-31").restated == nil)
        #expect(try made.judge(asOf: "2024-11-01").restated?.restatement.fates[1] == .merged)
    }

    @Test func aRootThatClosesEndsTheReportOnItsLastDay() throws {
        var made = Case()
        made.units = made.units.replacing(
            "D,Quận Dê,HUYEN,,,",
            with: "D,Quận Dê,HUYEN,,,2024-07-01"
        )
        made.add("W1", to: "2024-03-01")
        made.add("W2", to: "2024-07-01")
        made.add("W3")
        made.changes = ["2024-03-01,Nhập toàn bộ,W1,W2,Có,,"]
        made.report("W2", plans: 1, pledged: 5, on: "2024-02-01")
        let judgement = try made.judge()
        #expect(judgement.scene.lastDay == Day(iso: "2024-06-30"))
        #expect(judgement.unit("W1", "I")?.status == .exempt)
        #expect(judgement.unit("W2", "I")?.status == .met)
        #expect(judgement.unit("W3", "I")?.status == .noData)
    }

    @Test func aRootThatClosesIsComparedAsFarAsItWent() throws {
        var scenario = Scenario(
            plan([
                "id: M, applies_to: wards, measure: count(document), every: month, each: \">= 1\""
            ]),
            [
                plans("W1", "2023-01-05"),
                plans(
                    "W1",
                    "2024-01-05",
                    "2024-02-05",
                    "2024-03-05",
                    received: "2024-03-10"
                ),
            ],
            units: "Mã đơn vị,Tên đơn vị,Loại đơn vị,Mã đơn vị cấp trên,Hiệu lực đến ngày\n"
                + "D,Quận Dê,HUYEN,,2024-04-01\nW1,Phường Một,PHUONG,D,\n"
                + "W2,Phường Hai,PHUONG,D,2024-03-01\n"
        )
        scenario.changes = RestatementTests.heading + "2024-03-01,Nhập toàn bộ,W2,W1,Có,,\n"
        let judgement = try scenario.judge(window: "2024", asOf: "2025-01-31")
        // January to March: the district is no more in April.
        #expect(judgement.node("D", "M")?.numerator == 1)
        #expect(judgement.previous?.current?.indicators[0].nodes.last?.numerator == 1)
    }

    @Test func theYearBeforeStandsOnThisYearsTree() throws {
        var made = Case()
        made.add("W1", to: "2024-05-01")
        made.add("W2")
        made.changes = ["2024-05-01,Nhập toàn bộ,W1,W2,Có,,"]
        for (ward, day) in [("W1", "2023-03-01"), ("W2", "2023-04-01"), ("W2", "2024-06-01")] {
            made.files.append(
                .init(
                    "\(day)/\(ward)/vb.csv",
                    "unit,kind,number,issued_on\n\(ward),plan,1,\(day)\n"
                )
            )
        }
        let judgement = try made.judge()
        let before = try #require(judgement.previous)
        let figures = try #require(before.figures)
        #expect(before.window.id == "2023")
        #expect(figures.indicators[0].units.map(\.value) == [Quantity(2)])
        made.files.removeFirst(2)
        #expect(try made.judge().previous?.gap == .noSubmissions)
    }

    /// W1 is merged into W2 on 01/05/2024 and S, which nobody carries on, closes on 01/09/2024.
    private static let compared: Case = {
        var made = Case()
        made.add("W1", to: "2024-05-01")
        made.add("W2")
        made.add("S", to: "2024-09-01")
        made.changes = ["2024-05-01,Nhập toàn bộ,W1,W2,Có,,", "2024-09-01,Giải thể,S,,,,"]
        for (ward, day) in [
            ("W1", "2023-03-01"), ("W2", "2023-11-10"), ("S", "2023-04-01"), ("W1", "2024-02-01"),
        ] {
            made.files.append(
                .init(
                    "\(day)/\(ward)/vb.csv",
                    "unit,kind,number,issued_on\n\(ward),plan,1,\(day)\n"
                )
            )
        }
        return made
    }()

    @Test func bothYearsAreComparedOnOneTree() throws {
        let judgement = try RestatementTests.compared.judge()
        let previous = try #require(judgement.previous)
        let before = try #require(previous.figures?.indicators[0].nodes.last)
        let now = try #require(previous.current?.indicators[0].nodes.last)
        // On the window's own tree W1 and S are exempt and W2 has nothing of its own.
        #expect(judgement.node("D", "I")?.numerator == 0)
        #expect([now.numerator, now.denominator] == [1, 1])
        #expect([before.numerator, before.denominator] == [2, 2])
        #expect(!previous.isPart)
    }

    @Test func aYearThatGoesOnIsComparedUpToTheSameDay() throws {
        let judgement = try RestatementTests.compared.judge(asOf: "2024-06-20")
        let previous = try #require(judgement.previous)
        #expect(previous.until == Day(iso: "2023-06-20"))
        #expect(previous.isPart)
        let before = try #require(previous.figures)
        // The plan of 10/11/2023 was issued after that day.
        #expect(before.indicators[1].nodes.last?.value == Quantity(2))
        // Nobody who closes later in the year is missing from either side.
        #expect(before.indicators[0].nodes.last?.denominator == 2)
        #expect(previous.current?.indicators[0].nodes.last?.denominator == 2)
        let whole = try RestatementTests.compared.judge(asOf: "2024-12-31")
        #expect(whole.previous?.figures?.indicators[1].nodes.last?.value == Quantity(3))
    }

    // As of 05/01 half a year's nominations, due on 09/01, stood beside all of the year before.
    @Test(arguments: [("2025-01-05", 1, true), ("2025-02-01", 2, false)])
    func whatIsDueAfterTheWindowIsComparedUpToTheSameDay(
        asOf: String,
        met: Int,
        isPart: Bool
    ) throws {
        let scenario = Scenario(
            plan([issues("due: {before: \"{year+1}-01-10\"}")]),
            [plans("W1", "2023-05-01", "2025-01-03"), plans("W2", "2024-01-08")],
            units: district
        )
        let previous = try #require(
            try scenario.judge(window: "2024", asOf: asOf).previous
        )
        #expect(previous.isPart == isPart)
        #expect(previous.until == Day(iso: isPart ? "2024-01-05" : "2023-12-31"))
        #expect(previous.figures?.indicators[0].nodes.last?.numerator == met)
    }

    @Test func theYearBeforeHoldsNothingOfThisYearOverTheStage() throws {
        var scenario = Scenario(
            plan([issues("over: stage")]),
            [plans("W1", "2023-03-01"), plans("W2", "2024-03-01")],
            units: district
        )
        scenario.changes = ""
        for asOf in ["2024-06-20", "2026-01-05"] {
            let judgement = try scenario.judge(window: "2024", asOf: asOf)
            #expect(judgement.node("D", "I")?.numerator == 2)
            let before = judgement.previous?.figures?.indicators[0].nodes.last
            #expect(before?.numerator == 1)
        }
    }

    @Test func aClosedNodeWithoutASuccessorKeepsWhatItFiledItself() throws {
        let units = """
            Mã đơn vị,Tên đơn vị,Loại đơn vị,Mã đơn vị cấp trên,Hiệu lực từ ngày,Hiệu lực đến ngày
            C,Thành phố Xê,TINH,,,
            Q,Quận Quy,HUYEN,C,,2024-07-01
            W1,Phường Một,PHUONG,Q,,2024-07-01
            N1,Phường Mới,PHUONG,C,2024-07-01,

            """
        var scenario = Scenario(
            plan(
                [
                    "id: O, level: district, counts: own, "
                        + "measure: count(document where kind = plan), total: \">= 1\""
                ],
                root: "C"
            ),
            [plans("Q", "2024-02-01")],
            units: units
        )
        scenario.changes = RestatementTests.heading + "2024-07-01,Nhập toàn bộ,W1,N1,Có,,\n"
        let restated = try #require(
            try scenario.judge(window: "2024", asOf: "2025-01-05").restated
        )
        let nodes = restated.indicators[0].nodes
        #expect(nodes.map { restated.scene.roster.units[$0.node].id } == ["C", "Q"])
        #expect(nodes.map(\.value) == [Quantity(1), Quantity(1)])
    }
}
