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
        for byte in text.utf8 {
            if isDigit(byte) { digits += 1 } else if byte == UInt8(ascii: "@") { hasAt = true }
        }
        if hasAt {
            text = text.split(separator: " ", omittingEmptySubsequences: false)
                .map { isAddress($0) ? hidden[...] : $0 }.joined(separator: " ")
        }
        return digits >= 9 ? maskNumbers(text) : text
    }

    /// What stands in the place of something hidden.
    package static let hidden = "(đã ẩn)"

    private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }

    private static func isAddress(_ word: Substring) -> Bool {
        guard let at = word.firstIndex(of: "@"), at != word.startIndex else { return false }
        return word[at...].dropFirst().contains(".")
    }

    /// Masks runs of digits, single points or blanks between them, that read like a phone (10 or 11
    /// digits from 0 or 84) or an identity number (9 or 12 digits in one piece).
    private static func maskNumbers(_ text: String) -> String {
        let bytes = Array(text.utf8)
        var output: [UInt8] = []
        // What has not been copied yet: most texts have nothing to hide.
        var copied = 0
        var index = 0
        while index < bytes.count {
            guard isDigit(bytes[index]) else {
                index += 1
                continue
            }
            let run = NumberRun(bytes, from: index)
            if run.isPhone || run.isIdentity {
                output += bytes[copied..<index]
                output += hidden.utf8
                copied = run.end
            }
            index = run.end
        }
        guard copied > 0 else { return text }
        output += bytes[copied...]
        return String(decoding: output, as: UTF8.self)
    }

    /// Digits in a row with at most one point or blank between two of them.
    private struct NumberRun {
        private(set) var end: Int
        private var count = 0
        private var isOnePiece = true
        private let startsLikePhone: (zero: Bool, country: Bool)

        init(_ bytes: [UInt8], from start: Int) {
            end = start
            let second = start + 1 < bytes.count ? bytes[start + 1] : 0
            startsLikePhone = (
                bytes[start] == UInt8(ascii: "0"),
                bytes[start] == UInt8(ascii: "8") && second == UInt8(ascii: "4")
            )
            var position = start
            while position < bytes.count {
                if isDigit(bytes[position]) {
                    if position > end { isOnePiece = false }
                    count += 1
                    position += 1
                    end = position
                } else if position == end,
                    bytes[position] == UInt8(ascii: " ") || bytes[position] == UInt8(ascii: ".")
                {
                    position += 1
                } else {
                    break
                }
            }
        }

        var isPhone: Bool {
            startsLikePhone.zero && (10...11).contains(count)
                || startsLikePhone.country && (11...12).contains(count)
        }

        var isIdentity: Bool { isOnePiece && (count == 9 || count == 12) }
    }
}
