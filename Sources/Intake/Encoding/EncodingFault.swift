/// Why the bytes of a file cannot be read as text.
package enum EncodingFault: Hashable, Sendable {
    /// No encoding explains the bytes, or more than one does.
    case unknown
    /// Letters were replaced by question marks when the file was saved: they are gone.
    case lossy
    /// No text at all: a workbook, a PDF, an archive, or bytes that no text has.
    case binary
}
