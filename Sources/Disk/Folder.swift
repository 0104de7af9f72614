package import Glibc

/// Folders that the program makes for itself: mode 0750, because they hold personal data.
package enum Folder {
    /// Makes a folder and those above it that are missing; what is there already stays as it is.
    package static func make(_ path: String, isOutput: Bool = false) throws(FileError) {
        if mkdir(path, 0o750) == 0 {
            guard chmod(path, 0o750) == 0 else {
                throw FileError(.create, path, isOutput: isOutput)
            }
            return
        }
        switch errno {
        case EEXIST:
            guard isFolder(path) else {
                throw FileError(.create, path, errno: ENOTDIR, isOutput: isOutput)
            }
        case ENOENT:
            guard let parent = parent(of: path) else {
                throw FileError(.create, path, isOutput: isOutput)
            }
            try make(parent, isOutput: isOutput)
            guard mkdir(path, 0o750) == 0 || errno == EEXIST, chmod(path, 0o750) == 0 else {
                throw FileError(.create, path, isOutput: isOutput)
            }
        default: throw FileError(.create, path, isOutput: isOutput)
        }
    }

    /// Waits until the disk holds the names in a folder.
    package static func sync(_ path: String, isOutput: Bool = false) throws(FileError) {
        do {
            try Descriptor(folder: path).sync()
        } catch {
            throw FileError(.sync, path, errno: error.errno, isOutput: isOutput)
        }
    }

    /// Whether a folder, or a link to one, has this path; of what a person named or has to provide.
    ///
    /// - Throws: ``FileError`` where that cannot be told, as where this account may not look: who
    ///   is told that a folder is missing makes another.
    package static func isThere(_ path: String) throws(FileError) -> Bool {
        try Folder.status(of: path)?.isFolder ?? false
    }

    /// What a path leads to; nil where nothing is.
    ///
    /// - Throws: ``FileError`` where that cannot be told.
    package static func status(of path: String) throws(FileError) -> stat? {
        var status = stat()
        if stat(path, &status) == 0 { return status }
        guard [ENOENT, ENOTDIR, ENAMETOOLONG].contains(errno) else {
            throw FileError(.open, path)
        }
        return nil
    }

    /// Whether a folder, or a link to one, has this path.
    package static func isFolder(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.isFolder
    }

    private static func parent(of path: String) -> String? {
        let parts = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: true)
        guard parts.count > 1 else { return nil }
        let parent = parts.dropLast().map { String($0) ?? "" }.joined(separator: "/")
        return path.utf8.first == UInt8(ascii: "/") ? "/" + parent : parent
    }
}
