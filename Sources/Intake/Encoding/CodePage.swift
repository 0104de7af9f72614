/// The upper half of one-byte encodings, as tables of Unicode scalars for the bytes 80-FF.
enum CodePage {
    /// Windows-1252; its five unassigned bytes stand for the C1 controls, as browsers have it.
    static let windows1252: [UInt16] =
        [
            0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
            0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008D, 0x017D, 0x008F,
            0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
            0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178,
        ] + Array(0xA0...0xFF)

    /// TCVN3 as the .VnTime fonts draw it: 74 letters; every other byte is as in Windows-1252.
    ///
    /// TCVN 5712 puts toned capitals where the fonts keep the punctuation of Windows-1252.
    static let tcvn3: [UInt16] = {
        var page = windows1252
        for (first, letters) in [
            (0xA1, "ĂÂÊÔƠƯĐăâêôơưđ"),
            (
                0xB5,
                """
                àảãáạ.ằẳẵắ.......ặầẩẫấậè.ẻẽéẹềểễếệìỉ...ĩíịò.ỏõóọồổỗốộờởỡớợù.ủũúụừửữứựỳỷỹýỵ
                """
            ),
        ] {
            for (offset, letter) in letters.unicodeScalars.enumerated() where letter != "." {
                page[first - 0x80 + offset] = UInt16(letter.value)
            }
        }
        return page
    }()

    /// The capitals that TCVN 5712 has among the controls, in its order.
    ///
    /// No text has those controls, so that they are read also where the fonts' letters are.
    static let tcvnCapitals: [UInt8: UInt16] = {
        var capitals: [UInt8: UInt16] = [:]
        for (first, letters) in [(1, "ÚỤ.ỪỬỮ"), (0x11, "ỨỰỲỶỸÝỴ")] as [(UInt8, String)] {
            for (byte, letter) in zip(first..., letters.unicodeScalars) where letter != "." {
                capitals[byte] = UInt16(letter.value)
            }
        }
        return capitals
    }()

    /// The byte that Windows-1252 has for a scalar.
    static let bytesOfWindows1252 = inverse(of: windows1252)

    /// The byte that Windows-1252 or Windows-1258 has for a scalar: the two never disagree.
    static let bytesOfWindows: [UInt16: UInt8] = {
        var bytes = bytesOfWindows1252
        for (scalar, byte) in zip("ĂĐƠƯăđơư₫".unicodeScalars, windows1258Letters) {
            bytes[UInt16(scalar.value)] = byte
        }
        for (scalar, byte) in [
            (0x300, 0xCC), (0x309, 0xD2), (0x303, 0xDE), (0x301, 0xEC), (0x323, 0xF2),
        ] as [(UInt16, UInt8)] {
            bytes[scalar] = byte
        }
        for byte in 0x80...0x9F as ClosedRange<UInt16> { bytes[byte] = UInt8(byte) }
        return bytes
    }()

    private static let windows1258Letters: [UInt8] = [
        0xC3, 0xD0, 0xD5, 0xDD, 0xE3, 0xF0, 0xF5, 0xFD, 0xFE,
    ]

    private static func inverse(of page: [UInt16]) -> [UInt16: UInt8] {
        var bytes: [UInt16: UInt8] = [:]
        for (offset, scalar) in page.enumerated() { bytes[scalar] = UInt8(0x80 + offset) }
        return bytes
    }
}
