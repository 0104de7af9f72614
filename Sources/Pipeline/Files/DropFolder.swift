package import Disk
import Glibc
import LedgerStore
import Model

/// The folder in which files are handed in: walked, never written to.
///
/// What lies there comes from many hands: links, pipes, names of any bytes. Names are taken from
/// the system as bytes, folders are entered without following links, and nothing is opened that is
/// not a regular file.
package struct DropFolder: Sendable {
    /// The path of the folder.
    package let root: String
    /// The size in bytes above which a file is not read.
    package let limit: Int64

    /// Folders below the root that are entered; each holds a descriptor while it is walked.
    static let maximalDepth = 64

    /// A folder that is walked through without following links; larger files are not read.
    package init(root: String, limit: Int64 = StableRead.standardLimit) {
        self.root = root
        self.limit = limit
    }

    /// Finds all tables at any depth; `jobs` folders are walked at once.
    package func list(jobs: Int = 1) throws(FileError) -> Listing {
        var listing = Listing()
        let folder: Descriptor
        do {
            folder = try Descriptor(folder: root)
        } catch {
            guard error.errno == ENOENT else { throw error }
            listing.isMissing = true
            return listing
        }
        let top = FolderStack.Entry(folder: OpenFolder(folder))
        let parts = FolderStack.work(jobs, from: top) { entry, listing throws(FileError) in
            try enter(entry, into: &listing)
        }
        for part in parts { listing += try part.get() }
        listing.files.sort { $0.path.precedesInBytes($1.path) }
        listing.findings.sort(by: Finding.inReadingOrder)
        listing.unlisted.sort { $0.precedesInBytes($1) }
        return listing
    }

    /// Opens a folder that was come across, walks it, and gives the folders in it.
    private func enter(
        _ entry: FolderStack.Entry,
        into listing: inout Listing
    ) throws(FileError) -> [FolderStack.Entry] {
        guard let name = entry.name else { return try walk(entry.folder, entry, into: &listing) }
        guard entry.depth <= DropFolder.maximalDepth else {
            listing.findings.append(FileFindings.tooDeep(entry.path))
            listing.unlisted.append(entry.path)
            return []
        }
        let inner: Descriptor
        do {
            inner = try Descriptor(
                folder: name,
                in: entry.folder.descriptor.number,
                path: root + "/" + entry.path
            )
        } catch {
            switch error.errno {
            case ENOENT: return []
            case EACCES, EPERM, ELOOP, ENOTDIR:
                noteUnlisted(entry.path, error.errno, in: &listing)
                return []
            default: throw error
            }
        }
        return try walk(OpenFolder(inner), entry, into: &listing)
    }

    /// Notes what lies in a folder, and gives the folders in it.
    private func walk(
        _ folder: OpenFolder,
        _ parent: FolderStack.Entry,
        into listing: inout Listing
    ) throws(FileError) -> [FolderStack.Entry] {
        let isTop = parent.name == nil
        let contents: [Descriptor.Entry]
        do {
            contents = try folder.descriptor.entries()
        } catch {
            // Entered a moment ago, but not to be searched by this account.
            guard error.errno == EACCES, !isTop else { throw error }
            noteUnlisted(parent.path, EACCES, in: &listing)
            return []
        }
        var folders: [FolderStack.Entry] = []
        for (place, entry) in contents.enumerated() {
            let found = Found(entry.name, in: folder, of: parent)
            // What is known to be a folder is not asked what it is, but for the first: that tells
            // whether this folder may be searched at all.
            if entry.isFolder, place > 0, !found.isHidden {
                if found.kind != .lock { folders.append(found.folder) }
                continue
            }
            switch found.look() {
            case .seen(let status):
                if found.isHidden {
                    noteHidden(found, status, in: &listing)
                } else if status.isFolder {
                    if found.kind != .lock { folders.append(found.folder) }
                } else if status.isRegularFile {
                    note(found, FileStamp(status), in: &listing)
                } else {
                    noteOther(found, in: &listing)
                }
            // Gone since the folder was listed.
            case .failed(ENOENT): continue
            // A folder that may be listed but not entered: so for every file of it.
            case .failed(EACCES) where !isTop:
                noteUnlisted(parent.path, EACCES, in: &listing)
                return folders
            // A share that has stopped answering.
            case .failed(let errno): throw FileError(.read, root + "/" + found.path, errno: errno)
            }
        }
        return folders
    }

    private func note(_ found: Found, _ stamp: FileStamp, in listing: inout Listing) {
        let path = found.path
        switch found.kind {
        case .table:
            let isReadable = stamp.size <= limit
            if !isReadable {
                listing.findings.append(
                    FileFindings.tooLarge(path, size: stamp.size, limit: limit)
                )
            }
            if !found.isExact { listing.findings.append(FileFindings.nameNotUTF8(path)) }
            listing.files.append(Listing.File(path: path, stamp: stamp, isReadable: isReadable))
        case .spreadsheet: listing.findings.append(FileFindings.spreadsheet(path))
        case .archive: listing.findings.append(FileFindings.archive(path))
        case .lock, .other: listing.ignored += 1
        }
    }

    /// Notes what is neither a folder nor a regular file: a link, a pipe.
    private func noteOther(_ found: Found, in listing: inout Listing) {
        if found.kind == .table {
            listing.findings.append(FileFindings.notAFile(found.path))
        } else if found.leadsToFolder {
            listing.findings.append(FileFindings.folderLink(found.path))
        } else {
            listing.ignored += 1
        }
    }

    private func noteUnlisted(_ path: String, _ errno: Int32, in listing: inout Listing) {
        listing.findings.append(
            FileFindings.unlisted(path, reason: FileError.reason(errno))
        )
        listing.unlisted.append(path)
    }

    /// A hidden table may have been handed in; what programs hide is none.
    private func noteHidden(_ found: Found, _ status: stat, in listing: inout Listing) {
        let isFolder = status.isFolder
        if isFolder ? found.holdsTable : found.kind == .table {
            listing.findings.append(FileFindings.hidden(found.path, isFolder: isFolder))
        } else if !isFolder {
            listing.ignored += 1
        }
    }
}
