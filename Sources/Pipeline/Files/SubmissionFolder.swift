import Glibc

/// The drop folder of a plan, for files that are named by the operator.
struct SubmissionFolder: Sendable {
    private let root: String

    init(plan: String, of input: PlanInput) {
        root = input.submissions(of: plan)
    }

    /// The path below `submissions/` of a file that lies there; of any other its name, in the
    /// folder of the unit that hands it in.
    func place(of path: String, from submitter: String? = nil) -> String {
        let parts = path.split(separator: "/")
        let name = parts.last.map(String.init) ?? path
        let folder = path.hasPrefix("/") ? "/" : ""
        let parent = folder + parts.dropLast().joined(separator: "/")
        if let root = SubmissionFolder.real(root), let real = SubmissionFolder.real(parent),
            (real + "/").hasPrefix(root + "/")
        {
            return String((real + "/" + name).dropFirst(root.count + 1))
        }
        return (submitter.map { $0 + "/" } ?? "") + name
    }

    /// A path without links and dots; nil where there is nothing.
    private static func real(_ path: String) -> String? {
        guard let buffer = realpath(path.isEmpty ? "." : path, nil) else { return nil }
        defer { free(buffer) }
        return String(cString: buffer)
    }
}
