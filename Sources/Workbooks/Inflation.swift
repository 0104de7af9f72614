import CZlib

/// Unpacks what zlib packed without a header, as the parts of a package are.
enum Inflation {
    /// Some of what was unpacked.
    struct Piece {
        let bytes: UnsafeBufferPointer<UInt8>
        /// How many packed bytes have been read for it and all before it.
        let packedCount: Int
        /// Whether a block that is not the last ends here.
        let endsBlock: Bool
        /// How many bits of the last packed byte that was read belong to what follows.
        let unusedBits: Int32
    }

    /// Unpacks piece by piece; false where it is not one whole stream.
    static func read(
        _ packed: UnsafeBufferPointer<UInt8>,
        stopsAtBlocks: Bool,
        _ body: (Piece) -> Void
    ) -> Bool {
        var stream = z_stream()
        let size = Int32(MemoryLayout<z_stream>.size)
        // Negative bits: without the header.
        guard inflateInit2_(&stream, -15, ZLIB_VERSION, size) == Z_OK else { return false }
        defer { inflateEnd(&stream) }
        stream.next_in = UnsafeMutablePointer(mutating: packed.baseAddress)
        stream.avail_in = UInt32(packed.count)
        var room = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let (code, count) = room.withUnsafeMutableBufferPointer { buffer in
                stream.next_out = buffer.baseAddress
                stream.avail_out = UInt32(buffer.count)
                let code = inflate(&stream, stopsAtBlocks ? Z_BLOCK : Z_NO_FLUSH)
                return (code, buffer.count - Int(stream.avail_out))
            }
            let left = Int(stream.avail_in)
            room.withUnsafeBufferPointer { buffer in
                body(
                    Piece(
                        bytes: UnsafeBufferPointer(rebasing: buffer[..<count]),
                        packedCount: packed.count - left,
                        // 128: at the end of a block; 64: of the last one.
                        endsBlock: stream.data_type & 192 == 128,
                        unusedBits: stream.data_type & 7
                    )
                )
            }
            if code == Z_STREAM_END { return left == 0 }
            guard code == Z_OK || code == Z_BUF_ERROR, count > 0 || left > 0 else { return false }
        }
    }
}
