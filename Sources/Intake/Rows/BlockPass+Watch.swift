internal import Model
internal import Plans

/// Rows that count, and say something about themselves that makes one doubt it.
extension BlockPass {
    /// Tells of a row that is marked as withdrawn or mended, and of a row about one person that
    /// names several or none.
    mutating func watch(_ row: Int, _ bytes: Span<UInt8>) {
        let watch = reader.table.watch
        guard watch.name >= 0, rowFault == nil,
            case .text(let content) = draft.values[watch.name]
        else { return }
        if content.isEscaped {
            let scratch = draft.scratch
            watchName(row, scratch.span.extracting(content.range), watch)
        } else {
            watchName(row, bytes.extracting(content.range), watch)
        }
        if watch.noteColumn >= 0 { watchMark(row, watch.noteColumn, bytes) }
        if watch.serialColumn >= 0 { watchMark(row, watch.serialColumn, bytes) }
    }

    /// Tells of a year of birth that is none: it tells people of one name apart.
    @inline(__always)
    mutating func checkBirthYear(_ year: Int64, _ row: Int, _ column: Int) {
        let last = Int64(reader.context.plan.stage.upperBound)
        if year < BlockPass.firstBirthYear || year > last { noteBirthYear(year, row, column) }
    }

    /// Nobody of whom a list is handed in was born earlier.
    private static let firstBirthYear: Int64 = 1900

    @inline(never)
    private mutating func noteBirthYear(_ year: Int64, _ row: Int, _ column: Int) {
        let value = shown(row, column)
        // Excel counts the days from 30/12/1899.
        let isSerial = (10_000...65_745).contains(year)
        let day = isSerial ? Day(number: Int32(year) - 25_569) : nil
        report(
            .dateImplausible,
            row,
            column,
            value,
            ReadingMessages.birthYear(value, day),
            expected: day.map { String($0.parts.year) }
        )
    }

    private mutating func watchName(_ row: Int, _ name: Span<UInt8>, _ watch: RowWatch) {
        if let mark = WithdrawnMark.inName(name) {
            let text = String(decoding: mark.map { name[$0] }, as: UTF8.self)
            reportMark(text, row, watch.nameColumn)
        }
        guard watch.subject >= 0, case .code(watch.individual) = draft.values[watch.subject],
            let oddity = PersonalName.oddity(in: name)
        else { return }
        let value = shown(row, watch.nameColumn)
        let wording =
            switch oddity {
            case .several: ReadingMessages.severalNames(value)
            case .otherSubject: ReadingMessages.otherSubject(value)
            }
        report(.wrongSubject, row, watch.nameColumn, value, wording)
    }

    /// Tells of a mark that stands alone in a column.
    private mutating func watchMark(_ row: Int, _ column: Int, _ bytes: Span<UInt8>) {
        let content = block.content(row: row, column: column)
        guard !content.isEmpty,
            bytes[content.start] > UInt8(ascii: "9") || bytes[content.start] == UInt8(ascii: "("),
            WithdrawnMark.isAlone(bytes.extracting(content.range))
        else { return }
        reportMark(shown(row, column), row, column)
    }

    private mutating func reportMark(_ mark: String, _ row: Int, _ column: Int) {
        let valid = reader.table.watch.valid
        // Who says that the entry is void takes nothing back that counts.
        if valid >= 0, case .code(0) = draft.values[valid] { return }
        report(.contradiction, row, column, shown(row, column), ReadingMessages.withdrawn(mark))
    }
}
