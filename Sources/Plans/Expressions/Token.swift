internal import Model

/// A piece of an expression of the plan language, with its place in the text.
struct Token: Hashable {
    enum Kind: Hashable {
        /// A word of letters, digits, `_` and `-` that begins with a letter.
        case word(String)
        case number(Quantity)
        case quoted(String)
        /// A day written as 2024-12-15.
        case day(Day)
        case symbol(String)
        case end
    }

    var kind: Kind
    /// The token as written.
    var text: String
    /// The number of characters before it.
    var offset: Int
}

/// Splits an expression into tokens.
enum Lexer {
    /// What cannot stand in an expression, and where.
    struct Failure: Error {
        var text: String
        var offset: Int
        /// Whether it can be read, in two ways.
        var isAmbiguous = false
    }

    static func tokens(of expression: String) throws(Failure) -> [Token] {
        let characters = Array(expression)
        var tokens: [Token] = []
        var index = 0
        while index < characters.count {
            let start = index
            let character = characters[index]
            if character.isWhitespace {
                index += 1
                continue
            }
            func token(_ kind: Token.Kind) -> Token {
                Token(kind: kind, text: String(characters[start..<index]), offset: start)
            }
            if isWordStart(character) {
                // A hyphen belongs to a word only between letters or digits: `a - b` is a
                // difference.
                while index < characters.count,
                    isWordPart(characters[index])
                        || (characters[index] == "-" && index + 1 < characters.count
                            && isWordPart(characters[index + 1]))
                {
                    index += 1
                }
                tokens.append(token(.word(String(characters[start..<index]))))
            } else if isDigit(character) {
                tokens.append(try number(characters, &index))
            } else if character == "\"" || character == "'" || character == "“" {
                let close: Character = character == "“" ? "”" : character
                index += 1
                while index < characters.count, characters[index] != close { index += 1 }
                guard index < characters.count else {
                    throw Failure(text: String(characters[start...]), offset: start)
                }
                index += 1
                tokens.append(token(.quoted(String(characters[start + 1..<index - 1]))))
            } else {
                let two = String(characters[index..<min(index + 2, characters.count)])
                let symbol =
                    ["..", "<=", ">=", "!="].contains(two) ? two : String(character)
                guard two == symbol || "=<>+-*/(),.%".contains(character) else {
                    throw Failure(text: String(character), offset: start)
                }
                index += symbol.count
                tokens.append(token(.symbol(symbol)))
            }
        }
        tokens.append(Token(kind: .end, text: "", offset: characters.count))
        return tokens
    }

    /// A number, a day, or a word that begins with digits (`2024-CT`, `12A`).
    private static func number(
        _ characters: [Character],
        _ index: inout Int
    ) throws(Failure) -> Token {
        let start = index
        while index < characters.count, isDigit(characters[index]) { index += 1 }
        if let end = endOfDay(characters, start) {
            index = end
            let text = String(characters[start..<end])
            // A day that there is not is a word, of which the reader says what is wrong with it.
            return Token(
                kind: Day(iso: text).map(Token.Kind.day) ?? .word(text),
                text: text,
                offset: start
            )
        }
        let continuesAsWord =
            index < characters.count
            && (isWordPart(characters[index])
                || (characters[index] == "-" && index + 1 < characters.count
                    && isWordStart(characters[index + 1])))
        if continuesAsWord {
            while index < characters.count,
                isWordPart(characters[index]) || characters[index] == "-"
            {
                index += 1
            }
            let text = String(characters[start..<index])
            return Token(kind: .word(text), text: text, offset: start)
        }
        if index + 1 < characters.count, characters[index] == ".", isDigit(characters[index + 1]) {
            index += 1
            while index < characters.count, isDigit(characters[index]) { index += 1 }
        }
        let text = String(characters[start..<index])
        guard let number = Quantity(decimal: text) else {
            throw Failure(text: text, offset: start)
        }
        // No share is a thousand per cent.
        if mayBeThousands(text), !isShare(characters[index...]) {
            throw Failure(text: text, offset: start, isAmbiguous: true)
        }
        return Token(kind: .number(number), text: text, offset: start)
    }

    /// Whether a number with a point may be a thousand and more as well as a fraction: `1.000`.
    ///
    /// As in the cells of files, what cannot be thousands is a fraction: `0.125`, `1234.567`, and
    /// all that has not exactly three digits behind its point (domain.md 2.7).
    static func mayBeThousands(_ text: String) -> Bool {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2, let whole = parts.first else { return false }
        return (1...3).contains(whole.count) && whole.first != "0" && parts[1].count == 3
    }

    /// Whether a number before this is one of per cent.
    private static func isShare(_ rest: ArraySlice<Character>) -> Bool {
        rest.first { !$0.isWhitespace } == "%"
    }

    /// Where what is written like 2024-12-15 ends.
    private static func endOfDay(_ characters: [Character], _ start: Int) -> Int? {
        let end = start + 10
        guard end <= characters.count,
            end == characters.count || !isWordPart(characters[end]),
            (start..<end).allSatisfy({ place in
                [4, 7].contains(place - start)
                    ? characters[place] == "-" : isDigit(characters[place])
            })
        else { return nil }
        return end
    }

    private static func isDigit(_ character: Character) -> Bool {
        character.isASCII && character.isNumber
    }

    private static func isWordStart(_ character: Character) -> Bool {
        character.isLetter || character == "_"
    }

    private static func isWordPart(_ character: Character) -> Bool {
        character.isLetter || isDigit(character) || character == "_"
    }
}
