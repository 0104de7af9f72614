package import Model
internal import Plans
internal import Rollup

/// One cluster under one indicator: what its members come to together.
package struct ClusterFigure: Hashable, Sendable {
    /// The cluster's index among the scene's.
    package var cluster: Int
    /// Members that met the rule; nil for a total.
    package var numerator: Int?
    /// Members that must meet it; nil for a total.
    package var denominator: Int?
    /// What the members' records come to; nil for a share and for no data.
    package var value: Quantity?
    /// Held against the plan's own target; nil for a total, whose target is the node's.
    package var status: Status?
    /// The members outside the numerator.
    package var missing: [Int] = []
}

extension IndicatorJudge {
    /// The clusters' figures: each of its own members, so that one in two clusters counts in both.
    ///
    /// Those of the tree are not touched.
    func clusterFigures(
        _ units: [UnitResult],
        _ evaluator: inout Evaluator
    ) -> [ClusterFigure] {
        if indicator.isTotal && indicator.counts == .own { return [] }
        let byUnit = Dictionary(uniqueKeysWithValues: units.map { ($0.unit, $0) })
        var figures: [ClusterFigure] = []
        for (index, cluster) in scene.clusters.enumerated() {
            let within = scene.units(of: cluster)
            let rows = handed.keys.filter(within.contains).sorted()
            guard indicator.isTotal else {
                let obliged = within.sorted().compactMap { byUnit[$0] }
                    .filter { $0.status != .exempt }
                let share = share(scene.root, obliged, rows)
                figures.append(
                    ClusterFigure(
                        cluster: index,
                        numerator: share.numerator,
                        denominator: share.denominator,
                        status: share.status,
                        missing: share.missing
                    )
                )
                continue
            }
            // What the cluster filed itself is in its own report, too.
            let all = within.union(cluster.unit.map { [$0] } ?? [])
            let value = clusterTotal(all, rows, &evaluator)
            figures.append(ClusterFigure(cluster: index, value: value))
        }
        return figures
    }

    /// What a total comes to over some units, with what nodes among them handed over.
    private func clusterTotal(
        _ within: Set<Int>,
        _ rows: [Int],
        _ evaluator: inout Evaluator
    ) -> Quantity? {
        guard every == nil else { return nil }
        let counted = within.filter { unit in
            indicator.group.map { scene.membership[$0][unit] } ?? true
                && !rows.contains { scene.roster.isWithin(unit, $0) }
        }.sorted()
        let members = counted.filter { !taken.contains($0) }
            .map { scene.members(of: $0, indicator.closed) }
        var portions = portions(adding: members, for: scene.root, &evaluator)
        for row in rows {
            if let other = handedPortions(row) { portions.merge(other, terms) }
        }
        return values(portions.whole)[0]
    }
}
