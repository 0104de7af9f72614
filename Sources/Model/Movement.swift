/// An emulation movement (phong trào thi đua) of `movements.csv`.
package struct Movement: Hashable, Sendable {
    package var id: String
    package var name: String
    package var level: String?
    /// The standing unit's id.
    package var standingUnit: String?
    package var from: Day?
    package var to: Day?
    package var method: String?
    package var scope: String?
    package var document: String?

    package init(id: String, name: String) {
        self.id = id
        self.name = name
    }
}
