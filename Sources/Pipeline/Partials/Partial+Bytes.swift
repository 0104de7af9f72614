import Disk
import Intake
import Model

extension Partial {
    /// How the bytes begin; the last one is the version of their layout.
    private static let mark: [UInt8] = Array("tonghop-partial".utf8) + [1]
    /// The mark and the number of the bytes that follow it.
    private static let head = mark.count + 8
    /// The hexadecimal digits of a SHA-256.
    private static let digits = 64

    /// The result as bytes, which end with the SHA-256 of those before.
    func bytes() throws(FileError) -> [UInt8] {
        var writer = StoredWriter(reserving: 4096)
        writer.add(context)
        writer.add(tally)
        writer.add(list: files) { writer, file in
            writer.add(file.key.path)
            writer.add(file.key.sha256)
            writer.add(file.tally)
            writer.add(array: file.bytes)
        }
        var bytes = Partial.mark
        withUnsafeBytes(of: Int64(writer.bytes.count + Partial.digits)) { bytes += $0 }
        bytes += writer.bytes
        return try bytes + Array(SHA256.digest(of: bytes).utf8)
    }

    /// Makes out results that stand one behind the other.
    ///
    /// - Throws: ``PartialFault/damaged`` for anything else, whatever the bytes say.
    static func all(in bytes: [UInt8]) throws(PartialFault) -> [Partial] {
        var partials: [Partial] = []
        var position = 0
        while position < bytes.count {
            guard bytes.count - position >= head else { throw .damaged }
            let length = bytes.withUnsafeBytes {
                Int($0.loadUnaligned(fromByteOffset: position + mark.count, as: Int64.self))
            }
            guard length >= 0, length <= bytes.count - position - head else { throw .damaged }
            let end = position + head + length
            partials.append(try Partial(Array(bytes[position..<end])))
            position = end
        }
        return partials
    }

    /// One result, whose bytes these are from the first to the last.
    private init(_ bytes: [UInt8]) throws(PartialFault) {
        let end = bytes.count - Partial.digits
        guard bytes.starts(with: Partial.mark), end >= Partial.head,
            let seal = try? SHA256.digest(of: Array(bytes[..<end])),
            bytes[end...].elementsEqual(seal.utf8)
        else { throw .damaged }
        var reader = StoredReader(Array(bytes[Partial.head..<end]), from: 0)
        do throws(StoredFault) {
            context = try reader.text()
            let tally = try reader.tally()
            files = try reader.list { reader throws(StoredFault) in
                let path = try reader.text()
                let sha256 = try reader.text()
                let tally = try reader.tally()
                return PartialFile(
                    key: ReadingKey(sha256: sha256, path: path),
                    stored: try reader.array(),
                    tally: tally
                )
            }
            guard reader.isAtEnd, self.tally == tally,
                zip(files, files.dropFirst()).allSatisfy(PartialFile.precedes)
            else { throw StoredFault() }
        } catch {
            throw .damaged
        }
    }
}

extension StoredWriter {
    fileprivate mutating func add(_ tally: ReadingTally) {
        let lines = tally.lines
        for number in [
            tally.bytes, tally.rows, lines.header, lines.layout, lines.counted, lines.rejected,
            lines.blank,
        ] { add(number) }
        add(list: tally.forms.sorted { $0.key < $1.key }) { writer, form in
            writer.add(form.key)
            writer.add(form.value.records)
            writer.add(Int(form.value.numbers))
            writer.add(Int(truncatingIfNeeded: form.value.keys))
        }
    }
}

extension StoredReader {
    fileprivate mutating func tally() throws(StoredFault) -> ReadingTally {
        var tally = ReadingTally()
        tally.bytes = try number()
        tally.rows = try number()
        tally.lines.header = try number()
        tally.lines.layout = try number()
        tally.lines.counted = try number()
        tally.lines.rejected = try number()
        tally.lines.blank = try number()
        let forms = try list { reader throws(StoredFault) in
            (
                try reader.number(),
                ReadingTally.FormTally(
                    records: try reader.number(),
                    numbers: Int64(try reader.number()),
                    keys: UInt64(truncatingIfNeeded: try reader.number())
                )
            )
        }
        tally.forms = Dictionary(forms) { first, _ in first }
        guard tally.forms.count == forms.count else { throw StoredFault() }
        return tally
    }
}
