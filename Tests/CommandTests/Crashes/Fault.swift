import Foundation

/// A fault of disk, clock or process that the library FaultShim makes in the built program.
struct Fault: CustomStringConvertible {
    /// What happens at a write point.
    enum Kind: String, CaseIterable {
        /// The process is killed before the call, or after half of a write.
        case kill, torn
        /// The process is asked to end.
        case term
        case full = "ENOSPC"
        case broken = "EIO"
        case forbidden = "EACCES"
    }

    var kind: Kind?
    /// The number of the write point, from 1.
    var at = 1
    /// Whether every later write point goes wrong too.
    var isSticky = false
    /// Only files whose path contains this.
    var path: String?
    /// The bytes for which the disk still has room.
    var bytes: Int?
    /// Seconds by which the clock of the machine is wrong.
    var clock: Int?

    var description: String {
        environment.filter { $0.key != "LD_PRELOAD" }.map { "\($0.key)=\($0.value)" }.sorted()
            .joined(separator: " ")
    }

    var environment: [String: String] {
        var environment = ["LD_PRELOAD": BuiltProgram.beside("libFaultShim.so")]
        if let kind {
            environment["FAULT_KIND"] = kind.rawValue
            environment["FAULT_AT"] = String(at)
        }
        if isSticky { environment["FAULT_STICKY"] = "1" }
        environment["FAULT_PATH"] = path
        environment["FAULT_BYTES"] = bytes.map(String.init)
        environment["FAULT_CLOCK"] = clock.map(String.init)
        return environment
    }
}

/// How much of the crash tests is run: with `CRASHES=full` every write point, else a spread of
/// them.
enum Thoroughness {
    static let isFull = ProcessInfo.processInfo.environment["CRASHES"] == "full"

    /// Numbers from 1 to `last`: all of them, or about `count` evenly spread from a seeded start
    /// and the last `tail`, where an edition is put in its place.
    static func points(upTo last: Int, count: Int, tail: Int = 0, seed: Int) -> [Int] {
        guard !isFull, last > count else { return Array(1...max(1, last)) }
        let step = Double(last) / Double(count)
        let start = step * Double(seed % 10) / 10
        let spread = (0..<count).map { 1 + Int(start + step * Double($0)) }
        return Set(spread + (last - tail..<last).map { $0 + 1 }).filter { (1...last).contains($0) }
            .sorted()
    }
}
