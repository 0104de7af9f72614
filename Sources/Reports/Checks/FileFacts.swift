internal import Intake

/// How a file is written, in words; the only place that knows what its reading tells of that.
struct FileFacts {
    private let reading: FileReading

    init(_ reading: FileReading) { self.reading = reading }

    var text: String { "Bảng mã: \(reading.encoding)" }
}
