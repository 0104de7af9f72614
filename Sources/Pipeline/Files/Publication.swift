package import Disk
import Glibc
package import LedgerStore
import Model
import Synchronization

/// One edition while it is being written: it appears whole or not at all (CONTRACT §6).
///
/// Everything is written into `.<run-id>.partial`; ``commit(movingLatest:)`` puts it on the disk,
/// gives it its name and lets `latest` point to it. A publication that is not committed goes away.
package struct Publication: ~Copyable, Sendable {
    /// The folder that the caller writes into.
    package let folder: String
    /// The folder of the window.
    private let window: String
    private let runID: String
    /// Held so that a sweep of another run knows this folder to be alive.
    private let lock: Descriptor
    private let contents = Mutex(Contents())

    /// What the edition holds so far, as paths.
    struct Contents {
        /// Below the edition's own folder.
        var folders: Set<String> = []
        var files: [String] = []
        /// Those that others write: a library may ask the umask for their modes.
        var handedOut: [String] = []
    }

    static let partialSuffix = ".partial"
    static let latestPrefix = ".latest."

    /// Begins an edition below `output/<plan>/<window>/`.
    package init(output: String, plan: String, window: String, runID: RunID) throws(FileError) {
        let parent = output + "/" + plan + "/" + window
        let id = runID.description
        let folder = parent + "/." + id + Publication.partialSuffix
        var status = stat()
        if lstat(parent + "/latest", &status) == 0, !status.isLink {
            throw FileError(.create, parent + "/latest", errno: EEXIST, isOutput: true)
        }
        guard lstat(parent + "/" + id, &status) != 0 else {
            throw FileError(.create, parent + "/" + id, errno: EEXIST, isOutput: true)
        }
        let isFirst = !Folder.isFolder(parent)
        try Folder.make(parent, isOutput: true)
        if isFirst {
            try Folder.sync(output + "/" + plan, isOutput: true)
            try Folder.sync(output, isOutput: true)
        }
        // The umask cuts what is asked for.
        guard mkdir(folder, 0o750) == 0, chmod(folder, 0o750) == 0 else {
            throw FileError(.create, folder, isOutput: true)
        }
        let lock = try Descriptor(folder: folder)
        _ = try lock.lock()
        self.folder = folder
        self.window = parent
        self.runID = id
        self.lock = lock
    }

    // After the folder has its final name there is nothing left under the partial one.
    deinit { try? Publication.remove(folder) }

    /// The path at which others are to write a file of the edition; makes the folders on the way.
    ///
    /// A name is `summary.txt` or `reminders/TX-P-01.txt`; one that would leave the edition is
    /// refused.
    package func path(for name: String) throws(FileError) -> String {
        let path = try place(of: name)
        contents.withLock { $0.handedOut.append(path) }
        return path
    }

    private func place(of name: String) throws(FileError) -> String {
        let path = folder + "/" + name
        let parts = name.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        let isInside = parts.allSatisfy { part in
            !part.isEmpty && !part.elementsEqual(".".utf8) && !part.elementsEqual("..".utf8)
                && !part.contains(0)
        }
        guard isInside else { throw FileError(.create, path, errno: EINVAL, isOutput: true) }
        if parts.count > 1 {
            let inner =
                folder + "/"
                + parts.dropLast().map { String(decoding: $0, as: UTF8.self) }
                .joined(separator: "/")
            if contents.withLock({ !$0.folders.contains(inner) }) {
                try Folder.make(inner, isOutput: true)
                contents.withLock { _ = $0.folders.insert(inner) }
            }
        }
        contents.withLock { $0.files.append(path) }
        return path
    }

    /// Writes a file of the edition piece by piece, and gives what it can be checked by.
    @discardableResult
    package func write(
        _ name: String,
        _ fill: ((_ put: ([UInt8]) throws(FileError) -> Void) throws(FileError) -> Void)
    ) throws(FileError) -> EditionFile {
        try Publication.write(name, at: place(of: name), fill)
    }

    /// Writes a whole file of the edition, and gives what it can be checked by.
    @discardableResult
    package func write(_ name: String, _ bytes: [UInt8]) throws(FileError) -> EditionFile {
        try write(name) { (put) throws(FileError) in try put(bytes) }
    }

    /// Writes many files on all cores, and gives what they can be checked by, in their order.
    package func write(
        _ files: [(name: String, text: String)]
    ) throws(FileError) -> [EditionFile] {
        // Errors come up in the order of the files.
        let placed = files.map { file in
            let path = Result { () throws(FileError) in try place(of: file.name) }
            return (name: file.name, path: path, text: file.text)
        }
        let written = concurrentMap(placed) { file in
            Result { () throws(FileError) in
                try Publication.write(file.name, at: file.path.get()) { (put) throws(FileError) in
                    try put(Array(file.text.utf8))
                }
            }
        }
        var done: [EditionFile] = []
        done.reserveCapacity(files.count)
        for file in written { done.append(try file.get()) }
        return done
    }

    private static func write(
        _ name: String,
        at path: String,
        _ fill: ((_ put: ([UInt8]) throws(FileError) -> Void) throws(FileError) -> Void)
    ) throws(FileError) -> EditionFile {
        let file = try Descriptor(creating: path, isOutput: true)
        var hasher = try SHA256()
        var size: Int64 = 0
        try fill { (bytes) throws(FileError) in
            hasher.update(bytes.span.bytes)
            size += Int64(bytes.count)
            try file.write(bytes.span.bytes)
        }
        return EditionFile(name: name, sha256: try hasher.finish(), size: size)
    }

    /// What a file that others have written can be checked by.
    package func file(_ name: String) throws(FileError) -> EditionFile {
        let path = folder + "/" + name
        var status = stat()
        guard lstat(path, &status) == 0 else { throw FileError(.read, path) }
        return EditionFile(
            name: name,
            sha256: try SHA256.digest(ofFile: path),
            size: Int64(status.st_size)
        )
    }

    /// Publishes the edition and gives the path of its folder.
    ///
    /// `movingLatest` lets `latest` point to it. An error leaves the last edition and `latest` as
    /// they were.
    package consuming func commit(movingLatest: Bool) throws(FileError) -> String {
        try settle()
        let final = window + "/" + runID
        let link = window + "/" + Publication.latestPrefix + runID
        if movingLatest {
            // Made before anything is renamed, so that a full disk shows while nothing has
            // happened.
            unlink(link)
            guard symlink(runID, link) == 0 else { throw FileError(.create, link, isOutput: true) }
        }
        guard rename(folder, final) == 0 else {
            let error = FileError(.rename, final, isOutput: true)
            unlink(link)
            throw error
        }
        do throws(FileError) {
            try Folder.sync(window, isOutput: true)
            if movingLatest, rename(link, window + "/latest") != 0 {
                throw FileError(.rename, window + "/latest", isOutput: true)
            }
        } catch {
            unlink(link)
            rename(final, folder)
            throw error
        }
        // Published: nothing may fail from here on. A disk that cannot hold the switch of `latest`
        // shows the last edition after a power cut, which is whole too.
        if movingLatest { try? Folder.sync(window, isOutput: true) }
        return final
    }

    /// From so many files on, all that the file system has not yet written is waited for at once.
    private static let many = 8

    /// Gives files that others wrote their modes, and waits until the disk holds the edition.
    private func settle() throws(FileError) {
        let contents = contents.withLock { $0 }
        for path in contents.handedOut where chmod(path, 0o640) != 0 {
            throw FileError(.write, path, isOutput: true)
        }
        guard contents.files.count > Publication.many else {
            for path in contents.files {
                do throws(FileError) { try Descriptor(reading: path).sync() } catch {
                    throw FileError(error.operation, path, errno: error.errno, isOutput: true)
                }
            }
            for path in contents.folders.sorted() + [folder] {
                try Folder.sync(path, isOutput: true)
            }
            return
        }
        // Asked of the folder as it was opened before anything was written, so that no error that
        // came up since is missed.
        do throws(FileError) { try lock.syncFileSystem() } catch {
            throw FileError(.sync, folder, errno: error.errno, isOutput: true)
        }
    }
}
