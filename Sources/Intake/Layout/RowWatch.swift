internal import Plans

/// The columns of a table by which a row may say that it no longer holds, or that it is about
/// another kind of subject than it says.
struct RowWatch {
    /// The field of what a record is called by: a person, a collective, a work; -1 for none.
    let name: Int
    /// The file's columns of that field, of the notes and of the serial numbers; -1 for none.
    let nameColumn: Int
    let noteColumn: Int
    let serialColumn: Int
    /// The field of the kind of subject, and its code for one person; -1 for none.
    let subject: Int
    let individual: UInt8
    /// The field in which an entry is said to be void; -1 for none.
    let valid: Int

    init(_ form: Form, _ cells: [FieldCell], numberColumns: Set<Int>) {
        func column(_ code: String) -> Int {
            guard let field = form.index(of: code) else { return -1 }
            return cells.first { $0.field == field }?.column ?? -1
        }
        let code = form.isContest ? "title" : "name"
        nameColumn = column(code)
        name = nameColumn >= 0 ? form.index(of: code) ?? -1 : -1
        noteColumn = column("note")
        serialColumn = numberColumns.min() ?? -1
        let kind = form.isContest || name < 0 ? nil : form.index(of: "subject")
        let person = kind.flatMap { field in
            form.fields[field].values.firstIndex { $0.code == "individual" }
        }
        subject = person == nil ? -1 : kind ?? -1
        individual = person.flatMap { UInt8(exactly: $0) } ?? .max
        valid = form.isContest ? form.index(of: "valid") ?? -1 : -1
    }
}
