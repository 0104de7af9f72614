internal import Intake
internal import Model
internal import Plans

/// The columns of `rejected/<form>.csv`: the form's own, the unit's name where a file has it, and
/// every column that a file had beyond them, by its heading, so that no cell is lost.
struct RejectedColumns {
    private(set) var header: [String]
    /// The column of the unit's name, where a file has one.
    let unitName: Int?
    /// Where the name is put in: behind the code, as in the forms that offices fill in.
    private let split: Int
    private let formWidth: Int
    /// Columns beyond the form's, by heading and by how often the heading stood before it in the row.
    private var further: [Key: Int] = [:]

    private struct Key: Hashable {
        var heading: [UInt8]
        var occurrence: Int
    }

    /// The columns for rows of some files, all of one form.
    init(form: Form, files: [FileReading]) {
        let headers = form.fields.map(\.header)
        split = form.unitField.map { $0 + 1 } ?? 0
        let hasName = files.contains { $0.meanings.contains(.unitName) }
        unitName = hasName ? split : nil
        header = headers[..<split] + (hasName ? ["Tên đơn vị"] : []) + headers[split...]
        formWidth = header.count
        for file in files { _ = targets(of: file) }
    }

    /// Where a field of the form stands.
    func place(_ field: Int) -> Int { field < split || unitName == nil ? field : field + 1 }

    /// Where each column of a file goes; a column of the file that no rejected row fills goes nowhere.
    mutating func targets(of file: FileReading) -> [Int?] {
        var filled = [Bool](repeating: false, count: file.meanings.count)
        for row in file.rejected {
            for (column, cell) in row.cells.prefix(filled.count).enumerated() where !cell.isEmpty {
                filled[column] = true
            }
        }
        var taken: Set<Int> = []
        var occurrences: [[UInt8]: Int] = [:]
        return zip(file.meanings, file.headers).enumerated().map { column, entry in
            let (meaning, heading) = entry
            // Two columns of one meaning: which of them is right is for the unit to say.
            if let own = own(meaning), taken.insert(own).inserted { return own }
            let folded = Fold.key(heading)
            // A serial number and the provenance of an earlier return say nothing any more.
            let isDropped = meaning == .ignored && !folded.isEmpty
            guard filled[column], !isDropped else { return nil }
            let key = Key(heading: folded, occurrence: occurrences[folded, default: 0])
            occurrences[folded, default: 0] += 1
            if let known = further[key] { return known }
            further[key] = header.count
            header.append(heading)
            return header.count - 1
        }
    }

    private func own(_ meaning: ColumnMeaning) -> Int? {
        switch meaning {
        case .field(let field): place(field)
        case .unitName: unitName
        case .ignored, .unknown: nil
        }
    }
}
