internal import Judgement
internal import Model
internal import Plans
internal import Rollup

/// What the units' own reports say in fields that stand in for a register of which nobody filed a record.
struct DeclaredFigures {
    private var sums: [String: Int] = [:]

    /// Adds up fields in the reports of a window; `units` says for each unit of the roster whether it
    /// belongs.
    init(_ codes: [String], _ judgement: Judgement, _ window: Window, units: [Bool]) {
        let forms = judgement.scene.plan.forms
        guard !codes.isEmpty, let form = forms.index(of: "unit_report") else { return }
        var evaluator = Evaluator(
            records: judgement.records,
            coverage: Coverage(records: judgement.records, window: window.span)
        )
        let slice = Slice(spans: [window.span], window: window.span)
        let members = units.indices.filter { units[$0] }
        for code in codes {
            guard let field = forms.forms[form].index(of: code) else { continue }
            let sum = evaluator.value(.reported(form: form, field: field), of: members, slice)
            sums[code] = sum.flatMap { Int($0.rounded(decimals: 0)) }
        }
    }

    /// The sum of a field; nil where no report says anything.
    subscript(code: String) -> Int? { sums[code] }
}
