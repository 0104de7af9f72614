import Foundation
import Glibc
import Intake

/// Writes text as the old programs did: by the C library, or by a table of the VNI font's own.
enum OldEncoding: String, CaseIterable, Sendable {
    case utf16LittleEndian, utf16BigEndian, windows1258, tcvn5712, tcvn3, vni, viscii
    case doubled, doubledBy1258, tcvn3Glyphs, vniGlyphs

    /// The encoding that the decoder should name.
    var expected: TextEncoding {
        switch self {
        case .utf16LittleEndian: .utf16LittleEndian
        case .utf16BigEndian: .utf16BigEndian
        case .windows1258: .windows1258
        case .tcvn5712, .tcvn3: .tcvn3
        case .vni: .vni
        case .viscii: .viscii
        case .doubled, .doubledBy1258: .doubledUTF8
        case .tcvn3Glyphs: .tcvn3Glyphs
        case .vniGlyphs: .vniGlyphs
        }
    }

    /// Whether the bytes are valid UTF-8, so that a decoder in doubt leaves them as they are.
    var isUTF8: Bool {
        switch self {
        case .doubled, .doubledBy1258, .tcvn3Glyphs, .vniGlyphs: true
        default: false
        }
    }

    /// The bytes of a text in NFC.
    func encode(_ text: String) -> [UInt8] {
        switch self {
        case .utf16LittleEndian: text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        case .utf16BigEndian: text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        case .windows1258: Self.convert(Array(text.utf8), from: "UTF-8", to: "CP1258")
        case .tcvn5712: Self.convert(Array(text.utf8), from: "UTF-8", to: "TCVN-5712")
        case .tcvn3:
            Self.convert(Array(readBack(text).utf8), from: "UTF-8", to: "TCVN-5712")
        case .viscii: Self.convert(Array(text.utf8), from: "UTF-8", to: "VISCII")
        case .vni: Self.latin(text.map { Self.vniLetters[$0] ?? String($0) }.joined())
        case .doubled: Self.characters(of: Array(text.utf8), page: Self.page1252)
        case .doubledBy1258: Self.characters(of: Array(text.utf8), page: Self.page1258)
        case .tcvn3Glyphs: Self.characters(of: OldEncoding.tcvn3.encode(text), page: Self.page1252)
        case .vniGlyphs: Self.characters(of: OldEncoding.vni.encode(text), page: Self.page1252)
        }
    }

    /// What of a text survives: the fonts of TCVN3 have no toned capitals.
    func readBack(_ text: String) -> String {
        guard self == .tcvn3 || self == .tcvn3Glyphs else { return text }
        return String(
            text.map { letter in
                "aeiouyAEIOUYăâêôơưđĂÂÊÔƠƯĐ".contains(letter) || letter.isASCII
                    ? letter : Character(letter.lowercased())
            }
        )
    }

    /// Converts by the C library; what the target lacks is left out.
    static func convert(_ bytes: [UInt8], from source: String, to target: String) -> [UInt8] {
        guard let handle = iconv_open(target + "//IGNORE", source) else { return [] }
        defer { iconv_close(handle) }
        var input = bytes.map { CChar(bitPattern: $0) }
        var output = [CChar](repeating: 0, count: bytes.count * 4 + 16)
        let room = output.count
        var space = room
        input.withUnsafeMutableBufferPointer { source in
            output.withUnsafeMutableBufferPointer { target in
                var (next, left, out) = (source.baseAddress, source.count, target.baseAddress)
                iconv(handle, &next, &left, &out, &space)
                iconv(handle, nil, nil, &out, &space)
            }
        }
        return output.prefix(room - space).map { UInt8(bitPattern: $0) }
    }

    private static func latin(_ text: String) -> [UInt8] {
        text.unicodeScalars.map { UInt8(exactly: $0.value) ?? 0x3F }
    }

    private static func characters(of bytes: [UInt8], page: [Unicode.Scalar]) -> [UInt8] {
        var text = String.UnicodeScalarView()
        for byte in bytes {
            text.append(byte < 0x80 ? Unicode.Scalar(byte) : page[Int(byte) - 0x80])
        }
        return Array(String(text).utf8)
    }

    /// The upper half of a code page; a byte without a character is the control of its number.
    private static func page(_ name: String) -> [Unicode.Scalar] {
        (0x80...0xFF as ClosedRange<UInt8>).map { byte in
            let text = convert([byte], from: name, to: "UTF-8")
            return String(decoding: text, as: UTF8.self).unicodeScalars.first
                ?? Unicode.Scalar(byte)
        }
    }

    private static let page1252 = page("CP1252")
    private static let page1258 = page("CP1258")

    /// What the VNI font has for each letter.
    private static let vniLetters: [Character: String] = {
        let small = """
            á aù à aø ả aû ã aõ ạ aï ă aê ắ aé ằ aè ẳ aú ẵ aü ặ aë â aâ ấ aá ầ aà ẩ aå ẫ aã ậ aä
            é eù è eø ẻ eû ẽ eõ ẹ eï ê eâ ế eá ề eà ể eå ễ eã ệ eä í í ì ì ỉ æ ĩ ó ị ò
            ó où ò oø ỏ oû õ oõ ọ oï ô oâ ố oá ồ oà ổ oå ỗ oã ộ oä
            ơ ô ớ ôù ờ ôø ở ôû ỡ ôõ ợ ôï ú uù ù uø ủ uû ũ uõ ụ uï
            ư ö ứ öù ừ öø ử öû ữ öõ ự öï ý yù ỳ yø ỷ yû ỹ yõ ỵ î đ ñ
            """.split(whereSeparator: \.isWhitespace)
        var table: [Character: String] = [:]
        for index in stride(from: 0, to: small.count, by: 2) {
            table[Character(String(small[index]))] = String(small[index + 1])
            table[Character(small[index].uppercased())] = small[index + 1].uppercased()
        }
        return table
    }()
}
