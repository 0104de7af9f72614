internal import Intake
import Judgement
import Model
import Rollup

/// A file of which something was not counted.
package struct RejectedFile: Hashable, Sendable {
    /// As in the drop folder; what may be a person's in it is left out.
    package var path: String
    /// The rows that were rejected; nil where the file was, as a whole.
    package var rows: Int?

    /// Every such file, with when it came.
    static func all(
        _ judgement: Judgement
    ) -> [(file: RejectedFile, firstSeen: Instant, receivedAt: Instant)] {
        let sources = judgement.records.collection.files
        return judgement.sources.compactMap { index in
            let file = sources[index]
            let held = file.held
            let share = judgement.share(of: index)
            let rows = share.rows - share.records
            guard !held.isAccepted || rows > 0 else { return nil }
            return (
                RejectedFile(path: held.path, rows: held.isAccepted ? rows : nil),
                file.firstSeen,
                file.receivedAt
            )
        }
    }
}
