/// UTF-8 whose characters stand for the bytes of an older encoding.
enum GlyphText {
    /// The letters behind the characters, in UTF-8; nil where a character has no byte.
    static func decode(_ text: [UInt8], as coding: LegacyCoding) -> [UInt8]? {
        bytes(of: text, by: CodePage.bytesOfWindows1252).flatMap { coding.decode($0) }
    }

    /// The UTF-8 behind UTF-8 that was read as Windows-1252 or Windows-1258; nil where it is none.
    static func undouble(_ text: [UInt8]) -> [UInt8]? {
        guard let bytes = bytes(of: text, by: CodePage.bytesOfWindows),
            bytes.count < text.count, bytes.firstUTF8Fault == nil
        else { return nil }
        return bytes
    }

    /// The byte of each character; nil where one has none, and for broken UTF-8.
    static func bytes(of text: [UInt8], by page: [UInt16: UInt8]) -> [UInt8]? {
        guard text.firstUTF8Fault == nil else { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count)
        for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
            if scalar.isASCII {
                bytes.append(UInt8(scalar.value))
            } else if let value = UInt16(exactly: scalar.value), let byte = page[value] {
                bytes.append(byte)
            } else {
                return nil
            }
        }
        return bytes
    }

    /// Mends a text piece by piece; a piece that reads better as it stands is left alone.
    ///
    /// A piece ends where a cell or a line can end, so that real Vietnamese beside old glyphs
    /// stays.
    static func mend(_ text: [UInt8], _ mending: ([UInt8]) -> [UInt8]?) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(text.count)
        forEachPiece(of: text) { piece in
            guard piece.contains(where: { $0 >= 0x80 }), let mended = mending(Array(piece)) else {
                result.append(contentsOf: piece)
                return
            }
            result.append(contentsOf: mended)
        }
        return result
    }

    /// Cuts a text behind the bytes that may end a cell or a line.
    static func forEachPiece(of text: [UInt8], _ body: (ArraySlice<UInt8>) -> Void) {
        var start = 0
        for (index, byte) in text.enumerated() {
            switch byte {
            case 9, 10, 13, 0x22, 0x2C, 0x3B, 0x7C:
                body(text[start...index])
                start = index + 1
            default: break
            }
        }
        if start < text.count { body(text[start...]) }
    }

    /// The mended piece by a coding, unless the piece is better Vietnamese as it stands.
    static func mended(_ piece: [UInt8], by coding: LegacyCoding) -> [UInt8]? {
        guard let text = decode(piece, as: coding) else { return nil }
        let now = VietnameseScore(piece)
        let then = VietnameseScore(text, mixesCases: coding.mixesCases)
        return now.share > then.share ? nil : text
    }
}
