internal import Intake
internal import Judgement
internal import Plans
internal import Rollup

/// The forms that a unit did send and of which every row was handed back to be mended: nothing of them
/// counts, and yet the unit must not be told that it sent nothing (domain.md 6.1, `Yêu cầu chỉnh lý`).
struct HandedBack {
    private var forms: [Int: Set<Int>] = [:]
    private let plan: Plan

    init(_ judgement: Judgement) {
        plan = judgement.scene.plan
        var counted: [Int: Set<Int>] = [:]
        let files = judgement.records.collection.files
        for index in judgement.sources {
            let held = files[index].held
            guard let form = held.form, let unit = held.place.submitter ?? held.place.namedUnit
            else { continue }
            let share = judgement.share(of: index)
            if share.rows > 0, share.records == 0 {
                forms[unit, default: []].insert(form)
            } else {
                counted[unit, default: []].insert(form)
            }
        }
        for (unit, good) in counted { forms[unit]?.subtract(good) }
    }

    func has(_ form: Int, of unit: Int) -> Bool { forms[unit]?.contains(form) ?? false }

    /// Why a unit has no figure of an indicator, in words that tell what was handed back from what was
    /// not sent.
    func text(_ reason: Reason, of unit: Int, _ indicator: Indicator, _ words: Words) -> String {
        let plain = words.text(reason, gathersMonths: true)
        guard let own = forms[unit], !own.isEmpty else { return plain }
        let back = own.intersection(
            indicator.requirements[0].measure.forms(measures: plan.measures)
        )
        .sorted().map { plan.forms.forms[$0].name }
        guard !back.isEmpty else { return plain }
        let said = words("Đã gửi nhưng bị trả lại: \(back.map(words.term).joined(separator: ", "))")
        switch reason {
        case .missing(let names), .blank(_, let names):
            let missing = names.filter { !back.contains($0) }
            guard !missing.isEmpty else { return said }
            return said + "; " + words.text(.missing(forms: missing)).lowercasedFirst
        default: return plain
        }
    }
}
