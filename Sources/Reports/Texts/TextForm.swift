/// What a template prints for values of one kind, with places for the texts that differ.
///
/// A template asks of a value only whether it is empty: what else it prints is the same for all
/// values of which the same are empty, and is laid out once.
struct TextForm: Sendable {
    /// The values of a text without their wording.
    struct Outline: Hashable {
        /// Which kinds the values have, and which of them are empty.
        private(set) var kinds: [UInt8] = []
        /// The signs of the layout among them.
        private(set) var marks: [UInt32] = []

        /// Adds values and their texts, in the order of their names; false where a list is among
        /// them.
        mutating func add(_ values: [String: TextValue], _ texts: inout [String]) -> Bool {
            for (_, value) in values.sorted(by: { $0.key < $1.key }) {
                switch value {
                case .text(let text):
                    let printed = TextValue.withoutMarks(text)
                    kinds.append(printed.isEmpty ? 0 : 1)
                    if !printed.isEmpty { texts.append(printed) }
                case .mark(let mark):
                    kinds.append(2)
                    marks.append(mark.value)
                case .flag(let flag): kinds.append(flag ? 3 : 4)
                case .group(nil): kinds.append(5)
                case .group(let group?):
                    kinds.append(6)
                    guard add(group, &texts) else { return false }
                    kinds.append(7)
                case .lines, .list: return false
                }
            }
            return true
        }
    }

    /// A piece of a line with a place for a text.
    private enum Part {
        case fixed(String)
        case text(Int)
    }

    private enum Piece {
        /// Lines that are laid out.
        case lines(SummaryPage)
        case open([Part])
    }

    /// The sign that stands for the first text; those for the others follow it.
    ///
    /// It is of a private use area of which templates hold none (``withoutPlaces(_:)``).
    private static let firstPlace: UInt32 = 0x100000

    private let layout: TextLayout
    private var pieces: [Piece] = []

    /// Takes a template's print of the values that ``places(of:)`` gives.
    init(_ print: String, _ layout: TextLayout) {
        self.layout = layout
        var lines = print.utf8.split(
            separator: UInt8(ascii: "\n"),
            omittingEmptySubsequences: false
        )
        .map(Substring.init)[...]
        if lines.last?.isEmpty == true { lines.removeLast() }
        var page = SummaryPage(width: layout.width)
        for line in lines {
            let parts = TextForm.parts(of: line)
            if case .fixed(let text)? = parts.first, parts.count == 1 {
                layout.lay(text, endsText: false, on: &page)
                continue
            }
            pieces += [.lines(page), .open(parts)]
            page = SummaryPage(width: layout.width)
        }
        pieces.append(.lines(page))
    }

    /// The text with the texts of an outline in their places.
    func text(_ texts: [String]) -> String {
        var page = SummaryPage(width: layout.width)
        for piece in pieces {
            switch piece {
            case .lines(let fixed): page.lines(of: fixed)
            case .open(let parts):
                var line = ""
                for part in parts {
                    switch part {
                    case .fixed(let text): line += text
                    case .text(let index): line += texts[index]
                    }
                }
                layout.lay(line, endsText: false, on: &page)
            }
        }
        return page.text
    }

    /// The values with signs for their texts, numbered as ``Outline/add(_:_:)`` gives them.
    static func places(of values: [String: TextValue]) -> [String: TextValue] {
        var number: UInt32 = 0
        return places(of: values, &number)
    }

    private static func places(
        of values: [String: TextValue],
        _ number: inout UInt32
    ) -> [String: TextValue] {
        var places = values
        for (name, value) in values.sorted(by: { $0.key < $1.key }) {
            switch value {
            case .text(let text) where !TextValue.withoutMarks(text).isEmpty:
                if let sign = Unicode.Scalar(firstPlace + number) { places[name] = .mark(sign) }
                number += 1
            case .group(let group?): places[name] = .group(self.places(of: group, &number))
            default: continue
            }
        }
        return places
    }

    /// A template without the signs that stand for texts here; in print they would be left out.
    static func withoutPlaces(_ template: String) -> String {
        guard template.unicodeScalars.contains(where: { $0.value >= firstPlace }) else {
            return template
        }
        return String(
            String.UnicodeScalarView(template.unicodeScalars.filter { $0.value < firstPlace })
        )
    }

    /// A line as its fixed parts and places; one fixed part where it has no place.
    private static func parts(of line: Substring) -> [Part] {
        var parts: [Part] = []
        var fixed = ""
        for scalar in line.unicodeScalars {
            guard scalar.value >= firstPlace else {
                fixed.unicodeScalars.append(scalar)
                continue
            }
            if !fixed.isEmpty { parts.append(.fixed(fixed)) }
            fixed = ""
            parts.append(.text(Int(scalar.value - firstPlace)))
        }
        if !fixed.isEmpty || parts.isEmpty { parts.append(.fixed(fixed)) }
        return parts
    }
}
