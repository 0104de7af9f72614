import CZlib
import Glibc

/// A workbook file as the disk holds it, read back.
///
/// It exists because the library does not notice when one of its temporary files was cut short: a full
/// `/tmp` gave a workbook with empty sheets and no error.
struct WrittenPackage {
    private let bytes: [UInt8]

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

    /// Whether every part is there as its checksum says, and every XML part closes all it opens.
    ///
    /// - Complexity: O(*n*) in the size of the unpacked parts.
    var isWhole: Bool {
        // The end of the directory: the library writes no comment behind it and no zip64.
        let end = bytes.count - 22
        guard number(at: end, bytes: 4) == 0x0605_4b50, let count = number(at: end + 10, bytes: 2),
            let directory = number(at: end + 16, bytes: 4), count > 0
        else { return false }
        var entry = directory
        for _ in 0..<count {
            guard number(at: entry, bytes: 4) == 0x0201_4b50, isWholePart(at: entry),
                let name = number(at: entry + 28, bytes: 2),
                let extra = number(at: entry + 30, bytes: 2),
                let comment = number(at: entry + 32, bytes: 2)
            else { return false }
            entry += 46 + name + extra + comment
        }
        return entry == end
    }

    /// The package with no page number on the first page of any sheet; nil where it is not whole.
    var withPlainFirstPages: [UInt8]? {
        let end = bytes.count - 22
        guard let count = number(at: end + 10, bytes: 2),
            let directory = number(at: end + 16, bytes: 4)
        else { return nil }
        var parts: [UInt8] = []
        var entries: [UInt8] = []
        var entry = directory
        for _ in 0..<count {
            guard let packed = number(at: entry + 20, bytes: 4),
                let name = number(at: entry + 28, bytes: 2),
                let extra = number(at: entry + 30, bytes: 2),
                let comment = number(at: entry + 32, bytes: 2),
                let local = number(at: entry + 42, bytes: 4),
                let localName = number(at: local + 26, bytes: 2),
                let localExtra = number(at: local + 28, bytes: 2)
            else { return nil }
            let start = local + 30 + localName + localExtra
            guard start + packed <= bytes.count, entry + 46 + name + extra + comment <= end else {
                return nil
            }
            var head = Array(bytes[local..<start])
            var line = Array(bytes[entry..<(entry + 46 + name + extra + comment)])
            let isSheet = line[46..<(46 + name)].starts(with: "xl/worksheets/sheet".utf8)
            let marked =
                isSheet
                ? bytes.withUnsafeBufferPointer {
                    FirstPage.mark(UnsafeBufferPointer(rebasing: $0[start..<(start + packed)]))
                } : nil
            WrittenPackage.put(parts.count, at: 42, in: &line)
            if let marked {
                for (value, offset) in [
                    (Int(marked.checksum), 14), (marked.packed.count, 18), (marked.size, 22),
                ] {
                    WrittenPackage.put(value, at: offset, in: &head)
                    WrittenPackage.put(value, at: offset + 2, in: &line)
                }
            }
            parts += head
            if let marked {
                parts += marked.packed
            } else {
                parts += bytes[start..<(start + packed)]
            }
            entries += line
            entry += 46 + name + extra + comment
        }
        var tail = Array(bytes[end...])
        WrittenPackage.put(parts.count, at: 16, in: &tail)
        return parts + entries + tail
    }

    /// Puts a number of four bytes into a record, the lowest byte first.
    private static func put(_ number: Int, at offset: Int, in record: inout [UInt8]) {
        for index in 0..<4 {
            record[offset + index] = UInt8(truncatingIfNeeded: number >> (8 * index))
        }
    }

    /// Unpacks the part that an entry of the directory describes and looks at all of it.
    private func isWholePart(at entry: Int) -> Bool {
        guard let method = number(at: entry + 10, bytes: 2), method == 8,
            let checksum = number(at: entry + 16, bytes: 4),
            let packed = number(at: entry + 20, bytes: 4),
            let size = number(at: entry + 24, bytes: 4),
            let nameLength = number(at: entry + 28, bytes: 2),
            let local = number(at: entry + 42, bytes: 4),
            let localName = number(at: local + 26, bytes: 2),
            let localExtra = number(at: local + 28, bytes: 2)
        else { return false }
        let start = local + 30 + localName + localExtra
        guard start + packed <= bytes.count, entry + 46 + nameLength <= bytes.count else {
            return false
        }
        let name = bytes[(entry + 46)..<(entry + 46 + nameLength)]
        let isMarkup =
            name.suffix(4).elementsEqual(".xml".utf8)
            || name.suffix(5).elementsEqual(".rels".utf8)
        var markup = MarkupBalance()
        var sum = crc32(0, nil, 0)
        var total = 0
        let isUnpacked = unpack(start..<(start + packed)) { piece in
            sum = crc32(sum, piece.baseAddress, UInt32(piece.count))
            total += piece.count
            if isMarkup { markup.read(piece) }
        }
        return isUnpacked && Int(sum) == checksum && total == size && (!isMarkup || markup.isClosed)
    }

    /// Inflates a range of the file piece by piece; false where it is not a whole stream.
    private func unpack(
        _ range: Range<Int>,
        _ body: (UnsafeBufferPointer<UInt8>) -> Void
    ) -> Bool {
        var stream = z_stream()
        let version = ZLIB_VERSION
        // Negative bits: without the header of zlib, as parts of a package are.
        guard inflateInit2_(&stream, -15, version, Int32(MemoryLayout<z_stream>.size)) == Z_OK
        else {
            return false
        }
        defer { inflateEnd(&stream) }
        var piece = [UInt8](repeating: 0, count: 1 << 16)
        return bytes.withUnsafeBufferPointer { all in
            stream.next_in = UnsafeMutablePointer(
                mutating: all.baseAddress?.advanced(by: range.lowerBound)
            )
            stream.avail_in = UInt32(range.count)
            while true {
                let (code, count) = piece.withUnsafeMutableBufferPointer { buffer in
                    stream.next_out = buffer.baseAddress
                    stream.avail_out = UInt32(buffer.count)
                    let code = inflate(&stream, Z_NO_FLUSH)
                    return (code, buffer.count - Int(stream.avail_out))
                }
                piece.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[..<count])) }
                if code == Z_STREAM_END { return stream.avail_in == 0 }
                guard code == Z_OK else { return false }
            }
        }
    }

    /// A number with its lowest byte first; nil beyond the end.
    private func number(at offset: Int, bytes count: Int) -> Int? {
        guard offset >= 0, offset + count <= bytes.count else { return nil }
        return bytes[offset..<(offset + count)].reversed().reduce(0) { $0 << 8 | Int($1) }
    }
}
