internal import Foundation
internal import Intake
internal import Model
internal import Plans
internal import TrialRegister

/// The files of a plan's drop folder, held in memory and read again and again on one thread.
///
/// What a country sends are files of a header and a row or two: there, what is done once a file is
/// all there is, and the register of a million rows says nothing of it.
struct SmallFiles {
    private let context: ReadingContext
    private let files: [(path: String, bytes: [UInt8])]

    /// Takes the files of a plan's folder, in the order of their paths, under its plan and roster.
    init(of folder: String) throws {
        context = try SmallFiles.context(of: folder)
        let root = folder + "/submissions/"
        let paths = (FileManager.default.subpaths(atPath: root) ?? []).sorted()
        files = try paths.filter { $0.lowercased().hasSuffix(".csv") }.map {
            ($0, try SmallFiles.bytes(of: root + $0))
        }
        guard !files.isEmpty else { throw BenchError(message: "no files below \(root)") }
    }

    /// Says what reading a file took in microseconds, the best of some passes over all of them.
    func measure(_ passes: Int) {
        var best = Double.infinity
        var records = 0
        for _ in 0..<max(1, passes) {
            records = 0
            let taken = ContinuousClock().measure {
                for (path, bytes) in files { records += read(path, bytes).records }
            }
            best = min(best, taken / .microseconds(1) / Double(files.count))
        }
        let tenths = Int((best * 10).rounded())
        print("\(files.count) files, \(records) records, \(tenths / 10).\(tenths % 10) µs a file")
    }

    /// Prints what each file came to as a digest, to be held against another build's.
    func printDigests() {
        for (path, bytes) in files {
            let digest = Digest(StoredReading.bytes(of: read(path, bytes)))
            print(path, String(digest.high, radix: 16), String(digest.low, radix: 16))
        }
    }

    /// Reads a file as a run reads one that it can hold.
    private func read(_ path: String, _ bytes: [UInt8]) -> FileReading {
        let place = FilePlace(path: path, context: context)
        var reader = FileReader(place: place, context: context)
        for block in reader.push(bytes) { reader.add(reader.interpreter.read(block)) }
        for block in reader.finish() { reader.add(reader.interpreter.read(block)) }
        return reader.settled()
    }

    private static func context(of folder: String) throws -> ReadingContext {
        let plan: Plan
        switch PlanReader.read(try bytes(of: folder + "/plan.yaml")) {
        case .plan(let read): plan = read
        case .mistakes(let mistakes): throw refused(mistakes)
        }
        let units: [Model.Unit]
        switch RosterReader.read(try bytes(of: folder + "/units.csv")) {
        case .entries(let read): units = read
        case .mistakes(let mistakes): throw refused(mistakes)
        }
        let window = plan.calendar.window(.year(plan.stage.upperBound))
        return ReadingContext(
            plan: plan,
            roster: Roster(lines: units, on: window.span.to),
            changes: ChangeLog(),
            lines: units,
            reported: [:]
        )
    }

    private static func refused(_ mistakes: [Mistake]) -> BenchError {
        BenchError(message: mistakes.map(\.text).joined(separator: "\n"))
    }

    private static func bytes(of path: String) throws -> [UInt8] {
        Array(try Data(contentsOf: URL(filePath: path)))
    }
}
