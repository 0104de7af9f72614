/// Where words stand in a plan's file, for mistakes about what they name.
struct PlanWords {
    /// The file with what stands in lines of comment blanked.
    private let bytes: [UInt8]

    init(_ bytes: [UInt8]) {
        var bytes = bytes
        var start = 0
        while start < bytes.count {
            let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
            let line = start..<end
            if bytes[line].first(where: { $0 != UInt8(ascii: " ") }) == UInt8(ascii: "#") {
                for index in line { bytes[index] = UInt8(ascii: " ") }
            }
            start = end + 1
        }
        self.bytes = bytes
    }

    /// The line and column of a word's first place, both from 1; the beginning of the file where there is
    /// none.
    func place(of word: String) -> (line: Int, column: Int) {
        let wanted = Array(word.utf8)
        guard let first = wanted.first, wanted.count <= bytes.count else { return (1, 1) }
        for start in 0...(bytes.count - wanted.count) where bytes[start] == first {
            let end = start + wanted.count
            guard bytes[start..<end].elementsEqual(wanted), !isPart(start - 1), !isPart(end) else {
                continue
            }
            let before = bytes[..<start]
            let lineStart = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
            let line = 1 + before.count { $0 == UInt8(ascii: "\n") }
            return (line, 1 + String(decoding: bytes[lineStart..<start], as: UTF8.self).count)
        }
        return (1, 1)
    }

    /// Whether a byte goes on with a word.
    private func isPart(_ index: Int) -> Bool {
        guard bytes.indices.contains(index) else { return false }
        return switch bytes[index] {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "-"), 0x80...:
            true
        default: false
        }
    }
}
