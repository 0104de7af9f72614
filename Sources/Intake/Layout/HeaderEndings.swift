internal import Model

/// What all headings that some form knows end in: their last word, their last two and so on.
///
/// A text below a heading that is none of these is no heading, neither by itself nor as a part of
/// the one above it.
struct HeaderEndings: Sendable {
    /// By a digest; two that share one only cost a closer look.
    private var headings: Set<UInt64> = []
    /// Those of the notes that headings have in parentheses.
    private var notes: Set<UInt64> = []
    /// For each byte whether something ends in it.
    private var last = [Bool](repeating: false, count: 256)

    /// Adds the endings of a folded heading.
    mutating func add(_ key: [UInt8]) {
        guard let end = key.last else { return }
        last[Int(end)] = true
        headings.formUnion(HeaderEndings.endings(of: key))
    }

    /// Adds the endings of a folded note.
    mutating func add(note key: [UInt8]) {
        guard let end = key.last else { return }
        last[Int(end)] = true
        notes.formUnion(HeaderEndings.endings(of: key))
    }

    private static func endings(of key: [UInt8]) -> [UInt64] {
        key.indices.filter { $0 == 0 || key[$0 - 1] == 32 }.map {
            Digest(key.span.extracting($0..<key.count)).low
        }
    }

    /// Whether a text below a heading, as a part of that heading or alone, may be one that a form
    /// knows.
    ///
    /// False is certain. With `behindNote` it may also end a note that the heading has begun.
    func mayEnd(_ text: Span<UInt8>, behindNote: Bool) -> Bool {
        var isPlain = true
        for index in text.indices {
            let byte = text[index]
            // A note in parentheses is left out of a heading, and a combining mark may belong to
            // the word above: both are for a closer look.
            if byte == UInt8(ascii: "(") || byte == 0xCC || byte == 0xCD { return true }
            if byte >= 0x80 { isPlain = false }
        }
        if isPlain {
            guard let end = text.indices.last(where: { HeaderEndings.isWord(text[$0]) }) else {
                return true
            }
            let byte = text[end]
            if !last[Int(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte)] { return false }
        }
        var key: [UInt8] = []
        Fold.append(text, to: &key)
        guard !key.isEmpty else { return true }
        let digest = Digest(key.span).low
        return headings.contains(digest) || (behindNote && notes.contains(digest))
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        CellBytes.isDigit(byte) || (0x61...0x7A).contains(byte | 0x20)
    }
}
