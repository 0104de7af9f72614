import Model
import Testing

@Suite("Quantities")
struct QuantityTests {
    private func decimal(_ text: String) throws -> Quantity {
        try #require(Quantity(decimal: text))
    }

    @Test func sumsOfDecimalsAreExact() throws {
        let sum = try decimal("0.1").adding(try decimal("0.2"))
        #expect(sum == Quantity(3, over: 10))
        var total: Quantity? = .zero
        let step = try decimal("0.001")
        for _ in 0..<1000 { total = total?.adding(step) }
        #expect(total == Quantity(1))
    }

    @Test func quotientsAreExact() throws {
        let third = try #require(Quantity(1).divided(by: Quantity(3)))
        #expect(third.multiplied(by: Quantity(3)) == Quantity(1))
        #expect(third < (try decimal("0.33333333333334")))
        #expect((try decimal("0.33333333333333")) < third)
        #expect(!third.isWhole)
        #expect(third.adding(third)?.adding(third)?.isWhole == true)
    }

    @Test func lowestTermsMakeEqualNumbersEqual() {
        #expect(Quantity(2, over: 4) == Quantity(1, over: 2))
        #expect(Quantity(1, over: -2) == Quantity(-1, over: 2))
        #expect(Quantity(0, over: -7) == Quantity.zero)
        #expect(Set([Quantity(50, over: 100), Quantity(1, over: 2)]).count == 1)
    }

    @Test func nothingIsDividedByZero() {
        #expect(Quantity(1).divided(by: .zero) == nil)
        #expect(Quantity(0, over: 0) == nil)
    }

    @Test func overflowIsNil() throws {
        let most = Quantity(Int.max)
        #expect(most.adding(Quantity(1)) == nil)
        #expect(most.adding(Quantity(0)) == most)
        #expect(Quantity(Int.min).subtracting(Quantity(1)) == nil)
        #expect(most.multiplied(by: Quantity(2)) == nil)
        #expect(most.multiplied(by: most) == nil)
        let tiny = try #require(Quantity(1).divided(by: most))
        #expect(tiny.divided(by: Quantity(2)) == nil)
        // The result fits although the steps between do not.
        #expect(most.multiplied(by: tiny) == Quantity(1))
    }

    @Test func comparisonDoesNotOverflow() throws {
        let near = try #require(Quantity(Int128(Int.max) - 1, over: Int128(Int.max)))
        #expect(near < Quantity(1))
        #expect(Quantity(Int.min) < Quantity(Int.max))
        #expect(Quantity(-1) < (try decimal("-0.5")))
    }

    @Test(arguments: [
        "", ".", "1.", ".5", "1,5", "1e3", "+1", "--1", "1.2.3", " 1", "1234567890123456",
    ])
    func onlyDecimalsAreRead(text: String) {
        #expect(Quantity(decimal: text) == nil)
    }

    @Test func decimalsAreRead() {
        #expect(Quantity(decimal: "12.5") == Quantity(25, over: 2))
        #expect(Quantity(decimal: "-0.25") == Quantity(-1, over: 4))
        #expect(Quantity(decimal: "007") == Quantity(7))
    }

    @Test(arguments: [
        ("0.05", 1, "0.1"), ("0.04", 1, "0"), ("0.15", 1, "0.2"), ("0.25", 1, "0.3"),
        ("2.5", 0, "3"), ("1.5", 0, "2"), ("0.5", 0, "1"), ("9.95", 1, "10"), ("12", 1, "12"),
        ("1.005", 2, "1.01"), ("-0.04", 1, "0"), ("3.10", 2, "3.1"),
    ])
    func roundingIsHalfUp(text: String, decimals: Int, expected: String) throws {
        #expect(try decimal(text).rounded(decimals: decimals) == expected)
    }

    @Test func fixedKeepsTheZeros() throws {
        #expect(try decimal("12").rounded(decimals: 1, fixed: true) == "12.0")
        #expect(try decimal("3.1").rounded(decimals: 2, fixed: true) == "3.10")
        #expect(Quantity(1, over: 3)?.rounded(decimals: 3, fixed: true) == "0.333")
    }
}
