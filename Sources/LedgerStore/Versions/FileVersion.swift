package import Model

/// One version of one file: the bytes that a path had from one sight to the next.
package struct FileVersion: Hashable, Sendable {
    /// The number of the version in the ledger; a later version has a greater one.
    package var id: Int64
    /// The path below the folder, as the file system has it.
    package var path: String
    /// The SHA-256 of its bytes, which names the original.
    package var sha256: String
    /// Bytes.
    package var size: Int64
    /// Modification time, nanoseconds since 1970-01-01T00:00:00Z: orders files first seen together.
    package var modified: Int64
    /// When it counts as received.
    package var receivedAt: Instant
    /// Whether its path names a day after the clock of its first sight (`date-implausible`).
    package var isDatedAhead: Bool
    /// The clock of the run that saw it first.
    package var firstSeen: Instant
    /// Of a file of the plan the time from which it acts: when it was changed, as far as that is
    /// after the last pass that still saw it as it was before, else the first sight.
    package var effectiveAt: Instant
    /// The clock of the run that no longer found the file.
    package var withdrawnAt: Instant?
    /// The time from which it counts as withdrawn: that of the night that noticed it, or just after
    /// the pass before where that is later.
    package var goneAt: Instant?
    /// The versions that it replaced and that were not void, the oldest first.
    package var replaced: [Earlier] = []

    /// The version without times after a clock at which it was known already.
    func corrected(by clock: Instant) -> FileVersion {
        var version = self
        version.receivedAt = min(receivedAt, clock)
        version.firstSeen = min(firstSeen, clock)
        version.effectiveAt = min(effectiveAt, clock)
        version.withdrawnAt = withdrawnAt.map { min($0, clock) }
        version.goneAt = goneAt.map { min($0, clock) }
        return version
    }

    /// What is kept of it once it no longer counts.
    package var past: Earlier {
        Earlier(
            id: id,
            sha256: sha256,
            size: size,
            receivedAt: receivedAt,
            firstSeen: firstSeen
        )
    }

    /// A version that a later one replaced.
    package struct Earlier: Hashable, Sendable {
        /// The version's number in the ledger.
        package var id: Int64
        /// The SHA-256 of its bytes, which names the original.
        package var sha256: String
        /// Bytes.
        package var size: Int64
        /// When it counted as received (CONTRACT §11.25).
        package var receivedAt: Instant
        /// The clock of the pass that first saw it.
        package var firstSeen: Instant
    }
}
