/// A command line cut into words without a shell: blanks separate, quotes hold together.
///
/// Nothing is expanded: `$HOME`, `*`, `~` and `;` are the characters that they are.
package struct CommandWords: Hashable, Sendable {
    /// A word and the number of bytes before it.
    package struct Word: Hashable, Sendable {
        /// The word without its quotes.
        package var text: String
        /// Bytes before it in the command line.
        package var offset: Int
    }

    /// The words in their order.
    package let words: [Word]

    /// Cuts a text.
    ///
    /// - Throws: ``ScheduleFailure`` for a quote that does not end.
    package init(_ text: String) throws(ScheduleFailure) {
        var words: [Word] = []
        var word: [UInt8] = []
        var start: Int?
        var quote: (mark: UInt8, offset: Int)?
        for (offset, byte) in text.utf8.enumerated() {
            if let open = quote {
                if byte == open.mark { quote = nil } else { word.append(byte) }
                continue
            }
            switch byte {
            case UInt8(ascii: "'"), UInt8(ascii: "\""):
                quote = (byte, offset)
                start = start ?? offset
            case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"):
                if let begun = start {
                    words.append(Word(text: String(decoding: word, as: UTF8.self), offset: begun))
                }
                word = []
                start = nil
            default:
                start = start ?? offset
                word.append(byte)
            }
        }
        if let quote {
            throw ScheduleFailure(
                offset: quote.offset,
                message: "dấu nháy không có dấu đóng",
                found: String(UnicodeScalar(quote.mark)),
                allowed: "'…' hoặc \"…\""
            )
        }
        if let begun = start {
            words.append(Word(text: String(decoding: word, as: UTF8.self), offset: begun))
        }
        self.words = words
    }
}
