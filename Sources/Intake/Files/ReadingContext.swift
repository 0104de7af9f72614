package import Model
package import Plans

/// All that reading a file depends on besides its bytes and its place.
///
/// Neither the window's span nor the as-of time is here: they decide later, over records.
package struct ReadingContext: Sendable {
    /// The plan whose forms the file is held against.
    package let plan: Plan
    /// The whole roster, every unit that ever was, named and placed as the report's window has it.
    package let roster: Roster
    /// What became of the units (`changes.csv`).
    package let changes: ChangeLog
    /// For each form, whether the texts of each field are kept; other texts leave only their
    /// blankness behind.
    package let keepsText: [[Bool]]
    /// All of it once more, as the readers of files share it.
    let tables: ReadingTables

    var names: UnitNames { tables.names }

    /// By form id, the fields whose texts the checks of content compare (TX-24, TX-40, TX-42), and
    /// those that say what a lower node handed over.
    private static let compared: [String: Set<String>] = [
        "exemplar": ["name"], "proposal": ["name", "award"], "commendation": ["name", "award"],
        "review": ["exemplar", "award"], "media": ["exemplar"],
        "indicator_result": ["indicator", "terms"],
    ]

    /// Texts that only the records with another field filled keep: of a million contest entries the
    /// reports print the few that won.
    struct Excerpt: Hashable, Sendable {
        /// The fields whose texts are kept, in the form's order.
        var fields: [Int]
        /// The field that has to be filled.
        var condition: Int
    }

    /// By form id, what ``Excerpt`` says of it.
    private static let excerpted: [String: (fields: Set<String>, condition: String)] = [
        "contest_entry": (["title", "authors", "subject_name", "decision_number"], "prize")
    ]

    /// Makes a context; `reported` has, by form id, the codes of fields whose texts the reports
    /// print, `lines` are all lines of the roster, which tell where units stood on other days.
    package init(
        plan: Plan,
        roster: Roster,
        changes: ChangeLog,
        lines: [Unit] = [],
        reported: [String: Set<String>]
    ) {
        self.plan = plan
        self.roster = roster
        self.changes = changes
        let excerpts = plan.forms.forms.map { form -> Excerpt? in
            guard let rule = ReadingContext.excerpted[form.id],
                let condition = form.index(of: rule.condition)
            else { return nil }
            let fields = form.fields.indices.filter { rule.fields.contains(form.fields[$0].code) }
            return Excerpt(fields: fields, condition: condition)
        }
        var used = [Set<Int>](repeating: [], count: plan.forms.forms.count)
        for indicator in plan.indicators {
            for requirement in indicator.requirements {
                requirement.measure.noteFields(in: &used)
            }
        }
        for measure in plan.measures { measure.expression.noteFields(in: &used) }
        for ranking in plan.rankings { ranking.measure.noteFields(in: &used) }
        for check in plan.checks {
            check.when.noteFields(in: &used)
            check.expect.noteFields(in: &used)
        }
        let keepsText = plan.forms.forms.enumerated().map { index, form in
            form.fields.enumerated().map { field, definition in
                used[index].contains(field)
                    || reported[form.id]?.contains(definition.code) == true
                    || ReadingContext.compared[form.id]?.contains(definition.code) == true
            }
        }
        self.keepsText = keepsText
        tables = ReadingTables(
            plan: plan,
            roster: roster,
            changes: changes,
            trees: EarlierTrees(lines, roster),
            keepsText: keepsText,
            excerpts: excerpts
        )
    }
}

extension MeasureExpression {
    /// Notes, by form, the fields that the measure looks at.
    fileprivate func noteFields(in used: inout [Set<Int>]) {
        switch self {
        case .number, .named: break
        case .reported(let form, let field): used[form].insert(field)
        case .aggregate(let aggregate):
            if let field = aggregate.field { used[aggregate.form].insert(field) }
            for case .column(let field) in aggregate.condition?.fields ?? [] {
                used[aggregate.form].insert(field)
            }
        case .coalesce(let choices): for choice in choices { choice.noteFields(in: &used) }
        case .arithmetic(_, let left, let right):
            left.noteFields(in: &used)
            right.noteFields(in: &used)
        }
    }
}

extension CheckCondition {
    fileprivate func noteFields(in used: inout [Set<Int>]) {
        switch self {
        case .compare(let left, _, let right):
            left.noteFields(in: &used)
            right.noteFields(in: &used)
        case .isYes(let measure): measure.noteFields(in: &used)
        case .and(let left, let right), .or(let left, let right):
            left.noteFields(in: &used)
            right.noteFields(in: &used)
        case .not(let inner): inner.noteFields(in: &used)
        }
    }
}
