import Intake
import Judgement
import Model
import Rollup

/// What a run read: kept with it in the ledger, for guards and comparisons.
struct RunCounts {
    var files = 0
    var accepted = 0
    var rows = 0
    var rowsRejected = 0
    var records = 0
    var findings: [Severity: Int] = [:]

    init(_ judgement: Judgement) {
        let sources = judgement.records.collection.files
        for index in judgement.sources {
            let held = sources[index].held
            files += 1
            if held.isAccepted { accepted += 1 }
            let share = judgement.share(of: index)
            rows += share.rows
            records += share.records
        }
        rowsRejected = rows - records
        for finding in judgement.findings { findings[finding.severity, default: 0] += 1 }
    }

    /// As the ledger keeps them; severities of which there is no finding are left out.
    var byName: [String: Int] {
        var counts: [RunCount: Int] = [
            .files: files, .filesAccepted: accepted, .rows: rows, .rowsRejected: rowsRejected,
            .records: records,
        ]
        for (severity, count) in findings { counts[.findings(severity)] = count }
        return Dictionary(uniqueKeysWithValues: counts.map { ($0.key.name, $0.value) })
    }
}
