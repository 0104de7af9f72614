package import Model

/// A row that is not counted, as it was read.
///
/// A register may have hundreds of thousands of them, which wait until the reports are written:
/// their cells stand as bytes beside those of the other rows of their block and become texts where
/// they are asked for.
package struct RejectedRow: Sendable {
    /// What nobody knows of a row, so that whoever hands it in again has to say it.
    package struct Doubts: OptionSet, Hashable, Sendable {
        package let rawValue: UInt8

        package init(rawValue: UInt8) { self.rawValue = rawValue }

        /// Whose it is, though its file has a submitter: the title of its section names no unit for
        /// certain, or its unit is blank and the row above is no merged cell.
        package static let unit = Doubts(rawValue: 1)
        /// Whether its numbers are of its period: the headings over them name another.
        package static let period = Doubts(rawValue: 2)
    }

    /// The cells of this and other rows.
    fileprivate var texts: [UInt8] = []
    /// Where the row begins in `texts`.
    fileprivate let place: UInt32
    private let firstLine: UInt32
    /// -1 where no unit became known.
    private let unitIndex: Int32
    /// The first code that rejected it.
    package internal(set) var code: FindingCode
    /// Its period, where that became known and the row does not go by its date.
    package let period: Period?
    package let doubts: Doubts

    /// The physical line on which the row starts, from 1.
    package var line: Int { Int(firstLine) }
    /// The unit that the row is about, as an index in the roster, where that became known.
    package var unit: Int? { unitIndex < 0 ? nil : Int(unitIndex) }

    /// A row whose cells stand at a place of texts that are to be given to it.
    init(
        line: Int,
        code: FindingCode,
        place: UInt32,
        unit: Int? = nil,
        period: Period? = nil,
        doubts: Doubts = []
    ) {
        firstLine = UInt32(clamping: line)
        self.code = code
        self.place = place
        unitIndex = unit.map { Int32(clamping: $0) } ?? -1
        self.period = period
        self.doubts = doubts
    }

    /// The cells as read, in the file's own columns; made out anew each time.
    package var cells: [String] {
        var place = Int(place)
        let count = RejectedTexts.number(in: texts, at: &place)
        return (0..<count).map { _ in
            let length = RejectedTexts.number(in: texts, at: &place)
            defer { place += length }
            return String(decoding: texts[place..<place + length], as: UTF8.self)
        }
    }

    /// How many cells were read.
    package var cellCount: Int {
        var place = Int(place)
        return RejectedTexts.number(in: texts, at: &place)
    }

    /// Whether each cell has something in it.
    package var filled: [Bool] {
        var place = Int(place)
        let count = RejectedTexts.number(in: texts, at: &place)
        return (0..<count).map { _ in
            let length = RejectedTexts.number(in: texts, at: &place)
            place += length
            return length > 0
        }
    }
}

extension RejectedRow: Hashable {
    /// By what they say, wherever their cells stand.
    package static func == (a: RejectedRow, b: RejectedRow) -> Bool {
        a.line == b.line && a.code == b.code && a.unit == b.unit && a.period == b.period
            && a.doubts == b.doubts && a.cells == b.cells
    }

    /// Equal rows have equal hashes: of line and code.
    package func hash(into hasher: inout Hasher) {
        hasher.combine(line)
        hasher.combine(code)
    }
}

/// Gathers the cells of rows that are not counted: each row the number of its cells, each cell its
/// length and its bytes.
struct RejectedTexts {
    private var bytes: [UInt8] = []

    /// Adds the cells of a row of a block; gives its place.
    mutating func add(_ row: Int, of block: Block) -> UInt32 {
        let place = begin(cells: Int(block.rows[row].cellCount))
        for column in 0..<Int(block.rows[row].cellCount) {
            let content = block.content(row: row, column: column)
            if content.isEscaped {
                var plain: [UInt8] = []
                block.appendCell(row: row, column: column, to: &plain)
                add(plain[...])
            } else {
                add(block.bytes[content.range])
            }
        }
        return place
    }

    /// Begins a row of so many cells, which are to be added; gives its place.
    mutating func begin(cells count: Int) -> UInt32 {
        let place = UInt32(bytes.count)
        add(count)
        return place
    }

    /// Adds a cell.
    mutating func add(_ cell: ArraySlice<UInt8>) {
        add(cell.count)
        bytes += cell
    }

    /// Gives what was gathered to the rows whose places these are.
    func give(to rows: inout [RejectedRow]) {
        guard !rows.isEmpty else { return }
        let texts = bytes.fitting
        for row in rows.indices { rows[row].texts = texts }
    }

    private mutating func add(_ number: Int) {
        var rest = number
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }

    /// The number at a place, which goes behind it.
    static func number(in bytes: [UInt8], at place: inout Int) -> Int {
        var number = 0
        var shift = 0
        while true {
            let byte = bytes[place]
            place += 1
            number |= Int(byte & 0x7F) << shift
            if byte < 0x80 { return number }
            shift += 7
        }
    }
}
