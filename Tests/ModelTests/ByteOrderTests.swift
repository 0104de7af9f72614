import Testing

@testable import Model

struct ByteOrderTests {
    @Test func textsStandInTheOrderOfTheirBytes() {
        let texts = ["b", "", "a/b", "a", "ă", "a\u{306}", "a", "ab", "Z", "z/1.csv", "z/10.csv"]
        let order = orderInBytes(texts)
        #expect(
            order.map { texts[$0] }.map { Array($0.utf8) }
                == texts.map { Array($0.utf8) }.sorted {
                    $0.lexicographicallyPrecedes($1)
                }
        )
        // Equal texts stay as they stand.
        #expect(order.firstIndex(of: 3)! < order.firstIndex(of: 6)!)
        #expect(orderInBytes([]).isEmpty)
        #expect(orderInBytes(["", ""]) == [0, 1])
    }
}
