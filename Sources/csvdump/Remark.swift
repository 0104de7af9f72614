import Model

/// One thing noticed about a record.
struct Remark {
    var code: FindingCode
    var line: Int
    var column: Int
    /// The record as it was read.
    var raw: String

    init(_ code: FindingCode, line: Int, column: Int, raw: String) {
        self.code = code
        self.line = line
        self.column = column
        self.raw = raw
    }

    static func inOrder(_ a: Remark, _ b: Remark) -> Bool {
        (a.line, a.column) < (b.line, b.column)
    }

    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.key("code")
            writer.string(code.rawValue)
            writer.key("line")
            writer.number(line)
            writer.key("column")
            writer.number(column)
            writer.key("raw")
            writer.string(raw)
        }
    }
}
