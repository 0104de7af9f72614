internal import Disk
internal import Glibc
internal import Intake
internal import Model
internal import Pipeline
internal import Rollup
internal import TrialRegister

/// One reading of the register with the time of its stages.
struct ReadingTrial {
    private let bytes: Int
    private let rows: Int
    private let findings: Int
    private let reading: Duration
    private let resolving: Duration
    private let answering: Duration
    let answer: UnitTotals

    init(_ path: String, jobs: Int) async throws(BenchError) {
        let bench = try BenchPlan()
        let clock = ContinuousClock()
        let start = clock.now
        let file = try await ReadingTrial.read(path, bench, jobs)
        let read = clock.now
        let noon = Instant(endOf: Day(number: 20_000))
        let records = RecordSet(
            collection: CollectedFiles(files: [
                SourceFile(
                    reading: file,
                    receivedAt: noon,
                    firstSeen: noon,
                    modified: 0,
                    sha256: "",
                    size: file.bytes
                )
            ]),
            context: bench.context,
            asOf: noon
        )
        let resolved = clock.now
        answer = UnitTotals(records, bench)
        let end = clock.now
        bytes = file.bytes
        rows = file.rows
        findings = file.findings.count + records.findings.count
        reading = read - start
        resolving = resolved - read
        answering = end - resolved
    }

    /// Reads the register by the very code of a run.
    private static func read(
        _ path: String,
        _ bench: BenchPlan,
        _ jobs: Int
    ) async throws(BenchError) -> FileReading {
        do {
            let size = try Descriptor(reading: path).status().st_size
            let request = FileIntake.Request(
                path: "2024-12-01/Q/contest_entry.csv",
                sha256: "",
                original: path,
                size: Int64(size)
            )
            let intake = FileIntake(context: bench.context, jobs: jobs, from: .dropFolder)
            let readings = try await intake.read([request])
            if let reading = readings.first { return reading }
        } catch {
            throw BenchError(message: "cannot read \(path)")
        }
        throw BenchError(message: "cannot read \(path)")
    }

    /// One line of JSON.
    var report: String {
        let total = seconds(reading + resolving + answering)
        let fields: [(String, String)] = [
            ("rows", String(rows)), ("bytes", String(bytes)), ("findings", String(findings)),
            ("reading_s", shown(seconds(reading))), ("resolving_s", shown(seconds(resolving))),
            ("answering_s", shown(seconds(answering))), ("seconds", shown(total)),
            ("mb_per_s", shown(Double(bytes) / 1e6 / total)),
            ("rows_per_s", String(Int(Double(rows) / total))),
            ("peak_mb", shown(peakMegabytes)), ("valid", String(answer.valid)),
            ("checksum", "\"\(answer.checksum)\""),
        ]
        return "{" + fields.map { "\"\($0)\": \($1)" }.joined(separator: ", ") + "}"
    }

    private func seconds(_ duration: Duration) -> Double {
        let (seconds, attoseconds) = duration.components
        return Double(seconds) + Double(attoseconds) / 1e18
    }

    /// A number with three decimals; formatting it otherwise would bring in Foundation.
    private func shown(_ number: Double) -> String {
        let thousandths = Int((number * 1000).rounded())
        let rest = String(thousandths % 1000)
        return "\(thousandths / 1000)." + String(repeating: "0", count: 3 - rest.count) + rest
    }

    private var peakMegabytes: Double {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        return Double(usage.ru_maxrss) / 1024
    }
}
