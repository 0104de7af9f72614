import Glibc
package import LedgerStore
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
        // First by their bytes: names that differ only in their Unicode form are equal as texts.
        listing.findings.sort { $0.file.precedesInBytes($1.file) }
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

    private func walk(
        _ folder: OpenFolder,
        _ entry: FolderStack.Entry,
        into listing: inout Listing
    ) throws(FileError) -> [FolderStack.Entry] {
        let isTop = entry.name == nil
        let contents: [Descriptor.Entry]
        do {
            contents = try folder.descriptor.entries()
        } catch {
            // Entered a moment ago, but not to be searched by this account.
            guard error.errno == EACCES, !isTop else { throw error }
            noteUnlisted(entry.path, EACCES, in: &listing)
            return []
        }
        var folders: [FolderStack.Entry] = []
        for (place, found) in contents.enumerated() {
            let name = found.name
            let (text, isNameExact) = PathText.text(name)
            let path = isTop ? text : entry.path + "/" + text
            let isExact = entry.isExact && isNameExact
            let inner = {
                FolderStack.Entry(
                    folder: folder,
                    name: name,
                    path: path,
                    depth: entry.depth + 1,
                    isExact: isExact
                )
            }
            let kind = FileKind(name: name)
            // What is known to be a folder is not asked what it is, but for the first: that tells whether
            // this folder may be searched at all.
            if found.isFolder, place > 0, !FileKind.isHidden(name) {
                if kind != .lock { folders.append(inner()) }
                continue
            }
            var status = stat()
            let number = folder.descriptor.number
            let cName = name.map { CChar(bitPattern: $0) } + [0]
            guard fstatat(number, cName, &status, AT_SYMLINK_NOFOLLOW) == 0 else {
                switch errno {
                // Gone since the folder was listed.
                case ENOENT: continue
                // A folder that may be listed but not entered: so for every file of it.
                case EACCES where !isTop:
                    noteUnlisted(entry.path, errno, in: &listing)
                    return folders
                // A share that has stopped answering.
                default: throw FileError(.read, root + "/" + path)
                }
            }
            if FileKind.isHidden(name) {
                noteHidden(folder.descriptor, name, path, kind, status, in: &listing)
                continue
            }
            switch status.st_mode & S_IFMT {
            case S_IFDIR:
                if kind != .lock { folders.append(inner()) }
            case S_IFREG:
                note(path, kind, status, isExact: isExact, in: &listing)
            default:
                if kind == .table {
                    listing.findings.append(FileFindings.notAFile(path))
                } else if leadsToFolder(number, cName) {
                    listing.findings.append(FileFindings.folderLink(path))
                } else {
                    listing.ignored += 1
                }
            }
        }
        return folders
    }

    private func note(
        _ path: String,
        _ kind: FileKind,
        _ status: stat,
        isExact: Bool,
        in listing: inout Listing
    ) {
        switch kind {
        case .table:
            var file = Listing.File(path: path, stamp: FileStamp(status), isReadable: true)
            if file.stamp.size > limit {
                file.isReadable = false
                listing.findings.append(
                    FileFindings.tooLarge(path, size: file.stamp.size, limit: limit)
                )
            }
            if !isExact { listing.findings.append(FileFindings.nameNotUTF8(path)) }
            listing.files.append(file)
        case .spreadsheet: listing.findings.append(FileFindings.spreadsheet(path))
        case .archive: listing.findings.append(FileFindings.archive(path))
        case .lock, .other: listing.ignored += 1
        }
    }

    private func noteUnlisted(_ path: String, _ errno: Int32, in listing: inout Listing) {
        listing.findings.append(
            FileFindings.unlisted(path, reason: FileError.reason(errno))
        )
        listing.unlisted.append(path)
    }

    /// A hidden table may have been handed in; what programs hide is none.
    private func noteHidden(
        _ folder: borrowing Descriptor,
        _ name: [UInt8],
        _ path: String,
        _ kind: FileKind,
        _ status: stat,
        in listing: inout Listing
    ) {
        let isFolder = status.st_mode & S_IFMT == S_IFDIR
        let isTable = isFolder ? holdsTable(folder, name) : kind == .table
        if isTable {
            listing.findings.append(FileFindings.hidden(path, isFolder: isFolder))
        } else if !isFolder {
            listing.ignored += 1
        }
    }

    /// Whether a table lies in a folder itself; snapshots and the like, which hold whole trees, are
    /// not searched.
    private func holdsTable(_ folder: borrowing Descriptor, _ name: [UInt8]) -> Bool {
        guard
            let inner = try? Descriptor(folder: name, in: folder.number, path: root),
            let names = try? inner.names()
        else { return false }
        return names.contains { FileKind(name: $0) == .table }
    }

    private func leadsToFolder(_ folder: Int32, _ name: [CChar]) -> Bool {
        var status = stat()
        return fstatat(folder, name, &status, 0) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }
}
