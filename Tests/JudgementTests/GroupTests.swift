import Judgement
import Model
import TestSupport
import Testing

@Suite("Groups (CONTRACT §4)")
struct GroupTests {
    private let units = """
        Mã đơn vị,Tên đơn vị,Loại đơn vị,Mã đơn vị cấp trên,Nhóm đơn vị,Cụm/khối thi đua,\
        Có trang TTĐT,Số CBCCVC
        D,Quận Dê,HUYEN,,,,,
        W1,Phường Một,PHUONG,D,,CUM-01,Có,12
        W2,Phường Hai,PHUONG,D,nhom,CUM-02,Không,9
        W3,Phường Ba,PHUONG,D,,CUM-01|CUM-02,Có,10
        S1,Trường Bốn,TRUONG,D,nhom|khac,,Có,
        P1,Phòng Năm,PHONG,D,,,,40

        """

    private func members(_ group: String, more: String = "") throws -> [String] {
        let groups = """
            groups:
              g: {name: G, \(group)}
              w: {name: W, kinds: [PHUONG]}
              s: {name: S, kinds: [TRUONG, PHONG]}\(more)
            """
        let judgement = try Scenario(
            plan(
                ["id: I, applies_to: g, measure: count(document), each: \">= 1\""],
                groups
            ),
            units: units
        ).judge(window: "2024", asOf: "2025-01-01")
        let result = try #require(judgement.indicators.first)
        #expect(judgement.node("D", "I")?.denominator == result.units.count)
        return result.units.map { judgement.scene.roster.units[$0.unit].id }
    }

    @Test(arguments: [
        ("kinds: [PHUONG]", ["W1", "W2", "W3"]), ("kinds: [TRUONG, PHONG]", ["S1", "P1"]),
        ("kinds: [Phường]", ["W1", "W2", "W3"]), ("units: [S1, W2]", ["W2", "S1"]),
        ("any_of: [w, s]", ["W1", "W2", "W3", "S1", "P1"]), ("all_of: [w, s]", []),
        ("any_of: [w, s], except: [W2, P1]", ["W1", "W3", "S1"]),
        ("any_of: [w], where: website", ["W1", "W3"]),
        ("any_of: [w, s], where: \"staff >= 10\"", ["W1", "W3", "P1"]),
        ("any_of: [w, s], where: \"staff < 10\"", ["W2"]),
        ("kinds: [PHUONG], where: \"cluster = CUM-01\"", ["W1", "W3"]),
        ("kinds: [PHUONG], where: \"cluster = CUM-02 and website\"", ["W3"]),
        ("kinds: [PHUONG], where: \"cluster = CUM-02 or staff = 12\"", ["W1", "W2", "W3"]),
        ("kinds: [PHUONG], units: [W1, S1]", ["W1"]),
        ("all_of: [w], units: [W1, W2], except: [W2]", ["W1"]),
        ("any_of: [w, s], where: \"parent = D\"", ["W1", "W2", "W3", "S1", "P1"]),
    ])
    func theKeysOfAGroupAreCombinedAsAnd(group: String, expected: [String]) throws {
        #expect(try members(group) == expected)
    }

    @Test func theRosterAddsMembers() throws {
        let groups = "groups:\n  nhom: {name: N, kinds: [PHONG]}"
        let judgement = try Scenario(
            plan(["id: I, applies_to: nhom, measure: count(document), each: \">= 1\""], groups),
            units: units
        ).judge(window: "2024", asOf: "2025-01-01")
        let ids = judgement.indicators.first?.units.map { judgement.scene.roster.units[$0.unit].id }
        #expect(ids == ["W2", "S1", "P1"])
    }

    @Test func groupsMayBeBuiltOfGroupsOfGroups() throws {
        #expect(
            try members("any_of: [x, s]", more: "\n  x: {name: X, all_of: [w], except: [W1]}")
                == ["W2", "W3", "S1", "P1"]
        )
    }

    @Test func anEmptyGroupDoesNotApply() throws {
        #expect(try members("all_of: [w, s]").isEmpty)
    }
}
