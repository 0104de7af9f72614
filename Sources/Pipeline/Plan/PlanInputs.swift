package import LedgerStore
package import Model

/// Everything that a report of one plan and window is made from, as values: the plan's own files
/// and the version of each submission that counts.
///
/// Two runs with equal inputs, root and options give the same figures; a comparison changes one
/// part of it at a time.
package struct PlanInputs: Sendable {
    /// The time up to which the report looks.
    package var asOf: Instant
    /// The report's window.
    package var window: Window
    /// The plan's own files, parsed.
    package var files: PlanFiles
    /// The bytes that they were parsed from, by name.
    package var texts: [String: [UInt8]]
    /// The versions of the plan's own files, sorted by name.
    package var config: [FileVersion]
    /// The version of each submission that counts, sorted by path bytes.
    package var submissions: [FileVersion]
    /// The versions that were withdrawn since the window began: they only say when what is handed
    /// in again was first received.
    package var withdrawn: [FileVersion] = []
    /// The lines of `decisions.csv` that void a submission which was never handed in: they do
    /// nothing.
    package var idleDecisions: Set<Int> = []
    /// What is wrong with files that could not be taken in, noted by the pass, and with the plan's
    /// own tables.
    package var notices: [Finding]
}
