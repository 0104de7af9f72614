import Foundation

extension Transform {
    static let encodings: [Transform] = [
        .encoding("UTF-8", .mustBeRead) { Array($0.utf8) },
        .encoding("UTF-8 with mark", .mustBeRead) { [0xEF, 0xBB, 0xBF] + Array($0.utf8) },
        .encoding("UTF-8 decomposed", .mustBeRead, texts: true) {
            Array($0.decomposedStringWithCanonicalMapping.utf8)
        },
        .encoding("UTF-16LE with mark", .mustBeRead) { [0xFF, 0xFE] + utf16($0, isLittle: true) },
        .encoding("UTF-16BE with mark", .mustBeRead) { [0xFE, 0xFF] + utf16($0, isLittle: false) },
        .encoding("UTF-16LE", .mustBeRead) { utf16($0, isLittle: true) },
        .encoding("UTF-16BE", .mustBeRead) { utf16($0, isLittle: false) },
        .encoding("Windows-1258", .mustBeRead) { Iconv.encode($0, "CP1258") },
        .encoding("TCVN 5712", .mustBeRead) { Iconv.encode($0, "TCVN-5712") },
        .encoding("TCVN3", .mustBeRead, texts: true) { FontEncoding.tcvn3($0) },
        .encoding("VISCII", .mustBeRead) { Iconv.encode($0, "VISCII") },
        .encoding("VNI", .mustBeRead) { FontEncoding.vni($0) },
        .encoding("UTF-8 twice", .mustBeRead) { text in
            FontEncoding.glyphs(Array(text.utf8)).map { Array($0.utf8) }
        },
        .encoding("TCVN3 glyphs", .mustBeRead, texts: true) { text in
            FontEncoding.tcvn3(text).flatMap(FontEncoding.glyphs).map { Array($0.utf8) }
        },
        .encoding("VNI glyphs", .mustBeRead) { text in
            FontEncoding.vni(text).flatMap(FontEncoding.glyphs).map { Array($0.utf8) }
        },
        .encoding("Windows-1252 with ?", .mayBeRefused) { FontEncoding.lossy($0) },
    ]

    private static func utf16(_ text: String, isLittle: Bool) -> [UInt8] {
        text.utf16.flatMap { unit in
            let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
            return isLittle ? [low, high] : [high, low]
        }
    }
}
