import Model

/// What a line of the audit trail holds of a run beside its own columns.
extension RunRecord {
    /// Begins the text of each line that holds more of a run than its options; older ones do not.
    static let auditMark = "run.clock="

    /// All of the run that a later one goes by and the line has no column for, a `name=value` a
    /// line: what a repetition reads, what a comparison names, what guards compare with, and the
    /// options.
    var auditText: String {
        let counts = counts.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
            .map { "\($0.key):\($0.value)" }
        let row = [
            RunRecord.auditMark + "\(clock.seconds)", "run.state=\(state.number)",
            "run.output=" + output, "run.version=" + version,
            "run.counts=" + counts.joined(separator: " "),
        ]
        return (row + [parameters.auditText]).joined(separator: "\n")
    }

    /// Whether it is what a line of the audit trail says of it.
    func agrees(with entry: AuditEntry) -> Bool {
        let isWhole = entry.parameters?.hasPrefix(RunRecord.auditMark) ?? false
        return outcome == entry.outcome && asOf == entry.asOf && knownAt == entry.knownAt
            && seal == entry.seal
            && (isWhole ? auditText : parameters.auditText) == entry.parameters
    }
}
