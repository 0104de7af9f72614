internal import Judgement
internal import Model
internal import Plans

/// How the plan's words were read where they leave something open (`note` in plan.yaml).
struct ReadingWords {
    let plan: Plan
    let words: Words

    /// The readings that act on an indicator: its own, those of its group and of what it measures.
    func note(_ indicator: Indicator) -> String? {
        var notes = [indicator.note]
        if let group = indicator.group { notes.append(plan.groups[group].note) }
        notes += plan.measures.indices.map { index in
            indicator.requirements.contains { $0.measure.uses(index, plan.measures) }
                ? plan.measures[index].note : nil
        }
        let told = notes.compactMap { $0 }
        return told.isEmpty ? nil : words("Cách hiểu: \(told.joined(separator: "\n"))")
    }
}
