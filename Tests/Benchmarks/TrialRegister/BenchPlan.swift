package import Intake
internal import Model
package import Plans

/// The plan and roster under which the benchmark's register is read.
package struct BenchPlan {
    package let plan: Plan
    package let context: ReadingContext
    /// The contest's form, by index.
    package let form: Int
    /// What the answer asks of each unit.
    package let validEntries: Aggregate
    package let words: Aggregate

    package init() throws(BenchError) {
        let plan = try BenchPlan.readPlan()
        let units = try BenchPlan.readUnits()
        guard let form = plan.forms.index(of: "contest_entry"),
            let validEntries = BenchPlan.aggregate("valid_entries", plan),
            let words = BenchPlan.aggregate("words", plan)
        else { throw BenchError(message: "the benchmark's plan lacks what its answer needs") }
        self.plan = plan
        self.form = form
        self.validEntries = validEntries
        self.words = words
        let window = plan.calendar.window(.year(2024))
        context = ReadingContext(
            plan: plan,
            roster: Roster(lines: units, on: window.span.to),
            changes: ChangeLog(),
            reported: [:]
        )
    }

    private static func readPlan() throws(BenchError) -> Plan {
        switch PlanReader.read(Array(yaml.utf8)) {
        case .plan(let plan): return plan
        case .mistakes(let mistakes): throw refused(mistakes)
        }
    }

    private static func readUnits() throws(BenchError) -> [Unit] {
        switch RosterReader.read(Array(roster.utf8)) {
        case .entries(let units): return units
        case .mistakes(let mistakes): throw refused(mistakes)
        }
    }

    private static func refused(_ mistakes: [Mistake]) -> BenchError {
        BenchError(message: mistakes.map(\.text).joined(separator: "\n"))
    }

    private static func aggregate(_ id: String, _ plan: Plan) -> Aggregate? {
        guard let measure = plan.measures.first(where: { $0.id == id }),
            case .aggregate(let aggregate) = measure.expression
        else { return nil }
        return aggregate
    }

    private static let yaml = """
        schema: 1
        id: bench
        title: Cuộc thi viết
        stage: {from: 2024, to: 2024}
        root: Q
        chain: [{level: unit, name: Đơn vị}, {level: district, name: Quận}]
        reports: [{id: district, office: PHÒNG NỘI VỤ, symbol: BC-PNV, place: Hà Nội, signer: TRƯỞNG PHÒNG}]
        groups:
          all: {name: Toàn quận, kinds: [PHUONG]}
        contests:
          - {id: 2024, year: 2024, opens: 2024-03-01, closes: 2024-07-15, max_words: 2000}
        measures:
          valid_entries: count(contest_entry where valid)
          words: sum(contest_entry.words where valid)
        indicators:
          - {id: B-1, name: Mỗi đơn vị có bài, cite: I, applies_to: all, over: contest, measure: valid_entries, each: ">= 1", target: "= 100%"}
        """

    private static let roster: String = {
        var lines = ["Mã đơn vị,Tên đơn vị,Loại đơn vị,Mã đơn vị cấp trên", "Q,Quận,HUYEN,"]
        for number in 1...90 {
            let digits = number < 10 ? "00\(number)" : "0\(number)"
            lines.append("U-\(digits),Phường \(number),PHUONG,Q")
        }
        return lines.joined(separator: "\n") + "\n"
    }()
}
