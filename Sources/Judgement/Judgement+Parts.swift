internal import Intake
internal import Model
internal import Plans
internal import Rollup

/// The same report for a node further down (`--split-by`).
extension Judgement {
    /// The nodes of a level of the chain below the root, in roster order.
    ///
    /// Not those that hand over results of their own: what stands below them was not counted here.
    package func nodes(ofLevel level: Int) -> [Int] {
        scene.units.filter {
            $0 != scene.root && scene.levels[$0] == level && !scene.roster.units[$0].kind.isCluster
                && !scene.handsUp($0)
        }
    }

    /// The report of a node's sub-tree from the same records.
    package func part(of node: Int) -> Judgement {
        Judgement.judge(records, scene.rooted(at: node))
    }
}
