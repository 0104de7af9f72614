/// How many exemplars stand at a step, and how many took it in time.
package struct StepFigures: Hashable, Sendable {
    /// Those whose furthest step it is.
    package var standing = 0
    /// Those who have taken it, with a date and without.
    package var dated = 0
    /// Those who have taken it on a day that nobody tells.
    package var undated = 0
    /// Of the dated ones those after their last day; 0 where the plan sets none.
    package var late = 0
    /// Those who have not taken it although its last day is past.
    package var overdue = 0
    /// Those dated before a step that comes earlier.
    package var disordered = 0

    /// Adds the figures of another unit.
    package mutating func add(_ other: StepFigures) {
        standing += other.standing
        dated += other.dated
        undated += other.undated
        late += other.late
        overdue += other.overdue
        disordered += other.disordered
    }
}
