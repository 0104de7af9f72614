package import Model

/// Whose figure a figure is: what a report says in one line.
package enum FigureSubject: Hashable, Sendable {
    /// An indicator at a node.
    case node(indicator: String, node: String)
    /// An indicator for one of its units.
    case unit(indicator: String, unit: String)
    /// A named measure of the plan for a unit.
    case measure(String, unit: String)
    /// A unit's standing with the main deadline.
    case standing(unit: String)
    /// An edition of the contest.
    case contest(String)
    /// The files and rows that were read.
    case files

    /// The unit or node it speaks of; nil for the report as a whole.
    package var unit: String? {
        switch self {
        case .node(_, let unit), .unit(_, let unit), .measure(_, let unit), .standing(let unit):
            unit
        case .contest, .files: nil
        }
    }
}

/// Which number of a subject a figure is; the raw value is its key in results.json.
package enum FigurePart: String, Hashable, Sendable {
    case value, numerator, denominator, percent
    case nodesMet = "nodes_met"
    case nodes
    case status
    case submission
    case entries, valid, invalid, authors
    case unitsJoined = "units_joined"
    case files, accepted, rejected, rows
    case rowsRejected = "rows_rejected"
}

/// What a figure says.
package enum FigureValue: Hashable, Sendable {
    /// The report has no such figure.
    case absent
    case noData
    /// A number as it is published, with six decimals at most.
    case number(Quantity)
    /// The code of a status; `exceeded` for a target that is passed.
    case code(String)

    /// How far it is from here to another number; nil where either is none.
    package func difference(to other: FigureValue) -> Quantity? {
        guard case .number(let before) = self, case .number(let after) = other else { return nil }
        return after.subtracting(before)
    }
}

/// One figure of a subject.
package struct Figure: Hashable, Sendable {
    /// Which number of its subject it is.
    package var part: FigurePart
    /// What it says.
    package var value: FigureValue

    package init(_ part: FigurePart, _ value: FigureValue) {
        self.part = part
        self.value = value
    }
}
