import Disk

/// Merges partial results, wherever they were made.
package enum ReduceTask {
    /// Results that stand one behind the other, as one; none where there are none.
    package static func bytes(
        of bytes: [UInt8]
    ) throws(PipelineError) -> (bytes: [UInt8], summary: PartialSummary) {
        let merged: Partial?
        do throws(PartialFault) {
            merged = try Partial(merging: Partial.all(in: bytes))
        } catch {
            throw PipelineError(error)
        }
        guard let merged else { return ([], PartialSummary()) }
        return (try PipelineError.writing(merged.bytes), PartialSummary(of: merged))
    }

    /// The lines of results, as one line for each key, sorted by key.
    package static func text(of lines: [[UInt8]]) throws(PipelineError) -> [String] {
        var merged: [(key: String, partial: Partial)] = []
        do throws(PartialFault) {
            var partials: [String: [Partial]] = [:]
            for line in lines {
                let (key, partial) = try PartialLine.read(line)
                partials[key, default: []].append(partial)
            }
            for (key, partials) in partials.sorted(by: { $0.key < $1.key }) {
                if let partial = try Partial(merging: partials) { merged.append((key, partial)) }
            }
        } catch {
            throw PipelineError(error)
        }
        return try PipelineError.writing { () throws(FileError) in
            var text: [String] = []
            for (key, partial) in merged { text.append(try PartialLine.text(key, partial)) }
            return text
        }
    }
}
