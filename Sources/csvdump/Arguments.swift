/// What was asked for on the command line.
struct Arguments {
    var file = ""
    var delimiter: UInt8?
    /// 0 where nothing is quoted.
    var quote: UInt8?

    /// Nil where the words make no sense.
    init?(_ words: some Sequence<String>) {
        var words = Array(words)[...]
        while let word = words.popFirst() {
            switch word {
            case "--delimiter":
                guard let value = words.popFirst(), let byte = Arguments.byte(value) else {
                    return nil
                }
                delimiter = byte
            case "--quote":
                guard let value = words.popFirst() else { return nil }
                guard !value.isEmpty else {
                    quote = 0
                    continue
                }
                guard let byte = Arguments.byte(value) else { return nil }
                quote = byte
            default:
                guard file.isEmpty, !word.hasPrefix("--") else { return nil }
                file = word
            }
        }
        if file.isEmpty { return nil }
    }

    private static func byte(_ text: String) -> UInt8? {
        if text == "\\t" || text == "tab" { return 9 }
        guard text.utf8.count == 1, let byte = text.utf8.first, byte < 0x80, byte != 10,
            byte != 13
        else { return nil }
        return byte
    }
}
