internal import Model

/// The last words of all headings that some form knows: what ends in another word is none of them.
struct HeaderEndings: Sendable {
    /// By a digest; two words that share one only cost a closer look.
    private var words: Set<UInt64> = []
    /// Those of the notes that headings have in parentheses.
    private var notes: Set<UInt64> = []
    /// For each byte whether some word ends in it.
    private var last = [Bool](repeating: false, count: 256)

    /// Adds the last word of a folded heading.
    mutating func add(_ key: [UInt8]) {
        guard let end = key.last else { return }
        last[Int(end)] = true
        words.insert(HeaderEndings.digest(key))
    }

    /// Adds the last word of a folded note.
    mutating func add(note key: [UInt8]) {
        guard let end = key.last else { return }
        last[Int(end)] = true
        notes.insert(HeaderEndings.digest(key))
    }

    private static func digest(_ key: [UInt8]) -> UInt64 {
        let start = key.lastIndex(of: 32).map { $0 + 1 } ?? 0
        return Digest(key.span.extracting(start..<key.count)).low
    }

    /// Whether a text below a heading, as a part of that heading or alone, may be one that a form knows.
    ///
    /// False is certain. With `behindNote` it may also end a note that the heading has begun.
    func mayEnd(_ text: Span<UInt8>, behindNote: Bool) -> Bool {
        var isPlain = true
        for index in text.indices {
            let byte = text[index]
            // A note in parentheses is left out of a heading, and a combining mark may belong to the word
            // above: both are for a closer look.
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
        let word = HeaderEndings.digest(key)
        return words.contains(word) || (behindNote && notes.contains(word))
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        CellBytes.isDigit(byte) || (0x61...0x7A).contains(byte | 0x20)
    }
}
