import Judgement
import Model
import Reports

/// Which decisions of the board came, went or changed between two runs, by number.
struct DecisionSteps {
    /// One number's change, and the decisions that act once it is in place.
    struct Step {
        var subject: ComparisonCause.Subject
        var decisions: [Decision]
    }

    private(set) var steps: [Step] = []

    /// Works out the steps between the decisions that act on two runs.
    ///
    /// `all` has every line of the later run's decisions.csv: it tells an expired decision from one
    /// that was taken out. The scenes give the words of units and indicators.
    init(
        from old: [Decision],
        to new: [Decision],
        all: [Decision],
        scenes: (before: Scene, after: Scene)
    ) {
        let before = DecisionSteps.grouped(old)
        let after = DecisionSteps.grouped(new)
        let numbers = Set(before.keys).union(after.keys).filter { before[$0] != after[$0] }
            .map { (number: $0, date: (after[$0] ?? before[$0])?.first?.date ?? Day(number: 0)) }
            .sorted { ($0.date, $0.number) < ($1.date, $1.number) }
        var current = old
        for (number, date) in numbers {
            let lines = after[number] ?? []
            let fate: DecisionChange.Fate =
                if before[number] == nil {
                    .came
                } else if !lines.isEmpty {
                    .changed
                } else if all.contains(where: { $0.number == number }) {
                    .ended
                } else {
                    .removed
                }
            current.removeAll { $0.number == number }
            current += new.filter { $0.number == number }
            let effects =
                lines.isEmpty
                ? (before[number] ?? []).map { DecisionWords(scene: scenes.before).effect($0) }
                : lines.map { DecisionWords(scene: scenes.after).effect($0) }
            steps.append(
                Step(
                    subject: .decision(
                        DecisionChange(number: number, date: date, fate: fate, effects: effects)
                    ),
                    decisions: current
                )
            )
        }
        // Of two decisions of one day the later line acts: the order alone may matter.
        let changed = Set(numbers.map(\.number))
        func rest(_ decisions: [Decision]) -> [Decision] {
            DecisionSteps.bare(decisions.filter { !changed.contains($0.number) })
        }
        if rest(old) != rest(new) {
            steps.append(Step(subject: .decisionOrder, decisions: new))
        } else if !steps.isEmpty {
            steps[steps.count - 1].decisions = new
        }
    }

    /// The lines of each number, without their places in the file.
    private static func grouped(_ decisions: [Decision]) -> [String: [Decision]] {
        Dictionary(grouping: decisions, by: \.number).mapValues(bare)
    }

    private static func bare(_ decisions: [Decision]) -> [Decision] {
        decisions.sorted { $0.line < $1.line }.map { decision in
            var decision = decision
            decision.line = 0
            return decision
        }
    }
}
