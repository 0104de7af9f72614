internal import Glibc

/// Decodes one-byte Vietnamese encodings by the C library's tables, which compose letter and tone
/// mark.
///
/// The C library's handle lives within one call, so that a text may be cut into pieces at will
/// behind a byte that no mark can follow.
enum CharacterConversion {
    private static let failure = Int(bitPattern: UInt.max)

    /// The text in UTF-8; nil where a byte stands for nothing, or the C library lacks the encoding.
    ///
    /// With `replacesFaults`, U+FFFD stands for a byte without a meaning, instead of nil for all.
    static func decode(_ bytes: [UInt8], from name: String, replacesFaults: Bool) -> [UInt8]? {
        guard let handle = iconv_open("UTF-8", name), Int(bitPattern: handle) != -1 else {
            return nil
        }
        defer { iconv_close(handle) }
        var isWhole = true
        var input = bytes
        // No byte of these encodings is more than three bytes of UTF-8.
        let room = bytes.count * 3 + 16
        let output = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
            isWhole = input.withUnsafeMutableBytes { source in
                var next = source.baseAddress?.assumingMemoryBound(to: CChar.self)
                var left = source.count
                return buffer.withMemoryRebound(to: CChar.self) { target in
                    var out = target.baseAddress
                    var space = room
                    defer { count = room - space }
                    while left > 0, iconv(handle, &next, &left, &out, &space) == failure {
                        guard replacesFaults, left > 0, space > 16 else { return false }
                        iconv(handle, nil, nil, &out, &space)
                        for byte in [0xEF, 0xBF, 0xBD] as [UInt8] {
                            out?.pointee = CChar(bitPattern: byte)
                            out = out?.advanced(by: 1)
                            space -= 1
                        }
                        next = next?.advanced(by: 1)
                        left -= 1
                    }
                    iconv(handle, nil, nil, &out, &space)
                    return true
                }
            }
        }
        return isWhole ? output : nil
    }
}
