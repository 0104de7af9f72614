import Intake
import TestSupport
import Testing

/// Every encoding at every length: right, or refused, never wrong.
struct DecoderAccuracyTests {
    enum Length: CaseIterable {
        case cell, threeCells, row, threeRows, twentyRows, twentyKilobytes

        /// The least share that must come out right; a shorter text may be refused more often.
        var leastShare: Double {
            switch self {
            case .cell: 0
            case .threeCells: 0.6
            case .row: 0.97
            default: 1
            }
        }

        func text(_ random: inout SplitMix64) -> String {
            switch self {
            case .cell: SyntheticText.cells(1, &random)
            case .threeCells: SyntheticText.cells(3, &random)
            case .row: SyntheticText.table(rows: 1, &random)
            case .threeRows: SyntheticText.table(rows: 3, &random)
            case .twentyRows: SyntheticText.table(rows: 20, &random)
            case .twentyKilobytes: SyntheticText.table(rows: 150, &random)
            }
        }
    }

    @Test(arguments: OldEncoding.allCases, Length.allCases)
    func aTextComesOutRightOrIsRefused(_ old: OldEncoding, _ length: Length) {
        var right = 0
        let count = length == .twentyKilobytes ? 4 : 60
        for seed in 0..<UInt64(count) {
            var random = SplitMix64(seed: seed)
            let text = length.text(&random)
            let bytes = old.encode(text)
            let decoded = Decoded(bytes)
            if decoded.text == old.readBack(text) {
                right += 1
                #expect(decoded.encoding == old.expected)
            } else {
                let isLeft = old.isUTF8 && decoded.text == String(decoding: bytes, as: UTF8.self)
                #expect(decoded.fault != nil || isLeft, "\(text) became \(decoded.text)")
            }
        }
        print("ACCURACY \(old) \(length) \(right)/\(count)")
        #expect(Double(right) >= length.leastShare * Double(count))
    }

    @Test(arguments: Length.allCases)
    func unicodeStaysAsItIs(_ length: Length) {
        for seed in 0..<40 as Range<UInt64> {
            var random = SplitMix64(seed: seed)
            let text = length.text(&random)
            #expect(Decoded(Array(text.utf8)) == Decoded(text: text, encoding: .utf8))
            #expect(
                Decoded([0xEF, 0xBB, 0xBF] + Array(text.utf8))
                    == Decoded(text: text, encoding: .utf8, markLength: 3)
            )
        }
    }
}
