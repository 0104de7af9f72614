import Foundation
import Model

/// `csvdump [--delimiter X] [--quote X] FILE`: what the CSV layer alone sees, as JSON.
@main
enum Command {
    static func main() {
        guard let arguments = Arguments(CommandLine.arguments.dropFirst()) else {
            fail("usage: csvdump [--delimiter X] [--quote X] FILE", .usage)
        }
        guard let data = FileManager.default.contents(atPath: arguments.file) else {
            fail("csvdump: cannot read \(arguments.file)", .missing)
        }
        let dump = Dump(of: [UInt8](data), arguments)
        FileHandle.standardOutput.write(Data(dump.json))
    }

    private static func fail(_ message: String, _ status: ExitStatus) -> Never {
        FileHandle.standardError.write(Data((message + "\n").utf8))
        exit(status.rawValue)
    }
}
