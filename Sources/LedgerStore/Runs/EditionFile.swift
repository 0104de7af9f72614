package import Disk
import Glibc

/// One file of an edition as it was written.
package struct EditionFile: Hashable, Sendable {
    /// The path below the edition's folder: `report.xlsx`, `reminders/TX-P-01.txt`.
    package var name: String
    /// 64 hexadecimal digits; empty for what is no file.
    package var sha256: String
    /// Bytes.
    package var size: Int64

    package init(name: String, sha256: String, size: Int64) {
        self.name = name
        self.sha256 = sha256
        self.size = size
    }

    /// Every file below a folder, sorted by path bytes, read again to be hashed.
    ///
    /// What is neither a file nor a folder, a link above all, is given with an empty digest: no
    /// program of the house makes any.
    package static func all(in folder: String) throws(FileError) -> [EditionFile] {
        var files: [EditionFile] = []
        try collect(folder, prefix: "", into: &files)
        return files.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    }

    private static func collect(
        _ folder: String,
        prefix: String,
        into files: inout [EditionFile]
    ) throws(FileError) {
        let names = try Descriptor(folder: folder).names()
        for name in names.map({ String(decoding: $0, as: UTF8.self) }) {
            let path = folder + "/" + name
            var status = stat()
            guard lstat(path, &status) == 0 else { throw FileError(.read, path) }
            switch status.st_mode & S_IFMT {
            case S_IFDIR: try collect(path, prefix: prefix + name + "/", into: &files)
            case S_IFREG:
                files.append(
                    EditionFile(
                        name: prefix + name,
                        sha256: try SHA256.digest(ofFile: path),
                        size: Int64(status.st_size)
                    )
                )
            default: files.append(EditionFile(name: prefix + name, sha256: "", size: 0))
            }
        }
    }
}
