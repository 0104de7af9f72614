@testable import Reports
import Testing

/// What units write into a register is added up whatever they write.
@Suite struct PeriodTallyTests {
    @Test func aSumThatNoIntegerHoldsStaysAtTheEnd() {
        var tally = PeriodFigures.Tally()
        for _ in 0..<3 { tally.add(1, .max / 2) }
        #expect(tally.count == 3 && tally.units == [1] && tally.sum == .max)
        var whole = PeriodFigures.Tally()
        for _ in 0..<2 { whole.add(tally) }
        #expect(whole.count == 6 && whole.units == [1] && whole.sum == .max)
    }

    @Test func whatIsNotWrittenIsNoNought() {
        var tally = PeriodFigures.Tally()
        tally.add(1, nil)
        #expect(tally.sum == nil)
        tally.add(2, 0)
        #expect(tally.sum == 0 && tally.units == [1, 2])
    }
}
