import Reports

/// Estimates how much room text takes in Times New Roman: the library cannot fit rows to their
/// text.
enum TextMeasure {
    /// Advance widths of U+0020 to U+007E in thousandths of the font size.
    private static let widths: [Int] = [
        250, 333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278,
        500, 500, 500, 500, 500, 500, 500, 500, 500, 500, 278, 278, 564, 564, 564, 444,
        921, 722, 667, 667, 722, 611, 556, 722, 722, 333, 389, 722, 611, 889, 722, 722,
        556, 722, 667, 556, 611, 722, 722, 944, 722, 722, 611, 333, 278, 333, 469, 500,
        333, 444, 500, 444, 500, 444, 333, 500, 500, 278, 278, 500, 278, 778, 500, 500,
        500, 500, 333, 389, 278, 500, 500, 722, 500, 500, 444, 480, 200, 480, 541,
    ]

    /// How many lines text takes in a column of so many digits' width, wrapped between words.
    ///
    /// The estimate is rather high than low, so that no line is cut in another program.
    static func lines(_ text: String, width: Double, size: Int, isBold: Bool) -> Int {
        // A digit is half as wide as the font is high; 6 % are kept for other fonts and padding.
        let available = max(1000, width * 500 * 0.94 * Double(CellFormat.bodySize) / Double(size))
        let stretch = isBold ? 1.08 : 1.0
        return plainLines(text, available, stretch) ?? spelledLines(text, available, stretch)
    }

    /// Lines while words are put on them, one behind another.
    private struct Wrapping {
        let available: Double
        var lines = 1
        /// How much of the last line is taken.
        private var used = 0.0

        init(available: Double) { self.available = available }

        @inline(__always)
        mutating func add(word width: Double) {
            var length = width
            if used > 0, used + TextMeasure.blank + length > available {
                lines += 1
                used = 0
            } else if used > 0 {
                used += TextMeasure.blank
            }
            // A word longer than the line is broken within.
            while length > available, lines < 4096 {
                lines += 1
                length -= available
            }
            used += length
        }

        mutating func endParagraph() {
            lines += 1
            used = 0
        }
    }

    /// The advance of a blank.
    private static let blank = 250.0

    /// The lines of any text, letter by letter.
    static func spelledLines(_ text: String, _ available: Double, _ stretch: Double) -> Int {
        var wrapping = Wrapping(available: available)
        let paragraphs = text.split(separator: "\n", omittingEmptySubsequences: false)
        for (index, paragraph) in paragraphs.enumerated() {
            if index > 0 { wrapping.endParagraph() }
            for word in paragraph.split(separator: " ", omittingEmptySubsequences: false) {
                wrapping.add(
                    word: Double(word.unicodeScalars.reduce(0) { $0 + advance($1) }) * stretch
                )
            }
        }
        return wrapping.lines
    }

    /// The lines of a text in one paragraph of common letters; nil for another text.
    ///
    /// Byte by byte the same as what ``spelledLines(_:_:_:)`` finds letter by letter.
    static func plainLines(_ text: String, _ available: Double, _ stretch: Double) -> Int? {
        text.utf8.withContiguousStorageIfAvailable { bytes in
            advances.withUnsafeBufferPointer { plainLines(bytes, $0, available, stretch) }
        } ?? nil
    }

    private static func plainLines(
        _ bytes: UnsafeBufferPointer<UInt8>,
        _ advances: UnsafeBufferPointer<UInt16>,
        _ available: Double,
        _ stretch: Double
    ) -> Int? {
        var wrapping = Wrapping(available: available)
        var word = 0
        var index = 0
        while index < bytes.count {
            var scalar = Int(bytes[index])
            switch scalar {
            case 0x20:
                index += 1
                wrapping.add(word: Double(word) * stretch)
                word = 0
                continue
            case 0x21...0x7E: index += 1
            case 0xC2...0xDF:
                scalar = (scalar & 0x1F) << 6 | Int(bytes[index + 1] & 0x3F)
                index += 2
            case 0xE0...0xE2:
                scalar =
                    (scalar & 0xF) << 12 | Int(bytes[index + 1] & 0x3F) << 6
                    | Int(bytes[index + 2] & 0x3F)
                index += 3
            default: return nil
            }
            word += Int(advances[scalar])
        }
        wrapping.add(word: Double(word) * stretch)
        return wrapping.lines
    }

    /// The advances of all that two bytes of UTF-8 hold and of what three bytes hold up to U+2FFF:
    /// every letter of Vietnamese, dashes, quotation marks.
    private static let advances: [UInt16] = (0..<0x3000).map { value in
        Unicode.Scalar(UInt32(value)).map { UInt16(advance($0)) } ?? 0
    }

    /// The height in points of so many lines, at most what Excel allows.
    static func height(lines: Int, size: Int) -> Double {
        min(409, Double(lines) * Double(size) * 1.22 + 4)
    }

    /// The length of a text in one line, in points.
    static func points(_ text: String, size: Int) -> Double {
        Double(text.unicodeScalars.reduce(0) { $0 + advance($1) } * size) / 1000
    }

    private static func advance(_ scalar: Unicode.Scalar) -> Int {
        switch scalar.value {
        case 0x20...0x7E: widths[Int(scalar.value) - 0x20]
        case 0xA0: 250
        case 0x300...0x36F, 0x200B...0x200F: 0
        case 0x1100...0x11FF, 0x2E80...0x9FFF, 0xAC00...0xD7AF, 0xF900...0xFAFF, 0xFF00...0xFF60:
            1000
        case 0x2013: 500
        case 0x2014, 0x2026: 1000
        case 0x1F000...: 1300
        default: scalar.properties.isUppercase ? 740 : 510
        }
    }
}

extension TextMeasure {
    /// The width in digits of the longest word of a heading, so that no word is broken.
    static func longestWord(_ text: String, isBold: Bool) -> Double {
        let words = text.split { $0 == " " || $0 == "\n" }
        let longest = words.map { $0.unicodeScalars.reduce(0) { $0 + advance($1) } }.max() ?? 0
        return min(24, Double(longest) * (isBold ? 1.08 : 1) / 470)
    }

    /// What ``longestFigure(_:)`` gives at most.
    static let widestFigure = 24.0

    /// The width in digits of the longest number within a short text, such as `2.763/2.763`, which
    /// is not broken over two lines; 0 for other texts.
    static func longestFigure(_ text: String) -> Double {
        guard text.utf8.count <= 40 else { return 0 }
        var longest = 0
        var length = 0
        var isFigure = true
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: " "):
                if isFigure { longest = max(longest, length) }
                length = 0
                isFigure = true
            // Digits and `,`, `.`, `/` between them.
            case 0x30...0x39, 0x2C, 0x2E, 0x2F: length += 1
            default: isFigure = false
            }
        }
        if isFigure { longest = max(longest, length) }
        return longest > 3 ? min(widestFigure, Double(longest) + 1) : 0
    }

    /// The width in digits that a number or date needs so as not to be shown as `###`; 0 for text.
    static func numberWidth(of value: SheetCell.Value, in kind: SheetColumn.Kind) -> Double {
        guard let (number, places) = CellFormat.number(of: value, in: kind) else {
            if case .date = value { return 11 }
            return 0
        }
        var digits = 1
        var rest = abs(number)
        while rest >= 10, digits < 400 {
            rest /= 10
            digits += 1
        }
        let separators = (digits - 1) / 3 + (places > 0 ? 1 : 0) + (number < 0 ? 1 : 0)
        // Half a digit for each separator, a little for bold and padding.
        return Double(digits + places) * 1.02 + Double(separators) * 0.6 + 1
    }
}

extension TextMeasure {
    /// The height in points that a text needs in a cell of a width in digits.
    static func height(of text: String, width: Double, _ format: CellFormat) -> Double {
        let lines =
            format.wraps
            ? lines(text, width: width, size: format.size, isBold: format.isBold) : 1
        return height(lines: lines, size: format.size)
    }
}
