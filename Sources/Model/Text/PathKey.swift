/// A path as the file system knows it, by its bytes: two paths may be equal as texts and yet name
/// two files, as where the accents of one are letters of their own.
package struct PathKey: Hashable, Sendable {
    /// The path as a text, for messages.
    package let path: String

    package init(_ path: String) { self.path = path }

    /// Whether the paths have the same bytes.
    package static func == (a: PathKey, b: PathKey) -> Bool {
        a.path.utf8.elementsEqual(b.path.utf8)
    }

    /// The hash of the path's bytes.
    package func hash(into hasher: inout Hasher) {
        var path = path
        path.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }
}
