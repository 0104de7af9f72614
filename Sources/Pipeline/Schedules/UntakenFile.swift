import Judgement
import LedgerStore
import Model

/// Something in the drop folder that could not be taken in: a spreadsheet, a link, a file or folder
/// that may not be opened.
package struct UntakenFile: Hashable, Sendable {
    /// As in the drop folder; what may be a person's in it is left out.
    package var path: String
    /// Why, in words.
    package var reason: String

    /// Those that the pass of one state noticed and that of another, earlier one had not.
    static func new(
        in state: LedgerState,
        since before: LedgerState?,
        ledger: Ledger,
        paths: ShownPaths
    ) throws(LedgerError) -> [UntakenFile] {
        let untaken = try ledger.notices(of: state).filter(\.code.isOfUntaken)
        guard !untaken.isEmpty else { return [] }
        let known = try before.map { state throws(LedgerError) in try ledger.notices(of: state) }
        let old = Set((known ?? []).map { Key($0) })
        return untaken.filter { !old.contains(Key($0)) }
            .map { UntakenFile(path: paths.shown($0.file), reason: $0.message) }
    }

    private struct Key: Hashable {
        let code: FindingCode
        let path: PathKey

        init(_ finding: Finding) {
            code = finding.code
            path = PathKey(finding.file)
        }
    }
}
