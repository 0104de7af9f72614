import Judgement
import Model
import Plans
import TestSupport

/// The indicator "every ward issues a plan", with more keys.
func issues(_ more: String = "", id: String = "I") -> String {
    "id: \(id), applies_to: wards, measure: count(document where kind = plan), each: \">= 1\""
        + (more.isEmpty ? "" : ", " + more)
}

/// A file of plans issued by a ward on some days; received on the day after New Year's Day of 2023
/// unless told, so that only the documents' own dates decide.
func plans(_ unit: String, _ days: String..., received: String = "2023-01-02") -> Scenario.File {
    var text = "unit,kind,number,issued_on\n"
    for (index, day) in days.enumerated() { text += "\(unit),plan,\(index + 1),\(day)\n" }
    return .init("\(received)/\(unit)/vb.csv", text)
}

/// A file that holds no more than a header, for one window.
func noPlans(_ unit: String, _ window: String = "2024") -> Scenario.File {
    .init("2023-01-02/\(unit)/\(window)/vb.csv", "unit,kind,number,issued_on\n")
}

extension Scenario {
    /// The status of a unit under indicator `I`.
    func status(_ unit: String, _ asOf: String, window: String = "2024") throws -> Status? {
        try judge(window: window, asOf: asOf).unit(unit, "I")?.status
    }
}

extension Judgement {
    /// The value of a named measure for a unit.
    func measure(_ name: String, _ unit: String) -> Quantity? {
        guard let column = scene.plan.measures.firstIndex(where: { $0.id == name }),
            let row = scene.units.firstIndex(where: { scene.roster.units[$0].id == unit })
        else { return nil }
        return measures[row][column]
    }

    func submission(_ unit: String) -> SubmissionResult? {
        submissions.first { scene.roster.units[$0.unit].id == unit }
    }

    func count(_ code: FindingCode) -> Int { findings.count { $0.code == code } }
}
