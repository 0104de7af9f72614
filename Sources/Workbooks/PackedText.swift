import CZlib

/// Text packed as the parts of a package are: by zlib, without a header.
struct PackedText: Sendable {
    /// Packed bytes, in the order of the text.
    private(set) var pieces: [[UInt8]]
    /// CRC-32 of the text.
    private(set) var checksum: UInt32
    /// Bytes of the text.
    private(set) var size: Int

    init(pieces: [[UInt8]], checksum: UInt32, size: Int) {
        self.pieces = pieces
        self.checksum = checksum
        self.size = size
    }

    var packedSize: Int { pieces.reduce(0) { $0 + $1.count } }

    /// What is said of nothing: the beginning to which pieces are added.
    static let empty = PackedText(pieces: [], checksum: 0, size: 0)

    /// Puts another text behind this one.
    mutating func append(_ next: PackedText) {
        checksum = UInt32(crc32_combine(UInt(checksum), UInt(next.checksum), next.size))
        size += next.size
        pieces += next.pieces
    }
}

extension PackedText {
    /// Packs a text; nil where there is no memory.
    ///
    /// One that is not the last ends at a whole byte, so that another can be packed by itself, on
    /// another core, and put behind it.
    init?(_ text: [UInt8], isLast: Bool) {
        let owner = ZStream()
        let stream = owner.pointer
        // Negative bits: without the header.
        guard
            deflateInit2_(
                stream,
                PackedText.level,
                Z_DEFLATED,
                -15,
                8,
                Z_DEFAULT_STRATEGY,
                ZLIB_VERSION,
                Int32(MemoryLayout<z_stream>.size)
            ) == Z_OK
        else { return nil }
        defer { deflateEnd(stream) }
        // Eight bytes more than zlib's own bound: the empty block that ends at a whole byte.
        let room = Int(deflateBound(stream, UInt(text.count))) + 8
        let packed = [UInt8](unsafeUninitializedCapacity: room) { target, count in
            text.withUnsafeBufferPointer { source in
                stream.pointee.next_in = UnsafeMutablePointer(mutating: source.baseAddress)
                stream.pointee.avail_in = UInt32(source.count)
                stream.pointee.next_out = target.baseAddress
                stream.pointee.avail_out = UInt32(room)
                let code = deflate(stream, isLast ? Z_FINISH : Z_SYNC_FLUSH)
                let isDone =
                    isLast
                    ? code == Z_STREAM_END : code == Z_OK && stream.pointee.avail_in == 0
                count = isDone ? room - Int(stream.pointee.avail_out) : 0
            }
        }
        guard !packed.isEmpty else { return nil }
        // Without the room for what could not be packed: a large sheet has hundreds of pieces.
        var piece: [UInt8] = []
        piece.reserveCapacity(packed.count)
        piece += packed
        pieces = [piece]
        checksum = text.withUnsafeBufferPointer {
            UInt32(crc32(0, $0.baseAddress, UInt32($0.count)))
        }
        size = text.count
    }

    /// Of a sheet of 55 MB zlib's own choice, 6, makes 5.1 MB in twice the time in which 3 makes
    /// 5.4 MB.
    private static let level: Int32 = 3
}
