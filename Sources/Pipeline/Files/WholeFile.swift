import Glibc
import LedgerStore

/// A file that the operator names, in one piece.
package enum WholeFile {
    package static func read(_ path: String) throws(PipelineError) -> [UInt8] {
        try PipelineError.writing { () throws(FileError) in try PlanInput.read(path) }
    }

    /// Writes a file; one that is there is replaced once the new one is whole.
    package static func write(_ bytes: [UInt8], to path: String) throws(PipelineError) {
        try DropFolder.refuse(path)
        let partial = path + ".partial"
        do throws(FileError) {
            _ = unlink(partial)
            let file = try Descriptor(creating: partial, isOutput: true)
            do throws(FileError) {
                try file.write(bytes.span.bytes)
                guard rename(partial, path) == 0 else {
                    throw FileError(.rename, path, isOutput: true)
                }
            } catch {
                _ = unlink(partial)
                throw error
            }
        } catch {
            throw PipelineError(error)
        }
    }
}
