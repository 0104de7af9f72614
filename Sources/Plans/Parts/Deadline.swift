/// A date by which a form must be handed in.
package struct Deadline: Hashable, Sendable {
    package var id: String
    package var name: String
    /// The index of the form in the catalogue.
    package var form: Int
    package var due: Due
    /// The index of the group that must report; nil for all units without units below them.
    package var group: Int?
    package var isMain: Bool
    /// The passage of the plan that sets it, as reports cite it.
    package var cite: String?
}

extension [Deadline] {
    /// The index of the one that is marked as the main one, else of the first.
    package var main: Int? { firstIndex(where: \.isMain) ?? indices.first }
}
