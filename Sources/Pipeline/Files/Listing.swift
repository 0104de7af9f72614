package import LedgerStore
package import Model

/// What one walk through a folder found, before any file was read.
package struct Listing: Sendable {
    /// The files to be read, sorted by path bytes, and those that cannot be (`isReadable` false).
    package var files: [File] = []
    /// What is wrong with files that are not read.
    package var findings: [Finding] = []
    /// Files that are not tables and not spreadsheets: counted, otherwise passed over.
    package var ignored = 0
    /// Folders that could not be listed; what lies below them is not withdrawn.
    package var unlisted: [String] = []
    /// Whether the folder itself does not exist.
    package var isMissing = false

    package init() {}

    /// Adds what another walker found.
    static func += (all: inout Listing, part: Listing) {
        all.files += part.files
        all.findings += part.findings
        all.ignored += part.ignored
        all.unlisted += part.unlisted
    }

    /// A file that was found.
    package struct File: Hashable, Sendable {
        /// The path below the folder, in the text of ``PathText``.
        package var path: String
        /// What the file system said of it when the folder was walked through.
        package var stamp: FileStamp
        /// Whether it is to be read; else a finding says why not.
        package var isReadable: Bool
    }
}
