package import Disk
import Glibc

extension Publication {
    /// Removes what killed runs left below an output directory; gives the paths removed.
    ///
    /// The caller holds the lock of its state directory. A run with another state directory that
    /// publishes into the same output is recognised by the lock on its folder and left alone.
    @discardableResult
    package static func sweep(output: String) throws(FileError) -> [String] {
        var removed: [String] = []
        for plan in try folders(in: output) {
            for window in try folders(in: plan) {
                for name in try names(in: window) where name.hasPrefix(".") {
                    let path = window + "/" + name
                    if name.hasPrefix(latestPrefix) {
                        unlink(path)
                    } else if name.hasSuffix(partialSuffix) {
                        guard try isDead(path) else { continue }
                        try remove(path)
                        removed.append(path)
                    }
                }
            }
        }
        return removed
    }

    /// Removes a folder and all in it; one that is not there is fine.
    static func remove(_ folder: String) throws(FileError) {
        guard Folder.isFolder(folder) else { return }
        for name in try names(in: folder) {
            let path = folder + "/" + name
            var status = stat()
            if lstat(path, &status) == 0, status.isFolder {
                try remove(path)
            } else if unlink(path) != 0, errno != ENOENT {
                throw FileError(.remove, path, isOutput: true)
            }
        }
        guard rmdir(folder) == 0 || errno == ENOENT else {
            throw FileError(.remove, folder, isOutput: true)
        }
    }

    private static func isDead(_ partial: String) throws(FileError) -> Bool {
        try asOutput { () throws(FileError) in try Descriptor(folder: partial).lock() }
    }

    private static func folders(in folder: String) throws(FileError) -> [String] {
        guard Folder.isFolder(folder) else { return [] }
        return try names(in: folder).filter { !$0.hasPrefix(".") && $0 != "latest" }
            .map { folder + "/" + $0 }.filter { Folder.isFolder($0) }
    }

    private static func names(in folder: String) throws(FileError) -> [String] {
        let names = try asOutput { () throws(FileError) in try Descriptor(folder: folder).names() }
        return names.map { String(decoding: $0, as: UTF8.self) }
    }

    /// Runs work whose failure is a failure of the output (exit 73).
    private static func asOutput<Value>(
        _ work: () throws(FileError) -> Value
    ) throws(FileError) -> Value {
        do {
            return try work()
        } catch {
            throw FileError(error.operation, error.path, errno: error.errno, isOutput: true)
        }
    }
}
