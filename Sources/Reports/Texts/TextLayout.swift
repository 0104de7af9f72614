internal import Foundation

/// Lays out what a template printed: lines that fit stay as they are, longer ones go on under their own
/// beginning, and marks set lines in the middle or in two blocks.
struct TextLayout {
    /// Signs of the private use area, which no text out of a file has (``PlainText``).
    enum Mark {
        /// At the beginning of a line: it stands in the middle of the page.
        static let centre = "\u{E000}"
        /// Within a line: what follows stands in the middle of the right half.
        static let right = "\u{E001}"
        /// Within a line: each part stands in the middle of its half.
        static let halves = "\u{E002}"
    }

    let width: Int

    func lay(_ text: String) -> String {
        var page = SummaryPage(width: width)
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false)[...]
        // The last line's end begins no other.
        if lines.last?.isEmpty == true { lines.removeLast() }
        for line in lines { lay(line, &page) }
        return page.text
    }

    private func lay(_ line: Substring, _ page: inout SummaryPage) {
        let line = TextLayout.plain(line)
        if line.contains(Mark.halves) || line.contains(Mark.right) {
            let isCentred = line.contains(Mark.halves)
            let mark = isCentred ? Mark.halves : Mark.right
            let parts = line.components(separatedBy: mark).map(TextLayout.withoutMarks)
            page.pair(
                parts[0],
                parts.dropFirst().joined(separator: " "),
                centresLeft: isCentred,
                centresRight: true
            )
            return
        }
        if line.hasPrefix(Mark.centre) {
            // A title in full lines is no title: it keeps off the margins.
            for piece in DisplayWidth.wrap(TextLayout.withoutMarks(line), to: width * 4 / 5) {
                page.centred(piece)
            }
            return
        }
        let text = TextLayout.withoutMarks(line)
        guard DisplayWidth.of(text) > width else {
            page.line(text)
            return
        }
        let body = text.drop { $0 == " " }
        let indent = min(text.count - body.count, width / 2)
        page.paragraph(
            String(body),
            indent: indent,
            hanging: body.hasPrefix("- ") || body.hasPrefix("+ ") ? 2 : 0
        )
    }

    /// A line without control characters; a tab is a blank.
    private static func plain(_ line: Substring) -> String {
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
