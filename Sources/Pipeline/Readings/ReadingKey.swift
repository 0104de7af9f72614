import Model

/// What a reading is kept under, besides its context: one version of one file.
struct ReadingKey: Hashable {
    var sha256: String
    /// The path below `submissions/`.
    private let place: PathKey

    var path: String { place.path }

    init(sha256: String, path: String) {
        self.sha256 = sha256
        place = PathKey(path)
    }

    // A path has few versions: its bytes tell enough.
    func hash(into hasher: inout Hasher) { hasher.combine(place) }
}
