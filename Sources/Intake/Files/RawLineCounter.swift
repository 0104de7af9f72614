/// Counts the physical lines of raw bytes, chunk by chunk; LF, CR and CRLF each end one.
struct RawLineCounter: Sendable {
    private var ended = 0
    private var endedBlank = 0
    private var isOpen = false
    /// Whether the line that is not ended yet has something beside blanks and separators.
    private var isFilled = false
    private var endsInReturn = false

    /// The lines so far, the last one too where nothing ends it.
    var lines: Int { ended + (isOpen ? 1 : 0) }
    /// Those of them with nothing but blanks and separators.
    var blanks: Int { endedBlank + (isOpen && !isFilled ? 1 : 0) }

    mutating func count(_ bytes: [UInt8]) {
        for byte in bytes {
            switch byte {
            case 10 where endsInReturn: break
            case 10, 13:
                ended += 1
                if !isFilled { endedBlank += 1 }
                isOpen = false
                isFilled = false
            default:
                isOpen = true
                isFilled = isFilled || !RawLineCounter.isEmpty(byte)
            }
            endsInReturn = byte == 13
        }
    }

    /// Blanks, separators and the zero bytes between the letters of wide encodings.
    private static func isEmpty(_ byte: UInt8) -> Bool {
        switch byte {
        case 0, 9, 32, UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "|"): true
        default: false
        }
    }
}
