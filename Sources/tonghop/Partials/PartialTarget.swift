import ArgumentParser
import Glibc
import Model
import Pipeline

/// Where partial results are written to, and how.
struct PartialTarget: ParsableArguments {
    @Flag(help: "Mỗi khóa một dòng: mã cấp trên, dấu tab, kết quả ở dạng base64.")
    var text = false
    @Option(name: .shortAndLong, help: "Tệp kết quả; mặc định là đầu ra chuẩn.")
    var output: String?

    /// Writes a result; where standard output is free, it says what there is in it.
    func write(_ bytes: [UInt8], _ summary: PartialSummary) throws {
        guard output != nil || isatty(STDOUT_FILENO) == 0 else {
            Console.complain("Kết quả từng phần không phải là chữ; hãy thêm -o TỆP hoặc --text.")
            throw ExitCode(.usage)
        }
        try write(bytes)
        guard output != nil else { return }
        Console.print(
            "\(summary.files) tệp, \(summary.rows) dòng, \(summary.rows - summary.records) dòng bị loại"
        )
    }

    /// Writes lines.
    func write(_ lines: [String]) throws {
        try write(Array(lines.map { $0 + "\n" }.joined().utf8))
    }

    private func write(_ bytes: [UInt8]) throws {
        if let output { return try WholeFile.write(bytes, to: output) }
        guard Console.deliver(bytes) else { throw Console.failOfLostOutput() }
    }
}
