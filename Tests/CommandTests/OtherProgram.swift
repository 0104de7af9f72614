import Foundation

/// Programs of the system that look at what tonghop wrote.
enum OtherProgram {
    /// A Python that has these modules; nil where there is none.
    static func python(with modules: String) -> String? {
        let folders = ProcessInfo.processInfo.environment["PATH"] ?? ""
        let names = folders.split(separator: ":").map { $0 + "/python3" } + ["/usr/bin/python3"]
        return names.map { String($0) }.first {
            FileManager.default.isExecutableFile(atPath: $0)
                && run($0, ["-c", "import " + modules])?.status == 0
        }
    }

    /// Runs a program to its end; nil where it cannot be started.
    static func run(
        _ program: String,
        _ arguments: [String]
    ) -> (status: Int32, output: String)? {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return nil }
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: data, as: UTF8.self))
    }
}
