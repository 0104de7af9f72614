/// The string literals of a Swift file as phrases: what stands in their interpolations is an
/// argument, and literals that are added to each other are one phrase.
struct PhraseScanner {
    struct Found: Hashable {
        /// The phrase with `{0}`, `{1}` … for its arguments, without blanks at its ends.
        var key: String
        /// Whether it is handed to the words of a report, so that it has to be in the catalogue.
        var isCalled: Bool
    }

    private let characters: [Character]
    private var index = 0
    private var found: [Found] = []

    /// The phrases of a file in the order of their ends.
    static func phrases(in text: String) -> [Found] {
        var scanner = PhraseScanner(characters: Array(text))
        scanner.code(isArgument: false)
        return scanner.found
    }

    private init(characters: [Character]) { self.characters = characters }

    private func stands(_ word: String) -> Bool {
        let word = Array(word)
        return index + word.count <= characters.count
            && Array(characters[index..<index + word.count]) == word
    }

    /// Code up to the parenthesis that ends an argument, or to the end of the file.
    private mutating func code(isArgument: Bool) {
        var depth = 0
        while index < characters.count {
            if stands("//") {
                while index < characters.count, !characters[index].isNewline { index += 1 }
            } else if stands("\"\"\"") {
                index += 3
                while index < characters.count, !stands("\"\"\"") { index += 1 }
                index += 3
            } else if characters[index] == "\"" {
                phrase()
            } else {
                if characters[index] == "(" { depth += 1 }
                if characters[index] == ")" {
                    if depth == 0, isArgument { return }
                    depth -= 1
                }
                index += 1
            }
        }
    }

    /// Literals with `+` between them.
    private mutating func phrase() {
        let isCalled = isAfterCall
        var text = ""
        var arguments = 0
        while true {
            literal(&text, &arguments)
            let end = index
            skipBlanks()
            guard stands("+") else {
                index = end
                break
            }
            index += 1
            skipBlanks()
            guard index < characters.count, characters[index] == "\"", !stands("\"\"\"") else {
                index = end
                break
            }
        }
        if let meaning {
            text += " [" + meaning + "]"
            while characters[index] != ")" { index += 1 }
        }
        found.append(Found(key: PhraseScanner.trimmed(text), isCalled: isCalled))
    }

    private mutating func literal(_ text: inout String, _ arguments: inout Int) {
        index += 1
        while index < characters.count, characters[index] != "\"" {
            if stands("\\(") {
                index += 2
                code(isArgument: true)
                text += "{\(arguments)}"
                arguments += 1
            } else {
                if characters[index] == "\\" { index += 1 }
                text.append(characters[index])
            }
            index += 1
        }
        index += 1
    }

    /// What `as:` says behind the phrase.
    private var meaning: String? {
        let rest = String(characters[index..<min(index + 60, characters.count)])
        return rest.wholeMatch(of: #/(?s),\s*as: "([^"]*)".*/#).map { String($0.1) }
    }

    private var isAfterCall: Bool {
        var end = index
        while end > 0, characters[end - 1].isWhitespace { end -= 1 }
        let before = String(characters[max(0, end - 12)..<end])
        return before.contains(#/(^|[^.\w]|\.)(words|self|Phrase)\($/#)
    }

    private mutating func skipBlanks() {
        while index < characters.count, characters[index].isWhitespace { index += 1 }
    }

    private static func trimmed(_ text: String) -> String {
        var text = text[...]
        while text.first == " " { text.removeFirst() }
        while text.last == " " { text.removeLast() }
        return String(text)
    }
}
