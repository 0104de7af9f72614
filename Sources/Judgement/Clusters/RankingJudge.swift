import Model
internal import Plans
internal import Rollup

/// Ranks the units of a report.
struct RankingJudge {
    let scene: Scene

    func results(_ evaluator: inout Evaluator) -> [RankingResult] {
        scene.plan.rankings.indices.map { rank($0, &evaluator) }
    }

    private func rank(_ index: Int, _ evaluator: inout Evaluator) -> RankingResult {
        let ranking = scene.plan.rankings[index]
        let slice = Slice(spans: [scene.window.span], window: scene.window.span)
        var values: [(unit: Int, value: Quantity)] = []
        var unranked: [UnrankedUnit] = []
        for unit in scene.units where scene.membership[ranking.group][unit] {
            if let closed = scene.roster.units[unit].validTo, closed <= scene.lastDay {
                unranked.append(UnrankedUnit(unit: unit, reason: .closed(closed)))
            } else if let value = evaluator.value(ranking.measure, of: [unit], slice) {
                values.append((unit, value))
            } else {
                unranked.append(UnrankedUnit(unit: unit, reason: .noData))
            }
        }
        return RankingResult(
            ranking: index,
            units: RankingJudge.ranked(values, best: ranking.best),
            unranked: unranked
        )
    }

    /// Ranks values that stand in roster order: only the values and that order decide.
    static func ranked(
        _ values: [(unit: Int, value: Quantity)],
        best: Ranking.Best
    ) -> [RankedUnit] {
        let order = values.indices.sorted { a, b in
            let (left, right) = (values[a].value, values[b].value)
            guard left != right else { return a < b }
            return best == .highest ? left > right : left < right
        }
        var ranked: [RankedUnit] = []
        for (place, index) in order.enumerated() {
            let (unit, value) = values[index]
            let isTied = ranked.last?.value == value
            if isTied { ranked[place - 1].isTied = true }
            ranked.append(
                RankedUnit(
                    unit: unit,
                    value: value,
                    rank: isTied ? ranked[place - 1].rank : place + 1,
                    isTied: isTied
                )
            )
        }
        return ranked
    }
}
