import Glibc
package import LedgerStore

/// One edition while it is being written: it appears whole or not at all (CONTRACT §6).
///
/// Everything is written into `.<run-id>.partial`; ``commit(movingLatest:)`` puts it on the disk,
/// gives it its name and lets `latest` point to it. A publication that is not committed goes away.
package struct Publication: ~Copyable {
    /// The folder that the caller writes into.
    package let folder: String
    /// The folder of the window.
    private let window: String
    private let runID: String
    /// Held so that a sweep of another run knows this folder to be alive.
    private let lock: Descriptor

    static let partialSuffix = ".partial"
    static let latestPrefix = ".latest."

    /// Begins an edition below `output/<plan>/<window>/`.
    package init(output: String, plan: String, window: String, runID: RunID) throws(FileError) {
        let parent = output + "/" + plan + "/" + window
        let id = runID.description
        let folder = parent + "/." + id + Publication.partialSuffix
        var status = stat()
        if lstat(parent + "/latest", &status) == 0, status.st_mode & S_IFMT != S_IFLNK {
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
        guard mkdir(folder, 0o750) == 0 else {
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

    /// The path at which a file of the edition is to be written; makes the folders on the way.
    ///
    /// A name is `summary.txt` or `reminders/TX-P-01.txt`; one that would leave the edition is refused.
    package func path(for name: String) throws(FileError) -> String {
        let parts = name.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.allSatisfy({ !$0.isEmpty && $0 != "." && $0 != ".." && !$0.contains("\0") })
        else { throw FileError(.create, folder + "/" + name, errno: EINVAL, isOutput: true) }
        if parts.count > 1 {
            let inner = folder + "/" + parts.dropLast().joined(separator: "/")
            try Folder.make(inner, isOutput: true)
        }
        return folder + "/" + name
    }

    /// A new file of the edition, to be written piece by piece.
    package func create(_ name: String) throws(FileError) -> Descriptor {
        try Descriptor(creating: try path(for: name), isOutput: true)
    }

    /// Writes a whole file of the edition.
    package func write(_ name: String, _ bytes: [UInt8]) throws(FileError) {
        try create(name).write(bytes.span.bytes)
    }

    /// Publishes the edition and gives the path of its folder.
    ///
    /// `movingLatest` lets `latest` point to it. An error leaves the last edition and `latest` as
    /// they were.
    package consuming func commit(movingLatest: Bool) throws(FileError) -> String {
        try Publication.settle(folder)
        let final = window + "/" + runID
        let link = window + "/" + Publication.latestPrefix + runID
        if movingLatest {
            // Made before anything is renamed, so that a full disk shows while nothing has happened.
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

    /// Removes what has been written.
    package consuming func abandon() throws(FileError) {
        try Publication.remove(folder)
    }
}
