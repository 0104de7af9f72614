package import Model
package import Plans

/// What is asked of every file of a night, whether or not anybody looks into it.
package struct FileOutline: Sendable {
    /// What the file's path says about it.
    package var place: FilePlace
    /// The index of the form in the catalogue; nil where its header is that of none.
    package var form: Int?
    /// Whether the file as a whole is counted.
    package var isAccepted: Bool
    /// The encoding's name, for people.
    package var encoding: String
    /// Rows of data, good and rejected.
    package var rows: Int
    /// Rows that count.
    package var records: Int
    /// How the file's physical lines divide.
    package var lines: LineCounts
    /// The lines that the scanner counted.
    package var physicalLines: Int
    /// Where in time the rows fall: periods, and the numbers of days; each in order.
    package var periods: [Period]
    /// Day numbers, as in ``Placement/days``.
    package var days: [Int32]
    /// Whether a row is about a unit other than the submitter.
    package var mentionsOthers: Bool
    /// Whether anything was noticed.
    package var hasFindings: Bool
    /// Whether a row was not counted.
    package var hasRejected: Bool
    /// What the file calls columns that findings name which are made when all files have been read,
    /// where the form calls them otherwise.
    package var headings: [FieldHeading]

    /// Whether the file covers the units below its submitter (CONTRACT §11.2).
    package var speaksForOthers: Bool { rows == 0 || mentionsOthers }

    init(_ reading: FileReading) {
        place = reading.place
        form = reading.form
        isAccepted = reading.isAccepted
        encoding = reading.encoding
        rows = reading.rows
        records = reading.records
        lines = reading.lines
        physicalLines = reading.physicalLines
        periods = reading.placement.periods.sorted { $0.id < $1.id }
        days = reading.placement.days.sorted()
        mentionsOthers = reading.mentionsOthers
        hasFindings = !reading.findings.isEmpty
        hasRejected = !reading.rejected.isEmpty
        headings = reading.headings
    }

    /// The heading of a field as the file has it.
    package func heading(of field: Int, in form: Form) -> String {
        headings.first { $0.field == field }?.text ?? form.fields[field].header
    }

    init(_ reader: inout StoredReader, _ context: ReadingContext) throws(StoredFault) {
        place = try reader.place(context)
        form = try reader.optionalNumber(below: context.plan.forms.forms.count)
        isAccepted = try reader.flag()
        encoding = try reader.text()
        rows = try reader.number()
        records = try reader.number()
        lines = try reader.lines()
        physicalLines = try reader.number()
        periods = try reader.list { reader throws(StoredFault) in try reader.period() }
        days = try reader.list { reader throws(StoredFault) in
            Int32(truncatingIfNeeded: try reader.number())
        }
        mentionsOthers = try reader.flag()
        hasFindings = try reader.flag()
        hasRejected = try reader.flag()
        headings = try reader.list { reader throws(StoredFault) in
            FieldHeading(field: try reader.number(), text: try reader.text())
        }
    }

    func write(to writer: inout StoredWriter) {
        writer.add(place)
        writer.add(form)
        writer.add(isAccepted)
        writer.add(encoding)
        writer.add(rows)
        writer.add(records)
        writer.add(lines)
        writer.add(physicalLines)
        writer.add(list: periods) { $0.add($1) }
        writer.add(list: days) { $0.add(Int($1)) }
        writer.add(mentionsOthers)
        writer.add(hasFindings)
        writer.add(hasRejected)
        writer.add(list: headings) { writer, heading in
            writer.add(heading.field)
            writer.add(heading.text)
        }
    }
}
