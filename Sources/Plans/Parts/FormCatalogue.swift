/// All forms of a plan: the built-in ones with the plan's own fields, aliases and forms.
package struct FormCatalogue: Hashable, Sendable {
    /// Records name a form by its index here.
    package var forms: [Form]

    /// What stands for the form of a file of which nobody knows it (CONTRACT §11.28); no form's id.
    package static let unknown = "unknown-form"

    /// The index of a form by its id; nil for one that the catalogue does not have.
    package func index(of id: String) -> Int? { forms.firstIndex { $0.id == id } }
}
