/// Files that are no text at all.
enum BinaryFile {
    /// Whether bytes begin like a workbook, a PDF, an archive or a picture.
    static func hasSignature(_ bytes: [UInt8]) -> Bool {
        guard let first = bytes.first else { return false }
        return signatures.contains { $0[0] == first && bytes.starts(with: $0) }
    }

    /// Whether bytes hold more control characters than any text.
    ///
    /// A stray NUL is a matter of its row; VISCII and TCVN 5712 have a few letters among the
    /// controls.
    static func hasControls(_ bytes: [UInt8]) -> Bool {
        var nuls = 0
        var controls = 0
        for byte in bytes where byte < 0x20 {
            if byte == 0 { nuls += 1 }
            if !(9...13 ~= byte) { controls += 1 }
        }
        return (nuls > 8 && nuls * 50 > bytes.count)
            || (controls > 8 && controls * 10 > bytes.count)
    }

    private static let signatures: [[UInt8]] = [
        [0x50, 0x4B, 3, 4], [0x50, 0x4B, 5, 6], [0xD0, 0xCF, 0x11, 0xE0],
        [0x25, 0x50, 0x44, 0x46, 0x2D], [0x1F, 0x8B, 8], [0x52, 0x61, 0x72, 0x21, 0x1A],
        [0x37, 0x7A, 0xBC, 0xAF], [0x89, 0x50, 0x4E, 0x47], [0xFF, 0xD8, 0xFF],
        [0x47, 0x49, 0x46, 0x38, 0x39], [0x09, 0x08, 0x10, 0x00], [0x09, 0x04, 0x06, 0x00],
        [0x7F, 0x45, 0x4C, 0x46], Array("SQLite format 3".utf8),
    ]
}
