/// Turns a file's bytes into UTF-8, whatever old encoding they are in.
///
/// The encoding is decided once for the file, on the first 64 KiB that hold a byte beyond ASCII
/// (more where those do not tell), so that the way a file is cut into pieces changes nothing. Lines
/// keep their number; within a line, offsets are those of the decoded text.
package struct TextDecoder: Sendable {
    /// What is looked at first, and the most that is held back to decide.
    private static let window = (first: 1 << 16, most: 1 << 20)
    /// The longest word that is held back for a mark that may follow it.
    private static let longestWord = 64

    /// The encoding; nil until the file has shown a byte beyond ASCII.
    package private(set) var encoding: TextEncoding?
    /// Why the file cannot be read; once it is set, `push` gives nothing more.
    package private(set) var fault: EncodingFault?
    /// How many bytes of a byte order mark the file begins with were left out.
    package private(set) var markLength = 0

    private var isStarted = false
    /// What waits for the decision, or for the next chunk.
    private var held: [UInt8] = []
    /// Where in the file, without its mark, the held bytes begin.
    private var position = 0
    /// Where the bytes to decide on end; nil while all was ASCII.
    private var windowEnd: Int?
    private var coding: LegacyCoding?
    private var wide: UTF16Decoder?
    private var composer = MarkComposer()

    package init() {}

    /// Takes the next bytes of the file and gives text in UTF-8.
    ///
    /// The first call must hold at least the first 64 KiB, or the whole file if that is shorter.
    package mutating func push(_ bytes: [UInt8]) -> [UInt8] {
        guard fault == nil else { return [] }
        if encoding != nil { return composer.push(convert(bytes)) }
        if isStarted { return settle(held.isEmpty ? bytes : held + bytes, isFinal: false) }
        guard !bytes.isEmpty else { return [] }
        isStarted = true
        return start(bytes)
    }

    /// Takes the end of the file and gives the rest of the text.
    package mutating func finish() -> [UInt8] {
        guard fault == nil else { return [] }
        var text: [UInt8] = []
        if encoding == nil { text = settle(held, isFinal: true) }
        guard fault == nil else { return [] }
        if encoding == nil, markLength > 0 { encoding = .utf8 }
        text += composer.push(flush())
        return text + composer.finish()
    }

    // MARK: - Deciding

    private mutating func start(_ bytes: [UInt8]) -> [UInt8] {
        if BinaryFile.hasSignature(bytes) { return refuse(.binary) }
        if let decoder = UTF16Decoder(startOf: bytes) {
            // UTF-32 has the same mark and two NULs behind it.
            if bytes.count > 3, bytes[2] == 0, bytes[3] == 0 { return refuse(.unknown) }
            markLength = 2
            wide = decoder
            encoding = bytes[0] == 0xFF ? .utf16LittleEndian : .utf16BigEndian
            return composer.push(convert(Array(bytes[2...])))
        }
        if let isBigEndian = UTF16Decoder.isBigEndian(bare: bytes) {
            wide = UTF16Decoder(isBigEndian: isBigEndian)
            encoding = isBigEndian ? .utf16BigEndian : .utf16LittleEndian
            return composer.push(convert(bytes))
        }
        let isShort = bytes.count <= Self.window.first
        let head = isShort ? bytes : Array(bytes.prefix(Self.window.first))
        if BinaryFile.hasControls(head) { return refuse(.binary) }
        if LossyText.isDamaged(head) { return refuse(.lossy) }
        markLength = ByteOrderMark.length(atStartOf: bytes.span)
        return settle(markLength == 0 ? bytes : Array(bytes[markLength...]), isFinal: false)
    }

    private mutating func refuse(_ fault: EncodingFault) -> [UInt8] {
        self.fault = fault
        held = []
        return []
    }

    /// Gives what is ASCII and, once the encoding can be decided, the rest.
    private mutating func settle(_ bytes: [UInt8], isFinal: Bool) -> [UInt8] {
        guard windowEnd == nil else {
            held = bytes
            return decide(isFinal: isFinal)
        }
        let first = NonASCII.first(in: bytes)
        if first == bytes.count, isFinal {
            held = []
            return bytes
        }
        // A mark letter may follow the letters in front of it.
        var cut = min(first, firstCapital(in: bytes, before: first))
        let telling = cut
        while cut > 0, telling - cut < Self.longestWord, bytes[cut - 1] | 0x20 >= 0x61,
            bytes[cut - 1] | 0x20 <= 0x7A
        {
            cut -= 1
        }
        position += cut
        held = Array(bytes[cut...])
        guard first < bytes.count else {
            return cut == bytes.count ? bytes : Array(bytes[..<cut])
        }
        let firstEnd = Self.window.first - markLength
        windowEnd = position < firstEnd ? firstEnd : position + Self.window.first
        return bytes[..<cut] + decide(isFinal: isFinal)
    }

    /// Where a toned capital that TCVN 5712 has among the controls stands before the first byte
    /// beyond ASCII, in the part of the file that is there at first; else that byte.
    private func firstCapital(in bytes: [UInt8], before first: Int) -> Int {
        guard position == 0, held.isEmpty, first < bytes.count, first < Self.window.first - 3 else {
            return first
        }
        return bytes[..<first].firstIndex { CodePage.tcvnCapitals[$0] != nil } ?? first
    }

    private mutating func decide(isFinal: Bool) -> [UInt8] {
        while let windowEnd, isFinal || position + held.count >= windowEnd {
            let isWhole = position + held.count <= windowEnd
            var sample = Array(held.prefix(windowEnd - position))
            let cut = TextCut.last(in: sample)
            if !(isWhole && isFinal), cut > 0 { sample.removeSubrange(cut...) }
            if case .text(let encoding, let coding) = EncodingVerdict(
                sample,
                isMarked: markLength > 0
            ) {
                self.encoding = encoding
                self.coding = coding
                let bytes = held
                held = []
                return composer.push(convert(bytes))
            }
            if isWhole && isFinal || windowEnd - position >= Self.window.most {
                return refuse(.unknown)
            }
            self.windowEnd = position + max(Self.window.first, 2 * (windowEnd - position))
        }
        return []
    }

    // MARK: - Decoding

    private mutating func convert(_ bytes: [UInt8]) -> [UInt8] {
        switch encoding {
        case nil, .utf8: return bytes
        case .utf16LittleEndian, .utf16BigEndian: return wide?.decode(bytes) ?? []
        case .windows1258, .tcvn3, .vni, .viscii:
            let all = held + bytes
            let cut = TextCut.last(in: all)
            held = Array(all[cut...])
            return coding?.decode(Array(all[..<cut]), replacesFaults: true) ?? []
        case .doubledUTF8, .tcvn3Glyphs, .vniGlyphs:
            let all = held + bytes
            let cut = TextCut.lastOfCell(in: all)
            held = Array(all[cut...])
            return mend(Array(all[..<cut]))
        }
    }

    /// What was held back for a next chunk that does not come.
    private mutating func flush() -> [UInt8] {
        defer { held = [] }
        switch encoding {
        case nil, .utf8: return []
        case .utf16LittleEndian, .utf16BigEndian: return wide?.decode([], isFinal: true) ?? []
        case .windows1258, .tcvn3, .vni, .viscii:
            return coding?.decode(held, replacesFaults: true) ?? []
        case .doubledUTF8, .tcvn3Glyphs, .vniGlyphs: return mend(held)
        }
    }

    private func mend(_ text: [UInt8]) -> [UInt8] {
        guard let coding else { return GlyphText.mend(text, GlyphText.undouble) }
        return GlyphText.mend(text) { GlyphText.mended($0, by: coding) }
    }
}
