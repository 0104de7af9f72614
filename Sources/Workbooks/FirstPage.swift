import CZlib

/// Gives a packed sheet a first page without a page number (NĐ 30/2020, Phụ lục I), which the library
/// has no word for.
///
/// Only the end of the stream is packed anew: what stands before the last blocks is copied bit by bit.
struct FirstPage {
    /// A part as the directory of a package describes it.
    struct Part {
        var packed: [UInt8]
        var checksum: UInt32
        var size: Int
    }

    private static let before = Array("<headerFooter>".utf8)
    private static let after = Array("<headerFooter differentFirst=\"1\">".utf8)

    /// Where the old stream is cut: bytes taken whole, the bits of the next one, what came out so far.
    private struct Cut {
        var bytes = 0
        var bits: UInt8 = 0
        var bitCount: Int32 = 0
        var checksum: UInt32 = 0
        var size = 0
    }

    private var cut = Cut()
    /// The text before the cut that the packer may refer to, and all text after it.
    private var window: [UInt8] = []
    private var tail: [UInt8] = []

    /// Takes the next piece of the sheet, and remembers the last place where the stream can be cut before
    /// the mark.
    ///
    /// `checksum` is that of all so far, with the piece.
    mutating func read(
        _ piece: Inflation.Piece,
        checksum: UInt32,
        of packed: UnsafeBufferPointer<UInt8>
    ) {
        tail += piece.bytes
        if piece.endsBlock, tail.count > 1 << 18 {
            move(to: piece.packedCount, unused: piece.unusedBits, checksum, packed)
        }
    }

    private mutating func move(
        to position: Int,
        unused: Int32,
        _ checksum: UInt32,
        _ bytes: UnsafeBufferPointer<UInt8>
    ) {
        let size = cut.size + tail.count
        window = Array((window + tail).suffix(1 << 15))
        tail.removeAll(keepingCapacity: true)
        cut = Cut(bytes: position, checksum: checksum, size: size)
        guard unused > 0 else { return }
        cut.bytes -= 1
        cut.bitCount = 8 - unused
        cut.bits = bytes[position - 1] & (0xFF >> UInt8(unused))
    }

    /// The part with the mark; nil where it has no header, or could not be packed.
    func packed(from bytes: UnsafeBufferPointer<UInt8>) -> Part? {
        guard let place = markPlace else { return nil }
        let text = tail[..<place] + FirstPage.after + tail[(place + FirstPage.before.count)...]
        var stream = z_stream()
        let size = Int32(MemoryLayout<z_stream>.size)
        guard
            deflateInit2_(
                &stream,
                Z_DEFAULT_COMPRESSION,
                Z_DEFLATED,
                -15,
                8,
                Z_DEFAULT_STRATEGY,
                ZLIB_VERSION,
                size
            ) == Z_OK
        else { return nil }
        defer { deflateEnd(&stream) }
        var codes: [Int32] = []
        if cut.bitCount > 0 { codes.append(deflatePrime(&stream, cut.bitCount, Int32(cut.bits))) }
        if !window.isEmpty {
            codes.append(
                window.withUnsafeBufferPointer {
                    deflateSetDictionary(&stream, $0.baseAddress, UInt32($0.count))
                }
            )
        }
        let input = Array(text)
        var output = [UInt8](repeating: 0, count: Int(deflateBound(&stream, UInt(input.count))) + 8)
        let room = output.count
        let count = input.withUnsafeBufferPointer { source in
            output.withUnsafeMutableBufferPointer { target in
                stream.next_in = UnsafeMutablePointer(mutating: source.baseAddress)
                stream.avail_in = UInt32(source.count)
                stream.next_out = target.baseAddress
                stream.avail_out = UInt32(target.count)
                let isDone = deflate(&stream, Z_FINISH) == Z_STREAM_END
                return isDone ? room - Int(stream.avail_out) : nil
            }
        }
        guard let count, codes.allSatisfy({ $0 == Z_OK }) else { return nil }
        let sum = input.withUnsafeBufferPointer {
            crc32(UInt(cut.checksum), $0.baseAddress, UInt32($0.count))
        }
        return Part(
            packed: Array(bytes[..<cut.bytes]) + output[..<count],
            checksum: UInt32(sum),
            size: cut.size + input.count
        )
    }

    /// Where the header begins in the tail: it stands near the end of a sheet, and nothing else is
    /// written so.
    private var markPlace: Int? {
        let mark = FirstPage.before
        guard tail.count >= mark.count else { return nil }
        var place = tail.count - mark.count
        while place >= 0 {
            if tail[place] == mark[0], tail[place..<(place + mark.count)].elementsEqual(mark) {
                return place
            }
            place -= 1
        }
        return nil
    }
}
