import Foundation
import TestSupport
import Testing

/// A city that counts what its districts handed over comes to the figures that it would have
/// counted itself (CONTRACT §2 submission-up.csv, §11.14, 11.15, 11.30).
@Suite struct FederationTests {
    // Before anything is due, after some of it, and after everything.
    @Test(
        arguments: [("2024-06-30", 1), ("2024-10-15", 2), ("2025-01-05", 3), ("2025-01-05", 4)]
            as [(String, UInt64)]
    )
    func handOversGiveWhatTheRawSubmissionsGive(asOf: String, seed: UInt64) throws {
        let made = FederatedCity(seed: seed)
        let raw = try Office("mau", FederatedCity.plan(), FederatedCity.units)
        try raw.folder.write("input/mau/decisions.csv", FederatedCity.decisions)
        for (index, file) in made.files.enumerated() {
            try raw.submit("\(file.path)/\(file.unit)/tep-\(index).csv", file.text)
        }
        let whole = try raw.run(asOf: asOf)

        let city = try Office(
            "mau",
            FederatedCity.plan("handed_up_by: district"),
            FederatedCity.units
        )
        for (index, file) in made.files.enumerated()
        where FederatedCity.offices.contains(file.unit) {
            try city.submit("\(file.path)/\(file.unit)/tep-\(index).csv", file.text)
        }
        for district in FederatedCity.districts where district != FederatedCity.silent {
            let up = try raw.handOver(asOf: asOf, unit: district)
            try city.submit("\(asOf)/\(district)/ket-qua.csv", up)
        }
        let sums = try city.run(asOf: asOf)
        #expect(sums.submissions.rejected == 0)
        #expect(sums.submissions.rowsRejected == 0)
        for (one, other) in zip(whole.indicators, sums.indicators) {
            #expect(one.figures == other.figures, "\(one.id)")
            let districts = Set(other.nodes.map(\.node)).intersection(FederatedCity.districts)
            guard let root = other.nodes.first(where: { $0.node == "C" }) else { continue }
            if districts.isEmpty == false, one.id != "RIENG" {
                #expect(root.missing.contains(FederatedCity.silent), "\(one.id)")
            }
        }
    }

    /// Unit → district → city → ministry: the second hand-over carries what the first one said.
    @Test(arguments: [("2024-10-15", 5), ("2025-01-05", 6)] as [(String, UInt64)])
    func twoHandOversInARowGiveWhatTheRawSubmissionsGive(asOf: String, seed: UInt64) throws {
        let made = FederatedCity(seed: seed)
        let raw = try Office("mau", FederatedCity.plan(ministry: true), FederatedCity.ministry)
        try raw.folder.write("input/mau/decisions.csv", FederatedCity.decisions)
        for (index, file) in made.files.enumerated() {
            try raw.submit("\(file.path)/\(file.unit)/tep-\(index).csv", file.text)
        }
        let whole = try raw.run(asOf: asOf)

        let cityPlan = FederatedCity.plan("handed_up_by: district", ministry: true)
        let city = try Office("mau", cityPlan, FederatedCity.ministry)
        for (index, file) in made.files.enumerated()
        where FederatedCity.offices.contains(file.unit) {
            try city.submit("\(file.path)/\(file.unit)/tep-\(index).csv", file.text)
        }
        for district in FederatedCity.districts where district != FederatedCity.silent {
            let up = try raw.handOver(asOf: asOf, unit: district)
            try city.submit("\(asOf)/\(district)/ket-qua.csv", up)
        }
        // The ministry's roster ends with the city: what stands below is the city's own affair.
        let ministry = try Office(
            "mau",
            FederatedCity.plan("handed_up_by: city", ministry: true),
            "Mã đơn vị,Tên đơn vị,Loại đơn vị,Cấp,Mã đơn vị cấp trên\nB,Bộ Mẫu,BO,ministry,\n"
                + "C,Thành phố Mẫu,TINH,city,B\n"
        )
        try ministry.submit(
            "\(asOf)/C/ket-qua.csv",
            try city.handOver(asOf: asOf, unit: "C")
        )
        let sums = try ministry.run(asOf: asOf)
        #expect(sums.submissions.rowsRejected == 0)
        for (one, other) in zip(whole.indicators, sums.indicators) {
            for node in ["B", "C"] {
                #expect(
                    one.figures.first { $0.node == node }
                        == other.figures.first { $0.node == node },
                    "\(one.id) \(node)"
                )
            }
        }
    }

    /// A ministry whose departments hand over what their divisions did: the vertical chain (QB-03).
    @Test func aMinistryAddsUpItsDepartments() throws {
        let ministry = try Office("bo", Self.ministryPlan, Self.ministryUnits)
        let head = "Mã đơn vị,Kỳ báo cáo,Mã chỉ tiêu,Tử số,Mẫu số,Giá trị,Kết quả\n"
        try ministry.submit(
            "2024-12-20/V1/kq.csv",
            head + "V1,2024,QB-1,9,10,,Chưa đạt\nV1,2024,QB-2,,,\"12,5\",Vượt chỉ tiêu\n"
        )
        try ministry.submit(
            "2024-12-21/V2/kq.csv",
            head + "V2,Năm 2024,QB-1,10,10,,met\nV2,2024,QB-2,,,7,unmet\n"
        )
        let results = try ministry.run(asOf: "2025-01-05")
        let share = try #require(results.indicators.first { $0.id == "QB-1" }?.nodes.first)
        // V3 has not reported: its divisions are not known here, so it is one unit that has not
        // met.
        #expect(share.numerator == 19)
        #expect(share.denominator == 21)
        #expect(share.percent == "90,5")
        #expect(share.status == "unmet")
        #expect(share.missing == ["V1", "V3"])
        #expect(share.nodes_met == 1)
        #expect(share.nodes == 3)
        let total = try #require(results.indicators.first { $0.id == "QB-2" }?.nodes.first)
        #expect(total.value == 19.5)
        #expect(total.status == "met")
        #expect(total.nodes_met == 1)
        #expect(total.nodes == 3)
        #expect(total.missing == ["V3"])
        let third = results.indicators.flatMap(\.nodes).filter { $0.node == "V3" }
        #expect(third.map(\.status) == ["no_data", "no_data"])
        #expect(third.map(\.value) == [nil, nil])
        // The same figures in the plan language alone, over the rows themselves.
        #expect(results.indicators.first { $0.id == "QB-3" }?.nodes.first?.value == 95)
        let met = try #require(results.indicators.first { $0.id == "QB-4" }?.nodes.first)
        #expect(met.numerator == 1)
        #expect(met.denominator == 3)
        #expect(met.missing == ["V1", "V3"])
    }

    /// Three departments, each with a plan and divisions of its own, and a ministry that sees of
    /// them no more than what they hand over; one of them has not reported.
    @Test func aMinistryTakesWhatItsDepartmentsRunsHandOver() throws {
        func plan(_ root: String, _ more: String = "") -> String {
            """
            schema: 1
            id: vu
            title: Kế hoạch mẫu
            stage: {from: 2023, to: 2025}
            root: \(root)
            chain: [{level: division, name: Phòng}, {level: department, name: Vụ}, {level: ministry, name: Bộ}]
            \(more)
            groups:
              phong: {name: Các phòng, kinds: [PHONG]}
            indicators:
              - {id: N-1, applies_to: phong, level: department, measure: count(document), each: ">= 1"}
              - {id: N-2, level: department, measure: count(proposal), total: ">= 2"}
              - {id: N-3, level: department, measure: 100 * count(proposal where subject = collective) / count(proposal), total: ">= 50"}
            """
        }
        let head = "Mã đơn vị,Tên đơn vị,Loại đơn vị,Cấp,Mã đơn vị cấp trên\n"
        // Of each department the divisions with a document, and its proposals by subject.
        let made: [(unit: String, divisions: Int, withPlan: Int, teams: Int, people: Int)] = [
            ("V1", 3, 2, 1, 1), ("V2", 2, 2, 2, 1), ("V3", 4, 4, 3, 3),
        ]
        let units =
            head + "B,Bộ Mẫu,BO,ministry,\n"
            + made.map { "\($0.unit),Vụ Mẫu \($0.unit),SO,department,B\n" }.joined()
        let ministry = try Office("vu", plan("B", "handed_up_by: department"), units)
        for one in made {
            var roster = head + "\(one.unit),Vụ Mẫu \(one.unit),SO,department,\n"
            for division in 1...one.divisions {
                roster +=
                    "\(one.unit)-P\(division),Phòng \(division) \(one.unit),PHONG,division,"
                    + "\(one.unit)\n"
            }
            let office = try Office("vu", plan(one.unit), roster)
            for division in 1...one.withPlan {
                try office.submit(
                    "2024-05-02/\(one.unit)-P\(division)/vb.csv",
                    "Mã đơn vị,Loại văn bản,Số ký hiệu,Ngày ban hành\n"
                        + "\(one.unit)-P\(division),Kế hoạch,\(division)/KH,02/05/2024\n"
                )
            }
            var proposals = "unit,year,name,subject,level,award\n"
            for index in 0..<one.teams {
                proposals += "\(one.unit)-P1,2024,Tập thể \(index),collective,national,BK\n"
            }
            for index in 0..<one.people {
                proposals += "\(one.unit)-P1,2024,Bà \(index),individual,national,BK\n"
            }
            try office.submit("2024-11-02/\(one.unit)/dn.csv", proposals)
            guard one.unit != "V3" else { continue }
            let up = try office.handOver(asOf: "2025-01-05")
            try ministry.submit("2025-01-05/\(one.unit)/ket-qua.csv", up)
        }
        let results = try ministry.run(asOf: "2025-01-06")
        #expect(results.submissions.rowsRejected == 0)
        func node(_ indicator: String, _ node: String) -> CityResults.Node? {
            results.indicators.first { $0.id == indicator }?.nodes.first { $0.node == node }
        }
        // 2 of 3 and 2 of 2 divisions; the third department is missing, not 0 of 4.
        #expect(node("N-1", "B")?.numerator == 4)
        #expect(node("N-1", "B")?.denominator == 5)
        #expect(node("N-1", "B")?.missing == ["V1", "V3"])
        // 2 and 3 proposals.
        #expect(node("N-2", "B")?.value == 5)
        #expect(node("N-2", "B")?.nodes_met == 2)
        #expect(node("N-2", "B")?.missing.contains("V3") == true)
        // 3 collectives of 5, not the mean of 50 and 66,7.
        #expect(node("N-3", "B")?.value == 60)
        #expect(node("N-2", "V3")?.value == nil)
        #expect(node("N-2", "V3")?.status == "no_data")
    }

    @Test func anImpossibleShareIsFoundAndNotAddedUp() throws {
        let ministry = try Office("bo", Self.ministryPlan, Self.ministryUnits)
        let head = "Mã đơn vị,Kỳ báo cáo,Mã chỉ tiêu,Tử số,Mẫu số,Giá trị,Kết quả\n"
        try ministry.submit("2024-12-20/V1/kq.csv", head + "V1,2024,QB-1,11,10,,Đạt\n")
        try ministry.submit("2024-12-20/V2/kq.csv", head + "V2,2024,QB-1,8,10,,Chưa đạt\n")
        let results = try ministry.run(asOf: "2025-01-05")
        let share = try #require(results.indicators.first { $0.id == "QB-1" }?.nodes.first)
        #expect(share.numerator == 8)
        #expect(share.missing == ["V1", "V2", "V3"])
        #expect(results.findings.warning == 1)
    }

    @Test(
        arguments: [
            "2024", "2024-Q3", "2024-H1", "2024-H2", "2024-9M", "2024-05", "2023..2025",
        ])
    func aResultOfEveryKindOfWindowIsReadAsThatWindow(window: String) throws {
        let ministry = try Office("bo", Self.ministryPlan, Self.ministryUnits)
        let district = try Office("bo", Self.ministryPlan, Self.ministryUnits)
        let up = try district.handOver(window, asOf: "2026-01-05", unit: "V1")
        #expect(up.contains("V1,\(window),QB-1,0,1"))
        try ministry.submit(
            "2025-12-20/V1/kq.csv",
            up.replacing("QB-1,0,1,,Chưa có số liệu", with: "QB-1,3,4,,Chưa đạt")
        )
        let results = try ministry.run(window, asOf: "2026-01-05")
        let share = try #require(results.indicators.first { $0.id == "QB-1" }?.nodes.first)
        #expect(share.numerator == 3)
        #expect(results.submissions.rowsRejected == 0)
    }

    private static let ministryPlan = """
        schema: 1
        id: bo
        title: Kế hoạch mẫu của một Bộ
        stage: {from: 2023, to: 2025}
        root: B
        chain: [{level: division, name: Phòng}, {level: department, name: Vụ}, {level: ministry, name: Bộ}]
        handed_up_by: department
        groups:
          vu: {name: Các vụ, kinds: [SO]}
        indicators:
          - {id: QB-1, applies_to: vu, measure: count(document), each: ">= 1"}
          - {id: QB-2, level: department, measure: count(proposal), total: ">= 10"}
          - {id: QB-3, level: ministry, total: ">= 90", measure: 100 * sum(indicator_result.numerator where indicator = "QB-1") / sum(indicator_result.denominator where indicator = "QB-1")}
          - {id: QB-4, level: ministry, applies_to: vu, measure: count(indicator_result where indicator = "QB-1" and status = met), each: ">= 1"}
        """

    private static let ministryUnits = """
        Mã đơn vị,Tên đơn vị,Loại đơn vị,Cấp,Mã đơn vị cấp trên
        B,Bộ Mẫu,BO,ministry,
        V1,Vụ Mẫu Một,SO,department,B
        V2,Vụ Mẫu Hai,SO,department,B
        V3,Vụ Mẫu Ba,SO,department,B
        """
}

/// One office: a plan and its drop folder in a folder of its own.
struct Office {
    let folder: TemporaryDirectory
    let plan: String

    init(_ plan: String, _ text: String, _ units: String) throws {
        folder = try TemporaryDirectory()
        self.plan = plan
        try folder.write("input/\(plan)/plan.yaml", text)
        try folder.write("input/\(plan)/units.csv", units)
    }

    func submit(_ path: String, _ text: String) throws {
        try folder.write("input/\(plan)/submissions/" + path, text)
    }

    private func edition(_ window: String, _ asOf: String, _ more: [String]) throws -> String {
        let output = "output-" + UUID().uuidString
        let result = try BuiltProgram.run(
            [
                "run", "--plan", plan, "--window", window, "--as-of", asOf, "--now",
                "2026-02-01T02:00:00", "--output", output,
            ] + more,
            in: folder.path
        )
        guard result.status == 0 else { throw Failure(text: result.errors) }
        let root = folder.path + "/" + output + "/\(plan)/\(window)"
        let names = try FileManager.default.contentsOfDirectory(atPath: root)
        let run = try #require(names.first { $0 != "latest" })
        return output + "/\(plan)/\(window)/" + run
    }

    struct Failure: Error, CustomStringConvertible {
        let text: String
        var description: String { text }
    }

    func run(_ window: String = "2024", asOf: String, unit: String? = nil) throws -> CityResults {
        let edition = try edition(window, asOf, unit.map { ["--unit", $0] } ?? [])
        return try JSONDecoder().decode(
            CityResults.self,
            from: Data(try folder.read(edition + "/results.json").utf8)
        )
    }

    func handOver(_ window: String = "2024", asOf: String, unit: String? = nil) throws -> String {
        let edition = try edition(window, asOf, unit.map { ["--unit", $0] } ?? [])
        return try folder.read(edition + "/submission-up.csv")
    }
}

/// What the tests of federation read of results.json.
struct CityResults: Decodable {
    struct Indicator: Decodable {
        let id: String
        let nodes: [Node]

        /// Everything about the nodes but who is missing and why.
        var figures: [Node] {
            nodes.map { node in
                var node = node
                node.missing = []
                return node
            }
        }
    }

    struct Node: Decodable, Equatable {
        let node: String
        let numerator: Int?
        let denominator: Int?
        let percent: String?
        let value: Double?
        let status: String
        let exceeded: Bool
        var missing: [String]
        let nodes_met: Int?
        let nodes: Int?
    }

    struct Submissions: Decodable {
        let rejected: Int
        let rows_rejected: Int

        var rowsRejected: Int { rows_rejected }
    }

    struct Findings: Decodable { let warning: Int }

    let indicators: [Indicator]
    let submissions: Submissions
    let findings: Findings
}
