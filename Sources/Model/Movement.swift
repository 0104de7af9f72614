/// An emulation movement (phong trào thi đua) of `movements.csv`.
package struct Movement: Hashable, Sendable {
    package var id: String
    package var name: String
    package var level: String?
    /// The standing unit's id.
    package var standingUnit: String?
    package var from: Day?
    package var to: Day?
    package var method: String?
    package var scope: String?
    package var document: String?

    package init(id: String, name: String) {
        self.id = id
        self.name = name
    }
}

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
