import Disk
import Glibc

/// What the linker made of the bytes of a program or library and wrote into it (`NT_GNU_BUILD_ID`).
///
/// It tells builds apart as a digest of the whole file does, which is fifty megabytes long.
struct BuildIdentifier: Hashable, CustomStringConvertible {
    let bytes: [UInt8]

    var description: String { bytes.map { String($0, radix: 16) }.joined(separator: ".") }

    /// Reads the identifier of a file; nil where it is no ELF file of 64 bits or has none.
    init?(ofFile path: String) {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return nil }
        defer { close(file) }
        guard let head = BuildIdentifier.read(file, from: 0, count: 64),
            head.starts(with: [0x7F, 0x45, 0x4C, 0x46, 2])
        else { return nil }
        let (size, count) = (head.number(at: 54, bytes: 2), head.number(at: 56, bytes: 2))
        guard size >= 56,
            let table = BuildIdentifier.read(
                file,
                from: head.number(at: 32, bytes: 8),
                count: size * count
            )
        else { return nil }
        for start in stride(from: 0, to: table.count, by: size) {
            let isNotes = table.number(at: start, bytes: 4) == 4
            let length = table.number(at: start + 32, bytes: 8)
            guard isNotes, length < 1 << 16,
                let notes = BuildIdentifier.read(
                    file,
                    from: table.number(at: start + 8, bytes: 8),
                    count: length
                ), let bytes = BuildIdentifier.identifier(in: notes)
            else { continue }
            self.bytes = bytes
            return
        }
        return nil
    }

    /// A note: the lengths of its name and content and its type, four bytes each; then both, each
    /// filled up to a multiple of four bytes.
    private static func identifier(in notes: [UInt8]) -> [UInt8]? {
        var place = 0
        while place + 12 <= notes.count {
            let name = place + 12
            let content = name + (notes.number(at: place, bytes: 4) + 3) / 4 * 4
            let end = content + notes.number(at: place + 4, bytes: 4)
            guard end <= notes.count else { return nil }
            if notes.number(at: place + 8, bytes: 4) == 3,
                notes[name..<content].elementsEqual("GNU\0".utf8), end > content
            {
                return Array(notes[content..<end])
            }
            place = (end + 3) / 4 * 4
        }
        return nil
    }

    private static func read(_ file: Int32, from place: Int, count: Int) -> [UInt8]? {
        var bytes = [UInt8](repeating: 0, count: count)
        let got = bytes.withUnsafeMutableBytes { pointer in
            retrying { pread(file, pointer.baseAddress, pointer.count, place) }
        }
        return got == count ? bytes : nil
    }
}

extension [UInt8] {
    /// A number with its lowest byte first, at most 2⁶³ - 1; 0 beyond the end.
    fileprivate func number(at place: Int, bytes count: Int) -> Int {
        guard place + count <= self.count else { return 0 }
        let number = self[place..<(place + count)].reversed().reduce(UInt64(0)) {
            $0 << 8 | UInt64($1)
        }
        return Int(number & UInt64(Int.max))
    }
}
