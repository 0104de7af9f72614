/// What a finding says, in Vietnamese, where lines have to be put in and files may be shown under
/// other names.
///
///     "Trùng với dòng \(.otherLine) của tệp \"\(file: path)\"."
///
/// The path of a file is a piece of its own, whatever characters are in it: an anonymised report
/// puts another name in its place and looks into no text for that.
package struct FindingWording: Hashable, Sendable {
    /// A part of a wording.
    package enum Piece: Hashable, Sendable {
        case text(String)
        /// The number of the finding's own line.
        case line
        /// The number of the other line that it is about.
        case otherLine
        /// The path of a file below `submissions/`.
        case file(String)
    }

    private var pieces: [Piece] = []

    private init() {}

    /// A text that names no file.
    package static func plain(_ text: String) -> FindingWording {
        var wording = FindingWording()
        wording.append(.text(text))
        return wording
    }

    /// Whether lines have to be put in.
    var namesLines: Bool { pieces.contains(.line) || pieces.contains(.otherLine) }

    /// The text for a finding on `row` that is about the line `other`.
    package func text(row: Int, other: Int) -> String {
        if pieces.count == 1, case .text(let text) = pieces[0] { return text }
        return pieces.map { piece in
            switch piece {
            case .text(let text), .file(let text): text
            case .line: String(row)
            case .otherLine: String(other)
            }
        }.joined()
    }

    /// The wording of one finding alone, which names its lines itself.
    func filled(row: Int, other: Int) -> FindingWording {
        var filled = FindingWording()
        for piece in pieces {
            switch piece {
            case .text, .file: filled.append(piece)
            case .line: filled.append(.text(String(row)))
            case .otherLine: filled.append(.text(String(other)))
            }
        }
        return filled
    }

    /// One wording and then another.
    package static func + (a: FindingWording, b: FindingWording) -> FindingWording {
        var both = a
        for piece in b.pieces { both.append(piece) }
        return both
    }

    private mutating func append(_ piece: Piece) {
        guard case .text(let text) = piece else { return pieces.append(piece) }
        if case .text(let before)? = pieces.last {
            pieces[pieces.count - 1] = .text(before + text)
        } else if !text.isEmpty {
            pieces.append(piece)
        }
    }

    /// Several wordings with a text between them.
    package static func joined(
        _ wordings: [FindingWording],
        by separator: String
    ) -> FindingWording {
        wordings.dropFirst().reduce(wordings.first ?? FindingWording()) {
            $0 + .plain(separator) + $1
        }
    }

    /// The same under the names of files that reports may show; nil where all names stay.
    func renamed(_ shown: (String) -> String) -> FindingWording? {
        var renamed: FindingWording?
        for (place, piece) in pieces.enumerated() {
            guard case .file(let path) = piece else { continue }
            let name = shown(path)
            guard !name.utf8.elementsEqual(path.utf8) else { continue }
            if renamed == nil { renamed = self }
            renamed?.pieces[place] = .file(name)
        }
        return renamed
    }
}

extension FindingWording: ExpressibleByStringInterpolation {
    /// A text that names no file and no line.
    package init(stringLiteral text: String) { self = .plain(text) }

    /// A text with numbers, lines and files put in.
    package init(stringInterpolation: Interpolation) { self = stringInterpolation.wording }

    /// The pieces of a wording as they are written one after another.
    package struct Interpolation: StringInterpolationProtocol {
        fileprivate var wording = FindingWording()

        package init(literalCapacity: Int, interpolationCount: Int) {}

        /// Adds what stands between the pieces put in.
        package mutating func appendLiteral(_ text: String) { wording.append(.text(text)) }

        /// Adds a text as it stands.
        package mutating func appendInterpolation(_ text: String) { wording.append(.text(text)) }

        /// Adds a number in plain digits.
        package mutating func appendInterpolation(_ number: Int) {
            wording.append(.text(String(number)))
        }

        /// The number of a line, which each finding has for itself.
        package mutating func appendInterpolation(_ piece: Piece) { wording.append(piece) }

        /// Adds the path of a file, which a report may show under another name.
        package mutating func appendInterpolation(file path: String) {
            wording.append(.file(path))
        }

        /// Adds the pieces of another wording.
        package mutating func appendInterpolation(_ other: FindingWording) {
            wording = wording + other
        }
    }
}
