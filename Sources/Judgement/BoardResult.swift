package import Model
package import Plans

/// How many exemplars stand at a step, and how many took it in time.
package struct StepFigures: Hashable, Sendable {
    /// Those whose furthest step it is.
    package var standing = 0
    /// Those who have taken it, with a date and without.
    package var dated = 0
    package var undated = 0
    /// Of the dated ones those after their last day; 0 where the plan sets none.
    package var late = 0
    /// Those who have not taken it although its last day is past.
    package var overdue = 0
    /// Those dated before a step that comes earlier.
    package var disordered = 0

    package mutating func add(_ other: StepFigures) {
        standing += other.standing
        dated += other.dated
        undated += other.undated
        late += other.late
        overdue += other.overdue
        disordered += other.disordered
    }
}

/// The days from recognition to publication (LS-18).
package struct PostingFigures: Hashable, Sendable {
    /// For each exemplar with both dates, the later one not before the other.
    package var days: [Int] = []
    /// Those published before they were recognised: in no figure of days.
    package var reversed = 0
    /// Those recognised on a known day and published on none.
    package var unposted = 0

    package mutating func add(_ other: PostingFigures) {
        days += other.days
        reversed += other.reversed
        unposted += other.unposted
    }

    /// The middle one of the numbers of days, or the mean of the two middle ones.
    package var median: Quantity? {
        let sorted = days.sorted()
        guard !sorted.isEmpty else { return nil }
        let middle = sorted.count / 2
        guard sorted.count % 2 == 0 else { return Quantity(sorted[middle]) }
        return Quantity(Int128(sorted[middle - 1] + sorted[middle]), over: 2)
    }

    package var greatest: Int? { days.max() }

    /// How many were posted within so many days.
    package func count(within limit: Int) -> Int { days.count { $0 <= limit } }
}

/// A form of commendation at a level: `Giấy khen` of a district.
package struct AwardForm: Hashable, Sendable {
    /// As first written; empty where no commendation of it says.
    package var name: String
    /// The code of the form's field `level`.
    package var level: String?

    package init(name: String, level: String?) {
        self.name = name
        self.level = level
    }
}

/// Who was commended in one form.
package struct AwardFigures: Hashable, Sendable {
    package var collectives = 0
    package var households = 0
    package var individuals = 0

    package init() {}

    package var total: Int { collectives + households + individuals }

    package mutating func add(_ other: AwardFigures) {
        collectives += other.collectives
        households += other.households
        individuals += other.individuals
    }
}

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

    package var classed: Int { all.individuals - unclassed }

    /// The same without the names of the forms, which units write as they like: by level alone.
    package var withoutFormNames: CommendedFigures {
        var figures = self
        figures.forms = [:]
        for (form, own) in forms {
            figures.forms[AwardForm(name: "", level: form.level), default: AwardFigures()].add(own)
        }
        return figures
    }

    package mutating func add(_ other: CommendedFigures) {
        direct += other.direct
        unclassed += other.unclassed
        for (form, figures) in other.forms { forms[form, default: AwardFigures()].add(figures) }
    }
}

/// The board's process in one unit, or in a node with all units below it.
package struct ProcessFigures: Hashable, Sendable {
    /// Exemplars on their way, in the window.
    package var exemplars = 0
    package var emerging = 0
    package var rejected = 0
    package var steps: [ExemplarStep: StepFigures] = [:]
    package var posting = PostingFigures()
    package var commended = CommendedFigures()

    package subscript(step: ExemplarStep) -> StepFigures {
        get { steps[step] ?? StepFigures() }
        set { steps[step] = newValue }
    }

    package mutating func add(_ other: ProcessFigures) {
        exemplars += other.exemplars
        emerging += other.emerging
        rejected += other.rejected
        for (step, figures) in other.steps { self[step].add(figures) }
        posting.add(other.posting)
        commended.add(other.commended)
    }
}

/// How the window's reviews stand with the plan's rules.
package struct ReviewFigures: Hashable, Sendable {
    package var held = 0
    /// Those that could be held against every rule asked of them.
    package var checked = 0
    package var contrary = 0
}

/// The board's process in a node with all units below it.
package struct BoardNode: Hashable, Sendable {
    package var node: Int
    package var figures: ProcessFigures
}

/// The board's process in the report's window.
package struct BoardResult: Hashable, Sendable {
    /// Nil where the plan sets no rules for reviews.
    package var reviews: ReviewFigures?
    /// For each unit of the scene what it filed itself.
    package var units: [ProcessFigures]
    /// For the root and each node below it the sum over its units, in roster order.
    package var nodes: [BoardNode]

    /// Whether there is anything to tell.
    package var isEmpty: Bool {
        guard let root = nodes.first?.figures else { return true }
        return root == ProcessFigures() && (reviews?.held ?? 0) == 0
    }
}
