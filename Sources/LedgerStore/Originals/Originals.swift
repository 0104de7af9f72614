package import Disk
import Glibc

/// The bytes of everything ever received, each content once under its own SHA-256.
///
/// `originals/ab/cdef…` below the state directory. A file appears there whole or not at all and is
/// never changed, so any past night can be read again.
package struct Originals: Sendable {
    /// The folder `originals`.
    package let root: String

    /// How the names of files that are still being written begin.
    static let incomingPrefix = ".incoming-"

    init(root: String) throws(FileError) {
        self.root = root
        try Folder.make(root)
    }

    /// The originals of a state directory for reading only: nothing is made.
    init(existing root: String) { self.root = root }

    /// Where the bytes with this digest lie or would lie.
    package func path(of sha256: String) -> String {
        folder(of: sha256) + "/" + Substring(sha256.utf8.dropFirst(2))
    }

    /// Whether the bytes are there, whole by their size.
    package func holds(_ sha256: String, size: Int64) -> Bool {
        var status = stat()
        return lstat(path(of: sha256), &status) == 0 && status.isRegularFile
            && Int64(status.st_size) == size
    }

    /// Keeps bytes that are in memory and gives their SHA-256.
    package func keep(_ bytes: [UInt8]) throws(LedgerError) -> String {
        var writer = try OriginalWriter(in: self)
        try writer.append(bytes.span.bytes)
        return try writer.finish()
    }

    /// Removes what a killed run left half written.
    ///
    /// The caller holds the lock of the state directory.
    package func sweep() throws(FileError) {
        let folder = try Descriptor(folder: root)
        for name in try folder.names() where name.starts(with: Originals.incomingPrefix.utf8) {
            let name = String(decoding: name, as: UTF8.self)
            guard unlinkat(folder.number, name, 0) == 0 || errno == ENOENT else {
                throw FileError(.remove, root + "/" + name)
            }
        }
    }

    func folder(of sha256: String) -> String { root + "/" + Substring(sha256.utf8.prefix(2)) }

    /// The folders of several originals, sorted.
    func folders(of digests: some Sequence<String>) -> [String] {
        Set(digests.map { Substring($0.utf8.prefix(2)) }).sorted().map { root + "/" + $0 }
    }

    /// From so many files or folders on, all that the file system has not yet written is waited for
    /// at once.
    static let many = 8

    /// Waits until the disk holds the names of these originals; their bytes it holds already.
    func syncNames(of digests: some Sequence<String>) throws(FileError) {
        let folders = folders(of: digests)
        guard folders.count <= Originals.many else { return try syncAll() }
        for folder in folders { try Folder.sync(folder) }
        if !folders.isEmpty { try Folder.sync(root) }
    }

    /// Waits until the disk holds all that was written to the file system of the originals.
    func syncAll() throws(FileError) {
        try Descriptor(folder: root).syncFileSystem()
    }
}
