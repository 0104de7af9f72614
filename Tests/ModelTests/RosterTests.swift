import Model
import Testing

@Suite struct RosterTests {
    private static func unit(_ id: String, below parent: String?, _ kind: UnitKind = .phuong)
        -> Unit
    {
        var unit = Unit(id: id, name: id, kind: kind, line: 1)
        unit.parent = parent
        return unit
    }

    @Test func aUnitIsAsHighAsTheLowestBelowItClustersAside() {
        let roster = Roster(units: [
            Self.unit("T", below: nil), Self.unit("H", below: "T"), Self.unit("X", below: "H"),
            Self.unit("K", below: "T"), Self.unit("C", below: "K", .cum),
            Self.unit("D", below: "C"),
        ])
        #expect(roster.units.indices.map(roster.height) == [2, 1, 0, 0, 1, 0])
    }

    /// A roster whose lines were each put below the one before.
    @Test func aRosterAsDeepAsItIsLongHasAHeight() {
        let units = (0..<100_000).map { number in
            Self.unit("U\(number)", below: number > 0 ? "U\(number - 1)" : nil)
        }
        #expect(Roster(units: units).height(0) == 99_999)
    }
}
