import LedgerStore
import Model

/// One thing that is counted of a run and kept with it in the ledger.
enum RunCount: Hashable {
    case files
    /// Files of which something could be counted.
    case filesAccepted
    case rows
    case rowsRejected
    case records
    case findings(Severity)

    /// Its name in the ledger, the audit trail and the manifest.
    var name: String {
        switch self {
        case .files: "files"
        case .filesAccepted: "files_accepted"
        case .rows: "rows"
        case .rowsRejected: "rows_rejected"
        case .records: "records"
        case .findings(let severity): "findings_" + severity.rawValue
        }
    }
}

extension RunRecord {
    /// What was counted of the run; nil where it is not known.
    ///
    /// Of a severity without findings nothing is kept: where the rest is known, there were none.
    func count(_ count: RunCount) -> Int? {
        if let number = counts[count.name] { return number }
        if case .findings = count, !counts.isEmpty { return 0 }
        return nil
    }
}
