internal import Foundation

/// Lays out what a template printed: lines that fit stay as they are, longer ones go on under their
/// own beginning, and marks set lines in the middle or in two blocks.
struct TextLayout {
    /// Signs of the private use area, which no text out of a file has (``PlainText``).
    enum Mark {
        /// At the beginning of a line: it stands in the middle of the page.
        static let centre: Unicode.Scalar = "\u{E000}"
        /// Within a line: what follows stands in the middle of the right half.
        static let right: Unicode.Scalar = "\u{E001}"
        /// Within a line: each part stands in the middle of its half.
        static let halves: Unicode.Scalar = "\u{E002}"
    }

    let width: Int

    func lay(_ text: String) -> String {
        var page = SummaryPage(width: width)
        lay(text, endsText: true, on: &page)
        return page.text
    }

    /// Lays out lines; where they end a text, the end of the last line begins no other.
    func lay(_ text: String, endsText: Bool, on page: inout SummaryPage) {
        var text = text
        text.withUTF8 { signs in
            var start = 0
            while let end = signs[start...].firstIndex(of: UInt8(ascii: "\n")) {
                lay(UnsafeBufferPointer(rebasing: signs[start..<end]), &page)
                start = end + 1
            }
            if start < signs.count || !endsText {
                lay(UnsafeBufferPointer(rebasing: signs[start...]), &page)
            }
        }
    }

    private func lay(_ signs: UnsafeBufferPointer<UInt8>, _ page: inout SummaryPage) {
        // Most lines have neither marks nor anything that is left out.
        if let columns = DisplayWidth.ofEven(signs) {
            if columns <= width { page.line(even: signs) } else { set(even: signs, &page) }
            return
        }
        lay(String(decoding: signs, as: UTF8.self), &page)
    }

    private func lay(_ line: String, _ page: inout SummaryPage) {
        if line.unicodeScalars.allSatisfy(TextLayout.isSurelyText) {
            set(line, &page)
            return
        }
        let line = TextLayout.plain(line)
        let signs = line.unicodeScalars
        let isCentred = signs.contains(Mark.halves)
        if isCentred || signs.contains(Mark.right) {
            let mark = isCentred ? Mark.halves : Mark.right
            let parts = signs.split(separator: mark, omittingEmptySubsequences: false)
                .map { TextLayout.withoutMarks(Substring($0)) }
            page.pair(
                parts[0],
                parts.dropFirst().joined(separator: " "),
                centresLeft: isCentred,
                centresRight: true
            )
            return
        }
        if signs.first == Mark.centre {
            // A title in full lines is no title: it keeps off the margins.
            for piece in DisplayWidth.wrap(TextLayout.withoutMarks(line), to: width * 4 / 5) {
                page.centred(piece)
            }
            return
        }
        set(TextLayout.withoutMarks(line), &page)
    }

    /// A line that is too long and whose every sign takes one column.
    private func set(even signs: UnsafeBufferPointer<UInt8>, _ page: inout SummaryPage) {
        let indent = signs.firstIndex { $0 != UInt8(ascii: " ") } ?? signs.count
        set(
            String(decoding: signs[indent...], as: UTF8.self),
            indent: min(indent, width / 2),
            &page
        )
    }

    /// A line without marks.
    private func set(_ text: String, _ page: inout SummaryPage) {
        // No sign takes more columns than bytes.
        guard text.utf8.count > width, DisplayWidth.of(text) > width else {
            page.line(text)
            return
        }
        let body = text.drop { $0 == " " }
        let indent = min(text.count - body.count, width / 2)
        set(String(body), indent: indent, &page)
    }

    /// A line that goes on under its own beginning.
    private func set(_ body: String, indent: Int, _ page: inout SummaryPage) {
        page.paragraph(
            body,
            indent: indent,
            hanging: body.hasPrefix("- ") || body.hasPrefix("+ ") ? 2 : 0
        )
    }

    /// Whether a sign is a blank or stands in a block that has no blanks, control characters or
    /// marks: told without its category, which is slow to look up.
    private static func isSurelyText(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x20..<0x7F, 0xA1..<0x1680, 0x1E00..<0x2000: true
        default: false
        }
    }

    /// A line without control characters; a tab is a blank.
    private static func plain(_ line: String) -> String {
        String(
            String.UnicodeScalarView(
                line.unicodeScalars.compactMap { scalar in
                    switch scalar.properties.generalCategory {
                    case .control: scalar == "\t" ? " " : nil
                    case .spaceSeparator: " "
                    default: scalar
                    }
                }
            )
        )
    }

    private static func withoutMarks(_ text: some StringProtocol) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.filter { $0.properties.generalCategory != .privateUse }
            )
        )
    }
}
