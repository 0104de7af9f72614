package import Disk
import Glibc
import LedgerStore
import Model
import Reports

/// The folder of a plan: the files that say what is reported, beside the drop folder.
package struct PlanFolder: Sendable {
    /// The path of the folder.
    package let root: String

    /// The names of the files that the ledger keeps versions of (CONTRACT §2, §11.13, §11.27).
    package static let names = [
        "changes.csv", "clusters.csv", "decisions.csv", "movements.csv", "plan.yaml", "units.csv",
    ]

    package init(root: String) { self.root = root }

    /// Finds those of the files that are there.
    ///
    /// A link is an error here and not a finding: without its plan nothing can be reported.
    package func list() throws(FileError) -> Listing {
        var listing = Listing()
        guard try Folder.isThere(root) else {
            listing.isMissing = true
            return listing
        }
        let names = try PlanFolder.names + templates()
        for name in names.sorted(by: { $0.precedesInBytes($1) }) {
            do throws(FileError) {
                let status = try Descriptor(reading: root + "/" + name).status()
                guard status.isRegularFile else {
                    throw FileError(.read, root + "/" + name, errno: EINVAL)
                }
                listing.files.append(
                    Listing.File(path: name, stamp: FileStamp(status), isReadable: true)
                )
            } catch {
                guard error.errno == ENOENT else { throw error }
            }
        }
        return listing
    }

    /// The templates of the plan's texts, sorted: each is kept and read like the plan itself.
    private func templates() throws(FileError) -> [String] {
        let folder = root + "/" + TextTemplates.folder
        guard try Folder.isThere(folder) else { return [] }
        return try Descriptor(folder: folder).names().map { PathText.text($0).text }
            .filter { !$0.hasPrefix(".") && $0.hasSuffix(TextTemplates.ending) }
            .map { TextTemplates.folder + "/" + $0 }
    }
}
