import Disk
import LedgerStore
import Model

/// The names of files as reports may show them: offices name files after people and put telephone
/// numbers into them (CONTRACT §6).
///
/// In their place stand the first digits of the file's SHA-256, which the manifest and the ledger
/// have in full; date, submitter and period folders stay.
struct ShownPaths: Sendable {
    private let isAnonymised: Bool
    /// Sorted by path bytes.
    private let submissions: [FileVersion]
    private let units: Set<String>

    init(_ inputs: PlanInputs, isAnonymised: Bool) {
        self.isAnonymised = isAnonymised
        submissions = inputs.submissions
        units = isAnonymised ? Set(inputs.files.units.map(\.id)) : []
    }

    /// A path below `submissions/`, or of a file of the plan's folder, which stays as it is.
    func shown(_ path: String) -> String {
        let isPlain = path.isEmpty || PlanFolder.names.contains(path)
        guard !isPlain, isAnonymised || Privacy.withoutContacts(path) != path else { return path }
        let parts = path.split(separator: "/").map(String.init)
        let name = parts.last ?? ""
        return (parts.dropLast().map(folder) + [file(name, path)]).joined(separator: "/")
    }

    private func folder(_ name: String) -> String {
        guard isAnonymised else { return Privacy.withoutContacts(name) }
        if units.contains(name) || Period(id: name) != nil { return name }
        return Day(iso: name.prefix(10)) == nil ? "…" : String(name.prefix(10))
    }

    private func file(_ name: String, _ path: String) -> String {
        let stem = name.lastIndex(of: ".").map { name[..<$0] } ?? name[...]
        let ending = String(name[stem.endIndex...])
        // What was masked before stays.
        if stem.utf8.count == ShownPaths.digits, stem.allSatisfy(\.isHexDigit) { return name }
        let digest = digest(of: path) ?? (try? SHA256.digest(of: Array(path.utf8))) ?? ""
        let isEnding = ending.utf8.count <= 5 && ending.allSatisfy { $0.isASCII }
        return digest.prefix(ShownPaths.digits) + (isEnding ? ending : "")
    }

    /// The SHA-256 of a submission's bytes.
    private func digest(of path: String) -> String? {
        var (low, high) = (0, submissions.count)
        while low < high {
            let middle = (low + high) / 2
            if submissions[middle].path.precedesInBytes(path) {
                low = middle + 1
            } else {
                high = middle
            }
        }
        guard low < submissions.count, submissions[low].path.utf8.elementsEqual(path.utf8) else {
            return nil
        }
        return submissions[low].sha256
    }

    private static let digits = 12
}
