/// Lines that are set aside together, as one record: from a line that cannot be read to the next
/// that can.
///
/// However long it is, only its beginning is kept, as much as a record may have; its lines are
/// counted to the last.
struct SetAsideRun: Hashable, Sendable {
    /// Whether it ends with its first line: one without an open quote was too long.
    let endsWithLine: Bool
    /// How many of its bytes have been gone through.
    private(set) var length = 0
    /// How many of them stand before the line end of its last line that is not blank.
    private(set) var contentLength = 0
    /// How many physical lines have ended in it.
    private(set) var lines = 0
    /// How many of them stand before trailing blank lines.
    private(set) var contentLines = 0
    /// How its last line that is not blank ends.
    private(set) var ending: LineEndings = []
    /// Whether the bytes gone through end inside a line.
    private(set) var isInsideLine = false

    init(endsWithLine: Bool) { self.endsWithLine = endsWithLine }

    /// Whether the next bytes begin a line that may be good again.
    var isAtLineStart: Bool { lines > 0 && !isInsideLine }

    /// Takes the line that begins at `start`, or what is there of it, and returns the offset behind
    /// it; nil where more bytes are needed.
    mutating func takeLine(
        _ bytes: Span<UInt8>,
        from start: Int,
        isFinal: Bool,
        limit: Int
    ) -> Int? {
        let next = LineScan.end(bytes, from: start)
        guard next == bytes.count, !isFinal, bytes[next - 1] != 10 else {
            let content = LineScan.contentEnd(bytes, before: next, from: start)
            lines += 1
            if content.offset > start || isInsideLine {
                contentLength = length + content.offset - start
                contentLines = lines
                ending = content.ending
            }
            isInsideLine = false
            length += next - start
            return next
        }
        // A CR may be half of a CRLF.
        let end = bytes[next - 1] == 13 ? next - 1 : next
        guard end > start, isInsideLine || end - start > limit else { return nil }
        isInsideLine = true
        length += end - start
        contentLength = length
        return end
    }
}
