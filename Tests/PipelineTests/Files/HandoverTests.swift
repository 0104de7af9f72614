@testable import Pipeline
import Testing

@Suite("What is handed over") struct HandoverTests {
    @Test func aValueIsTakenOnce() {
        let handover = Handover([1, 2])
        #expect(handover.take() == [1, 2])
        #expect(handover.take() == nil)
    }
}
