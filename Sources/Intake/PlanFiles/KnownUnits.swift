internal import Model

/// The ids of a roster, and which of them a wrong one may have been meant to be.
struct KnownUnits {
    private let ids: Set<String>
    /// Made ready when the first wrong id turns up, once for all of them.
    private lazy var candidates = Suggestion.Candidates(ids.sorted())

    /// With so many mistakes in a table something else is wrong with it, such as a column taken for
    /// another: what each cell was meant to be helps nobody, and each is compared with thousands.
    static let mostMistakes = 200

    init(_ ids: Set<String>) { self.ids = ids }

    func contains(_ id: String) -> Bool { ids.contains(id) }

    /// The id that is nearest to one that is none, where the table has not too many mistakes
    /// already.
    mutating func nearest(to id: String, in table: PlanTable) -> String? {
        guard table.mistakes.count < KnownUnits.mostMistakes else { return nil }
        return candidates.nearest(to: id)
    }
}
