/// What a template may name: the values of a text, their kinds and what they mean.
///
/// Only what is safe to show has a name here; a template cannot reach anything else.
package struct TextField: Sendable {
    /// What can be done with a value in a template.
    package indirect enum Shape: Sendable {
        /// Printed; a section of it is left out where it is empty.
        case text
        /// A section is printed or left out by it.
        case flag
        /// A section is repeated for each; `{{.}}` is the text.
        case lines
        /// A section is repeated for each, with these values.
        case list([TextField])
        /// A section is printed where there is something, with these values.
        case group([TextField])
    }

    /// The name in templates.
    package let name: String
    /// What it is, for those who write templates.
    package let meaning: String
    /// What can be done with it.
    package let shape: Shape

    package init(_ name: String, _ meaning: String, _ shape: Shape = .text) {
        self.name = name
        self.meaning = meaning
        self.shape = shape
    }
}

extension [TextField] {
    /// The field of a name; nil where there is none.
    func field(_ name: some StringProtocol) -> TextField? { first { $0.name == name } }
}
