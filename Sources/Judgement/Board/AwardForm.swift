/// A form of commendation at a level: `Giấy khen` of a district.
package struct AwardForm: Hashable, Sendable {
    /// As first written; empty where no commendation of it says.
    package var name: String
    /// The code of the form's field `level`.
    package var level: String?

    /// A form of commendation by name and level; nil where no level is told.
    package init(name: String, level: String?) {
        self.name = name
        self.level = level
    }
}
