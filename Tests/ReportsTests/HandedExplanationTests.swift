import Foundation
import Judgement
import Model
import Reports
import TestSupport
import Testing

/// What an officer reads of a figure that a district handed over to the city.
@Suite struct HandedExplanationTests {
    private let units = """
        Mã đơn vị,Tên đơn vị,Loại đơn vị,Mã đơn vị cấp trên
        C,Thành phố Xê,TINH,
        D1,Quận Dê,HUYEN,C
        D2,Quận Đê,HUYEN,C
        W1,Phường Một,PHUONG,D1
        W3,Phường Ba,PHUONG,D2
        W4,Phường Bốn,PHUONG,D2

        """

    private let share =
        "id: I, level: district, applies_to: wards, measure: count(document), each: \">= 1\""
    private let sum = "id: I, level: district, measure: count(document), total: \">= 3\""
    private let ratio =
        "id: I, level: city, measure: 100 * count(document) / count(activity), total: \">= 3\""

    private func explanation(_ indicator: String, _ row: String) throws -> Explanation {
        let plan = """
            schema: 1
            id: thu
            title: Kế hoạch thử
            stage: {from: 2023, to: 2025}
            root: C
            chain: [{level: unit, name: Đơn vị}, {level: district, name: Quận}, {level: city, name: TP}]
            handed_up_by: district
            groups: {wards: {name: Phường, kinds: [PHUONG]}}
            indicators:
              - {\(indicator)}
            """
        let head = "unit,period,indicator,numerator,denominator,value,status,terms\n"
        let scenario = Scenario(
            plan: plan,
            units: units,
            files: [
                .init("2024-12-01/D1/kq.csv", head + "D1,2024,\(row)\n"),
                .init("2024-12-02/W3/vb.csv", "unit,kind,number,issued_on\nW3,plan,1,2024-05-01\n"),
                .init("2024-12-02/W3/hd.csv", "unit,kind,held_on,content\nW3,talk,2024-05-01,A\n"),
            ]
        )
        return Explanation(0, of: try scenario.judge(window: "2024", asOf: "2025-01-05"))
    }

    private func text(_ explanation: Explanation, focus: String? = nil) -> String {
        let unit = focus.flatMap { explanation.judgement.scene.roster.index(of: $0) }
        return ExplanationText.render(explanation, ExplanationText.Options(focus: unit))
            .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    @Test func aShareNamesTheRowAndItsNumbers() throws {
        let explanation = try explanation(share, "I,7,9,,Chưa đạt,")
        let all = text(explanation)
        #expect(all.contains("Thành phố Xê (C): 8/11 đơn vị"))
        #expect(
            all.contains("Mẫu số 11 = 1 đạt + 1 chưa có số liệu + 9 theo kết quả cấp dưới gửi lên.")
        )
        #expect(all.contains("Tử số 8 = 1 đơn vị đạt, không kể quá hạn + 7 theo kết quả cấp dưới"))
        #expect(
            all.contains(
                "+7 Quận Dê (D1): 2024-12-01/D1/kq.csv:2, nhận ngày 01/12/2024: tử số 7, mẫu số 9, "
                    + "kết quả Chưa đạt"
            )
        )
        #expect(!all.contains("W1"))
        let node = text(explanation, focus: "D1")
        #expect(
            node.contains(
                "Vì sao: theo kết quả gửi lên thay cho các đơn vị cấp dưới, 2024-12-01/D1/kq.csv:2"
            )
        )
        let unit = text(explanation, focus: "W1")
        #expect(unit.contains("Phường Một (W1): kết quả nằm trong kết quả do Quận Dê (D1) gửi lên"))
        let json = ExplanationJSON.render(explanation, anonymise: true)
        #expect(json.contains("2024-12-01/D1/kq.csv"))
    }

    /// `--unit` asks for the same part of both forms.
    @Test(arguments: [
        // Judged by itself; below a node that handed over; such a node; a node of the level.
        ("W3", ["C"], ["W3"], []), ("W1", ["C"], [], ["D1"]), ("D1", ["C", "D1"], [], ["D1"]),
        ("D2", ["C", "D2"], ["W3", "W4"], []),
    ])
    func machinesGetThePartThatIsAskedFor(
        focus: String,
        nodes: [String],
        units: [String],
        handed: [String]
    ) throws {
        let answer = try answer(share, "I,7,9,,Chưa đạt,", focus: focus)
        #expect(answer.only == focus)
        #expect(answer.nodes.map(\.node) == nodes)
        #expect(answer.units.map(\.unit) == units)
        #expect(Set(answer.nodes.flatMap(\.handed_over).map(\.node)).isSuperset(of: handed))
    }

    /// Of a sum, what one unit gives to it.
    @Test func machinesGetWhatOneUnitGivesToASum() throws {
        let whole = try answer(sum, "I,,,7,,", focus: nil)
        #expect(whole.only == nil)
        for unit in ["W3", "W4"] {
            let answer = try answer(sum, "I,,,7,,", focus: unit)
            #expect(answer.units.isEmpty)
            #expect(answer.nodes.map(\.node) == ["C", "D2"])
            let shown = try #require(answer.nodes.last?.requirements)
            #expect(shown.flatMap(\.places) == [unit])
            #expect(answer.nodes.first?.requirements == nil)
        }
    }

    private struct Answer: Decodable {
        struct Node: Decodable {
            struct Share: Decodable { var node: String }
            struct Requirement: Decodable {
                struct Record: Decodable { var unit: String }
                struct Part: Decodable {
                    var unit: String?
                    var records: [Record]?
                }
                var units: [Part]?
                var records: [Record]?

                /// The units that it has records of, and those that it names.
                var places: [String] {
                    (records ?? []).map(\.unit) + (units ?? []).compactMap(\.unit)
                }
            }
            var node: String
            var handed_over: [Share]
            var requirements: [Requirement]?
        }
        struct Unit: Decodable { var unit: String }
        var only: String?
        var nodes: [Node]
        var units: [Unit]
    }

    private func answer(_ indicator: String, _ row: String, focus: String?) throws -> Answer {
        let explanation = try explanation(indicator, row)
        let unit = focus.flatMap { explanation.judgement.scene.roster.index(of: $0) }
        let json = ExplanationJSON.render(explanation, focus: unit, anonymise: false)
        return try JSONDecoder().decode(Answer.self, from: Data(json.utf8))
    }

    @Test func aNodeThatHandsOverIsRemindedForTheUnitsBelowIt() throws {
        let plan = """
            schema: 1
            id: thu
            title: Kế hoạch thử
            stage: {from: 2023, to: 2025}
            root: C
            chain: [{level: unit, name: Đơn vị}, {level: district, name: Quận}, {level: city, name: TP}]
            handed_up_by: district
            groups: {wards: {name: Phường, kinds: [PHUONG]}, districts: {name: Quận, kinds: [HUYEN]}}
            indicators:
              - {\(share)}
              - {id: J, level: city, applies_to: districts, measure: count(indicator_result),
                 each: ">= 1", due: {by: "2024-12-31"}}
            """
        let head = "unit,period,indicator,numerator,denominator,value,status,terms\n"
        let scenario = Scenario(
            plan: plan,
            units: units,
            files: [.init("2024-12-01/D1/kq.csv", head + "D1,2024,I,7,9,,Chưa đạt,\n")]
        )
        let frame = ReportFrame(
            judgement: try scenario.judge(window: "2024", asOf: "2025-01-05"),
            programVersion: "0",
            address: nil,
            anonymise: false
        )
        let sheet = try #require(
            WorkbookLayout.content(frame).sheets.first { $0.name == "PL7_DonDoc" }
        )
        let headings = sheet.rows.filter { $0.kind == .group }.map { row in
            if case .text(let text) = row.cells[1].value { text } else { "" }
        }
        // D1 handed over too little; D2 has not handed over, its wards W3 and W4 are its own to urge.
        #expect(headings == ["Quận Dê (01 nội dung)", "Quận Đê (01 nội dung)"])
        #expect(
            sheet.notes.contains { $0.contains("02 đơn vị") && $0.contains("cấp trên trực tiếp") }
        )
    }

    @Test func aTotalAddsTheRowToWhatWasCountedHere() throws {
        let explanation = try explanation(sum, "I,,,5,Đạt,")
        let all = text(explanation)
        #expect(all.contains("Thành phố Xê (C): 6. Vượt chỉ tiêu."))
        #expect(
            all.contains(
                "+5 Quận Dê (D1), theo kết quả gửi lên: 2024-12-01/D1/kq.csv:2, nhận ngày "
                    + "01/12/2024: giá trị 5, kết quả Đạt"
            )
        )
        #expect(all.contains("+1 2024-12-02/W3/vb.csv:2"))
    }

    @Test func termsAreShownWhereTheyEnterTheRatio() throws {
        let explanation = try explanation(ratio, "I,,,50,Đạt,cả kỳ 3; 6")
        let all = text(explanation)
        #expect(all.contains("Thành phố Xê (C): 57,1. Vượt chỉ tiêu."))
        #expect(
            all.contains("+3 Quận Dê (D1), theo kết quả gửi lên: 2024-12-01/D1/kq.csv:2")
        )
        #expect(all.contains("+6 Quận Dê (D1)"))
    }

    @Test func aRatioWithoutItsTermsIsSaidNotToBeAdded() throws {
        let all = text(try explanation(ratio, "I,,,50,Đạt,"))
        #expect(all.contains("Thành phố Xê (C): 100"))
        #expect(all.contains("– Quận Dê (D1), 2024-12-01/D1/kq.csv:2"))
        #expect(all.contains("không cộng được, vì cột “Số hạng” để trống"))
    }

    @Test func whoHasNotHandedOverIsNamed() throws {
        let all = text(try explanation(share, "KHAC,1,2,,Đạt,"))
        #expect(all.contains("Chưa nhận được kết quả của 01 đơn vị: Quận Dê (D1)."))
    }
}
