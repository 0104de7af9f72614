internal import Judgement
internal import Model

/// Which units the dashboard lists.
enum DashboardRoster {
    /// Those below the root, but none below a node that hands over its own results: nothing is
    /// known of each of them here.
    static func listed(_ scene: Scene) -> [Int] {
        UnitGroups.listed(scene).filter { unit in
            var above = scene.roster.parents[unit]
            while let node = above, node != scene.root {
                if scene.handsUp(node) { return false }
                above = scene.roster.parents[node]
            }
            return true
        }
    }

    /// The units of a node that met an indicator and those that must, for a node that hands over
    /// its results; nil where it is no such node, is judged itself, or nothing is known.
    static func share(
        _ node: Int,
        _ line: IndicatorLine,
        _ scene: Scene
    ) -> (part: Int, whole: Int)? {
        guard scene.handsUp(node), !line.result.units.contains(where: { $0.unit == node }),
            let own = line.result.nodes.first(where: { $0.node == node }),
            let part = own.numerator, let whole = own.denominator, whole > 0
        else { return nil }
        return (part, whole)
    }
}
