/// What a reading is kept under, besides its context: one version of one file.
struct ReadingKey: Hashable {
    var sha256: String
    /// The path below `submissions/`.
    var path: String

    // By bytes: two paths may be equal as texts and yet be those of two files.
    static func == (a: ReadingKey, b: ReadingKey) -> Bool {
        a.sha256 == b.sha256 && a.path.utf8.elementsEqual(b.path.utf8)
    }

    // A path has few versions: its bytes tell enough.
    func hash(into hasher: inout Hasher) {
        var path = path
        path.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }
}
