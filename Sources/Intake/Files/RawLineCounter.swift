/// Counts the physical lines of raw bytes, chunk by chunk; LF, CR and CRLF each end one.
struct RawLineCounter: Sendable {
    private var ended = 0
    private var isOpen = false
    private var endsInReturn = false

    /// The lines so far, the last one too where nothing ends it.
    var lines: Int { ended + (isOpen ? 1 : 0) }

    mutating func count(_ bytes: [UInt8]) {
        for byte in bytes {
            switch byte {
            case 10:
                if !endsInReturn { ended += 1 }
                isOpen = false
            case 13:
                ended += 1
                isOpen = false
            default: isOpen = true
            }
            endsInReturn = byte == 13
        }
    }
}
