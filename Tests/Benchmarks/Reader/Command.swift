internal import Intake
internal import Model
internal import Rollup
internal import TrialRegister

/// `tonghop-reader ROWS` makes a register of so many rows, reads it and answers from it.
///
/// `tonghop-reader ROWS --only-make` only makes it: what the reader costs is the difference. All of
/// it is done on one thread and without a file, so that the same instructions are carried out every
/// time.
///
/// `tonghop-reader --files FOLDER PASSES` reads the files of a plan's folder so many times and says
/// what one takes; `tonghop-reader --files FOLDER --digests` says what each came to.
@main
enum Command {
    static func main() throws {
        let arguments = CommandLine.arguments.dropFirst()
        if arguments.first == "--files", arguments.count == 3 {
            return try readFiles(of: arguments[2], arguments[3])
        }
        guard let rows = arguments.first.flatMap(Int.init),
            arguments.count == 1 || Array(arguments.dropFirst()) == ["--only-make"]
        else {
            throw BenchError(
                message:
                    "usage: tonghop-reader ROWS [--only-make] | --files FOLDER PASSES|--digests"
            )
        }
        let register = made(rows)
        let bench = try BenchPlan()
        guard arguments.count == 1 else { return print(register.count) }
        let reading = read(register, bench.context)
        let noon = Instant(endOf: Day(number: 20_000))
        let file = SourceFile(
            reading: reading,
            receivedAt: noon,
            firstSeen: noon,
            modified: 0,
            sha256: "",
            size: reading.bytes
        )
        let records = RecordSet(
            collection: CollectedFiles(files: [file]),
            context: bench.context,
            asOf: noon
        )
        print(reading.rows, records.findings.count, UnitTotals(records, bench).checksum)
    }

    private static func readFiles(of folder: String, _ passes: String) throws {
        let files = try SmallFiles(of: folder)
        if passes == "--digests" {
            files.printDigests()
        } else {
            files.measure(Int(passes) ?? 1)
        }
    }

    private static func made(_ rows: Int) -> [UInt8] {
        var generator = EntryGenerator(seed: 1, broken: 5)
        var register = Array(EntryGenerator.header.utf8)
        for _ in 0..<rows { generator.appendRow(to: &register) }
        return register
    }

    /// Reads the register in pieces, as a run reads a file that is too large to hold.
    private static func read(_ register: [UInt8], _ context: ReadingContext) -> FileReading {
        let place = FilePlace(path: "2024-12-01/Q/contest_entry.csv", context: context)
        var reader = FileReader(place: place, context: context)
        var rest = register[...]
        while !rest.isEmpty {
            let piece = Array(rest.prefix(1 << 20))
            rest = rest.dropFirst(piece.count)
            for block in reader.push(piece) { reader.add(reader.interpreter.read(block)) }
        }
        for block in reader.finish() { reader.add(reader.interpreter.read(block)) }
        return reader.settled()
    }
}
