import Foundation

/// The built program while it runs.
struct RunningProgram {
    private let process = Process()
    private let scratch = FileManager.default.temporaryDirectory.appendingPathComponent(
        "tonghop-out-" + UUID().uuidString
    )
    private var files: [URL] { ["out", "err"].map { scratch.appendingPathComponent($0) } }

    /// Starts it with nothing but the environment given.
    init(_ arguments: [String], in folder: String?, environment: [String: String]) throws {
        process.executableURL = URL(fileURLWithPath: BuiltProgram.path)
        process.arguments = arguments
        process.environment = environment
        if let folder { process.currentDirectoryURL = URL(fileURLWithPath: folder) }
        try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
        // Files, not pipes: a full pipe would stop the program.
        for file in files { try Data().write(to: file) }
        process.standardOutput = try FileHandle(forWritingTo: files[0])
        process.standardError = try FileHandle(forWritingTo: files[1])
        process.standardInput = FileHandle.nullDevice
        try process.run()
    }

    /// The number of the process.
    var number: Int32 { process.processIdentifier }

    /// Waits for the end of the program.
    func result() throws -> BuiltProgram.Result {
        defer { try? FileManager.default.removeItem(at: scratch) }
        process.waitUntilExit()
        return BuiltProgram.Result(
            status: process.terminationStatus,
            output: String(decoding: try Data(contentsOf: files[0]), as: UTF8.self),
            errors: String(decoding: try Data(contentsOf: files[1]), as: UTF8.self),
            isKilled: process.terminationReason == .uncaughtSignal
        )
    }
}
