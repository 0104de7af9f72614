import Foundation
import TestSupport

/// A made city of five districts with eight communes each and two offices of its own, whose data is
/// drawn from a seed: late, missing, blank, exempt and pending units, and districts that did
/// nothing.
///
/// All data is synthetic.
struct FederatedCity {
    static let districts = (1...5).map { "D\($0)" }
    static let offices = ["S1", "S2"]
    /// The district of which nothing came in, on either side.
    static let silent = "D5"

    static func communes(of district: String) -> [String] {
        (1...8).map { "\(district)-X\($0)" }
    }

    /// By the submitter's folder, the files of each unit: path below it and text.
    private(set) var files: [(unit: String, path: String, text: String)] = []

    init(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        for district in Self.districts where district != Self.silent {
            for unit in Self.communes(of: district) where Int.random(in: 0..<8, using: &random) > 0
            {
                addFiles(unit, &random)
            }
            addProposals(district, &random)
        }
        for office in Self.offices { addFiles(office, &random) }
    }

    private mutating func addFiles(_ unit: String, _ random: inout SplitMix64) {
        func draw(_ range: Range<Int>) -> Int { Int.random(in: range, using: &random) }
        func number(_ range: Range<Int>) -> String { draw(0..<6) == 0 ? "" : String(draw(range)) }
        let day = ["2024-06-20", "2024-10-01", "2024-12-20"][draw(0..<3)]
        files.append(
            (
                unit, day,
                """
                unit,period,posts,contest_entries,budget
                \(unit),2024,\(number(0..<13)),\(number(0..<4)),"\(draw(0..<90)),\(draw(1000..<9999))"

                """
            )
        )
        var documents = "unit,kind,number,issued_on\n"
        for index in 0..<draw(0..<4) {
            documents += "\(unit),plan,\(index),2024-0\(draw(4..<10))-0\(draw(1..<9))\n"
        }
        if draw(0..<5) > 0 { files.append((unit, "2024-10-10", documents)) }
        var sessions = "unit,kind,held_on,content\n"
        for month in 1...9 where draw(0..<12) > 0 {
            sessions += "\(unit),session,2024-0\(month)-15,Buổi mẫu\n"
        }
        if draw(0..<6) > 0 { files.append((unit, "2024-10-11", sessions)) }
        var rewards = "unit,name,subject,decision_number,decided_on,level,class,kind\n"
        for index in 0..<draw(0..<5) {
            let kind = ["direct", "leader", "people"][draw(0..<3)]
            rewards +=
                "\(unit),Mẫu \(index),individual,\(index)/QĐ,2024-05-10,commune,\(kind),regular\n"
        }
        if draw(0..<4) > 0 { files.append((unit, "2024-10-12", rewards)) }
    }

    private mutating func addProposals(_ district: String, _ random: inout SplitMix64) {
        var text = "unit,year,name,subject,level,award,documented_on\n"
        for index in 0..<Int.random(in: 1..<6, using: &random) {
            let subject = index % 2 == 0 ? "individual" : "collective"
            text +=
                "\(district),2024,Gương \(index),\(subject),city,Bằng khen,2024-0\(index + 5)-02\n"
        }
        files.append((district, "2024-10-09", text))
    }

    static let units: String = {
        var text =
            "Mã đơn vị,Tên đơn vị,Loại đơn vị,Cấp,Mã đơn vị cấp trên\nC,Thành phố Mẫu,TINH,city,\n"
        for office in offices { text += "\(office),Sở Mẫu \(office),SO,unit,C\n" }
        for district in districts {
            text += "\(district),Quận Mẫu \(district),HUYEN,district,C\n"
            for unit in communes(of: district) {
                text += "\(unit),Xã Mẫu \(unit),XA,unit,\(district)\n"
            }
        }
        return text
    }()

    /// The same with a ministry above.
    static let ministry = units.replacing(
        "TINH,city,\n",
        with: "TINH,city,B\nB,Bộ Mẫu,BO,ministry,\n"
    )

    static let decisions = """
        Số quyết định,Ngày,Loại,Mã đơn vị,Mã chỉ tiêu,Kỳ,Giá trị,Lý do,Hết hiệu lực
        1/QĐ,2024-02-01,Miễn,D1-X1,,,,Sửa trụ sở,
        2/QĐ,2024-02-02,Miễn,D3,TONG-HAN,,,Bão lũ,
        3/QĐ,2024-02-03,Gia hạn,D2,TONG-HAN,,2024-12-31,Đến muộn,
        4/QĐ,2024-02-04,Gia hạn,D2-X2,HAN,,2025-02-28,Đến muộn,
        5/QĐ,2024-02-05,Điều chỉnh,D2-X3,TONG,,21,Kiểm tra thực tế,
        6/QĐ,2024-02-06,Điều chỉnh,D4,TONG-HAN,,17,Kiểm tra thực tế,

        """

    /// The plan of the whole tree; `more` are keys of the top.
    static func plan(_ more: String = "", ministry: Bool = false) -> String {
        """
        schema: 1
        id: mau
        title: Kế hoạch mẫu của một thành phố
        stage: {from: 2024, to: 2025}
        root: \(ministry ? "B" : "C")
        chain: [{level: unit, name: Đơn vị}, {level: district, name: Quận}, {level: city, name: Thành phố}\(ministry ? ", {level: ministry, name: Bộ}" : "")]
        \(more)
        forms:
          unit_report: {fields: {budget: {header: Kinh phí, type: decimal}}}
        groups:
          xa: {name: Các xã, kinds: [XA]}
          so: {name: Các sở, kinds: [SO]}
          tat-ca: {name: Toàn thành phố, any_of: [xa, so]}
        measures:
          direct: count(commendation where class = direct)
          posts: coalesce(unit_report.posts, unit_report.contest_entries)
        indicators:
          - {id: MOI, applies_to: tat-ca, measure: posts, each: ">= 3", target: "= 100%"}
          - {id: TY-LE, applies_to: tat-ca, measure: unit_report.posts, each: ">= 5", target: ">= 60%"}
          - {id: HAN, applies_to: xa, measure: count(document where kind = plan), each: ">= 1", target: ">= 70%", due: {by: 2024-07-31}, dated_by: issued_on}
          - {id: HAN-MUON, applies_to: xa, measure: count(document), each: ">= 2", target: ">= 50%", due: {by: 2024-07-31}, late_counts: true}
          - {id: THANG, applies_to: xa, measure: count(activity where kind = session), every: month, each: ">= 1", target: ">= 40%"}
          - {id: SO, applies_to: so, level: city, measure: unit_report.posts, each: ">= 1"}
          - {id: TONG, level: district, applies_to: xa, measure: unit_report.posts, total: ">= 40"}
          - {id: TONG-HAN, level: district, measure: count(document), total: ">= 9", due: {by: 2024-07-31}}
          - {id: KINH-PHI, level: district, measure: sum(unit_report.budget), total: ">= 300"}
          - {id: TY-TRONG, level: district, measure: 100 * direct / count(commendation), total: ">= 30"}
          - {id: HIEU, level: district, measure: count(document) - count(commendation), total: ">= 0", due: {by: 2024-07-31}}
          - {id: RIENG, level: district, counts: own, measure: count(proposal), total: ">= 3", also: [{measure: count(proposal where subject = collective), total: ">= 2"}]}
          - {id: LON-NHAT, level: district, measure: max(unit_report.posts) - min(unit_report.posts), total: ">= 4"}
          - {id: TONG-THANG, level: district, measure: count(activity), every: quarter, total: ">= 20"}
          - {id: CA-TP, level: city, measure: count(activity), total: ">= 250"}
          - {id: CA-TP-TY, level: city, measure: direct / count(commendation), total: ">= 0.4"}
        """
    }
}
