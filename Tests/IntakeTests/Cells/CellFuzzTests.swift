import Intake
import Model
import TestSupport
import Testing

@Suite("Cells of any bytes")
struct CellFuzzTests {
    /// Pieces that readers look for, whole and broken.
    private static let pieces: [[UInt8]] =
        [
            "0", "12", "99999", "999999999999999", "45021", "2023", ".", ",", "/", "-", "–", "%",
            "(",
            ")", ":", "+", "'", " ", "\u{A0}", "\u{202F}", "\u{200B}", "\u{AD}", "\u{FEFF}", "１",
            "％",
            "…", "_", "?", "ngày", "tháng", "năm", "thứ", "hai", "tập thể", "cá nhân", "TT", "CN",
            "hộ", "và", "bài", "Jan", "thg", "E+", "T", "Z", "Có", "quý", "IV", "đ", "#N/A",
        ].map { Array($0.utf8) } + [
            [0xC2], [0xE2, 0x80], [0xEF], [0x80], [0xFF], [0], [0xF0, 0x9F],
        ]

    /// Whether all readers come back, and agree with themselves on what is blank.
    private func reads(_ bytes: [UInt8]) -> Bool {
        let cell = bytes.span
        _ = CellYesNo.parse(cell)
        _ = CellNumber.isPercentage(cell)
        _ = CellBytes.oddity(in: cell)
        _ = CellPeriod.parse(String(decoding: bytes, as: UTF8.self))
        let isMonthFirst = CellDate.isMonthFirst(cell)
        if isMonthFirst, CellDate.parse(cell) != .bad { return false }
        if let parts = CountedParts.parse(cell) {
            guard parts.total >= 0 else { return false }
            return Subject.allCases.contains { parts[$0] != nil }
        }
        for subject in Subject.allCases
        where CellNumber.parseInt(cell, of: subject) != CellNumber.parseInt(cell) {
            return false
        }
        if case .value(_, let scale) = CellNumber.parseDecimal(cell) { return scale <= 15 }
        return true
    }

    @Test func noBytesStopAReader() {
        let broken = firstBroken(seeds: 0..<20_000) { random -> [UInt8] in
            (0..<Int.random(in: 0...9, using: &random)).flatMap { _ in
                Self.pieces.randomElement(using: &random) ?? []
            }
        } holds: {
            reads($0)
        }
        #expect(broken == nil)
    }

    @Test func aLongCellIsReadInTime() {
        for piece in Self.pieces {
            let cell = Array(repeatElement(piece, count: 5_000).joined())
            #expect(reads(cell))
        }
    }
}
