/// The UTF-8 byte order mark, which is no data wherever it stands.
package enum ByteOrderMark {
    /// How many bytes of marks a file begins with.
    package static func length(atStartOf bytes: Span<UInt8>) -> Int {
        end(in: bytes, from: 0, to: bytes.count)
    }

    /// The offset behind the marks that stand at an offset.
    @inline(__always)
    static func end(in bytes: Span<UInt8>, from start: Int, to end: Int) -> Int {
        var index = start
        while index + 3 <= end, bytes[index] == 0xEF, bytes[index + 1] == 0xBB,
            bytes[index + 2] == 0xBF
        {
            index += 3
        }
        return index
    }
}
