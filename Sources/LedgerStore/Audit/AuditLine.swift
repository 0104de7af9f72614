/// An entry in its place in the chain of the audit trail.
///
/// A line's digest covers the line before it, so the digest of the last line stands for all of
/// them. What that can promise: a line that is edited, removed or put in by hand shows in
/// ``Ledger/verify(readsOriginals:)``, as long as the digests behind it were not all computed anew.
/// Whoever may write the ledger and takes that trouble can forge the whole chain; that shows only
/// against a digest that lies elsewhere: in a backup, in the `manifest.json` of a later edition
/// that has been handed on (it holds the line before its run), or on paper (`ledger verify
/// --head`). The same holds for removing the newest lines, which also leaves their numbers missing
/// until somebody mends the counter.
package struct AuditLine: Hashable, Sendable {
    /// From 1 without gaps.
    package var number: Int64
    /// What was done.
    package var entry: AuditEntry
    /// The SHA-256 of the entry and of the line before it.
    package var digest: String

    package init(number: Int64, entry: AuditEntry, digest: String) {
        self.number = number
        self.entry = entry
        self.digest = digest
    }
}

/// The last line of the audit trail, by which all lines before can be checked.
package struct AuditHead: Hashable, Sendable, CustomStringConvertible {
    /// From 1; how many lines there are.
    package var number: Int64
    /// The line's digest: 64 hexadecimal digits.
    package var digest: String

    package init(number: Int64, digest: String) {
        self.number = number
        self.digest = digest
    }

    /// `12:9f86d0…`.
    package var description: String { "\(number):\(digest)" }

    /// The head that ``description`` writes.
    package init?(_ text: String) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, let number = Int64(parts[0]), number > 0,
            parts[1].utf8.count == 64
        else { return nil }
        self.init(number: number, digest: parts[1].lowercased())
    }
}
