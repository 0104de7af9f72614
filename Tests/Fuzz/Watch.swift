import FoundationEssentials
import Glibc
import Synchronization

/// Says how far the workers are and ends the program where one hangs or memory grows without end.
struct Watch: Sendable {
    /// What one input may take.
    static let limit = Duration.seconds(1)
    /// The memory that reading small files may take, in bytes.
    private static let memoryLimit = 2 << 30

    let workers: [Worker]
    let findings: String

    /// Looks once; to be called every second.
    func look() {
        let now = Worker.start.duration(to: .now)
        for worker in workers {
            let begun = worker.begun.load(ordering: .relaxed)
            guard begun > 0, now.nanoseconds - begun > 60 * Watch.limit.nanoseconds else {
                continue
            }
            end("hangs for 60 s", worker.flight.bytes)
        }
        if let memory = residentBytes(), memory > Watch.memoryLimit {
            end("\(memory >> 20) MiB of memory", workers[0].flight.bytes)
        }
        if now.components.seconds % 20 == 0 { say(progress) }
    }

    /// Says the closing count; 1 where an input failed.
    func report() -> Int32 {
        say(progress)
        var status: Int32 = 0
        for worker in workers {
            let tally = worker.tally
            let slowest = save(tally.slowestInput, "fuzz-slowest")
            say(
                "slowest input: \(tally.slowest.milliseconds) ms, \(tally.slowestInput.count) bytes, \(slowest)"
            )
            for (fault, count) in tally.known.sorted(by: { $0.key < $1.key }) {
                say("known: \(fault), \(count) times")
            }
            guard let fault = tally.fault else { continue }
            say("FAULT: \(fault)\ninput: \(save(tally.faultyInput, "fuzz-fault"))")
            status = 1
        }
        if status == 0 { say("nothing wrong") }
        return status
    }

    private var progress: String {
        let tallies = workers.map(\.tally)
        let inputs = tallies.reduce(0) { $0 + $1.inputs }
        let bytes = tallies.reduce(0) { $0 + $1.bytes }
        let seconds = max(1, Worker.start.duration(to: .now).components.seconds)
        let slowest = tallies.map(\.slowest).max() ?? .zero
        return "\(inputs) inputs, \(bytes >> 20) MiB, \(Int64(inputs) / seconds) inputs/s, "
            + "slowest \(slowest.milliseconds) ms"
    }

    private func end(_ fault: String, _ input: [UInt8]) -> Never {
        say("FAULT: \(fault)\ninput: \(save(input, "fuzz-fault"))")
        exit(1)
    }

    private func save(_ bytes: [UInt8], _ name: String) -> String {
        let hash = bytes.reduce(UInt64(14_695_981_039_346_656_037)) {
            ($0 ^ UInt64($1)) &* 1_099_511_628_211
        }
        let path = findings + "/\(name)-" + String(hash, radix: 16)
        try? Data(bytes).write(to: URL(filePath: path))
        return path
    }

    private func residentBytes() -> Int? {
        guard let data = try? Data(contentsOf: URL(filePath: "/proc/self/statm")) else {
            return nil
        }
        let pages = String(decoding: data, as: UTF8.self).split(separator: " ").dropFirst().first
        return pages.flatMap { Int($0) }.map { $0 * Int(sysconf(Int32(_SC_PAGESIZE))) }
    }
}
