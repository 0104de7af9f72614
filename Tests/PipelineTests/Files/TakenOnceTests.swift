@testable import Pipeline
import Testing

@Suite("What is taken once") struct TakenOnceTests {
    @Test func aValueIsTakenOnce() {
        let value = TakenOnce([1, 2])
        #expect(value.take() == [1, 2])
        #expect(value.take() == nil)
    }
}
