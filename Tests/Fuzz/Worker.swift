import Glibc
import Synchronization

/// Makes inputs from its own seed and examines them until all are done or one fails.
final class Worker: Sendable {
    struct Tally: Sendable {
        var inputs: UInt64 = 0
        var bytes: UInt64 = 0
        var slowest: Duration = .zero
        var slowestInput: [UInt8] = []
        var fault: String?
        var faultyInput: [UInt8] = []
        /// How often each known fault came up again.
        var known: [String: Int] = [:]
    }

    let flight: Flight
    private let examination: Examination
    private let mutator: Mutator
    private let seed: UInt64
    /// The beginnings of faults that are counted and passed over.
    private let known: [String]
    private let state = Mutex(Tally())
    /// When the input at hand was begun, in nanoseconds of the clock; 0 between two.
    let begun = Atomic<Int64>(0)

    init(flight: Flight, examination: Examination, mutator: Mutator, seed: UInt64, known: [String])
    {
        self.known = known
        self.flight = flight
        self.examination = examination
        self.mutator = mutator
        self.seed = seed
    }

    var tally: Tally { state.withLock { $0 } }

    /// Examines `count` inputs.
    ///
    /// Each has a seed of its own, so that any one can be made again without those before it.
    func run(_ count: UInt64, limit: Duration) {
        let clock = ContinuousClock()
        let zero = Worker.start
        var number: UInt64 = 0
        while number < count {
            var dice = Dice(seed: seed &+ number)
            let bytes = mutator.input(&dice)
            flight.note(bytes)
            let start = clock.now
            begun.store(zero.duration(to: start).nanoseconds + 1, ordering: .relaxed)
            let used = Worker.threadTime
            var fault = examination.fault(bytes, number: number)
            let duration = Worker.threadTime - used
            begun.store(0, ordering: .relaxed)
            // What is large may take longer, in proportion.
            if duration > limit * max(1, bytes.count >> 17) { fault = fault ?? "took \(duration)" }
            number += 1
            let again = known.first { name in fault?.hasPrefix(name) == true }
            if again != nil { fault = nil }
            let isFaulty = fault != nil
            state.withLock { tally in
                tally.inputs = number
                if let again { tally.known[again, default: 0] += 1 }
                tally.bytes += UInt64(bytes.count)
                if duration > tally.slowest {
                    tally.slowest = duration
                    tally.slowestInput = bytes
                }
                if isFaulty {
                    tally.fault = fault
                    tally.faultyInput = bytes
                }
            }
            if isFaulty { return }
        }
    }

    static let start = ContinuousClock().now

    /// The time that this thread has computed: other programs' work is not the input's fault.
    private static var threadTime: Duration {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
    }
}

extension Duration {
    var nanoseconds: Int64 {
        components.seconds * 1_000_000_000 + components.attoseconds / 1_000_000_000
    }

    var milliseconds: Int64 { nanoseconds / 1_000_000 }
}
