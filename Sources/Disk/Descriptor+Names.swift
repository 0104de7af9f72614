import CSync
import Glibc

extension Descriptor {
    /// A name in a folder, as bytes.
    package struct Entry: Sendable {
        /// The name's bytes, which need not be valid UTF-8.
        package var name: [UInt8]
        /// What `readdir` calls the type of what has the name; `DT_UNKNOWN` where the file system
        /// does not say.
        package var type: UInt8

        /// Whether it is known to be a folder, and no link to one.
        package var isFolder: Bool { type == UInt8(DT_DIR) }
    }

    /// The names in an open folder as bytes, without `.` and `..`, sorted.
    ///
    /// Bytes, because a name need not be valid UTF-8 and the order must not depend on a language.
    package func names() throws(FileError) -> [[UInt8]] { try entries().map(\.name) }

    /// The names in an open folder with what is known of them; sorted as ``names()`` are.
    ///
    /// Asked of the system itself: a stream of the C library costs five calls more, and a drop
    /// folder has a folder for each unit and day.
    package func entries() throws(FileError) -> [Entry] {
        // It may have been asked before.
        guard lseek(number, 0, SEEK_SET) == 0 else { throw failure(.read) }
        var entries: [Entry] = []
        let isRead = withUnsafeTemporaryAllocation(
            byteCount: Descriptor.entryRoom,
            alignment: 8
        ) { buffer in
            while true {
                let count = retrying { getdents64(number, buffer.baseAddress, buffer.count) }
                guard count > 0 else { return count == 0 }
                Descriptor.add(UnsafeRawBufferPointer(rebasing: buffer[..<count]), to: &entries)
            }
        }
        guard isRead else { throw failure(.read) }
        entries.sort { $0.name.lexicographicallyPrecedes($1.name) }
        return entries
    }

    /// Bytes for the entries that one call gives.
    private static let entryRoom = 32 << 10

    /// Adds the entries of a buffer, each of which tells its length, its type and, up to a zero,
    /// its name.
    private static func add(_ buffer: UnsafeRawBufferPointer, to entries: inout [Entry]) {
        var rest = buffer[...]
        while let start = rest.indices.first {
            let length = Int(buffer.loadUnaligned(fromByteOffset: start + 16, as: UInt16.self))
            let type = buffer[start + 18]
            let name = buffer[(start + 19)..<(start + length)].prefix { $0 != 0 }
            rest = rest.dropFirst(length)
            if name.elementsEqual(".".utf8) || name.elementsEqual("..".utf8) { continue }
            entries.append(Entry(name: Array(name), type: type))
        }
    }
}
