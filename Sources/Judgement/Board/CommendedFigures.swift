internal import Model

/// Commendations of a unit, and the direct workers among the persons commended (TX-66).
package struct CommendedFigures: Hashable, Sendable {
    /// By form of commendation.
    package var forms: [AwardForm: AwardFigures] = [:]
    /// Individuals who are `Người trực tiếp`.
    package var direct = 0
    /// Individuals of whom the class is not told: in no share.
    package var unclassed = 0

    package init() {}

    /// All forms together.
    package var all: AwardFigures {
        forms.values.reduce(into: AwardFigures()) { $0.add($1) }
    }

    /// Individuals of whom the class is told: the whole of which ``direct`` is the share (TX-66).
    package var classed: Int { all.individuals - unclassed }

    /// The same with the names of forms that name nobody: what units wrote besides is hidden.
    package var withPublicFormNames: CommendedFigures {
        var figures = self
        figures.forms = [:]
        for (form, own) in forms {
            let name = form.name.isEmpty ? "" : AwardName.known(in: form.name) ?? Privacy.hidden
            figures.forms[AwardForm(name: name, level: form.level), default: AwardFigures()].add(
                own
            )
        }
        return figures
    }

    /// Adds the commendations of another unit.
    package mutating func add(_ other: CommendedFigures) {
        direct += other.direct
        unclassed += other.unclassed
        for (form, figures) in other.forms { forms[form, default: AwardFigures()].add(figures) }
    }
}
