import Intake

/// What a decoder makes of a file's bytes.
struct Decoded: Equatable {
    var text = ""
    var encoding: TextEncoding?
    var fault: EncodingFault?
    var markLength = 0

    init(
        text: String = "",
        encoding: TextEncoding? = nil,
        fault: EncodingFault? = nil,
        markLength: Int = 0
    ) {
        self.text = text
        self.encoding = encoding
        self.fault = fault
        self.markLength = markLength
    }

    /// Decodes bytes that come in pieces: the first of at least 64 KiB, then of these sizes.
    init(_ bytes: [UInt8], head: Int = .max, pieces: [Int] = []) {
        var decoder = TextDecoder()
        var output: [UInt8] = []
        var position = min(head, bytes.count)
        output += decoder.push(Array(bytes[..<position]))
        var piece = 0
        while position < bytes.count {
            let size = pieces.isEmpty ? bytes.count : max(1, pieces[piece % pieces.count])
            let end = min(bytes.count, position + size)
            output += decoder.push(Array(bytes[position..<end]))
            position = end
            piece += 1
        }
        output += decoder.finish()
        text = String(decoding: output, as: UTF8.self)
        encoding = decoder.encoding
        fault = decoder.fault
        markLength = decoder.markLength
    }
}
