/// Excel's first line `sep=;`, also in quotes, which names the delimiter and is no record.
struct SepLine: Hashable {
    let delimiter: UInt8
    /// How many bytes the line has, its end included.
    let length: Int

    /// Nil where the text, which may begin with a byte order mark, begins otherwise.
    init?(_ bytes: Span<UInt8>) {
        var index = ByteOrderMark.length(atStartOf: bytes)
        let isQuoted = index < bytes.count && bytes[index] == UInt8(ascii: "\"")
        if isQuoted { index += 1 }
        guard bytes.count > index + 4, bytes[index] | 0x20 == UInt8(ascii: "s"),
            bytes[index + 1] | 0x20 == UInt8(ascii: "e"),
            bytes[index + 2] | 0x20 == UInt8(ascii: "p"),
            bytes[index + 3] == UInt8(ascii: "="), bytes[index + 4] < 0x80,
            bytes[index + 4] != 10, bytes[index + 4] != 13, bytes[index + 4] != 0,
            bytes[index + 4] != UInt8(ascii: "\"")
        else { return nil }
        delimiter = bytes[index + 4]
        index += 5
        if isQuoted {
            guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") else { return nil }
            index += 1
        }
        let next = LineScan.end(bytes, from: index)
        guard LineScan.contentEnd(bytes, before: next, from: index).offset == index,
            next > index
        else { return nil }
        length = next
    }
}
