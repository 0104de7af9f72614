import Judgement
import Model
import Reports
import TestSupport
import Testing

/// What texts say of the nodes below a node.
@Suite struct NodesBelowTests {
    private func texts(_ group: String) throws -> [String] {
        let scenario = Scenario(
            plan: """
                schema: 1
                id: thu
                title: Kế hoạch thử
                stage: {from: 2023, to: 2025}
                root: C
                chain: [{level: unit, name: Đơn vị}, {level: district, name: Quận}, {level: city, name: TP}]
                groups: {asked: {name: Nhóm, kinds: [\(group)]}}
                contests: [{id: 2024, year: 2024, opens: 2024-03-01, closes: 2024-07-15, min_entries: 3}]
                indicators:
                  - {id: I, level: district, applies_to: asked, measure: count(document), each: ">= 1"}
                """,
            units: """
                Mã đơn vị,Tên đơn vị,Loại đơn vị,Mã đơn vị cấp trên
                C,Thành phố Xê,TINH,
                D1,Quận Dê,HUYEN,C
                W1,Phường Một,PHUONG,D1

                """,
            files: [
                .init(
                    "2024-05-02/W1/bai.csv",
                    "unit,entry_id,title,authors,received_on\nW1,1,Gương,An,2024-05-01\n"
                )
            ]
        )
        let judgement = try scenario.judge(window: "2024", asOf: "2025-01-05")
        let frame = ReportFrame(
            judgement: judgement,
            programVersion: "0",
            address: nil,
            anonymise: false
        )
        let texts = [
            SummaryText.render(frame), YearEndReport.render(frame, .shipped),
            ExplanationText.render(Explanation(0, of: judgement), ExplanationText.Options()),
        ]
        return texts.map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
    }

    @Test func nodesThatAreAskedNothingAreNotCounted() throws {
        for text in try texts("TRUONG") {
            #expect(!text.contains("Cấp dưới: 0/0"), "\(text)")
            #expect(!text.contains("cấp dưới đạt"), "\(text)")
        }
        #expect(try texts("PHUONG")[0].contains("(0/1 cấp dưới đạt)"))
    }

    /// Taking part has a condition of the edition's: who reads the number reads the condition.
    @Test func theUnitsThatTookPartComeWithTheCondition() throws {
        let texts = try texts("PHUONG")
        #expect(texts[0].contains("0 đơn vị tham gia (từ 03 bài hợp lệ trở lên)"), "\(texts[0])")
        #expect(texts[1].contains("đơn vị tham gia (từ 03 bài hợp lệ trở lên)"), "\(texts[1])")
    }
}
