package import Model

/// Which units belong to which emulation clusters (cụm, khối thi đua) in one year; a unit may
/// belong to several.
///
/// `clusters.csv` decides for the clusters that it lists for the year (or for every year), the
/// roster's own column for the others. The order of rows never matters.
package struct ClusterBook: Hashable, Sendable {
    /// One cluster with its members.
    package struct Cluster: Hashable, Sendable {
        /// The id that the roster or `clusters.csv` names it by.
        package var id: String
        /// The name as reports print it.
        package var name: String
        /// The cluster's own unit, where it stands in the roster: it may be obliged itself.
        package var unit: Int?
        /// The indexes of the members, in roster order.
        package var members: [Int]
        /// What members are in it beyond that (`Vai trò`), such as its head; in roster order.
        package var roles: [Role] = []
    }

    /// What a member is in a cluster.
    package struct Role: Hashable, Sendable {
        /// The member's index in the roster.
        package var unit: Int
        /// As it was written.
        package var name: String
    }

    private static let plain = Fold.key("Thành viên")

    /// Those of the roster in its order, then the others by id.
    package let clusters: [Cluster]

    /// The clusters of one year, by the roster and `clusters.csv`.
    package init(_ memberships: [ClusterMembership], _ roster: Roster, year: Int) {
        var members: [String: Set<Int>] = [:]
        var names: [String: (year: Int, name: String)] = [:]
        for row in memberships {
            if let name = row.name, !name.isEmpty {
                // The newest name; of several the first in the alphabet, whichever row comes first.
                let dated = (year: row.year ?? year, name: name)
                if let known = names[row.cluster],
                    (-known.year, known.name) <= (-dated.year, dated.name)
                {
                    continue
                }
                names[row.cluster] = dated
            }
        }
        var roles: [String: Set<Role>] = [:]
        for row in memberships where (row.year ?? year) == year {
            if let role = row.role, !role.isEmpty, Fold.key(role) != ClusterBook.plain,
                let unit = roster.index(of: row.unit)
            {
                roles[row.cluster, default: []].insert(Role(unit: unit, name: role))
            }
            members[row.cluster, default: []].formUnion(
                roster.index(of: row.unit).map { [$0] } ?? []
            )
        }
        let listed = Set(members.keys)
        for (index, unit) in roster.units.enumerated() {
            for cluster in unit.clusters where !listed.contains(cluster) {
                members[cluster, default: []].insert(index)
            }
        }
        clusters = members.map { id, units in
            let own = roster.index(of: id)
            let name = own.map { roster.units[$0].name } ?? names[id]?.name ?? id
            return Cluster(
                id: id,
                name: name,
                unit: own,
                members: units.sorted(),
                roles: roles[id, default: []].sorted { ($0.unit, $0.name) < ($1.unit, $1.name) }
            )
        }.sorted { a, b in
            (a.unit ?? Int.max, a.id) < (b.unit ?? Int.max, b.id)
        }
    }

    /// For each unit of the roster, the ids of its clusters.
    func ids(of roster: Roster) -> [Set<String>] {
        var ids = [Set<String>](repeating: [], count: roster.units.count)
        for cluster in clusters {
            for member in cluster.members { ids[member].insert(cluster.id) }
        }
        return ids
    }
}

extension Roster {
    /// The roster as a cluster's own report sees it: its members stand below it, with all that
    /// stands below them.
    func gathered(_ cluster: ClusterBook.Cluster) -> Roster {
        guard let own = cluster.unit else { return self }
        var units = units
        for member in cluster.members
        where member != own && !isWithin(own, member)
            && !cluster.members.contains(where: { $0 != member && isWithin(member, $0) })
        {
            units[member].parent = cluster.id
        }
        return Roster(units: units)
    }
}
