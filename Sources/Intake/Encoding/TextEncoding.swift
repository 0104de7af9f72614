/// How a file's bytes stand for characters.
package enum TextEncoding: String, Hashable, Sendable, CaseIterable {
    case utf8
    case utf16LittleEndian
    case utf16BigEndian
    case windows1258
    /// TCVN3, the letters of the .VnTime fonts, or TCVN 5712, which has their toned capitals too.
    case tcvn3
    case vni
    case viscii
    /// UTF-8 that was read as Windows-1252 or Windows-1258 and saved as UTF-8 once more.
    case doubledUTF8
    /// Text typed in a .VnTime font and saved as UTF-8: `Ph­êng` for `Phường`.
    case tcvn3Glyphs
    /// Text typed in a VNI font and saved as UTF-8: `Phöôøng` for `Phường`.
    case vniGlyphs

    /// The name that people know the encoding by.
    package var name: String {
        switch self {
        case .utf8: "UTF-8"
        case .utf16LittleEndian, .utf16BigEndian: "UTF-16"
        case .windows1258: "Windows-1258"
        case .tcvn3: "TCVN3 (ABC)"
        case .vni: "VNI"
        case .viscii: "VISCII"
        case .doubledUTF8: "UTF-8 mã hóa hai lần"
        case .tcvn3Glyphs: "UTF-8 gõ bằng phông TCVN3 (ABC)"
        case .vniGlyphs: "UTF-8 gõ bằng phông VNI"
        }
    }

    /// The name for programs, in lower case.
    package var label: String {
        switch self {
        case .utf8: "utf-8"
        case .utf16LittleEndian: "utf-16le"
        case .utf16BigEndian: "utf-16be"
        case .windows1258: "windows-1258"
        case .tcvn3: "tcvn3"
        case .vni: "vni"
        case .viscii: "viscii"
        case .doubledUTF8: "utf-8+double"
        case .tcvn3Glyphs: "utf-8+tcvn3"
        case .vniGlyphs: "utf-8+vni"
        }
    }

    /// Whether the text was damaged before it was saved, so that reading it mends it.
    package var isRepair: Bool {
        switch self {
        case .doubledUTF8, .tcvn3Glyphs, .vniGlyphs: true
        default: false
        }
    }
}
