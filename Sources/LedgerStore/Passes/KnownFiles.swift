/// What the ledger knows of the files of a folder, read before a pass over it.
package struct KnownFiles: Sendable {
    /// Sorted by path bytes.
    package let files: [File]
    private let plan: String
    private let area: Area
    private let lastPass: Int64?

    init(plan: String, area: Area, lastPass: Int64?, files: [File]) {
        self.plan = plan
        self.area = area
        self.lastPass = lastPass
        self.files = files
    }

    /// Whether it still holds for a folder after the pass that was the last one.
    func isOf(_ plan: String, _ area: Area, _ lastPass: Int64?) -> Bool {
        self.plan == plan && self.area == area && self.lastPass == lastPass
    }

    /// The version that a path has now, and what the file system said of it.
    package struct File: Sendable {
        /// The path below the folder.
        package var path: String
        /// The SHA-256 of the version's bytes.
        package var sha256: String
        /// Nil where that was forgotten: the file is read.
        package var stamp: FileStamp?
    }
}
