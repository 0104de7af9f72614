/// A date by which a form must be handed in.
package struct Deadline: Hashable, Sendable {
    /// The id that decisions name it by.
    package var id: String
    /// What reports call it.
    package var name: String
    /// The index of the form in the catalogue.
    package var form: Int
    /// By when the form must be handed in.
    package var due: Due
    /// The index of the group that must report; nil for all units without units below them.
    package var group: Int?
    /// Whether it is marked `main: true` (CONTRACT §11.17).
    package var isMain: Bool
    /// The passage of the plan that sets it, as reports cite it.
    package var cite: String?
}

extension [Deadline] {
    /// The index of the one that is marked as the main one, else of the first.
    package var main: Int? { firstIndex(where: \.isMain) ?? indices.first }
}
