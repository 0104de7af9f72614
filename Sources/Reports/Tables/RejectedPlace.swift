internal import Intake
internal import Judgement
internal import Model
internal import Plans

/// What stands in for the unit and period that a rejected row does not name.
struct RejectedPlace {
    /// The id of the unit whose row it is for certain, else a sign that no roster knows.
    ///
    /// With the sign the row is refused until somebody fills it in; a blank would be taken for the
    /// unit of the row above, or of whoever hands the table in.
    let unit: String
    /// The id of the period of the file's folder; empty where it has none.
    let period: String

    static let unknownUnit = "?"

    init(_ reading: FileReading, _ form: Form, _ scene: Scene) {
        let place = reading.place
        let namesUnits = reading.meanings.contains { meaning in
            meaning == .unitName || form.unitField.map { meaning == .field($0) } == true
        }
        // In a table with a column for units a blank may go on with the unit of the row above.
        let isCertain = !namesUnits || place.submitter.map(scene.isLeaf) == true
        let unit = isCertain ? place.submitter ?? place.namedUnit : nil
        self.unit = unit.map { scene.roster.units[$0].id } ?? RejectedPlace.unknownUnit
        period = place.period?.id ?? ""
    }
}
