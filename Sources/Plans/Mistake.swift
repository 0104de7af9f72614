internal import Model

/// Something wrong in the plan's own files, with its place and what would be right.
///
/// Mistakes stop a run before anything is written; all of them are listed at once.
package struct Mistake: Hashable, Sendable {
    /// The file's name inside the plan's folder, such as `plan.yaml`.
    package var file: String
    /// From 1, like the column.
    package var line: Int
    /// From 1, in characters.
    package var column: Int
    /// What is wrong, in Vietnamese.
    package var message: String
    /// What stands there; nil where the message says it.
    package var found: String?
    /// What is allowed in its place.
    package var allowed: String?
    /// The nearest valid name.
    package var nearest: String?

    package init(
        file: String,
        line: Int,
        column: Int,
        message: String,
        found: String? = nil,
        allowed: String? = nil,
        nearest: String? = nil
    ) {
        self.file = file
        self.line = line
        self.column = column
        self.message = message
        self.found = found
        self.allowed = allowed
        self.nearest = nearest
    }

    /// `plan.yaml:12:5: …` on one line.
    package var text: String {
        var text = "\(file):\(line):\(column): \(message)"
        if let found { text += " – tìm thấy \"\(found)\"" }
        if let allowed { text += "; cho phép: \(allowed)" }
        if let nearest { text += "; có phải là \"\(nearest)\"?" }
        return text
    }

    /// Whether a mistake comes before another: by file, line and column.
    package static func inReadingOrder(_ a: Mistake, _ b: Mistake) -> Bool {
        (a.file, a.line, a.column, a.message) < (b.file, b.line, b.column, b.message)
    }
}
