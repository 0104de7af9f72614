/// All forms of a plan: the built-in ones with the plan's own fields, aliases and forms.
package struct FormCatalogue: Hashable, Sendable {
    package var forms: [Form]

    /// The index of a form by its id; nil for one that the catalogue does not have.
    package func index(of id: String) -> Int? { forms.firstIndex { $0.id == id } }
}
