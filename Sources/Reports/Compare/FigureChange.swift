package import Model

/// What one cause made of one figure.
package struct Contribution: Hashable, Sendable {
    /// The index of the cause in the comparison.
    package var cause: Int
    package var before: FigureValue
    package var after: FigureValue

    package var difference: Quantity? { before.difference(to: after) }
}

/// A figure that differs between two runs, with everything that made it differ.
///
/// The contributions follow on each other: the first begins with `before`, each goes on where the
/// one before it ended, the last ends with `after`. So they add up to the change exactly, numbers
/// and statuses alike.
package struct FigureChange: Hashable, Sendable {
    package var subject: FigureSubject
    package var part: FigurePart
    package var before: FigureValue
    package var after: FigureValue
    package var contributions: [Contribution]

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
