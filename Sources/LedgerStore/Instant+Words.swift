package import Model

extension Instant {
    /// `05/01/2025 02:00:00`, as officials read it.
    package var slashed: String { day.slashed + " " + iso.suffix(8) }
}
