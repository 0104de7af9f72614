import Foundation
import TestSupport
import Testing

/// A shipped plan of a department, run as the nightly job runs it.
struct DepartmentSample {
    /// What tests look at in results.json.
    struct Results: Decodable {
        struct Unit: Decodable {
            var unit: String
            var value: Double?
            var status: String
        }
        struct Node: Decodable {
            var node: String
            var numerator: Int?
            var denominator: Int?
            var percent: String?
            var value: Double?
            var status: String
        }
        struct Indicator: Decodable {
            var id: String
            var units: [Unit]
            var nodes: [Node]
        }
        var indicators: [Indicator]

        /// The root's figure of an indicator.
        func root(_ indicator: String) -> Node? {
            indicators.first { $0.id == indicator }?.nodes.last
        }

        func unit(_ unit: String, _ indicator: String) -> Unit? {
            indicators.first { $0.id == indicator }?.units.first { $0.unit == unit }
        }
    }

    static let python = "/usr/bin/python3"
    static let input = testsFolder.deletingLastPathComponent().appendingPathComponent("input").path

    let plan: String
    /// The second computation, below Tests/Independent.
    let script: String

    /// Runs a window and gives the published edition's folder.
    func run(
        _ folder: TemporaryDirectory,
        window: String,
        asOf: String,
        input: String = DepartmentSample.input,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> String {
        let result = try BuiltProgram.run([
            "run", "--input", input, "--plan", plan, "--window", window, "--as-of", asOf, "--now",
            "2026-01-10T02:00:00", "--output", folder.path + "/output", "--quiet",
        ])
        #expect(result.status == 0, "\(window): \(result.errors)", sourceLocation: sourceLocation)
        return folder.path + "/output/\(plan)/\(window)/latest/"
    }

    func results(_ edition: String) throws -> Results {
        let data = try Data(contentsOf: URL(fileURLWithPath: edition + "results.json"))
        return try JSONDecoder().decode(Results.self, from: data)
    }

    /// No share may pass its denominator, no percentage 100.
    func expectSoundRates(_ results: Results) {
        for indicator in results.indicators {
            for node in indicator.nodes {
                #expect((node.numerator ?? 0) <= (node.denominator ?? 0), "\(indicator.id)")
                let percent = node.percent.flatMap {
                    Double($0.replacingOccurrences(of: ",", with: "."))
                }
                #expect((percent ?? 0) <= 100, "\(indicator.id)")
            }
        }
    }

    /// The second computation stands apart from this code on purpose.
    func expectAgreement(_ edition: String) throws {
        guard FileManager.default.isExecutableFile(atPath: Self.python) else { return }
        let check = Process()
        check.executableURL = URL(fileURLWithPath: Self.python)
        check.arguments = [
            testsFolder.appendingPathComponent("Independent/\(script)").path, "--compare",
            edition + "results.json",
        ]
        check.environment = ["PYTHONDONTWRITEBYTECODE": "1", "LANG": "C.UTF-8"]
        let output = Pipe()
        check.standardOutput = output
        check.standardError = output
        try check.run()
        let text = String(
            decoding: output.fileHandleForReading.readDataToEndOfFile(),
            as: UTF8.self
        )
        check.waitUntilExit()
        #expect(check.terminationStatus == 0, "\(text)")
    }

    /// A copy of the inputs in which the reading in use is commented out and another one is not:
    /// the plan is switched by its lines that begin so (leading spaces and `# ` aside).
    func switched(
        _ folder: TemporaryDirectory,
        from current: String,
        to other: String
    ) throws -> String {
        let copy = folder.path + "/" + UUID().uuidString
        try FileManager.default.createDirectory(
            atPath: copy,
            withIntermediateDirectories: true
        )
        try FileManager.default.copyItem(
            atPath: Self.input + "/" + plan,
            toPath: copy + "/" + plan
        )
        let file = URL(fileURLWithPath: copy + "/\(plan)/plan.yaml")
        var changes = 0
        let lines = try String(contentsOf: file, encoding: .utf8)
            .split(separator: "\n", omittingEmptySubsequences: false)
            .map { line in
                let text = line.drop { $0 == " " }
                let indent = String(line.prefix(line.count - text.count))
                if !text.hasPrefix("#"), text.contains(current) {
                    changes += 1
                    return indent + "# " + text
                }
                if text.hasPrefix("# "), text.contains(other) {
                    changes += 1
                    return indent + text.dropFirst(2)
                }
                return String(line)
            }
        try #require(changes == 2, "one line out, one line in")
        try Data(lines.joined(separator: "\n").utf8).write(to: file)
        return copy
    }
}
