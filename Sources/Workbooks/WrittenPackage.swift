import CZlib
import Glibc
import Model

/// A workbook file as the disk holds it, read back.
///
/// It exists because the library does not notice when one of its temporary files was cut short: a
/// full `/tmp` gave a workbook with empty sheets and no error.
struct WrittenPackage {
    private let bytes: [UInt8]

    /// Where a part stands: its line in the directory, its head and its packed bytes.
    private struct Entry {
        var line: Range<Int>
        var head: Range<Int>
        var packed: Range<Int>
        var name: ArraySlice<UInt8>
        var checksum: Int
        var size: Int

        var isMarkup: Bool {
            name.suffix(4).elementsEqual(".xml".utf8) || name.suffix(5).elementsEqual(".rels".utf8)
        }

        /// The number of a sheet, from 0; nil for other parts.
        var sheet: Int? {
            let (start, end) = ("xl/worksheets/sheet".utf8, ".xml".utf8)
            guard name.starts(with: start), name.suffix(end.count).elementsEqual(end) else {
                return nil
            }
            let digits = name.dropFirst(start.count).dropLast(end.count)
            return Int(String(decoding: digits, as: UTF8.self)).map { $0 - 1 }
        }
    }

    /// Why a package cannot be completed.
    enum Fault: Error {
        /// A part is not as its checksum says, or an XML part does not close all that it opens.
        case damaged
        /// A part, or all of them together, beyond the 4 GiB that the package can name.
        case tooLarge
        /// No memory to pack a part again.
        case outOfMemory
    }

    /// Reads a file whole.
    init(path: String) throws(WorkbookError) {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw .fileSystem(path: path, code: errno) }
        defer { Glibc.close(file) }
        var status = stat()
        guard fstat(file, &status) == 0 else { throw .fileSystem(path: path, code: errno) }
        var bytes = [UInt8](repeating: 0, count: Int(status.st_size))
        var count = 0
        while count < bytes.count {
            let read = bytes.withUnsafeMutableBytes { pointer in
                Glibc.read(file, pointer.baseAddress?.advanced(by: count), pointer.count - count)
            }
            if read < 0, errno == EINTR { continue }
            guard read > 0 else { throw .fileSystem(path: path, code: read < 0 ? errno : EIO) }
            count += read
        }
        self.bytes = bytes
    }

    /// The package with no page number on the first page of any sheet and with the rows of the
    /// tables, by the numbers of their sheets; its bytes in pieces.
    ///
    /// - Throws: ``Fault``, of several parts that of the first.
    /// - Complexity: O(*n*) in the size of the unpacked parts, each of which is unpacked once.
    func completed(with tables: [Int: TableMarkup]) throws(Fault) -> [[UInt8]] {
        guard let entries else { throw .damaged }
        let contents = concurrentMap(entries) { entry in
            Result { () throws(Fault) in try packed(entry, tables) }
        }
        var pieces: [[UInt8]] = []
        var directory: [UInt8] = []
        var place = 0
        for (entry, content) in zip(entries, contents) {
            let content = try content.get()
            guard content.size <= Int(UInt32.max), place <= Int(UInt32.max) else {
                throw .tooLarge
            }
            var head = Array(bytes[entry.head])
            var line = Array(bytes[entry.line])
            for (value, offset) in [
                (Int(content.checksum), 14), (content.packedSize, 18), (content.size, 22),
            ] {
                WrittenPackage.put(value, at: offset, in: &head)
                WrittenPackage.put(value, at: offset + 2, in: &line)
            }
            WrittenPackage.put(place, at: 42, in: &line)
            directory += line
            pieces.append(head)
            pieces += content.pieces
            place += head.count + content.packedSize
        }
        guard place <= Int(UInt32.max) else { throw .tooLarge }
        var tail = Array(bytes[(bytes.count - 22)...])
        WrittenPackage.put(place, at: 16, in: &tail)
        return pieces + [directory, tail]
    }

    /// The parts in the order of the directory; nil where it does not hold together.
    private var entries: [Entry]? {
        // The end of the directory: the library writes no comment behind it and no zip64.
        let end = bytes.count - 22
        guard number(at: end, bytes: 4) == 0x0605_4b50, let count = number(at: end + 10, bytes: 2),
            let directory = number(at: end + 16, bytes: 4), count > 0
        else { return nil }
        var entries: [Entry] = []
        var place = directory
        for _ in 0..<count {
            guard let entry = entry(at: place, before: end) else { return nil }
            entries.append(entry)
            place = entry.line.upperBound
        }
        return place == end ? entries : nil
    }

    private func entry(at place: Int, before end: Int) -> Entry? {
        guard number(at: place, bytes: 4) == 0x0201_4b50, number(at: place + 10, bytes: 2) == 8,
            let checksum = number(at: place + 16, bytes: 4),
            let packed = number(at: place + 20, bytes: 4),
            let size = number(at: place + 24, bytes: 4),
            let name = number(at: place + 28, bytes: 2),
            let extra = number(at: place + 30, bytes: 2),
            let comment = number(at: place + 32, bytes: 2),
            let head = number(at: place + 42, bytes: 4),
            let headName = number(at: head + 26, bytes: 2),
            let headExtra = number(at: head + 28, bytes: 2)
        else { return nil }
        let start = head + 30 + headName + headExtra
        let line = place..<(place + 46 + name + extra + comment)
        guard start + packed <= bytes.count, line.upperBound <= end else { return nil }
        return Entry(
            line: line,
            head: head..<start,
            packed: start..<(start + packed),
            name: bytes[(place + 46)..<(place + 46 + name)],
            checksum: checksum,
            size: size
        )
    }

    /// Unpacks a part, looks at all of it and packs it again if something is put into it.
    private func packed(
        _ entry: Entry,
        _ tables: [Int: TableMarkup]
    ) throws(Fault) -> PackedText {
        let sheet = entry.sheet
        let isMarkup = entry.isMarkup
        var markup = MarkupBalance()
        var text: [UInt8] = []
        var checksum: UInt32 = 0
        var size = 0
        let isUnpacked = bytes.withUnsafeBufferPointer { all in
            Inflation.read(UnsafeBufferPointer(rebasing: all[entry.packed])) { piece in
                checksum = UInt32(
                    crc32(UInt(checksum), piece.baseAddress, UInt32(piece.count))
                )
                size += piece.count
                if isMarkup { markup.read(piece) }
                if sheet != nil { text += piece }
            }
        }
        guard isUnpacked, Int(checksum) == entry.checksum, size == entry.size,
            !isMarkup || markup.isClosed
        else { throw .damaged }
        guard let sheet else {
            return PackedText(pieces: [Array(bytes[entry.packed])], checksum: checksum, size: size)
        }
        guard let packed = SheetMarkup(text).packed(with: tables[sheet]) else {
            throw .outOfMemory
        }
        return packed
    }

    /// Puts a number of four bytes into a record, the lowest byte first.
    private static func put(_ number: Int, at offset: Int, in record: inout [UInt8]) {
        for index in 0..<4 {
            record[offset + index] = UInt8(truncatingIfNeeded: number >> (8 * index))
        }
    }

    /// A number with its lowest byte first; nil beyond the end.
    private func number(at offset: Int, bytes count: Int) -> Int? {
        guard offset >= 0, offset + count <= bytes.count else { return nil }
        return bytes[offset..<(offset + count)].reversed().reduce(0) { $0 << 8 | Int($1) }
    }
}
