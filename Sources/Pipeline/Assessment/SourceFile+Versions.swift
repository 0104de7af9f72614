import Intake
import LedgerStore
import Rollup

/// Versions of the ledger with what they were read as.
extension SourceFile {
    /// The version that counts.
    init(_ version: FileVersion, _ held: HeldReading) {
        self.init(
            held: held,
            receivedAt: version.receivedAt,
            firstSeen: version.firstSeen,
            modified: version.modified,
            sha256: version.sha256,
            size: Int(version.size)
        )
    }

    /// A version that counts no more; nothing is ordered by when such a one was changed.
    init(_ past: PastVersion, _ held: HeldReading) {
        self.init(
            held: held,
            receivedAt: past.version.receivedAt,
            firstSeen: past.version.firstSeen,
            modified: 0,
            sha256: past.version.sha256,
            size: Int(past.version.size),
            isWithdrawn: past.isWithdrawn
        )
    }
}
