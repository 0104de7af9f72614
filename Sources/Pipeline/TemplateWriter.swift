import Intake
import Judgement
import Model
import Plans
import Reports
import Workbooks

/// Writes empty forms for units to fill in.
package struct TemplateWriter: Sendable {
    private let template: FormTemplate
    private let now: Instant

    /// Prepares the template of a form, by id or Vietnamese name, for the unit in the options or
    /// for anybody.
    ///
    /// - Throws: ``PipelineError`` for a plan that is missing or invalid; a form, unit or window
    ///   that is none.
    package init(_ options: RunOptions, plan: String, form: String) throws(PipelineError) {
        let files = try CheckedPlan(plan, in: PlanInput(root: options.places.input)).files
        let frame = RunFrame(options: options)
        let window = try frame.window(of: files.plan)
        let rootID = try frame.root(in: files)
        let index = try TemplateWriter.index(of: form, in: files.plan)
        let roster = Roster(lines: files.units, on: window.span.to)
        guard let root = roster.index(of: rootID) else {
            throw .unexpected("Danh mục không có đơn vị \(rootID).")
        }
        guard roster.units[root].exists(within: window.span) else {
            throw .usage(
                "Đơn vị \"\(rootID)\" không hoạt động trong kỳ \(window.name); "
                    + "chọn kỳ khác bằng --window."
            )
        }
        let scene = Scene(
            plan: files.plan,
            roster: roster,
            changes: files.changes,
            clusters: files.clusters,
            movements: files.movements,
            decisions: files.decisions,
            window: window,
            asOf: options.now,
            root: root,
            lines: files.units
        )
        template = FormTemplate(scene: scene, form: index, isForUnit: options.scope.unit != nil)
        now = options.now
    }

    private static func index(of text: String, in plan: Plan) throws(PipelineError) -> Int {
        let forms = plan.forms.forms
        let key = Fold.key(text)
        if let index = forms.firstIndex(where: { $0.id == text })
            ?? forms.firstIndex(where: { Fold.key($0.id) == key || Fold.key($0.name) == key })
        {
            return index
        }
        throw .usage(
            "Không có biểu \"\(text)\"; có: "
                + forms.map { "\($0.id) (\($0.name))" }.joined(separator: ", ") + "."
                + Suggestion.question(for: text, among: forms.flatMap { [$0.id, $0.name] })
        )
    }

    /// Writes the template to a path that ends in `.xlsx` or `.csv`; a file that is there is
    /// replaced once the new one is whole.
    package func write(to path: String) throws(PipelineError) {
        try WholeFile.refuse(path)
        if path.lowercased().hasSuffix(".csv") {
            return try WholeFile.write(Array(TemplateCSV.render(template).utf8), to: path)
        }
        guard path.lowercased().hasSuffix(".xlsx") else {
            throw .usage("Tệp kết quả phải có đuôi .xlsx hoặc .csv: \(path)")
        }
        try PipelineError.layingOut(path) { () throws(WorkbookError) in
            try WorkbookRenderer.write(
                TemplateWorkbook.content(template, created: now),
                to: path
            )
        }
    }
}
