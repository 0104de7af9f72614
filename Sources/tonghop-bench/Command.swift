internal import Disk
internal import Glibc
import Model
internal import Pipeline
internal import TrialRegister

/// `tonghop-bench generate ROWS FILE` makes a register, the same for the same seed; of a hundred
/// rows as many as `--broken` says must be handed back.
///
/// `tonghop-bench run FILE` reads it as the program does and says how long each stage took.
/// `tonghop-bench workbook ROWS FILE` writes a
/// workbook and says how many seconds that took.
@main
enum Command {
    private static let usage = """
        usage: tonghop-bench generate ROWS FILE [--seed N] [--broken PERCENT]
               tonghop-bench run FILE [--answers] [--jobs N]
               tonghop-bench workbook ROWS FILE
        """

    static func main() async {
        HeapGrowth.makeRare()
        do throws(BenchError) { try await start(Array(CommandLine.arguments.dropFirst())) } catch {
            say(error.message, to: STDERR_FILENO)
            exit(ExitStatus.missing.rawValue)
        }
    }

    private static func start(_ arguments: [String]) async throws(BenchError) {
        var rest = arguments.dropFirst()
        switch arguments.first {
        case "generate":
            guard let rows = rest.popFirst().flatMap(Int.init), let path = rest.popFirst() else {
                refuse()
            }
            var seed = 1
            var broken = 0
            while let option = rest.popFirst() {
                guard let number = rest.popFirst().flatMap(Int.init), number >= 0 else { refuse() }
                switch option {
                case "--seed": seed = number
                case "--broken": broken = number
                default: refuse()
                }
            }
            try generate(rows, path, EntryGenerator(seed: UInt64(seed), broken: broken))
        case "run":
            guard let path = rest.popFirst() else { refuse() }
            var jobs = 2
            var showsAnswers = false
            while let option = rest.popFirst() {
                switch option {
                case "--answers": showsAnswers = true
                case "--jobs":
                    guard let number = rest.popFirst().flatMap(Int.init) else { refuse() }
                    jobs = number
                default: refuse()
                }
            }
            let trial = try await ReadingTrial(path, jobs: jobs)
            if showsAnswers {
                say(trial.answer.table, to: STDOUT_FILENO, terminator: "")
            } else {
                say(trial.report, to: STDOUT_FILENO)
            }
        case "workbook":
            guard let rows = rest.popFirst().flatMap(Int.init), rows > 0,
                let path = rest.popFirst(), rest.isEmpty
            else { refuse() }
            say(try WorkbookTrial(rows: rows).seconds(writingTo: path), to: STDOUT_FILENO)
        default: refuse()
        }
    }

    private static func generate(
        _ rows: Int,
        _ path: String,
        _ generator: EntryGenerator
    ) throws(BenchError) {
        do throws(FileError) {
            let file = try Descriptor(creating: path)
            var generator = generator
            var output = Array(EntryGenerator.header.utf8)
            for _ in 0..<rows {
                generator.appendRow(to: &output)
                guard output.count > 1 << 20 else { continue }
                try file.write(output.span.bytes)
                output.removeAll(keepingCapacity: true)
            }
            try file.write(output.span.bytes)
        } catch {
            throw BenchError(message: error.message)
        }
    }

    private static func refuse() -> Never {
        say(usage, to: STDERR_FILENO)
        exit(ExitStatus.usage.rawValue)
    }

    private static func say(_ text: String, to number: Int32, terminator: String = "\n") {
        let bytes = Array((text + terminator).utf8)
        var done = 0
        while done < bytes.count {
            let count = bytes[done...].withUnsafeBytes { write(number, $0.baseAddress, $0.count) }
            guard count > 0 else { return }
            done += count
        }
    }
}
