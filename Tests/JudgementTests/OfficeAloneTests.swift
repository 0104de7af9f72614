import Judgement
import Model
import TestSupport
import Testing

@Suite("Offices without units below them in a total of their own records")
struct OfficeAloneTests {
    private let heading =
        "Mã đơn vị,Tên đơn vị,Loại đơn vị,Cấp,Mã đơn vị cấp trên,Hiệu lực từ ngày,"
        + "Hiệu lực đến ngày\n"

    /// A city with two districts, of which R ends on 1 July; `rest` are their wards.
    private func units(_ rest: String, end: String = "2024-07-01") -> String {
        heading + """
            C,Thành phố Xê,TINH,,,,
            Q,Quận Quy,HUYEN,,C,,
            R,Quận Rờ,HUYEN,,C,,\(end)
            P1,Phường Một,PHUONG,,Q,,
            \(rest)

            """
    }

    private static let moved =
        "P2,Phường Hai,PHUONG,,R,,2024-07-01\nP2,Phường Hai,PHUONG,,Q,2024-07-01,"

    private func proposals(_ unit: String, _ count: Int) -> Scenario.File {
        var text = "unit,year,name,subject,level,award,documented_on\n"
        for index in 0..<count {
            text += "\(unit),2024,Người \(unit) \(index),individual,city,BK,2024-05-01\n"
        }
        return .init("2024-06-01/\(unit)/dn.csv", text)
    }

    private func scenario(_ units: String, _ more: String = "", changes: String = "") -> Scenario {
        var scenario = Scenario(
            plan(
                [
                    "id: I, level: district, counts: own, measure: count(proposal), "
                        + "total: \">= 2\"" + more
                ],
                root: "C"
            ),
            [proposals("R", 2), proposals("Q", 1)],
            units: units
        )
        if !changes.isEmpty {
            scenario.changes =
                "Ngày hiệu lực,Loại biến động,Mã ĐV cũ,Mã ĐV mới,Kế thừa chính,Căn cứ,Ghi chú\n"
                + changes
        }
        return scenario
    }

    private func figures(_ judgement: Judgement) -> [String] {
        figures(judgement.indicators[0].nodes, judgement.scene)
    }

    private func figures(_ restated: Restated) -> [String] {
        figures(restated.indicators[0].nodes, restated.scene)
    }

    private func figures(_ nodes: [NodeResult], _ scene: Scene) -> [String] {
        nodes.map { node in
            let value = node.value.map { "\($0.numerator)" } ?? "–"
            return "\(scene.roster.units[node.node].id) \(value) \(node.status.rawValue)"
        }
    }

    /// R filed 2 in May, Q 1: the city has 3 whether R's ward went to Q or was closed with R.
    @Test(arguments: [moved, "P2,Phường Hai,PHUONG,,R,,2024-07-01"], ["", ", closed: counts"])
    func whatAClosedDistrictFiledStaysInTheTotalAbove(wards: String, rule: String) throws {
        let judgement = try scenario(units(wards), rule).judge(window: "2024", asOf: "2025-01-05")
        #expect(figures(judgement) == ["C 3 met", "Q 1 unmet", "R 2 met"])
        let city = try #require(judgement.node("C", "I"))
        #expect(city.nodes == 2 && city.nodesMet == 1)
        #expect(ExplanationAudit(Explanation(0, of: judgement)).faults == [])
        // Restated, the closed district that nobody carries on stands as it was.
        let restated = try #require(judgement.restated)
        #expect(figures(restated) == ["C 3 met", "Q 1 unmet", "R 2 met"])
    }

    /// A district that goes on without its ward answers for itself as before.
    @Test func aDistrictWhoseWardsWentElsewhereGoesOnAnswering() throws {
        let judgement = try scenario(units(Self.moved, end: ""))
            .judge(window: "2024", asOf: "2025-01-05")
        #expect(figures(judgement) == ["C 3 met", "Q 1 unmet", "R 2 met"])
        // In a year in which it never had one, nothing says that it is a district's office.
        let later = try scenario(units(Self.moved, end: ""))
            .judge(window: "2025", asOf: "2026-01-05")
        #expect(later.node("R", "I") == nil)
    }

    /// Q takes R over: by `successor` its 1 and R's 2 are Q's, once; else each has its own.
    @Test(arguments: [
        (", closed: successor", ["C 3 met", "Q 3 met"]), ("", ["C 3 met", "Q 1 unmet", "R 2 met"]),
    ])
    func whereAnotherCarriesTheRecordsOnTheyCountOnce(rule: String, expected: [String]) throws {
        let judgement = try scenario(
            units(Self.moved),
            rule,
            changes: "2024-07-01,Nhập toàn bộ,R,Q,Có,,\n"
        ).judge(window: "2024", asOf: "2025-01-05")
        #expect(figures(judgement) == expected)
        #expect(ExplanationAudit(Explanation(0, of: judgement)).faults == [])
        let restated = try #require(judgement.restated)
        #expect(figures(restated) == ["C 3 met", "Q 3 met"])
    }

    /// What the roster calls a district is one though it lists no ward of it; an office of a
    /// district that bears the district's level is none, nor is one whose level is not written.
    @Test func aDistrictByItsLevelAnswersWithoutWards() throws {
        let units =
            heading + """
                C,Thành phố Xê,TINH,city,,,
                Q,Quận Quy,HUYEN,district,C,,
                R,Quận Rờ,HUYEN,district,C,,
                P1,Phường Một,PHUONG,,Q,,
                V,Phòng Vê,PHONG,district,Q,,
                S,Sở Ét,SO,,C,,

                """
        let judgement = try scenario(units).judge(window: "2024", asOf: "2025-01-05")
        #expect(figures(judgement) == ["C 3 met", "Q 1 unmet", "R 2 met"])
    }

    /// A decision about such an office acts.
    @Test func aWaiverOfSuchAnOfficeActs() throws {
        var scenario = scenario(units(Self.moved))
        scenario.decisions =
            "Số quyết định,Ngày,Loại,Mã đơn vị,Mã chỉ tiêu,Kỳ,Giá trị,Lý do,Hết hiệu lực\n"
            + "1,2024-08-01,Miễn,R,I,,,x,\n"
        let judgement = try scenario.judge(window: "2024", asOf: "2025-01-05")
        #expect(figures(judgement) == ["C 3 met", "Q 1 unmet", "R 2 exempt"])
        #expect(!judgement.findings.contains { $0.message.contains("không xét riêng") })
    }
}
