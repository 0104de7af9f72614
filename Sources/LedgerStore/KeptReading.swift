/// What one version of a file came to when it was read, as bytes that only the reader understands.
package struct KeptReading: Hashable, Sendable {
    /// The SHA-256 of the file's bytes.
    package var sha256: String
    /// The path below `submissions/`: what a file says depends on where it lies.
    package var path: String
    package var reading: [UInt8]

    package init(sha256: String, path: String, reading: [UInt8]) {
        self.sha256 = sha256
        self.path = path
        self.reading = reading
    }
}
