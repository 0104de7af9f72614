import Intake
import Model
import Plans
import Rollup
import TestSupport
import Testing

/// What is asked of one record, or of one unit's, is what all records together say.
@Suite struct MembershipTests {
    /// A made-up plan whose files have dated records, periods, corrections and rows that do not
    /// count.
    private func records() throws -> RecordSet {
        var scenario = Scenario(
            plan: """
                schema: 1
                id: mau
                title: Kế hoạch mẫu
                stage: {from: 2024, to: 2024}
                root: Q
                chain: [{level: unit, name: Phường}, {level: district, name: Quận}]
                reports: [{id: district, office: PHÒNG NỘI VỤ, symbol: BC-PNV, place: Hà Nội, signer: TRƯỞNG PHÒNG}]
                groups:
                  all: {name: Toàn quận, kinds: [PHUONG]}
                measures:
                  trainings: count(activity where kind = training)
                  posts: sum(unit_report.posts)
                indicators:
                  - {id: M-1, name: Có tập huấn, cite: I, level: district, applies_to: all, measure: trainings, each: ">= 1", target: ">= 50%"}
                  - {id: M-2, name: Có tin bài, cite: II, level: district, applies_to: all, measure: posts, each: ">= 1", target: ">= 50%"}

                """,
            units: "Mã đơn vị,Tên đơn vị,Loại đơn vị,Mã đơn vị cấp trên\nQ,Quận Mẫu,HUYEN,\n"
                + (1...9).map { "P\($0),Phường Mẫu \($0),PHUONG,Q\n" }.joined()
        )
        var random = SplitMix64(seed: 3)
        for number in 0..<40 {
            let unit = "P\(1 + number % 9)"
            let rows = (0..<Int.random(in: 1...6, using: &random)).map { row in
                let month = Int.random(in: 1...12, using: &random)
                return
                    "\(unit),Tập huấn,0\(1 + row)/\(month < 10 ? "0" : "")\(month)/2024,Nội dung \(row),20\n"
            }.joined()
            scenario.files.append(
                Scenario.File(
                    "2024-12-01/\(unit)/hoat-dong-\(number).csv",
                    "Mã đơn vị,Loại hoạt động,Ngày,Nội dung,Số người dự\n" + rows
                )
            )
            let month = 1 + number % 12
            scenario.files.append(
                Scenario.File(
                    "2024-12-0\(1 + number % 9)/\(unit)/bao-cao-\(number).csv",
                    "Mã đơn vị,Kỳ báo cáo,\"Số tin, bài đã đăng\"\n\(unit),\(month < 10 ? "0" : "")\(month)/2024,\(number)\n"
                )
            )
        }
        return try scenario.records(window: "2024", asOf: "2024-09-30T02:00:00")
    }

    @Test func oneRecordLiesWhereItsBatchSaysItDoes() throws {
        let records = try records()
        let calendar = records.context.plan.calendar
        let windows: [Period] = [.year(2024), .half(2024, 1), .quarter(2024, 3), .month(2024, 5)]
        var inside = 0
        for period in windows {
            let span = calendar.span(period)
            let slice = Slice(spans: [span], window: span)
            for form in records.forms.indices {
                for (index, resolved) in records.forms[form].enumerated() {
                    let members = records.members(form, index, slice)
                    for record in 0..<resolved.batch.count {
                        let isMember = records.isMember(form, index, record, slice)
                        #expect(isMember == members[record])
                        inside += isMember ? 1 : 0
                    }
                }
            }
        }
        #expect(inside > 100)
    }

    @Test func theIndexFindsEachUnitsRecordsInTheirOrder() throws {
        let records = try records()
        for form in records.forms.indices {
            let index = UnitIndex(records, form: form)
            for unit in records.context.roster.units.indices {
                let expected = records.places(form, of: [unit])[unit] ?? []
                let found = index.places(of: unit)
                #expect(found.map { Int($0.batch) } == expected.map(\.batch))
                #expect(found.map { Int($0.record) } == expected.map(\.record))
            }
        }
    }
}
