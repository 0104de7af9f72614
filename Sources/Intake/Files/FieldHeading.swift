internal import Plans

/// What a file calls one of its columns, where the form calls it otherwise.
package struct FieldHeading: Hashable, Sendable {
    /// The index of the field in the form.
    package let field: Int
    /// The heading as the file has it.
    package let text: String

    /// The fields of contest entries that findings name which are made when all files have been
    /// read.
    ///
    /// Only theirs are kept: every file of a night has an outline.
    private static let told: Set<String> = ["title", "authors", "received_on", "words"]

    static func all(in reading: FileReading, _ form: Form) -> [FieldHeading] {
        guard form.isContest else { return [] }
        var headings: [FieldHeading] = []
        var seen: Set<Int> = []
        for (meaning, text) in zip(reading.meanings, reading.headers) {
            guard case .field(let field) = meaning, seen.insert(field).inserted else { continue }
            let own = form.fields[field]
            if told.contains(own.code), text != own.header {
                headings.append(FieldHeading(field: field, text: text))
            }
        }
        return headings
    }
}
