import Disk

/// A file that the operator names, in one piece.
package enum WholeFile {
    /// The bytes of a file.
    package static func read(_ path: String) throws(PipelineError) -> [UInt8] {
        try PipelineError.writing { () throws(FileError) in try PlanInput.read(path) }
    }

    /// Refuses a place to write to that is not the operator's: what units drop, the ledger and the
    /// editions.
    package static func refuse(_ path: String) throws(PipelineError) {
        try DropFolder.refuse(path)
        try OwnFolders.refuse(path)
    }

    /// Writes a file; one that is there is replaced once the new one is whole.
    package static func write(_ bytes: [UInt8], to path: String) throws(PipelineError) {
        try refuse(path)
        try PipelineError.writing { () throws(FileError) in
            let file = try PlacedFile(path, replacing: .anything)
            try file.write(bytes)
            try file.place()
        }
    }
}
