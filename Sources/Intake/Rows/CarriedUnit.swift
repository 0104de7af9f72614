/// The unit that a row takes over from the rows above where its own unit cell is blank.
enum CarriedUnit: Hashable, Sendable {
    /// Nothing above says it, or something stands between.
    case none
    case unit(Int)
    /// What is written above fits no unit for certain.
    case unreadable
}
