package import Disk
import Glibc

/// Where the ledger keeps a pack of readings: bytes that only the reader understands, a part of one
/// of the files in `readings/`.
package struct KeptPack: Hashable, Sendable {
    /// The number under which the ledger keeps it.
    package let number: Int64
    /// The number of its file.
    package let file: Int64
    /// Where it begins in its file, and its length: bytes.
    package let start: Int
    /// How many bytes it has.
    package let size: Int
    /// Its first bytes: a pack that stands in its place, since the ledger is a copy from before,
    /// begins with others.
    let head: [UInt8]

    /// The number of first bytes that the ledger knows a pack by.
    static let headLength = 16

    /// Where it ends in its file: bytes.
    var end: Int { start + size }
}

/// A file of packs, open for reading.
///
/// Packs are only ever added to it, behind those that the ledger speaks of: what was there when it
/// was opened can be read for as long as it is open, also when a run removes its name meanwhile.
package final class PackFile: Sendable {
    private let file: Descriptor

    init(_ path: String) throws(FileError) { file = try Descriptor(reading: path) }

    /// The bytes of one of its packs; nil where others stand in their place.
    ///
    /// - Throws: ``FileError`` where they cannot be read, or where the file ends before them.
    package func bytes(of pack: KeptPack) throws(FileError) -> [UInt8]? {
        // What the file does not have is not to be made room for, whatever the ledger says.
        let length = Int(try file.status().st_size)
        guard pack.start >= 0, pack.size >= 0, pack.size <= length - pack.start else {
            throw FileError(.read, file.path, errno: EIO)
        }
        var failure: FileError?
        let bytes = [UInt8](unsafeUninitializedCapacity: pack.size) { buffer, count in
            do throws(FileError) {
                try file.read(UnsafeMutableRawBufferPointer(buffer), at: pack.start)
                count = pack.size
            } catch { failure = error }
        }
        if let failure { throw failure }
        return bytes.starts(with: pack.head) ? bytes : nil
    }

    /// Fills a buffer with what stands at a place of the file.
    package func read(
        _ buffer: UnsafeMutableRawBufferPointer,
        at place: Int
    ) throws(FileError) {
        try file.read(buffer, at: place)
    }
}
