import Foundation

/// `csvdump [--delimiter X] [--quote X] FILE`: what the CSV layer alone sees, as JSON.
@main
enum Command {
    static func main() {
        guard let arguments = Arguments(CommandLine.arguments.dropFirst()) else {
            fail("usage: csvdump [--delimiter X] [--quote X] FILE", code: 64)
        }
        guard let data = FileManager.default.contents(atPath: arguments.file) else {
            fail("csvdump: cannot read \(arguments.file)", code: 66)
        }
        let dump = Dump(of: [UInt8](data), arguments)
        FileHandle.standardOutput.write(Data(dump.json))
    }

    private static func fail(_ message: String, code: Int32) -> Never {
        FileHandle.standardError.write(Data((message + "\n").utf8))
        exit(code)
    }
}
