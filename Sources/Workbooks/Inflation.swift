import CZlib

/// Unpacks what zlib packed without a header, as the parts of a package are.
enum Inflation {
    /// Unpacks piece by piece; false where it is not one whole stream.
    static func read(
        _ packed: UnsafeBufferPointer<UInt8>,
        _ body: (UnsafeBufferPointer<UInt8>) -> Void
    ) -> Bool {
        let owner = ZStream()
        let stream = owner.pointer
        let size = Int32(MemoryLayout<z_stream>.size)
        // Negative bits: without the header.
        guard inflateInit2_(stream, -15, ZLIB_VERSION, size) == Z_OK else { return false }
        defer { inflateEnd(stream) }
        stream.pointee.next_in = UnsafeMutablePointer(mutating: packed.baseAddress)
        stream.pointee.avail_in = UInt32(packed.count)
        var room = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let (code, count) = room.withUnsafeMutableBufferPointer { buffer in
                stream.pointee.next_out = buffer.baseAddress
                stream.pointee.avail_out = UInt32(buffer.count)
                let code = inflate(stream, Z_NO_FLUSH)
                return (code, buffer.count - Int(stream.pointee.avail_out))
            }
            room.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[..<count])) }
            let left = Int(stream.pointee.avail_in)
            if code == Z_STREAM_END { return left == 0 }
            guard code == Z_OK || code == Z_BUF_ERROR, count > 0 || left > 0 else { return false }
        }
    }
}
