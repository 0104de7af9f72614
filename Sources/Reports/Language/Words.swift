/// The words of a report in its language: phrases, numbers, dates.
///
/// It travels with the ``ReportFrame``; what is read by clerks only (notes to units, explanations,
/// the tables for machines) takes ``vietnamese``.
package struct Words: Hashable, Sendable {
    /// The language of the report.
    package let language: Language
    /// Nil for Vietnamese, in which phrases are written where they are used.
    private let catalogue: Catalogue?

    /// Words of a language; English ones come from the catalogue.
    package init(_ language: Language) {
        self.language = language
        catalogue =
            switch language {
            case .vietnamese: nil
            case .english: Catalogue.english
            }
    }

    /// The words of reports that nobody asked for in English.
    package static let vietnamese = Words(.vietnamese)

    /// Words are equal where their language is.
    package static func == (a: Words, b: Words) -> Bool { a.language == b.language }

    /// The hash of the language.
    package func hash(into hasher: inout Hasher) { hasher.combine(language) }

    /// The phrase in the language of the report.
    package func callAsFunction(_ phrase: Phrase) -> String {
        catalogue?.text(phrase) ?? phrase.text
    }

    /// A phrase of two meanings: the one meant here is named beside it in the catalogue, as in
    /// `Quá hạn [chưa làm]`.
    func callAsFunction(_ phrase: Phrase, as meaning: StaticString) -> String {
        catalogue?.text(phrase, as: "\(meaning)") ?? phrase.text
    }

    /// What a plan's form or another table names: translated where it is one that comes with the
    /// program, else as the plan has it.
    func term(_ text: String) -> String {
        catalogue.map { $0.text(Phrase(stringLiteral: text)) } ?? text
    }

    /// What so many of something are called.
    func noun(_ noun: Phrase, _ number: Int) -> String {
        catalogue?.noun(noun, number) ?? noun.text
    }
}
