/// Where in the decoded file a buffer begins.
struct FilePosition: Hashable, Sendable {
    /// The offset of its first byte.
    var offset = 0
    /// The 1-based physical line on which that byte stands.
    var line = 1
}
