import Foundation

/// The program as built, run as an operator runs it.
struct BuiltProgram {
    /// What one run of it came to.
    struct Result {
        var status: Int32
        var output: String
        var errors: String
    }

    /// The program lies beside the bundle of the tests.
    static let path: String = {
        let arguments = CommandLine.arguments
        var bundle = arguments[0]
        if let flag = arguments.firstIndex(of: "--test-bundle-path"), flag + 1 < arguments.count {
            bundle = arguments[flag + 1]
        }
        return URL(fileURLWithPath: bundle).deletingLastPathComponent()
            .appendingPathComponent("tonghop").path
    }()

    /// Runs the program with an empty environment, as cron nearly does.
    @discardableResult
    static func run(_ arguments: [String], in folder: String? = nil) throws -> Result {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = arguments
        process.environment = [:]
        if let folder { process.currentDirectoryURL = URL(fileURLWithPath: folder) }
        let scratch = FileManager.default.temporaryDirectory.appendingPathComponent(
            "tonghop-out-" + UUID().uuidString
        )
        try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: scratch) }
        // Files, not pipes: a full pipe would stop the program.
        let files = ["out", "err"].map { scratch.appendingPathComponent($0) }
        for file in files { try Data().write(to: file) }
        let (output, errors) = (
            try FileHandle(forWritingTo: files[0]), try FileHandle(forWritingTo: files[1])
        )
        process.standardOutput = output
        process.standardError = errors
        process.standardInput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return Result(
            status: process.terminationStatus,
            output: String(decoding: try Data(contentsOf: files[0]), as: UTF8.self),
            errors: String(decoding: try Data(contentsOf: files[1]), as: UTF8.self)
        )
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
