package import Model

/// What one cause made of one figure.
package struct Contribution: Hashable, Sendable {
    /// The index of the cause in the comparison.
    package var cause: Int
    /// What the figure said before the cause was put in place.
    package var before: FigureValue
    /// What it said afterwards.
    package var after: FigureValue

    /// What the cause added; nil where either is no number.
    package var difference: Quantity? { before.difference(to: after) }
}

/// A figure that differs between two runs, with everything that made it differ.
///
/// The contributions follow on each other: the first begins with `before`, each goes on where the
/// one before it ended, the last ends with `after`. So they add up to the change exactly, numbers
/// and statuses alike.
package struct FigureChange: Hashable, Sendable {
    /// Whose figure it is.
    package var subject: FigureSubject
    /// Which number of the subject it is.
    package var part: FigurePart
    /// What it says in the first run.
    package var before: FigureValue
    /// What it says in the second run.
    package var after: FigureValue
    /// What each cause made of it, in the order in which they were put in place.
    package var contributions: [Contribution]

    /// By how much it changed; nil where either is no number.
    package var difference: Quantity? { before.difference(to: after) }

    /// Whether the contributions are a chain from `before` to `after`.
    package var addsUp: Bool {
        var value = before
        for contribution in contributions {
            guard contribution.before == value else { return false }
            value = contribution.after
        }
        return value == after
    }
}
