import Model
import Plans
import Testing

@Suite("What the other files of a plan have to confirm")
struct PlanPlacesTests {
    @Test func eachUnitHasItsPlace() {
        let (text, marks) = unmarked(
            sections([
                "id": "id: §thu", "root": "root: §D",
                "groups":
                    "groups: {wards: {units: [§A, §B], except: [§C], where: \"parent = §D and id != §'e'\"}}",
                "measures":
                    "measures:\n  valid_entries: count(document where unit = §F or unit in (§G, §H))",
            ])
        )
        var places = PlanPlaces()
        guard case .plan = PlanReader.read(Array(text.utf8), places: &places) else {
            Issue.record("refused")
            return
        }
        let found = [places.id?.place].compactMap(\.self) + places.units.map(\.place)
        #expect(found.map { [$0.line, $0.column] } == marks)
        #expect(places.units.map(\.id) == ["D", "A", "B", "C", "D", "e", "F", "G", "H"])
        #expect(
            places.units.map(\.isFolded) == [
                false, false, false, false, true, true, true, true, true,
            ]
        )
    }
}
