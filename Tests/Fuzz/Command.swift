internal import Dispatch
internal import Foundation
internal import Glibc
internal import Intake
internal import Plans
internal import Synchronization

/// Reads millions of damaged files as the program does and stops at the first that is not read as
/// it must be.
///
/// `tonghop-fuzz [--inputs N] [--seed N] [--findings FOLDER] [--known FAULT]… PLAN-FOLDER
/// [FOLDER]…` starts from the tables of the plan and of the other folders; faults that begin with a
/// known text are counted and passed over. `tonghop-fuzz --replay FILE PLAN-FOLDER` reads one input
/// again. After a crash, `fuzz-input-0` and `fuzz-input-1` in the findings folder hold what was
/// being read: eight bytes of length, then the input.
@main
enum Command {
    static func main() {
        var inputs: UInt64 = 10_000_000
        var seed: UInt64 = 1
        var replay: String?
        var known: [String] = []
        var findings = FileManager.default.temporaryDirectory.path
        var folders: [String] = []
        var rest = CommandLine.arguments.dropFirst()
        while let argument = rest.popFirst() {
            switch argument {
            case "--inputs": inputs = rest.popFirst().flatMap(UInt64.init) ?? inputs
            case "--seed": seed = rest.popFirst().flatMap(UInt64.init) ?? seed
            case "--findings": findings = rest.popFirst() ?? findings
            case "--known": known += [rest.popFirst()].compactMap(\.self)
            case "--replay": replay = rest.popFirst()
            default: folders.append(argument)
            }
        }
        guard let folder = folders.first, let plan = FuzzPlan(folder: folder) else {
            say("usage: tonghop-fuzz [--inputs N] [--seed N] [--replay FILE] PLAN-FOLDER [FOLDER]…")
            exit(64)
        }
        let examination = Examination(context: plan.context, paths: plan.paths)
        if let replay { exit(again(replay, examination)) }
        let seeds = Seeds(folders: [folder + "/submissions"] + folders.dropFirst())
        say("\(seeds.inputs.count) seeds")
        let mutator = Mutator(seeds: seeds.inputs, maker: plan.maker)
        let workers = (0..<2).compactMap { number -> Worker? in
            guard let flight = Flight(path: findings + "/fuzz-input-\(number)") else { return nil }
            let own = seed &* 0x1_0000_0000 &+ UInt64(number) &* 0x1000_0000_0000
            return Worker(
                flight: flight,
                examination: examination,
                mutator: mutator,
                seed: own,
                known: known
            )
        }
        guard workers.count == 2 else {
            say("cannot write to \(findings)")
            exit(73)
        }
        exit(run(workers, inputs: inputs, findings: findings))
    }

    private static func run(_ workers: [Worker], inputs: UInt64, findings: String) -> Int32 {
        // Threads of their own: the pool of tasks has no more than there are cores.
        let done = DispatchGroup()
        for worker in workers {
            done.enter()
            Thread.detachNewThread {
                worker.run(inputs / UInt64(workers.count), limit: Watch.limit)
                done.leave()
            }
        }
        let watch = Watch(workers: workers, findings: findings)
        while done.wait(timeout: .now() + 1) == .timedOut { watch.look() }
        return watch.report()
    }

    private static func again(_ path: String, _ examination: Examination) -> Int32 {
        guard let data = try? Data(contentsOf: URL(filePath: path)) else {
            say("cannot read \(path)")
            return 66
        }
        let start = ContinuousClock().now
        for number: UInt64 in 0..<8 {
            if let fault = examination.fault(Array(data), number: number) {
                say(fault)
                return 1
            }
        }
        say("nothing wrong; \(start.duration(to: .now) / 8) a time")
        return 0
    }
}

/// Writes a line to standard output at once, so that it is seen before a crash.
func say(_ line: String) {
    let bytes = Array((line + "\n").utf8)
    _ = bytes.withUnsafeBytes { write(STDOUT_FILENO, $0.baseAddress, $0.count) }
}
