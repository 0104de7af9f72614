/// Keeps personal data out of reports (domain.md 3.4).
package enum Privacy {
    /// The initials of a name: `Nguyễn Văn A` becomes `N.V.A.`.
    package static func initials(_ name: String) -> String {
        name.split(whereSeparator: { !$0.isLetter && !$0.isNumber })
            .compactMap(\.first).map { String($0).uppercased() + "." }.joined()
    }

    /// The text with phone numbers, e-mail addresses and identity numbers taken out.
    package static func withoutContacts(_ text: String) -> String {
        var text = text
        var digits = 0
        var hasAt = false
        var isWide = false
        for byte in text.utf8 {
            if isDigit(byte) {
                digits += 1
            } else if byte == UInt8(ascii: "@") {
                hasAt = true
            } else if byte == 0xEF {
                isWide = true
            }
        }
        if isWide {
            text = narrowed(text)
            digits = text.utf8.count(where: isDigit)
        }
        if hasAt {
            text = text.split(separator: " ", omittingEmptySubsequences: false)
                .map { isAddress($0) ? hidden[...] : $0 }.joined(separator: " ")
        }
        guard digits >= 9 else { return text }
        var numbers = ContactNumbers(text)
        return numbers.masked(with: hidden) ?? text
    }

    /// What stands in the place of something hidden.
    package static let hidden = "(đã ẩn)"

    private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }

    /// The text with the digits of East Asian fonts as everybody writes them.
    private static func narrowed(_ text: String) -> String {
        var narrowed = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            let isDigit = (0xFF10...0xFF19).contains(scalar.value)
            narrowed.append(
                isDigit ? Unicode.Scalar(UInt8(scalar.value - 0xFF10 + 0x30)) : scalar
            )
        }
        return String(narrowed)
    }

    private static func isAddress(_ word: Substring) -> Bool {
        guard let at = word.firstIndex(of: "@"), at != word.startIndex else { return false }
        return word[at...].dropFirst().contains(".")
    }
}
