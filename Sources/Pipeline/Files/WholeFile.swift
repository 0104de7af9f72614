import Disk

/// A file that the operator names, in one piece.
package enum WholeFile {
    /// The bytes of a file.
    package static func read(_ path: String) throws(PipelineError) -> [UInt8] {
        try PipelineError.writing { () throws(FileError) in try PlanInput.read(path) }
    }

    /// Writes a file; one that is there is replaced once the new one is whole.
    package static func write(_ bytes: [UInt8], to path: String) throws(PipelineError) {
        try DropFolder.refuse(path)
        try OwnFolders.refuse(path)
        try PipelineError.writing { () throws(FileError) in
            let file = try PlacedFile(path, replacing: .anything)
            try file.write(bytes)
            try file.place()
        }
    }
}
