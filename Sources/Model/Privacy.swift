/// Keeps personal data out of reports (domain.md 3.4).
package enum Privacy {
    /// The initials of a name: `Nguyễn Văn A` becomes `N.V.A.`.
    package static func initials(_ name: String) -> String {
        name.split(whereSeparator: { !$0.isLetter && !$0.isNumber })
            .compactMap(\.first).map { String($0).uppercased() + "." }.joined()
    }

    /// The text with phone numbers, e-mail addresses and identity numbers taken out.
    package static func withoutContacts(_ text: String) -> String {
        let bytes = text.utf8
        guard bytes.contains(UInt8(ascii: "@")) || bytes.count(where: isDigit) >= 9 else {
            return text
        }
        var pieces: [String] = []
        for word in text.split(separator: " ", omittingEmptySubsequences: false) {
            pieces.append(isAddress(word) ? hidden : String(word))
        }
        return maskNumbers(pieces.joined(separator: " "))
    }

    private static let hidden = "(đã ẩn)"

    private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }

    private static func isAddress(_ word: Substring) -> Bool {
        guard let at = word.firstIndex(of: "@"), at != word.startIndex else { return false }
        return word[at...].dropFirst().contains(".")
    }

    /// Masks runs of digits, single points or blanks between them, that read like a phone (10 or 11
    /// digits from 0 or 84) or an identity number (9 or 12 digits in one piece).
    private static func maskNumbers(_ text: String) -> String {
        let characters = Array(text)
        var output = ""
        var index = 0
        while index < characters.count {
            guard characters[index].isASCII, characters[index].isWholeNumber else {
                output.append(characters[index])
                index += 1
                continue
            }
            var digits = ""
            var isOnePiece = true
            var end = index
            var position = index
            while position < characters.count {
                let character = characters[position]
                if character.isASCII, character.isWholeNumber {
                    digits.append(character)
                    position += 1
                    end = position
                } else if character == " " || character == ".", position == end {
                    position += 1
                    if position < characters.count, characters[position].isWholeNumber {
                        isOnePiece = false
                    }
                } else {
                    break
                }
            }
            let isPhone =
                (digits.hasPrefix("0") && (10...11).contains(digits.count))
                || (digits.hasPrefix("84") && (11...12).contains(digits.count))
            let isIdentity = isOnePiece && (digits.count == 9 || digits.count == 12)
            output += isPhone || isIdentity ? hidden : String(characters[index..<end])
            index = end
        }
        return output
    }
}
