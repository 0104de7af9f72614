import Glibc

/// The C library's converter: an oracle that shares nothing with the program's own tables.
enum Iconv {
    /// The text in another encoding, or nil where a character does not exist there.
    static func encode(_ text: String, _ encoding: String) -> [UInt8]? {
        convert(Array(text.utf8), from: "UTF-8", to: encoding)
    }

    static func convert(_ bytes: [UInt8], from: String, to: String) -> [UInt8]? {
        let converter = iconv_open(to, from)
        guard converter != iconv_t(bitPattern: -1) else { return nil }
        defer { iconv_close(converter) }
        var input = bytes.map { CChar(bitPattern: $0) }
        var output = [CChar](repeating: 0, count: bytes.count * 4 + 16)
        let capacity = output.count
        let left: Int? = input.withUnsafeMutableBufferPointer { input in
            output.withUnsafeMutableBufferPointer { output in
                var source = input.baseAddress
                var sourceLeft = bytes.count
                var target = output.baseAddress
                var targetLeft = capacity
                guard iconv(converter, &source, &sourceLeft, &target, &targetLeft) == 0,
                    iconv(converter, nil, nil, &target, &targetLeft) == 0
                else { return nil }
                return targetLeft
            }
        }
        guard let left else { return nil }
        return output[..<(capacity - left)].map { UInt8(bitPattern: $0) }
    }
}
