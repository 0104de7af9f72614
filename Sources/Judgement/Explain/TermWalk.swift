internal import Model
internal import Plans
internal import Rollup

/// The terms of a node's figure, and how far an explanation has come with them.
struct TermWalk {
    /// What a node below handed over, in the same terms.
    struct Handed {
        var share: HandedShare
        var portions: Portions

        /// The same for one month or quarter.
        func part(_ index: Int) -> Handed {
            let parts = portions.parts
            let terms =
                parts.indices.contains(index)
                ? parts[index] : portions.whole.map { _ in Quantity?.none }
            return Handed(share: share, portions: Portions(whole: terms))
        }
    }

    let members: [[Int]]
    let slice: Slice
    let lastDay: Day?
    /// The terms of everything, and of what was in time.
    let whole: [Quantity?]
    let inTime: [Quantity?]
    let handed: [Handed]
    /// The term that comes next.
    var next = 0

    /// What an expression that begins with the next term comes to, in all and in time.
    func figure(
        _ expression: MeasureExpression,
        _ measures: [NamedMeasure]
    ) -> (Quantity?, Quantity?) {
        var (all, timely) = (whole[next...], inTime[next...])
        return (expression.figure(&all, measures), expression.figure(&timely, measures))
    }

    /// What the nodes below handed over of the next term.
    var handedTerms: [Calculation.HandedTerm] {
        handed.map { other in
            let value = other.portions.whole[next]
            return Calculation.HandedTerm(
                node: other.share.node,
                place: other.share.place,
                value: value,
                inTime: lastDay == nil
                    ? value : (other.portions.inTime ?? other.portions.whole)[next]
            )
        }
    }
}
