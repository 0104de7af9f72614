internal import Glibc

/// An open file that closes itself; the benchmark sees no module that reads files.
struct ByteFile: ~Copyable {
    private let number: Int32
    private let path: String

    init(reading path: String) throws(BenchError) {
        number = open(path, O_RDONLY | O_CLOEXEC)
        self.path = path
        guard number >= 0 else { throw BenchError(message: "cannot read \(path)") }
    }

    init(creating path: String) throws(BenchError) {
        number = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        self.path = path
        guard number >= 0 else { throw BenchError(message: "cannot write \(path)") }
    }

    deinit { if number >= 0 { close(number) } }

    /// Reads the next bytes over the beginning of a buffer and gives their number; 0 at the end.
    func fill(_ buffer: inout [UInt8]) throws(BenchError) -> Int {
        let count = buffer.withUnsafeMutableBytes { read(number, $0.baseAddress, $0.count) }
        guard count >= 0 else { throw BenchError(message: "cannot read \(path)") }
        return count
    }

    func write(_ bytes: [UInt8]) throws(BenchError) {
        var done = 0
        while done < bytes.count {
            let count = bytes[done...].withUnsafeBytes {
                Glibc.write(number, $0.baseAddress, $0.count)
            }
            guard count > 0 else { throw BenchError(message: "cannot write \(path)") }
            done += count
        }
    }
}
