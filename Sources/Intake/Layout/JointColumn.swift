internal import Model
package import Plans

/// One column for a document's number and its day, `Số, ngày QĐ công nhận`, in a table that has no
/// column for the day alone (domain.md 2.3, 2.4).
package struct JointColumn: Sendable {
    package let column: Int
    /// The field of the number, a text.
    package let number: Int
    /// The field of the day.
    package let date: Int
    /// Whether a row without the day does not count.
    let isDateRequired: Bool

    /// The joint columns of a header: `columns` has the column of each of the form's fields, -1 for
    /// those that it has none for.
    static func all(_ header: RecognisedHeader, _ form: Form, _ columns: [Int]) -> [JointColumn] {
        all(header.headers, header.meanings, form, columns)
    }

    private static func all(
        _ headers: [String],
        _ meanings: [ColumnMeaning],
        _ form: Form,
        _ columns: [Int]
    ) -> [JointColumn] {
        headers.indices.compactMap { column in
            guard case .field(let number) = meanings[column], columns[number] == column,
                namesBoth(headers[column]), let date = day(of: number, form),
                columns[date] < 0
            else { return nil }
            return JointColumn(
                column: column,
                number: number,
                date: date,
                isDateRequired: form.fields[date].isRequired
            )
        }
    }

    /// Those of a file.
    package static func all(in file: FileReading, _ form: Form) -> [JointColumn] {
        let columns = form.fields.indices.map { field in
            file.meanings.firstIndex(of: .field(field)) ?? -1
        }
        return all(file.headers, file.meanings, form, columns)
    }

    /// The number and the day that a cell holds, each as it stands in a column of its own; nil
    /// where the two cannot be told apart.
    package static func parts(of cell: String) -> (number: String, date: String)? {
        let bytes = Array(cell.utf8)
        switch NumberAndDate.parse(bytes.span) {
        case .both(let number, let day):
            return (String(decoding: bytes[number], as: UTF8.self), day.slashed)
        case .day(let day): return ("", day.slashed)
        case .number, .unclear: return nil
        }
    }

    /// Whether a heading asks for a number and a day.
    private static func namesBoth(_ heading: String) -> Bool {
        let words = Fold.key(heading).split(separator: 32).map(Array.init)
        return words.contains(numberWord) && words.contains(dayWord)
    }

    /// The field of the day of what a field has the number of: `Ngày tờ trình` of `Số tờ trình`.
    private static func day(of number: Int, _ form: Form) -> Int? {
        let words = Fold.key(form.fields[number].header).split(separator: 32)
        guard form.fields[number].type == .text, words.first?.elementsEqual(numberWord) == true
        else { return nil }
        return form.fields.firstIndex { field in
            let other = Fold.key(field.header).split(separator: 32)
            return field.type == .date && other.first?.elementsEqual(dayWord) == true
                && other.dropFirst() == words.dropFirst()
        }
    }

    private static let numberWord = Fold.key("số")
    private static let dayWord = Fold.key("ngày")
}
