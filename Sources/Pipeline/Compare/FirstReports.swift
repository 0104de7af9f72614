import Intake
import LedgerStore
import Model

/// On which day each record of some files first came in.
struct FirstReports {
    private struct Key: Hashable {
        var form: Int
        var digest: Digest
    }

    private var days: [Key: Day] = [:]
    private let stage: ComparisonStage

    init(in versions: [FileVersion], _ stage: ComparisonStage) {
        self.stage = stage
        for version in versions {
            let day = version.receivedAt.day
            for key in FirstReports.keys(of: version, stage) {
                days[key] = min(days[key] ?? day, day)
            }
        }
    }

    /// Whether every record of a file had come in by a day.
    func wereThere(by day: Day, allOf version: FileVersion) -> Bool {
        let keys = FirstReports.keys(of: version, stage)
        return !keys.isEmpty && keys.allSatisfy { days[$0].map { $0 <= day } ?? false }
    }

    private static func keys(of version: FileVersion, _ stage: ComparisonStage) -> [Key] {
        stage.reading(of: version)?.batches.flatMap { batch in
            batch.identities.keys.map { Key(form: batch.form, digest: $0) }
        } ?? []
    }
}
