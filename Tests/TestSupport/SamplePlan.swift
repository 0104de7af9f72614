/// A district with three wards and a school.
package let district = """
    Mã đơn vị,Tên đơn vị,Loại đơn vị,Mã đơn vị cấp trên
    D,Quận Dê,HUYEN,
    W1,Phường Một,PHUONG,D
    W2,Phường Hai,PHUONG,D
    W3,Phường Ba,PHUONG,D
    S1,Trường Bốn,TRUONG,D

    """

/// A city with two districts of two wards each.
package let city = """
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
package func plan(_ indicators: [String], _ sections: String..., root: String = "D") -> String {
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

extension Scenario {
    /// Files judged by a plan; `decisions` are the rows of `decisions.csv`.
    package init(
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
}
