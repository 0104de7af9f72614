/// A phrase of a report where it is used: its Vietnamese text, and where in it the arguments stand.
///
///     words("Số liệu đến \(time)")
///
/// The Vietnamese text is what is appended, piece by piece; another language looks the phrase up by
/// its ``key`` and puts the same arguments in.
package struct Phrase: ExpressibleByStringInterpolation, Sendable {
    /// The phrase in Vietnamese.
    let text: String
    /// Where the arguments stand in the text, in UTF-8 units, in order.
    private var arguments: [Range<Int>] = []

    /// A phrase with nothing put in.
    package init(stringLiteral text: String) { self.text = text }

    /// A phrase with arguments, whose places are remembered.
    package init(stringInterpolation pieces: StringInterpolation) {
        text = pieces.text
        arguments = pieces.arguments
    }

    private init(text: String, arguments: [Range<Int>]) {
        self.text = text
        self.arguments = arguments
    }

    /// A long phrase over several lines of code.
    package static func + (start: Phrase, end: Phrase) -> Phrase {
        let length = start.text.utf8.count
        let moved = end.arguments.map { $0.lowerBound + length..<$0.upperBound + length }
        return Phrase(text: start.text + end.text, arguments: start.arguments + moved)
    }

    /// The text with `{0}`, `{1}` … in the places of its arguments, and these; blanks at its ends
    /// are no part of the key.
    var key: (text: String, arguments: [String]) {
        guard !arguments.isEmpty else { return (String(Phrase.trimmed(text)), []) }
        let bytes = text.utf8
        var key = ""
        var values: [String] = []
        var place = bytes.startIndex
        var offset = 0
        for (number, argument) in arguments.enumerated() {
            let start = bytes.index(place, offsetBy: argument.lowerBound - offset)
            let end = bytes.index(start, offsetBy: argument.count)
            key += text[place..<start]
            key += "{\(number)}"
            values.append(String(text[start..<end]))
            place = end
            offset = argument.upperBound
        }
        key += text[place...]
        return (String(Phrase.trimmed(key)), values)
    }

    /// The blanks before and behind the text, which every language keeps.
    var margins: (before: Substring, behind: Substring) {
        let start = text.firstIndex { $0 != " " } ?? text.startIndex
        let end = text.lastIndex { $0 != " " }.map { text.index(after: $0) } ?? text.endIndex
        return (text[..<start], text[end...])
    }

    private static func trimmed(_ text: String) -> Substring {
        var text = text[...]
        while text.first == " " { text.removeFirst() }
        while text.last == " " { text.removeLast() }
        return text
    }

    /// The pieces of a phrase as they are written one after another.
    package struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var text: String
        fileprivate var arguments: [Range<Int>] = []

        package init(literalCapacity: Int, interpolationCount: Int) {
            text = ""
            text.reserveCapacity(literalCapacity + interpolationCount * 8)
            arguments.reserveCapacity(interpolationCount)
        }

        /// Adds words that a catalogue translates.
        package mutating func appendLiteral(_ literal: String) { text += literal }

        /// Adds what is put into the phrase, which every language takes as it is.
        package mutating func appendInterpolation(_ argument: some StringProtocol) {
            let start = text.utf8.count
            text += argument
            arguments.append(start..<text.utf8.count)
        }

        /// A number as it is, such as that of a row or a year.
        package mutating func appendInterpolation(_ number: Int) {
            appendInterpolation(String(number))
        }
    }
}
