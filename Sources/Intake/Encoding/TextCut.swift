/// Where a text may be cut so that its pieces decode and compose like the whole.
enum TextCut {
    /// The longest piece that waits for a better place to be cut.
    private static let patience = 1 << 20

    /// The offset behind the last byte that ends neither a letter nor a word; 0 to go on waiting.
    static func last(in bytes: [UInt8]) -> Int {
        var index = bytes.count
        while index > 0 {
            switch bytes[index - 1] {
            case 9, 10, 13, 0x20, 0x22, 0x2C, 0x3B, 0x30...0x39: return index
            default: index -= 1
            }
            if bytes.count - index > patience { return bytes.count }
        }
        return 0
    }

    /// The offset behind the last byte that ends a cell or a line.
    static func lastOfCell(in bytes: [UInt8]) -> Int {
        var index = bytes.count
        while index > 0 {
            switch bytes[index - 1] {
            case 9, 10, 13, 0x22, 0x2C, 0x3B, 0x7C: return index
            default: index -= 1
            }
            if bytes.count - index > patience { return bytes.count }
        }
        return 0
    }
}
