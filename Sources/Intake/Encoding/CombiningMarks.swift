internal import Glibc

/// The combining marks U+0300-036F, whose first byte in UTF-8 is CC or CD.
enum CombiningMarks {
    /// What fits the processor's nearest cache, so that the second search reads no memory.
    private static let block = 1 << 14

    /// Whether a byte of the first bytes of such marks occurs, at the speed of memory.
    static func occur(in bytes: [UInt8]) -> Bool {
        bytes.withUnsafeBytes { buffer in
            var left = buffer[...]
            while !left.isEmpty {
                let part = UnsafeRawBufferPointer(rebasing: left.prefix(block))
                guard let start = part.baseAddress, memchr(start, 0xCC, part.count) == nil,
                    memchr(start, 0xCD, part.count) == nil
                else { return true }
                left = left.dropFirst(block)
            }
            return false
        }
    }
}
