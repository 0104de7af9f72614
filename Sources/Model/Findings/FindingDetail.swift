/// What is told of few findings: where exactly, what stood there and what would be right.
final class FindingDetail: Sendable {
    // A number that is not told is the least of all: an optional one takes twice the room.
    private let lastRow: Int
    private let number: Int
    private let offset: Int
    let value: String?
    let expected: String?

    var endRow: Int? { FindingDetail.told(lastRow) }
    var record: Int? { FindingDetail.told(number) }
    var byte: Int? { FindingDetail.told(offset) }

    init(endRow: Int?, record: Int?, byte: Int?, value: String?, expected: String?) {
        lastRow = endRow ?? .min
        number = record ?? .min
        offset = byte ?? .min
        self.value = value
        self.expected = expected
    }

    private static func told(_ number: Int) -> Int? { number == .min ? nil : number }
}
