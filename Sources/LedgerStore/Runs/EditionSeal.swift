package import Disk
/// What the bytes of an edition can be checked by, kept in the ledger.
///
/// The list of files with their digests is in the edition's `manifest.json`, which the seal covers:
/// a list of thousands of reminders a night would outgrow everything else in the ledger.
package struct EditionSeal: Hashable, Sendable {
    /// Files beside the manifest.
    package var files: Int
    /// The digest of their list, which tells whether they are whole where the manifest is not.
    package var filesDigest: String
    /// The SHA-256 of `manifest.json`.
    package var manifest: String

    package init(files: Int, filesDigest: String, manifest: String) {
        self.files = files
        self.filesDigest = filesDigest
        self.manifest = manifest
    }

    /// Seals files, given in any order, and the manifest that lists them, given as its digest.
    package init(_ files: [EditionFile], manifest: String) throws(FileError) {
        self.init(
            files: files.count,
            filesDigest: try EditionSeal.digest(of: files),
            manifest: manifest
        )
    }

    /// The digest of a list of files, whatever the order in which they are given.
    package static func digest(of files: [EditionFile]) throws(FileError) -> String {
        let lines = files.map { "\($0.sha256) \($0.size) \($0.name.utf8.count):\($0.name)\n" }
        let sorted = lines.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        return try SHA256.digest(of: Array(sorted.joined().utf8))
    }
}
