import Dispatch
import Glibc
import Synchronization
import Testing

@testable import Model

@Suite("Work on several cores")
struct ConcurrentlyTests {
    @Test func resultsStandInTheOrderOfWhatTheyWereMadeFrom() {
        let numbers = Array(0..<1000)
        #expect(concurrentMap(numbers) { $0 * 3 } == numbers.map { $0 * 3 })
        #expect(concurrentMap([Int]()) { $0 } == [])
        #expect(concurrentMap([7]) { $0 + 1 } == [8])
    }

    @Test func eachPieceIsDoneOnce() {
        let done = Mutex([Int](repeating: 0, count: 5000))
        _ = concurrentMap(Array(0..<5000)) { index in done.withLock { $0[index] += 1 } }
        #expect(done.withLock { $0.allSatisfy { $0 == 1 } })
    }

    @Test func piecesHavePiecesOfTheirOwnWithoutWaitingForEver() {
        let sums = concurrentMap(Array(0..<40)) { outer in
            let (low, high) = concurrently(
                { concurrentMap(Array(0..<50)) { $0 + outer }.reduce(0, +) },
                { concurrentMap(Array(50..<100)) { $0 + outer }.reduce(0, +) }
            )
            return low + high
        }
        #expect(sums == (0..<40).map { 4950 + 100 * $0 })
    }

    @Test(arguments: [1, 2, 5])
    func noMoreThreadsTakePartAtOnceThanWereAsked(threads: Int) {
        let seen = Mutex((atWork: 0, most: 0, all: Set<pthread_t>()))
        _ = concurrentMap(Array(0..<400), threads: threads) { _ in
            seen.withLock {
                $0.atWork += 1
                $0.most = max($0.most, $0.atWork)
                $0.all.insert(pthread_self())
            }
            usleep(20)
            seen.withLock { $0.atWork -= 1 }
        }
        #expect((1...threads).contains(seen.withLock { $0.most }))
        #expect(threads > 1 || seen.withLock { $0.all } == [pthread_self()])
    }

    @Test func whoWaitsForAPieceHelpsWithItsPieces() {
        let caller = pthread_self()
        let hasBegun = DispatchSemaphore(value: 0)
        let seen = Mutex<Set<pthread_t>>([])
        _ = concurrently(
            // Held up until another thread has taken the second piece, if there is one.
            { _ = hasBegun.wait(timeout: .now() + 1) },
            {
                hasBegun.signal()
                _ = concurrentMap(Array(0..<400)) { _ in
                    usleep(200)
                    seen.withLock { _ = $0.insert(pthread_self()) }
                }
            }
        )
        #expect(seen.withLock { $0.contains(caller) })
    }

    @Test func whoAsksFromManyTasksAtOnceGetsAllResults() async {
        let sums = await withTaskGroup(of: Int.self) { group in
            for task in 0..<32 {
                group.addTask { concurrentMap(Array(0..<100)) { $0 * task }.reduce(0, +) }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(sums.sorted() == (0..<32).map { 4950 * $0 })
    }
}
