import Foundation
import Intake
import Model
import Plans

/// One file of a sample plan, and what the program reads in it as it is.
struct Sample: Sendable {
    let path: String
    let text: String
    let expected: ReadingSummary
    /// The table, where the file is well-formed.
    let sheet: Sheet?
    /// Whether every row below the header is a record: then rows may be moved and put between.
    let isPlain: Bool
    /// The samples that were put together in this one.
    let parts: [Sample]

    init?(path: String, bytes: [UInt8], context: ReadingContext, parts: [Sample] = []) {
        guard let text = Sample.text(bytes) else { return nil }
        self.path = path
        self.text = text
        self.parts = parts
        let reading = SampleReader.read(bytes, at: path, context: context)
        guard reading.isAccepted, let form = reading.form else { return nil }
        expected = ReadingSummary(reading)
        var sheet: Sheet?
        for delimiter: Unicode.Scalar in [",", ";", "\t", "|"] where sheet == nil {
            guard let rows = ReferenceTable.rows(text, delimiter: delimiter),
                let head = rows.firstIndex(where: {
                    $0.map(\.trimmedBlanks) == reading.headers && reading.headers.count > 1
                })
            else { continue }
            let body = rows[(head + 1)...].filter { $0.contains { !$0.trimmedBlanks.isEmpty } }
            sheet = Sheet(
                above: Array(rows[..<head]),
                header: [rows[head]],
                body: body.map { Sheet.Row(cells: $0) },
                meanings: reading.meanings,
                form: context.plan.forms.forms[form]
            )
        }
        self.sheet = sheet
        isPlain =
            sheet.map { sheet in
                sheet.body.count == reading.records && reading.rejected.isEmpty
                    && sheet.body.allSatisfy { $0.cells.count == sheet.width }
            } ?? false
    }

    private static func text(_ bytes: [UInt8]) -> String? {
        if bytes.starts(with: [0xFF, 0xFE]) {
            return String(bytes: bytes.dropFirst(2), encoding: .utf16LittleEndian)
        }
        let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
        return String(validating: text, as: UTF8.self)
    }
}

/// Reads one file as the program does.
enum SampleReader {
    static func read(_ bytes: [UInt8], at path: String, context: ReadingContext) -> FileReading {
        var reader = FileReader(place: FilePlace(path: path, context: context), context: context)
        for block in reader.push(bytes) { reader.add(reader.interpreter.read(block)) }
        for block in reader.finish() { reader.add(reader.interpreter.read(block)) }
        return reader.settled()
    }
}
