internal import Intake

/// Reads one large file block by block on several cores, as the pipeline's file intake does.
struct LargeFile {
    private static let chunk = 4 << 20

    let context: ReadingContext
    let jobs: Int

    func read(_ path: String) async throws(BenchError) -> FileReading {
        var reader = FileReader(
            place: FilePlace(path: "2024-12-01/Q/contest_entry.csv", context: context),
            context: context
        )
        let file = try ByteFile(reading: path)
        var failure: BenchError?
        await withTaskGroup(of: (Int, BlockReading).self) { group in
            var waiting: [Int: BlockReading] = [:]
            var started = 0
            var taken = 0
            var inFlight = 0
            func take(_ number: Int, _ reading: BlockReading) {
                inFlight -= 1
                waiting[number] = reading
                while let next = waiting.removeValue(forKey: taken) {
                    reader.add(next)
                    taken += 1
                }
            }
            func start(_ blocks: [Block]) async {
                for block in blocks {
                    if inFlight >= jobs + 1, let (number, reading) = await group.next() {
                        take(number, reading)
                    }
                    let number = started
                    let interpreter = reader.interpreter
                    group.addTask { (number, interpreter.read(block)) }
                    started += 1
                    inFlight += 1
                }
            }
            var buffer = [UInt8](repeating: 0, count: LargeFile.chunk)
            do throws(BenchError) {
                while true {
                    let count = try file.fill(&buffer)
                    guard count > 0 else { break }
                    await start(
                        reader.push(count == buffer.count ? buffer : Array(buffer[..<count]))
                    )
                }
            } catch {
                failure = error
            }
            await start(reader.finish())
            while let (number, reading) = await group.next() { take(number, reading) }
        }
        if let failure { throw failure }
        return reader.settled()
    }
}
