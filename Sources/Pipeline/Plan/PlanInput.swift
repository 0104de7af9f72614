import Disk
import Glibc
import Model
internal import Plans

/// The folder of plans: what is there, and the bytes of a plan's own files.
package struct PlanInput: Sendable {
    /// The folder that holds one folder for each plan.
    package let root: String

    /// The directory that holds a folder for each plan.
    package init(root: String) { self.root = root }

    /// What a file system keeps for itself at its top, closed to all but the administrator.
    private static let ofFileSystem = "lost+found"

    /// The ids of the plans, sorted: the folders that hold a `plan.yaml`.
    ///
    /// One that may not be opened is an error: else the night would leave a plan out without a
    /// word.
    package func plans() throws(PipelineError) -> [String] {
        guard try PipelineError.writing({ () throws(FileError) in try Folder.isThere(root) }) else {
            throw .missing("Không có thư mục \(root).")
        }
        do throws(FileError) {
            var plans: [String] = []
            for name in try Descriptor(folder: root).names() {
                let plan = PathText.text(name).text
                guard !plan.hasPrefix("."), plan != PlanInput.ofFileSystem else { continue }
                if try hasFile("plan.yaml", of: plan) { plans.append(plan) }
            }
            return plans.sorted()
        } catch {
            throw PipelineError(error)
        }
    }

    /// The folder of a plan's own files.
    package func folder(of plan: String) -> String { root + "/" + plan }

    /// A plan's drop folder.
    func submissions(of plan: String) -> String { folder(of: plan) + "/submissions" }

    private func holds(_ name: String, _ plan: String) throws(PipelineError) -> Bool {
        do throws(FileError) { return try hasFile(name, of: plan) } catch {
            throw PipelineError(error)
        }
    }

    /// Whether a plan's folder holds a file that can be read.
    ///
    /// - Throws: ``FileError`` where it is there and cannot be read, or nobody may look.
    private func hasFile(_ name: String, of plan: String) throws(FileError) -> Bool {
        let path = folder(of: plan) + "/" + name
        guard access(path, R_OK) != 0 else { return true }
        let reason = errno
        var status = stat()
        if lstat(path, &status) != 0, [ENOENT, ENOTDIR, ENAMETOOLONG].contains(errno) {
            return false
        }
        throw FileError(.open, path, errno: reason)
    }

    /// Checks that a plan is there with the files that it cannot do without (CONTRACT §11.22).
    package func require(_ plan: String) throws(PipelineError) {
        let isName = !plan.isEmpty && !plan.contains("/") && !plan.hasPrefix(".")
        guard isName, try holds("plan.yaml", plan) else {
            let known = (try? plans()) ?? []
            throw .missing(
                "Không có kế hoạch \"\(plan)\" trong \(root)"
                    + (known.isEmpty ? "." : "; có: \(known.joined(separator: ", ")).")
                    + Suggestion.question(for: plan, among: known)
            )
        }
        guard try holds("units.csv", plan) else {
            throw .missing("Kế hoạch \"\(plan)\" thiếu danh mục đơn vị units.csv.")
        }
    }

    /// The bytes of the plan's files as they lie in its folder now, by name.
    package func files(of plan: String) throws(PipelineError) -> [String: [UInt8]] {
        do throws(FileError) {
            var files: [String: [UInt8]] = [:]
            for file in try PlanFolder(root: folder(of: plan)).list().files {
                files[file.path] = try PlanInput.read(folder(of: plan) + "/" + file.path)
            }
            return files
        } catch {
            throw PipelineError(error)
        }
    }

    /// A whole file; for small ones only.
    static func read(_ path: String) throws(FileError) -> [UInt8] {
        let file = try Descriptor(reading: path)
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 256 << 10)
        while true {
            let count = try file.fill(&buffer)
            guard count > 0 else { return bytes }
            bytes += buffer[..<count]
        }
    }
}
