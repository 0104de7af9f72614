/// One membership of `clusters.csv`: a unit in a cluster, in one year or always.
package struct ClusterMembership: Hashable, Sendable {
    package var cluster: String
    package var name: String?
    package var level: String?
    package var unit: String
    package var role: String?
    package var year: Int?

    package init(cluster: String, unit: String) {
        self.cluster = cluster
        self.unit = unit
    }
}
