/// An emulation movement (phong trào thi đua) of `movements.csv`.
package struct Movement: Hashable, Sendable {
    /// The id that exemplars name the movement by.
    package var id: String
    /// The name as reports print it.
    package var name: String
    /// `Cấp phát động` as it was written.
    package var level: String?
    /// The standing unit's id.
    package var standingUnit: String?
    /// The first day; nil where it has run since ever.
    package var from: Day?
    /// The last day; nil where no end is set.
    package var to: Day?
    /// `Phương thức` as it was written, like the two after it.
    package var method: String?
    /// `Phạm vi` as it was written.
    package var scope: String?
    /// `Số ngày văn bản` as it was written: the paper that launched it.
    package var document: String?

    package init(id: String, name: String) {
        self.id = id
        self.name = name
    }
}
