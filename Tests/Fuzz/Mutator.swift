/// Damages inputs as transfers, editors and bad luck do.
struct Mutator: Sendable {
    private let seeds: [[UInt8]]
    private let maker: TableMaker

    init(seeds: [[UInt8]], maker: TableMaker) {
        self.seeds = seeds
        self.maker = maker
    }

    private static let tokens: [[UInt8]] = [
        [0xEF, 0xBB, 0xBF], [0xFF, 0xFE], [0xFE, 0xFF], [0], [0x22], [0x22, 0x22], [0x2C], [0x3B],
        [0x09], [0x7C], [0x0A], [0x0D], [0x0D, 0x0A], [0xC3], [0xE1, 0xBA], [0xF0, 0x9F, 0x98],
        [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xC0, 0x80], [0xCC, 0x81],
        [0xE2, 0x80, 0x8B],
        [0xE2, 0x80, 0xA8], [0xC2, 0x85], [0x1A], [0x27, 0x3D], Array("sep=".utf8),
        Array("9223372036854775807".utf8), Array("-9223372036854775808".utf8),
        Array("99999999999999999999999".utf8), Array("0,000000000000000000001".utf8),
        Array("\"\n\"".utf8), Array(",,,,,,,,".utf8), Array("(1),(2),(3)\n".utf8),
        Array("Tổng cộng".utf8), Array("31/12/9999".utf8), Array("Mã đơn vị".utf8),
    ]

    func input(_ dice: inout Dice) -> [UInt8] {
        var bytes = dice.hits(2) || seeds.isEmpty ? maker.table(&dice) : dice.pick(seeds)
        if bytes.count > 2000, !dice.hits(20) {
            bytes.removeLast(bytes.count - 200 - dice.roll(1800))
        }
        for _ in 0..<dice.roll(7) { mutate(&bytes, &dice) }
        if dice.hits(25) { bytes = reencode(bytes, &dice) }
        return bytes
    }

    private func mutate(_ bytes: inout [UInt8], _ dice: inout Dice) {
        guard !bytes.isEmpty else {
            bytes = dice.pick(Self.tokens)
            return
        }
        let at = dice.roll(bytes.count)
        switch dice.roll(12) {
        case 0: bytes[at] ^= 1 << UInt8(dice.roll(8))
        case 1: bytes[at] = UInt8(truncatingIfNeeded: dice.next())
        case 2: bytes.remove(at: at)
        case 3, 4: bytes.insert(contentsOf: dice.pick(Self.tokens), at: at)
        case 5: bytes.removeLast(bytes.count - at)
        case 6: bytes.removeSubrange(at..<min(bytes.count, at + dice.roll(60)))
        case 7:
            let piece = Array(bytes[at..<min(bytes.count, at + 1 + dice.roll(60))])
            bytes.insert(contentsOf: piece, at: dice.roll(bytes.count))
        case 8:
            let other = seeds.isEmpty ? maker.table(&dice) : dice.pick(seeds)
            bytes = Array(bytes[..<at] + other[dice.roll(other.count)...].prefix(1500))
        case 9:
            let token = dice.pick(Self.tokens)
            // Rarely very many: what is linear stays fast, what is not shows.
            let times = dice.hits(10_000) ? 40_000 : 1 + dice.roll(80)
            bytes.insert(contentsOf: repeatElement(token, count: times).joined(), at: at)
        case 10:
            let (from, to) = (
                dice.pick([0x2C, 0x3B, 0x0A, 0x22] as [UInt8]),
                dice.pick([0x2C, 0x3B, 0x09, 0x0D, 0x22] as [UInt8])
            )
            for index in bytes.indices where bytes[index] == from { bytes[index] = to }
        default:
            let piece = bytes[at..<min(bytes.count, at + 40)]
            let times = dice.hits(2000) ? 5_000 : 1 + dice.roll(20)
            bytes.append(contentsOf: repeatElement(piece, count: times).joined())
        }
    }

    private func reencode(_ bytes: [UInt8], _ dice: inout Dice) -> [UInt8] {
        switch dice.roll(4) {
        case 0:
            [0xFF, 0xFE]
                + String(decoding: bytes, as: UTF8.self).utf16.flatMap {
                    [UInt8($0 & 0xFF), UInt8($0 >> 8)]
                }
        case 1:
            [0xFE, 0xFF]
                + String(decoding: bytes, as: UTF8.self).utf16.flatMap {
                    [UInt8($0 >> 8), UInt8($0 & 0xFF)]
                }
        case 2:
            String(decoding: bytes, as: UTF8.self).utf16.flatMap {
                [UInt8($0 & 0xFF), UInt8($0 >> 8)]
            }
        default: Array(String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) })).utf8)
        }
    }
}
