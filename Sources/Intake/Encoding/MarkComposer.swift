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

    /// Composes each line that holds marks.
    private static func compose(_ bytes: [UInt8]) -> [UInt8] {
        guard CombiningMarks.occur(in: bytes) else { return bytes }
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        for line in bytes.split(separator: 10, omittingEmptySubsequences: false) {
            let line = Array(line)
            if CombiningMarks.occur(in: line) {
                append(line, to: &result)
            } else {
                result += line
            }
            result.append(10)
        }
        result.removeLast()
        return result
    }

    /// Appends a line composed; broken bytes stay as they are, and the text around them is composed
    /// all the same: nothing may depend on how much of a file without line feeds has come.
    private static func append(_ line: [UInt8], to result: inout [UInt8]) {
        var start = 0
        while start < line.count {
            let fault = UTF8Validation.firstFault(in: line.span.extracting(start..<line.count))
            let end = fault.map { start + $0.lowerBound } ?? line.count
            let text = String(decoding: line[start..<end], as: UTF8.self)
            result += text.precomposedStringWithCanonicalMapping.utf8
            start = fault.map { start + $0.upperBound } ?? line.count
            result += line[end..<start]
        }
    }
}
