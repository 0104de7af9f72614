import Foundation
import Intake
import TestSupport
import Testing

/// The way a file is cut into pieces, and hostile bytes.
struct DecoderChunkTests {
    private static let head = 1 << 16

    @Test(arguments: OldEncoding.allCases)
    func anyCutGivesTheSameText(_ old: OldEncoding) {
        var random = SplitMix64(seed: 11)
        let table = SyntheticText.table(rows: 900, &random)
        let plain = "DV,1,2,3,abc\r\n"
        for ascii in [0, 6000] {
            let bytes = old.encode(String(repeating: plain, count: ascii) + table)
            #expect(bytes.count > Self.head)
            let whole = Decoded(bytes)
            #expect(whole.encoding == old.expected)
            for (head, pieces) in [
                (Self.head, [1, 2, 3, 5, 7, 1021]), (Self.head + 1, [4096]),
                (Self.head + 777, [65_537, 3]),
            ] {
                let cut = Decoded(bytes, head: head, pieces: pieces)
                #expect(cut == whole, "\(ascii) \(pieces) \(head)")
            }
        }
    }

    @Test func aCutWithinTheFirstMarkedWordChangesNothing() {
        for old in [OldEncoding.windows1258, .vni, .vniGlyphs] {
            let text = String(repeating: "x", count: Self.head - 3) + ",báo " + SyntheticText.header
            let bytes = old.encode(text)
            let whole = Decoded(bytes)
            for head in stride(from: Self.head, to: Self.head + 12, by: 3) {
                #expect(Decoded(bytes, head: head, pieces: [1]) == whole)
            }
        }
    }

    @Test func lettersAndMarksAreComposed() {
        var random = SplitMix64(seed: 3)
        let table = SyntheticText.table(rows: 1300, &random)
        let bytes = Array(table.decomposedStringWithCanonicalMapping.utf8)
        for pieces in [[], [1, 2, 3, 5, 7], [4096]] as [[Int]] {
            let decoded = Decoded(bytes, head: Self.head, pieces: pieces)
            #expect(Array(decoded.text.utf8) == Array(table.utf8))
            #expect(decoded.encoding == .utf8)
        }
    }

    @Test func aBrokenLineAmongComposedOnesIsLeftAlone() {
        let line = Array("Xa\u{303} Ta\u{302}n\n".utf8)
        var decoder = TextDecoder()
        let broken: [UInt8] = [0x58, 0xCC, 0x83, 0xFF, 10]
        let text = decoder.push(line + broken + line) + decoder.finish()
        #expect(text == Array("Xã Tân\n".utf8) + broken + Array("Xã Tân\n".utf8))
    }

    /// Without a line feed the whole file used to be one line, whose last, broken byte kept all of
    /// it from being composed, or only its last piece.
    @Test func aBrokenByteFarBehindChangesNothingBeforeIt() {
        let row = Array("Xa\u{303};Ta\u{302}n;12\r".utf8)
        let bytes = Array(repeatElement(row, count: 5000).joined()) + [0xE1, 0xBB, 0x3B]
        let whole = Decoded(bytes)
        #expect(whole.text.utf8.starts(with: "Xã;Tân;12\r".utf8))
        #expect(whole.text.unicodeScalars.allSatisfy { $0 != "\u{303}" && $0 != "\u{302}" })
        for pieces in [[977], [4096], [1, 65_000]] {
            let cut = Decoded(bytes, head: Self.head, pieces: pieces)
            #expect(Array(cut.text.utf8) == Array(whole.text.utf8), "\(pieces)")
        }
    }

    @Test func anyBytesAreTaken() {
        let all = (0...255).map { UInt8($0) }
        _ = Decoded(all)
        for byte in all {
            _ = Decoded([byte])
            _ = Decoded([byte] + all + [byte])
            _ = Decoded([UInt8](repeating: byte, count: 700))
            _ = CellRescue.readings(of: [byte, byte, 0x61, byte])
        }
        for seed in 0..<300 as Range<UInt64> {
            var random = SplitMix64(seed: seed)
            let low: UInt8 = seed % 3 == 0 ? 0x20 : 0
            let count = Int.random(in: 0...400, using: &random)
            let bytes = (0..<count).map { _ in UInt8.random(in: low...255, using: &random) }
            _ = Decoded(bytes)
            _ = Decoded(Array(bytes.prefix(3)) + Array("Xã Tân Hội,Phường Đình\n".utf8) + bytes)
            for reading in CellRescue.readings(of: bytes) { #expect(!reading.text.isEmpty) }
        }
    }

    @Test func endlessLinesWithoutABreakAreTaken() {
        let bytes =
            OldEncoding.tcvn3.encode(SyntheticText.header)
            + [UInt8](
                repeating: 0xB5,
                count: 1 << 20
            )
        var decoder = TextDecoder()
        var count = decoder.push(Array(bytes[..<Self.head])).count
        var position = Self.head
        while position < bytes.count {
            let end = min(bytes.count, position + Self.head)
            count += decoder.push(Array(bytes[position..<end])).count
            position = end
        }
        count += decoder.finish().count
        #expect(decoder.fault == nil ? count > bytes.count : count >= 0)
    }
}
