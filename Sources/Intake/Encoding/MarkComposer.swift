internal import Foundation

/// Composes letters and combining marks (NFC), in chunks as they come.
///
/// Texts without combining marks pass through as they are. From the first mark on, the text behind
/// the last place where no mark can follow waits for the next chunk.
struct MarkComposer: Sendable {
    private var carry: [UInt8] = []
    private var isComposing = false

    /// Takes the next bytes of UTF-8 and gives those that are settled.
    mutating func push(_ bytes: [UInt8]) -> [UInt8] {
        if !isComposing {
            guard CombiningMarks.occur(in: bytes) else { return bytes }
            isComposing = true
        }
        let all = carry + bytes
        let cut = TextCut.last(in: all)
        carry = Array(all[cut...])
        return Self.compose(Array(all[..<cut]))
    }

    /// Gives what waited for its end.
    mutating func finish() -> [UInt8] {
        defer { carry = [] }
        return Self.compose(carry)
    }

    /// Composes each line that holds marks; lines with broken bytes stay as they are.
    private static func compose(_ bytes: [UInt8]) -> [UInt8] {
        guard CombiningMarks.occur(in: bytes) else { return bytes }
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        for line in bytes.split(separator: 10, omittingEmptySubsequences: false) {
            let line = Array(line)
            if CombiningMarks.occur(in: line), line.firstUTF8Fault == nil {
                let text = String(decoding: line, as: UTF8.self)
                result.append(contentsOf: text.precomposedStringWithCanonicalMapping.utf8)
            } else {
                result.append(contentsOf: line)
            }
            result.append(10)
        }
        result.removeLast()
        return result
    }
}
