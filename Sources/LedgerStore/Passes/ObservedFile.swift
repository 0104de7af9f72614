/// A file as one pass over a folder saw it.
package struct ObservedFile: Hashable, Sendable {
    /// The path below the folder, parts separated by `/`.
    package var path: String
    /// What the file system says of it.
    package var stamp: FileStamp
    /// The SHA-256 of its bytes; nil where the file is there but could not be read this time.
    ///
    /// Such a file is neither new nor withdrawn: its last version stands until it can be read.
    package var sha256: String?

    package init(path: String, stamp: FileStamp, sha256: String?) {
        self.path = path
        self.stamp = stamp
        self.sha256 = sha256
    }
}
