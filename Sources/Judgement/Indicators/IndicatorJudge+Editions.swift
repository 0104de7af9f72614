internal import Model
internal import Plans
internal import Rollup

/// `>= min_entries` over several editions of the contest: each asks for its own entries, and all of
/// them together for the sum; an entry too many in one makes up for none in another.
extension IndicatorJudge {
    /// The editions that a slice asks some members about: those that fell while one of them
    /// existed; nil where the rule does not ask for what an edition does, or a month or quarter is
    /// looked at.
    private func asked(_ members: [[Int]], _ slice: Slice) -> [ContestEdition]? {
        guard indicator.scope == .contest, every == nil || every == .year,
            !scene.window.period.isPartOfYear,
            indicator.requirements.contains(where: \.rule.asksTheEdition)
        else { return nil }
        return editions.filter { edition in
            slice.spans.contains { !$0.part(in: edition.span).isEmpty }
                && members.joined().contains { scene.roster.units[$0].exists(within: edition.span) }
        }
    }

    /// Whether the rule holds for the values of what was counted in a slice.
    func holds(
        _ values: [Quantity?],
        in slice: Slice,
        _ members: [[Int]]?,
        _ evaluator: inout Evaluator
    ) -> Bool {
        guard let members, let asked = asked(members, slice), !asked.isEmpty else {
            return holds(values, minimum: minimum)
        }
        return holds(values, minimum: asked.map(\.minEntries).reduce(0, +))
            && lacking(members, slice, &evaluator).isEmpty
    }

    /// Of several editions those for which some members have too few entries in a slice.
    func lacking(
        _ members: [[Int]],
        _ slice: Slice,
        _ evaluator: inout Evaluator
    ) -> [ContestEdition] {
        guard let asked = asked(members, slice), asked.count > 1 else { return [] }
        return asked.filter { edition in
            var own = slice
            own.spans = slice.spans.map { $0.part(in: edition.span) }.filter { !$0.isEmpty }
            let values = self.values(termValues(members, own, &evaluator))
            return !holds(values, minimum: edition.minEntries)
        }
    }
}

extension Rule {
    /// Whether the bound is what the edition of the contest asks for.
    fileprivate var asksTheEdition: Bool {
        if case .compare(_, .editionMinimum) = self { true } else { false }
    }
}
