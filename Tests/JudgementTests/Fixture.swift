import Judgement
import Model
import Plans
import TestSupport

/// A district with three wards and a school.
let district = """
    Mã đơn vị,Tên đơn vị,Loại đơn vị,Mã đơn vị cấp trên
    D,Quận Dê,HUYEN,
    W1,Phường Một,PHUONG,D
    W2,Phường Hai,PHUONG,D
    W3,Phường Ba,PHUONG,D
    S1,Trường Bốn,TRUONG,D

    """

/// A city with two districts of two wards each.
let city = """
    Mã đơn vị,Tên đơn vị,Loại đơn vị,Mã đơn vị cấp trên
    C,Thành phố Xê,TINH,
    D1,Quận Dê,HUYEN,C
    D2,Quận Đê,HUYEN,C
    W1,Phường Một,PHUONG,D1
    W2,Phường Hai,PHUONG,D1
    W3,Phường Ba,PHUONG,D2
    W4,Phường Bốn,PHUONG,D2

    """

/// A plan over the wards with indicators and sections written as YAML, one a line.
func plan(_ indicators: [String], _ sections: String..., root: String = "D") -> String {
    let levels =
        root == "D"
        ? "{level: unit, name: Đơn vị}, {level: district, name: Quận}"
        : "{level: unit, name: Đơn vị}, {level: district, name: Quận}, {level: city, name: TP}"
    var text = """
        schema: 1
        id: thu
        title: Kế hoạch thử
        stage: {from: 2023, to: 2025}
        root: \(root)
        chain: [\(levels)]

        """
    if !sections.contains(where: { $0.hasPrefix("groups:") }) {
        text += "groups:\n  wards: {name: Phường, kinds: [PHUONG]}\n"
    }
    for section in sections { text += section + "\n" }
    if !indicators.isEmpty { text += "indicators:\n" }
    for indicator in indicators { text += "  - {\(indicator)}\n" }
    return text
}

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
    init(
        _ plan: String,
        _ files: [File] = [],
        units: String = district,
        decisions: String = ""
    ) {
        self.init(plan: plan, units: units, files: files)
        if !decisions.isEmpty {
            self.decisions =
                "Số quyết định,Ngày,Loại,Mã đơn vị,Mã chỉ tiêu,Kỳ,Giá trị,Lý do,Hết hiệu lực\n"
                + decisions
        }
    }

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
