import Disk
import Glibc

/// Opens files of a folder, at any depth, without following a link on the way.
///
/// The folders of the last file stay open: of files in the order of their paths most lie in the
/// folder of the one before, or in one beside it.
final class FolderWay {
    private let root: String
    private var top: OpenFolder?
    /// The folder of the last file.
    private var last: (path: Substring.UTF8View, folder: OpenFolder)?
    /// Those on the way to it, from the top down, and itself.
    private var steps: [(name: Substring.UTF8View, folder: OpenFolder)] = []

    init(root: String) { self.root = root }

    /// Opens a file by its path below the root, in the text of ``PathText``.
    func open(_ path: String) throws(FileError) -> Descriptor {
        let full = root + "/" + path
        let bytes = path.utf8
        let slash = bytes.lastIndex(of: UInt8(ascii: "/"))
        let name = slash.map { path[bytes.index(after: $0)...] } ?? path[...]
        guard !name.isEmpty else { throw FileError(.open, full, errno: ENOENT) }
        let folder = try folder(path[..<(slash ?? path.startIndex)].utf8, full)
        return try Descriptor(
            reading: PathText.name(name),
            in: folder.descriptor.number,
            path: full
        )
    }

    private func folder(
        _ parent: Substring.UTF8View,
        _ full: String
    ) throws(FileError) -> OpenFolder {
        if let last, last.path.elementsEqual(parent) { return last.folder }
        let parts = parent.split(separator: UInt8(ascii: "/"))
        var kept = 0
        while kept < min(steps.count, parts.count), steps[kept].name.elementsEqual(parts[kept]) {
            kept += 1
        }
        steps.removeSubrange(kept...)
        var step = if let nearest = steps.last { nearest.folder } else { try start() }
        for part in parts[kept...] {
            let name = PathText.name(Substring(part))
            step = OpenFolder(try Descriptor(folder: name, in: step.descriptor.number, path: full))
            steps.append((part, step))
        }
        last = (parent, step)
        return step
    }

    private func start() throws(FileError) -> OpenFolder {
        if let top { return top }
        let folder = OpenFolder(try Descriptor(folder: root))
        top = folder
        return folder
    }
}

extension Descriptor {
    /// All bytes of a file of known size; nil where it turns out to have another.
    func whole(size: Int) throws(FileError) -> [UInt8]? {
        var failed = false
        // One byte more than the file has, so that one that has grown is seen.
        let bytes = [UInt8](unsafeUninitializedCapacity: size + 1) { buffer, filled in
            while filled < size + 1 {
                let rest = UnsafeMutableBufferPointer(rebasing: buffer[filled...])
                let count = retrying { Glibc.read(number, rest.baseAddress, rest.count) }
                guard count > 0 else {
                    failed = count < 0
                    return
                }
                filled += count
            }
        }
        if failed { throw failure(.read) }
        return bytes.count == size ? bytes : nil
    }
}
