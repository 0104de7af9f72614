import Intake
import Model
import Testing

@Suite("Every way of writing every name")
struct NameVariantTests {
    private static let shortForms = [
        ("Phường ", "P"), ("Xã ", "X"), ("Thị trấn ", "TT"), ("Quận ", "Q"), ("Huyện ", "H"),
        ("Thành phố ", "TP"), ("Phòng ", "P"), ("Trung tâm ", "TT"), ("Trường Tiểu học ", "TH"),
        ("Trường Mầm non ", "MN"), ("Trường ", ""),
    ]

    /// A unit's name as offices may write it, with its kind.
    private func variants(_ unit: Int) -> [String] {
        let name = District.units[unit].name
        var found = [name, name.uppercased(), name.lowercased(), " \(name)\u{A0}", "UBND \(name)"]
        for (full, short) in Self.shortForms where name.hasPrefix(full) {
            let proper = name.dropFirst(full.count)
            found += ["\(short). \(proper)", "\(short).\(proper)", "\(short) \(proper)"]
        }
        var above = District.roster.parents[unit]
        while let parent = above {
            let place = District.units[parent].name
            found += ["\(name), \(place)", "\(name) - \(place)", "\(name) (\(place))"]
            above = District.roster.parents[parent]
        }
        return found
    }

    @Test func isTheUnitsOwnOrAmbiguous() {
        for unit in District.units.indices {
            for text in variants(unit) {
                let ids = District.ids(text)
                #expect(ids.contains(District.units[unit].id), "\(text)")
            }
        }
    }

    @Test func isNobodysWhereTheUnitIsMissing() {
        for unit in District.units.indices {
            var rest = District.units
            let missing = rest.remove(at: unit)
            let roster = Roster(units: rest)
            let names = UnitNames(roster: roster)
            for text in variants(unit) {
                guard case .unit(let found) = names.match(text) else { continue }
                // Only one that bears the very same name may take its place, `i` being `y`.
                let (name, other) = (Fold.bare(missing.name), Fold.bare(rest[found].name))
                #expect(name.map { $0 == "y" ? "i" : $0 } == other.map { $0 == "y" ? "i" : $0 })
            }
        }
    }
}
