import Pipeline
import TestSupport
import Testing

@Suite struct RunIDTests {
    @Test func aRunIsNamedByTheMinuteOfItsClockAndANumber() throws {
        let clock = try instant("2023-12-12T23:30:59")
        #expect(RunID(clock: clock) { _ in false }.description == "20231212-2330-01")
        let taken = ["20231212-2330-01", "20231212-2330-02"]
        #expect(RunID(clock: clock) { taken.contains($0) }.description == "20231212-2330-03")
    }

    @Test func theHundredthRunOfAMinuteComesAfterTheNinetyNinth() throws {
        let a = try #require(RunID("20231212-2330-99"))
        let b = try #require(RunID("20231212-2330-100"))
        let c = try #require(RunID("20231212-2331-01"))
        #expect(a < b && b < c && a < c)
    }

    @Test(arguments: ["", "20231212-2330", "20231212-2330-1", "2023121-2330-01", "../a"])
    func otherTextsNameNoRun(text: String) {
        #expect(RunID(text) == nil)
    }
}
