/// One membership of `clusters.csv`: a unit in a cluster, in one year or always.
package struct ClusterMembership: Hashable, Sendable {
    /// The cluster's id (cụm, khối thi đua).
    package var cluster: String
    /// The cluster's name (`Tên cụm`); nil where the line gives none.
    package var name: String?
    /// `Cấp tổ chức` as it was written.
    package var level: String?
    /// The member's id.
    package var unit: String
    /// `Vai trò` as it was written.
    package var role: String?
    /// The year of the membership; nil for always.
    package var year: Int?

    package init(cluster: String, unit: String) {
        self.cluster = cluster
        self.unit = unit
    }
}
