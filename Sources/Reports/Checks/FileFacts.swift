internal import Intake
internal import Model

/// How a file is written, in words.
struct FileFacts {
    private let reading: FileReading

    init(_ reading: FileReading) { self.reading = reading }

    /// `Bảng mã: UTF-8; dấu phân cách: ","; tiêu đề: dòng 4-5`.
    var text: String {
        ["Bảng mã: \(reading.encoding)", delimiter, header].compactMap(\.self)
            .joined(separator: "; ")
    }

    private var delimiter: String? {
        guard let dialect = reading.dialect else { return nil }
        let sign =
            dialect.delimiter == 9
            ? "TAB" : "\"\(Character(UnicodeScalar(dialect.delimiter)))\""
        return "dấu phân cách: \(sign)" + (dialect.hasSepLine ? " (theo dòng sep=)" : "")
    }

    private var header: String? {
        if reading.isVertical { return "bảng xếp dọc, mỗi nội dung một dòng" }
        guard let lines = reading.headerLines else { return nil }
        let (first, last) = (lines.lowerBound, lines.upperBound)
        return first < last ? "tiêu đề: dòng \(first)-\(last)" : "tiêu đề: dòng \(first)"
    }
}
