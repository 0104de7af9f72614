import Disk
import Glibc

/// The files of `readings/`: packs of readings one behind the other, a few files for each context.
///
/// They are a cache, and they are not waited for: what the disk has lost costs a night of reading,
/// because no pack is taken that is not what was written. They lie beside the database because one
/// that a hundred megabytes pass through twice a night, page by page, has no time for anything
/// else.
struct PackFolder: Sendable {
    let path: String

    /// The path of a file.
    func path(of number: Int64) -> String { "\(path)/\(number)" }

    /// Writes packs one behind the other from a place of a file on, which is made where it is
    /// missing; gives each one's place, length and first bytes.
    ///
    /// What stands behind that place is of a run that was broken off, and nobody's.
    func write(
        _ packs: some Sequence<[UInt8]>,
        to number: Int64,
        from start: Int
    ) throws(FileError) -> [(start: Int, size: Int, head: [UInt8])] {
        var file: OpenFile?
        var written: [(start: Int, size: Int, head: [UInt8])] = []
        var end = start
        for pack in packs {
            let open: OpenFile
            if let file { open = file } else { open = try self.open(number, isNew: start == 0) }
            file = open
            try open.descriptor.write(pack.span.bytes, at: end)
            written.append((end, pack.count, Array(pack.prefix(KeptPack.headLength))))
            end += pack.count
        }
        return written
    }

    /// Holds a descriptor, which cannot be copied, where one is opened with the first pack.
    private final class OpenFile {
        let descriptor: Descriptor

        init(_ path: String) throws(FileError) { descriptor = try Descriptor(updating: path) }
    }

    private func open(_ number: Int64, isNew: Bool) throws(FileError) -> OpenFile {
        if isNew {
            try Folder.make(path)
            // Who reads a file of this name reads on in it.
            try remove(String(number))
        }
        return try OpenFile(path(of: number))
    }

    /// Removes all files but some.
    func removeAll(but kept: Set<Int64>) throws(FileError) {
        let kept = Set(kept.map { String($0) })
        for name in try names() where !kept.contains(name) { try remove(name) }
    }

    private func names() throws(FileError) -> [String] {
        guard Folder.isFolder(path) else { return [] }
        return try Descriptor(folder: path).entries().map {
            String(decoding: $0.name, as: UTF8.self)
        }
    }

    private func remove(_ name: String) throws(FileError) {
        guard unlink("\(path)/\(name)") == 0 || errno == ENOENT else {
            throw FileError(.remove, "\(path)/\(name)")
        }
    }
}
