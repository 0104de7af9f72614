import Judgement
import Model
import Plans
import TestSupport
import Testing

@Suite("Rankings (TX-56)")
struct RankingTests {
    private let ranking = """
        rankings:
          - {id: r, measure: count(exemplar), applies_to: all}
        groups: {all: {kinds: [PHUONG, TRUONG]}, wards: {kinds: [PHUONG]}}
        """

    private func file(_ unit: String, _ count: Int) -> Scenario.File {
        let rows = (0..<count).map { "\(unit),2024,Bà \($0),individual\n" }.joined()
        return .init("2024-12-01/\(unit)/2024/dh.csv", "unit,year,name,subject\n" + rows)
    }

    /// Unit, rank and whether it is tied, as printed; then the units without a rank.
    private func places(_ judgement: Judgement) throws -> [String] {
        let result = try #require(judgement.rankings.first)
        let units = judgement.scene.roster.units
        return result.units.map {
            "\(units[$0.unit].id) \($0.rank)\($0.isTied ? "=" : "") (\($0.value.rounded(decimals: 0)))"
        } + result.unranked.map { "\(units[$0.unit].id) –" }
    }

    private func judge(_ files: [Scenario.File], plan more: String? = nil, units: String = district)
        throws -> Judgement
    {
        // `plan` adds groups of its own where no section begins with them.
        let text = plan([], "groups: {x: {kinds: [PHUONG]}}", more ?? ranking)
            .replacing("groups: {x: {kinds: [PHUONG]}}\n", with: "")
        return try Scenario(text, files, units: units).judge(window: "2024", asOf: "2025-01-05")
    }

    @Test func tiesShareARankAndStandInRosterOrder() throws {
        let judgement = try judge([file("S1", 5), file("W3", 3), file("W1", 1), file("W2", 3)])
        #expect(try places(judgement) == ["S1 1 (5)", "W2 2= (3)", "W3 2= (3)", "W1 4 (1)"])
    }

    @Test func aUnitWithoutDataIsUnrankedAndNotLast() throws {
        // W2 has filed an empty register: 0 is a figure. W3 and the school have filed nothing.
        let judgement = try judge([file("W1", 1), file("W2", 0)])
        #expect(try places(judgement) == ["W1 1 (1)", "W2 2 (0)", "W3 –", "S1 –"])
    }

    @Test func theLowestMayBeTheBest() throws {
        let text = ranking.replacing("applies_to: all}", with: "applies_to: all, best: lowest}")
        let judgement = try judge([file("W1", 1), file("W2", 0), file("W3", 1)], plan: text)
        #expect(try places(judgement) == ["W2 1 (0)", "W1 2= (1)", "W3 2= (1)", "S1 –"])
    }

    @Test func aUnitThatClosedIsUnrankedWithItsDay() throws {
        let units = """
            Mã đơn vị,Tên đơn vị,Loại đơn vị,Mã đơn vị cấp trên,Hiệu lực đến ngày
            D,Quận Dê,HUYEN,,
            W1,Phường Một,PHUONG,D,2024-07-01
            W2,Phường Hai,PHUONG,D,

            """
        let judgement = try judge([file("W2", 1)], units: units)
        let day = try #require(Day(iso: "2024-07-01"))
        #expect(judgement.rankings.first?.unranked.map(\.reason) == [.closed(day)])
        #expect(judgement.rankings.first?.units.count == 1)
    }

    /// The places hang on figures and roster alone: not on the order of files nor of rows.
    @Test func theOrderOfTheInputNeverShows() throws {
        let broken = try firstBroken(seeds: 0..<40) { random in
            let counts = ["W1", "W2", "W3", "S1"].map { unit in
                (unit, Int.random(in: -1...3, using: &random))
            }
            let rows = counts.filter { $0.1 >= 0 }.flatMap { unit, count in
                (0..<count).map { "\(unit),2024,Bà \($0),individual\n" }
            }
            let empty = counts.filter { $0.1 == 0 }.map { file($0.0, 0) }
            return (rows: rows, shuffled: rows.shuffled(using: &random), empty: empty)
        } holds: { made in
            func one(_ rows: [String]) -> Scenario.File {
                .init("2024-12-02/2024/dh.csv", "unit,year,name,subject\n" + rows.joined())
            }
            let sorted = made.rows.sorted().reversed()
            return try places(judge([one(made.rows)] + made.empty))
                == places(judge(made.empty.reversed() + [one(made.shuffled)]))
                && places(judge([one(made.rows)] + made.empty))
                    == places(judge([one(Array(sorted))] + made.empty))
        }
        #expect(broken == nil)
    }
}
