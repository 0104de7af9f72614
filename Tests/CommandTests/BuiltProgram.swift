import Foundation

/// The program as built, run as an operator runs it.
struct BuiltProgram {
    /// What one run of it came to.
    struct Result {
        /// The exit status; of a program that a signal ended, the number of the signal.
        var status: Int32
        var output: String
        var errors: String
        /// Whether a signal ended it.
        var isKilled = false
    }

    /// The program lies beside the bundle of the tests, if `TONGHOP` doesn't name another: an
    /// installed one, or one that was built for speed.
    static let path = ProcessInfo.processInfo.environment["TONGHOP"] ?? beside("tonghop")

    /// A product of the package that lies beside the bundle of the tests.
    static func beside(_ name: String) -> String {
        let arguments = CommandLine.arguments
        var bundle = arguments[0]
        if let flag = arguments.firstIndex(of: "--test-bundle-path"), flag + 1 < arguments.count {
            bundle = arguments[flag + 1]
        }
        return URL(fileURLWithPath: bundle).deletingLastPathComponent()
            .appendingPathComponent(name).path
    }

    /// Runs the program with an empty environment, as cron nearly does.
    @discardableResult
    static func run(
        _ arguments: [String],
        in folder: String? = nil,
        environment: [String: String] = [:]
    ) throws -> Result {
        try RunningProgram(arguments, in: folder, environment: environment).result()
    }

    /// Runs a line of the shell, in which `$TONGHOP` is the program.
    static func shell(_ line: String, in folder: String) throws -> Int32 {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-c", line]
        process.environment = ["TONGHOP": path]
        process.currentDirectoryURL = URL(fileURLWithPath: folder)
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return process.terminationStatus
    }
}
