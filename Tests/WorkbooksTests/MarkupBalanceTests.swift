import Testing

@testable import Workbooks

struct MarkupBalanceTests {
    private static let whole = "<?xml version=\"1.0\"?>\n<a b=\"/\"><c/><d e=\"1\">x &lt; y</d></a>"

    private func isClosed(_ text: String, cutAt place: Int) -> Bool {
        var balance = MarkupBalance()
        let bytes = Array(text.utf8)
        for piece in [bytes[..<place], bytes[place...]] {
            Array(piece).withUnsafeBufferPointer { balance.read($0) }
        }
        return balance.isClosed
    }

    @Test func wholeMarkupIsClosedInAnyPieces() {
        for place in 0...Self.whole.utf8.count { #expect(isClosed(Self.whole, cutAt: place)) }
    }

    @Test func markupThatWasCutShortIsNot() {
        for length in 0..<Self.whole.utf8.count {
            #expect(!isClosed(String(Self.whole.prefix(length)), cutAt: length / 2))
        }
        #expect(!isClosed("<a></a></b>", cutAt: 3))
    }
}
