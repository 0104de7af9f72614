import ArgumentParser
import Foundation
import Pipeline

/// How much of the machine a command may take.
struct JobsOption: ParsableArguments {
    private static let allowed = 1...64

    @Option(help: "Số việc làm cùng lúc; mặc định là số nhân của máy.")
    var jobs = JobsOption.standard

    /// As many as the machine has cores.
    static var standard: Int {
        min(allowed.upperBound, ProcessInfo.processInfo.activeProcessorCount)
    }

    /// As many as asked for, or as the system, once asked, has open files for.
    func workers() -> Int { OpenFiles.makeRoom(for: jobs) }

    func validate() throws {
        guard JobsOption.allowed.contains(jobs) else {
            throw ValidationError("--jobs phải từ 1 đến 64.")
        }
    }
}
