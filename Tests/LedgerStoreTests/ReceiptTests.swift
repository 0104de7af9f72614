import LedgerStore
import Model
import TestSupport
import Testing

@Suite struct ReceiptTests {
    @Test(arguments: [
        ("2024-12-10/a.csv", "2024-12-10"), ("2024-12-10 BC.csv", "2024-12-10"),
        ("TX-P-01/2024-11-02/2024-01-01 a.csv", "2024-11-02"), ("2024-12-10.csv", "2024-12-10"),
    ])
    func theOutermostDateThatAPartBeginsWithIsTheReceipt(path: String, day: String) {
        #expect(Receipt.day(in: path) == Day(iso: day))
    }

    @Test(arguments: [
        "a.csv", "2024-05/a.csv", "BC 2024-12-10.csv", "2024-13-01/a", "2024-12-101/a",
    ])
    func aPathWithoutADateInFrontHasNone(path: String) {
        #expect(Receipt.day(in: path) == nil)
    }

    @Test func aDatedFileIsReceivedAtMidnightOfItsDay() throws {
        let clock = try instant("2024-12-12T23:30")
        let receipt = Receipt(path: "2024-12-10/a.csv", modified: clock, clock: clock)
        #expect(try receipt.at == instant("2024-12-10T00:00"))
        #expect(!receipt.isDatedAhead)
    }

    @Test func aDayAfterTheClockCountsAsTheClockAndSaysSo() throws {
        let clock = try instant("2024-12-12T23:30")
        let ahead = Receipt(path: "2024-12-13/a.csv", modified: clock, clock: clock)
        #expect(ahead.at == clock && ahead.isDatedAhead)
        let today = Receipt(path: "2024-12-12/a.csv", modified: clock, clock: clock)
        #expect(try today.at == instant("2024-12-12T00:00"))
        #expect(!today.isDatedAhead)
    }

    @Test func withoutADateTheEarlierOfModificationAndClockCounts() throws {
        let clock = try instant("2024-12-12T23:30")
        let (before, after) = (try instant("2024-12-01T08:00"), try instant("2025-01-01T08:00"))
        #expect(Receipt(path: "a.csv", modified: before, clock: clock).at == before)
        #expect(Receipt(path: "a.csv", modified: after, clock: clock).at == clock)
    }
}
