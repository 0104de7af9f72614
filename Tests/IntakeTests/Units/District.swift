import Intake
import Model

/// A district's roster for the tests of names: real names of areas, synthetic schools.
enum District {
    /// `id|name|kind|parent|short name|alias|from|to`, the last ones left out where they are blank.
    private static let lines = """
        HN|Thành phố Hà Nội|TINH
        TX|Quận Thanh Xuân|HUYEN|HN
        CM|Huyện Chương Mỹ|HUYEN|HN
        TX-HADINH|Phường Hạ Đình|PHUONG|TX|P.HĐ|Phường Kim Giang
        00343|Phường Nhân Chính|PHUONG|TX
        TX-TXB|Phường Thanh Xuân Bắc|PHUONG|TX
        TX-TXN|Phường Thanh Xuân Nam|PHUONG|TX
        TX-KT|Phường Khương Trung|PHUONG|TX
        TX-QT|Phường Quang Trung|PHUONG|TX
        CM-QT|Xã Quang Trung|XA|CM
        CM-PN|Xã Phú Nghĩa|XA|CM
        CM-PN-CU|Xã Phú Nghĩa|XA|CM|||2015-01-01|2023-07-01
        HN-PN|Xã Phú Nghĩa|XA|HN
        CM-TT|Thị trấn Chúc Sơn|THITRAN|CM
        CM-P3|Phường 3|PHUONG|CM
        CM-P11|Phường 11|PHUONG|CM
        CM-KY|Xã Kỳ Sơn|XA|CM
        CM-LY|Xã Đông Lý|XA|CM
        CM-LI|Xã Đông Lí|XA|CM
        CM-SAPA|Phường Sa Pa|PHUONG|CM
        CM-SAPA2|Phường Sa Pả|PHUONG|CM
        CM-DD|Xã Đống Đa|XA|CM
        CM-M|Xã Cư M’gar|XA|CM
        TX-NV|Phòng Nội vụ|PHONG|TX
        TX-YT|Trung tâm Y tế|DVSN|TX
        TX-MT|Ủy ban Mặt trận Tổ quốc quận|MTTQ|TX|MTTQ
        TX-T1|Trường THCS Nhân Chính|TRUONG|TX
        TX-T2|Trường Tiểu học Khương Mẫu|TRUONG|TX
        TX-T3|Trường Mầm non Mẫu 01|TRUONG|TX
        TX-T4|Trường Trung học phổ thông Mẫu|TRUONG|TX
        TX-T5|Trường TH&THCS Mẫu 05|TRUONG|TX
        """

    static let units: [Unit] = lines.split(separator: "\n").enumerated().map { line, text in
        let cells = text.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
        func cell(_ index: Int) -> String? {
            index < cells.count && !cells[index].isEmpty ? cells[index] : nil
        }
        var unit = Unit(
            id: cells[0],
            name: cells[1],
            kind: UnitKind(text: cells[2]) ?? .khac,
            line: line
        )
        unit.parent = cell(3)
        unit.shortName = cell(4)
        unit.aliases = [cell(5)].compactMap(\.self)
        unit.validFrom = cell(6).flatMap { Day(iso: $0) }
        unit.validTo = cell(7).flatMap { Day(iso: $0) }
        return unit
    }

    static let roster = Roster(units: units)
    static let names = UnitNames(roster: roster)

    /// The ids that a match gives: one, several, or none.
    static func ids(_ match: UnitNames.Match, in roster: Roster = roster) -> [String] {
        switch match {
        case .unit(let unit): [roster.units[unit].id]
        case .ambiguous(let units): units.map { roster.units[$0].id }
        case .unknown: []
        }
    }

    static func ids(_ text: String) -> [String] { ids(names.match(text)) }
}
