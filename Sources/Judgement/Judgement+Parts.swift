package import Intake
internal import Model
internal import Plans
package import Rollup

/// The same report for a node further down (`--unit`, `--split-by`).
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

    /// How much of a file that others than the sub-tree handed in is about it.
    package struct Share: Hashable, Sendable {
        /// Rows of data, good and rejected.
        package var rows = 0
        /// Rows that count.
        package var records = 0
    }

    /// The files that the report is about, by their indexes: all, or those of another node than the
    /// plan's that its sub-tree handed in or that have rows of it; of the latter their share.
    static func sources(
        _ records: RecordSet,
        _ scene: Scene,
        _ deadlines: [DeadlineResult]
    ) -> (files: [Int], shares: [Int: Share]) {
        let files = records.collection.files
        guard let units = scene.scope else { return (Array(files.indices), [:]) }
        let isOwn = files.map { file in
            let place = file.held.place
            return (place.submitter ?? place.namedUnit).map(units.contains) == true
        }
        var shares: [Int: Share] = [:]
        for deadline in deadlines {
            for (unit, handed) in zip(deadline.units, deadline.files)
            where units.contains(unit.unit) {
                for file in handed where !isOwn[file] { shares[file] = Share() }
            }
        }
        for resolved in records.forms.joined() {
            let about = resolved.held.batch.units
            for run in resolved.runs where !isOwn[run.file] {
                let count = run.records.count { units.contains(Int(about[$0])) }
                guard count > 0 else { continue }
                shares[run.file, default: Share()].records += count
                shares[run.file, default: Share()].rows += count
            }
        }
        for file in files.indices where !isOwn[file] && files[file].held.hasRejected {
            let rows = files[file].reading.rejected.count { shows($0, of: files[file], units) }
            if rows > 0 { shares[file, default: Share()].rows += rows }
        }
        return (files.indices.filter { isOwn[$0] || shares[$0] != nil }, shares)
    }

    /// The rows of data and the records of one of the sources that the report is about.
    package func share(of file: Int) -> Share {
        let held = records.collection.files[file].held
        return shares[file] ?? Share(rows: held.rows, records: held.records)
    }

    /// Those of some findings that the report is about: of its units, and of no unit where a whole
    /// source or a row of one that the sub-tree handed in is meant; never of a file that is none of
    /// its sources.
    static func concerning(
        _ scene: Scene,
        _ findings: [Finding],
        _ sources: (files: [Int], shares: [Int: Share]),
        _ records: RecordSet
    ) -> [Finding] {
        guard let units = scene.scope else { return findings }
        let ids = Set(units.map { scene.roster.units[$0].id })
        let files = records.collection.files
        let listed = Set(sources.files.map { PathKey(files[$0].path) })
        let shared = Set(sources.shares.keys.map { PathKey(files[$0].path) })
        let others = Set(files.map { PathKey($0.path) }).subtracting(listed)
        return findings.filter { finding in
            let file = PathKey(finding.file)
            guard !others.contains(file) else { return false }
            return finding.unit.map(ids.contains)
                ?? (listed.contains(file) && (finding.row == nil || !shared.contains(file)))
        }
    }

    /// Whether a rejected row is the report's to show, where `scope` is that of its scene.
    ///
    /// It is about a unit of the sub-tree, or about none that is known in a file that the sub-tree
    /// handed in.
    package static func shows(_ row: RejectedRow, of file: SourceFile, _ scope: Set<Int>?) -> Bool {
        guard let scope else { return true }
        let place = file.held.place
        return (row.unit ?? place.submitter ?? place.namedUnit).map(scope.contains) == true
    }
}

extension Scene {
    /// The units that the report of another node than the plan's is about, closed ones among them;
    /// nil where it is about all.
    package var scope: Set<Int>? {
        guard roster.units[root].id != plan.root else { return nil }
        return Set(roster.subtree(root) + units)
    }
}
