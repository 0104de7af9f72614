internal import Intake
internal import Judgement
internal import Model
internal import Rollup

/// What a report shows of sources and findings: all, or those of its part.
extension ReportFrame {
    /// The indexes of the files that the report is about, in no order.
    var files: [Int] {
        let files = judgement.records.collection.files
        guard isPart else { return Array(files.indices) }
        let scene = judgement.scene
        let units = Set(scene.units)
        var handed: Set<Int> = []
        for deadline in judgement.deadlines {
            for (unit, indexes) in zip(deadline.units, deadline.files)
            where units.contains(unit.unit) {
                handed.formUnion(indexes)
            }
        }
        return files.indices.filter { index in
            let place = files[index].held.place
            return handed.contains(index)
                || (place.submitter ?? place.namedUnit).map(units.contains) == true
        }
    }

    /// The findings that the report is about, in reading order.
    var findings: [Finding] {
        guard isPart else { return judgement.findings }
        let scene = judgement.scene
        let ids = Set(scene.units.map { scene.roster.units[$0].id })
        let all = judgement.records.collection.files
        let paths = Set(files.map { all[$0].path })
        return judgement.findings.filter { finding in
            finding.unit.map(ids.contains) ?? paths.contains(finding.file)
        }
    }
}
