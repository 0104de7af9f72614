import TestSupport
import Testing

@testable import Intake

@Suite("Masks of 64 bytes")
struct MaskTests {
    @Test func bothWaysOfComparingGiveTheSameMasks() {
        let dialect = Dialect(delimiter: UInt8(ascii: ";"))
        let alphabet: [UInt8] = [0, 1, 10, 13, 34, 35, 58, 59, 60, 0x7F, 0x80, 0xBB, 0xFF]
        var numbers = SplitMix64(seed: 7)
        for _ in 0..<500 {
            let bytes = (0..<80).map { _ in alphabet.randomElement(using: &numbers) ?? 1 }
            let offset = Int.random(in: 0...16, using: &numbers)
            let narrow = MaskMaker(dialect).masks(bytes.span.bytes, at: offset)
            let wide = WideMaskMaker(dialect).masks(bytes.span.bytes, at: offset)
            #expect(narrow == wide)
            for index in 0..<64 {
                let byte = bytes[offset + index]
                #expect(narrow.quotes >> UInt64(index) & 1 == (byte == 34 ? 1 : 0))
                #expect(narrow.delimiters >> UInt64(index) & 1 == (byte == 59 ? 1 : 0))
            }
        }
    }
}
