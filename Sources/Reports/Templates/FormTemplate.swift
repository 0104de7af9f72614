internal import Intake
package import Judgement
internal import Model
internal import Plans

/// An empty form for units to fill in, with what is known of them filled in already.
///
/// The scene's root is the unit that fills it in, or the plan's root where nobody in particular
/// does.
package struct FormTemplate: Sendable {
    let scene: Scene
    let form: Form
    private let formIndex: Int
    /// Whether it is made for the scene's root and not for anybody.
    let isForUnit: Bool

    /// The template of a form, by its index in the plan.
    package init(scene: Scene, form: Int, isForUnit: Bool) {
        self.scene = scene
        self.form = scene.plan.forms.forms[form]
        formIndex = form
        self.isForUnit = isForUnit
    }

    /// One column of the template.
    enum Column: Hashable {
        /// A field of the form, by index.
        case field(Int)
        /// The unit's name, which nobody has to fill in.
        case unitName
    }

    /// The form's fields in their order, the unit's name behind its code.
    var columns: [Column] {
        form.fields.indices.flatMap { index -> [Column] in
            let field = Column.field(index)
            return index == form.unitField && hasUnitName ? [field, .unitName] : [field]
        }
    }

    /// The name stands beside codes that are filled in, for people to see whose row it is.
    private var hasUnitName: Bool { isForUnit && (form.isPeriodicReport || unit != nil) }

    func heading(_ column: Column) -> String {
        switch column {
        case .field(let index): form.fields[index].header
        case .unitName: "Tên đơn vị"
        }
    }

    // MARK: - What is filled in

    /// The one unit whose rows these are; nil where there are several.
    var unit: Unit? {
        isForUnit && scene.isLeaf(scene.root) ? scene.roster.units[scene.root] : nil
    }

    /// The units that a periodic report has a row for: those that must send it, else all without
    /// units below them; a unit that has none below it fills in its own row.
    var reportingUnits: [Int] {
        guard isForUnit, form.isPeriodicReport else { return [] }
        if scene.isLeaf(scene.root) { return [scene.root] }
        let deadlines = scene.plan.deadlines.filter { $0.form == formIndex }
        let required = scene.units.filter { unit in
            deadlines.contains { deadline in
                deadline.group.map { scene.membership[$0][unit] } ?? isOrdinary(unit)
                    && scene.waiver(unit, deadline.id) == nil
            }
        }
        return required.isEmpty ? scene.units.filter(isOrdinary) : required
    }

    private func isOrdinary(_ unit: Int) -> Bool {
        scene.isLeaf(unit) && !scene.roster.units[unit].kind.isCluster
    }

    /// What a cell of a unit's row already says; empty where people have to fill it in.
    func filled(_ column: Column, unit: Unit?) -> String {
        switch column {
        case .unitName: unit?.name ?? ""
        case .field(let index) where index == form.unitField: unit?.id ?? ""
        case .field(let index) where index == form.periodField:
            name(isYearly(index) ? .year(scene.window.year) : scene.window.period)
        case .field: ""
        }
    }

    // MARK: - What may be filled in

    /// Whether a period column speaks of years only: `Năm`.
    func isYearly(_ field: Int) -> Bool { form.fields[field].code == "year" }

    /// A period as a cell names it, so that it is read as that period again.
    func name(_ period: Period) -> String {
        let name = scene.plan.calendar.name(period)
        return CellPeriod.parse(name) == period ? name : period.id
    }

    /// What may stand in a column of type `period`, the window's year first; empty for free text.
    func periods(_ field: Int) -> [String] {
        guard field == form.periodField else { return [] }
        let year = min(
            max(scene.window.year, scene.plan.stage.lowerBound),
            scene.plan.stage.upperBound
        )
        let years = [year] + scene.plan.stage.filter { $0 != year }
        if isYearly(field) { return years.map { name(.year($0)) } }
        return years.flatMap { year -> [Period] in
            [.year(year), .half(year, 1), .half(year, 2), .nineMonths(year)]
                + (1...4).map { .quarter(year, $0) } + (1...12).map { .month(year, $0) }
        }.map(name)
    }

    /// The units whose rows may be here.
    var units: [Unit] {
        scene.units.map { scene.roster.units[$0] }.filter { isForUnit || !$0.kind.isCluster }
    }

    /// The days that a date may be: what dates a record has to lie in the plan's stage, until the
    /// last deadline after it; other dates may lie before, as that of a decision does.
    func dates(_ field: Field) -> DateSpan {
        let plan = scene.plan
        let last = plan.deadlines.map { $0.due.lastDay(inYear: plan.stage.upperBound) }.max()
        let end = max(plan.stageSpan.to, last ?? plan.stageSpan.to)
        let long = Day(year: 1990, month: 1, day: 1) ?? plan.stageSpan.from
        return DateSpan(from: field.isDating ? plan.stageSpan.from : long, to: end)
    }

    /// When the form is due, each deadline in a line.
    var deadlines: [String] {
        scene.plan.deadlines.filter { deadline in
            guard deadline.form == formIndex else { return false }
            guard let unit, let group = deadline.group,
                let index = scene.roster.index(of: unit.id)
            else { return true }
            return scene.membership[group][index]
        }.map { "\($0.name): \(Words.vietnamese.due($0.due, inYear: scene.window.year))" }
    }
}
