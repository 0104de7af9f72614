internal import Intake
internal import Model
internal import Plans

/// The columns of `rejected/<form>.csv`: the form's own, the unit's name where a file has it, and
/// every column that a file had beyond them, by its heading, so that no cell is lost.
struct RejectedColumns {
    private(set) var header: [String] = []
    /// What the first columns are; behind them stand those beyond the form's.
    private var slots: [ColumnMeaning: Int] = [:]
    /// Columns beyond the form's, by heading and by how often the heading stood before it in the
    /// row.
    private var further: [Key: Int] = [:]

    private struct Key: Hashable {
        var heading: [UInt8]
        var occurrence: Int
    }

    /// The columns for rows of some files, all of one form.
    init(form: Form, files: [FileReading]) {
        var used = Set(files.flatMap(\.meanings))
        // Two numbers in one column come back in two: there no spreadsheet takes them for a day.
        for case .pair(let pair) in used { used.formUnion(pair.fields.map(ColumnMeaning.field)) }
        var split: [Int: ColumnMeaning] = [:]
        var replaced: Set<Int> = []
        for case .parts(let subjects) in used {
            let fields = subjects.fields
            if let first = fields.min() { split[first] = .parts(subjects) }
            // Read beside columns of their own, one column for several subjects would not be read.
            replaced.formUnion(fields.filter { !used.contains(.field($0)) })
        }
        for (index, field) in form.fields.enumerated() {
            if let parts = split[index], let heading = RejectedColumns.heading(of: parts, files) {
                add(heading, parts)
            }
            if !replaced.contains(index) { add(field.header, .field(index)) }
            // The name stands behind the code, as in the forms that offices fill in.
            if index == form.unitField, used.contains(.unitName) { add("Tên đơn vị", .unitName) }
        }
        if form.unitField == nil, used.contains(.unitName) { add("Tên đơn vị", .unitName) }
        for file in files { _ = targets(of: file) }
    }

    private mutating func add(_ heading: String, _ meaning: ColumnMeaning) {
        slots[meaning] = header.count
        header.append(heading)
    }

    private static func heading(of meaning: ColumnMeaning, _ files: [FileReading]) -> String? {
        for file in files {
            if let column = file.meanings.firstIndex(of: meaning) { return file.headers[column] }
        }
        return nil
    }

    /// Where a column of some meaning stands; nil where the table has none.
    func place(_ meaning: ColumnMeaning) -> Int? { slots[meaning] }

    /// What a column of the table is whose cells are those of a column of a file: two numbers in one
    /// cell stand in the column of the first until they are put apart.
    private static func slot(of meaning: ColumnMeaning) -> ColumnMeaning {
        if case .pair(let pair) = meaning { .field(pair.first) } else { meaning }
    }

    /// Where each column of a file goes; a column of the file that no rejected row fills goes
    /// nowhere.
    mutating func targets(of file: FileReading) -> [Int?] {
        var filled = [Bool](repeating: false, count: file.meanings.count)
        for row in file.rejected {
            for (column, isFilled) in zip(filled.indices, row.filled) where isFilled {
                filled[column] = true
            }
        }
        var taken: Set<Int> = []
        var occurrences: [[UInt8]: Int] = [:]
        return zip(file.meanings, file.headers).enumerated().map { column, entry in
            let (meaning, heading) = entry
            // Two columns of one meaning: which of them is right is for the unit to say.
            if let own = slots[RejectedColumns.slot(of: meaning)], taken.insert(own).inserted {
                return own
            }
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
}
