import Intake
import Plans
import Testing

/// A heading of the plan's own that names what places a row takes the unit or the period away from
/// every file that has it.
@Suite("Headings of a plan that are taken")
struct TakenHeadingTests {
    private func mistakes(_ forms: String) -> [Mistake] {
        var places = PlanPlaces()
        let result = PlanReader.read(
            Array((Desk.plan + "\nforms: \(forms)\n").utf8),
            places: &places
        )
        guard case .plan = result else {
            Issue.record("refused")
            return []
        }
        return TakenHeadings.mistakes(places.headings, in: places.forms)
    }

    @Test(arguments: [
        ("{unit_report: {aliases: {posts: [Tên đơn vị]}}}", "Tên đơn vị"),
        ("{unit_report: {fields: {p2: {header: Tên đơn vị, type: int}}}}", "Tên đơn vị"),
        ("{unit_report: {fields: {p2: {header: P2, aliases: [Mã ĐV]}}}}", "Mã ĐV"),
        ("{unit_report: {aliases: {note: [STT]}}}", "STT"),
        ("{unit_report: {aliases: {note: [Năm]}}}", "Năm"),
    ])
    func whatPlacesTheRowsIsNoFieldsHeading(forms: String, heading: String) throws {
        let found = mistakes(forms)
        #expect(found.map(\.found) == [heading])
        let mistake = try #require(found.first)
        #expect(mistake.file == "plan.yaml")
        // The line behind the last of the plan's.
        #expect(mistake.line == Desk.plan.split(separator: "\n").count + 1)
        #expect(mistake.column > "forms: ".count)
    }

    @Test(arguments: [
        "{unit_report: {aliases: {posts: [Tổng số tin bài]}}}",
        "{exemplar: {aliases: {unit: [Đơn vị]}}}",
        "{exemplar: {aliases: {workplace: [Tên đơn vị]}}}",
        "{day: {fields: {d: {header: D, type: date, dating: true}, p: {header: Đơn vị}}}}",
        "{exemplar: {aliases: {year: [Kỳ]}}}",
        "{exemplar: {aliases: {name: [Tên tập thể]}}}",
        "{day: {fields: {unit: {header: Đơn vị, key: true}, d: {header: D, type: date, dating: true}}}}",
    ])
    func whatIsTheFieldsOwnIsNot(forms: String) {
        #expect(mistakes(forms).isEmpty)
    }
}
