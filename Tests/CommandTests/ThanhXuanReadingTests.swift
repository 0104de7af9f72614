import Foundation
import TestSupport
import Testing

/// The ambiguous targets of Thanh Xuân's plan: each reading is one line of plan.yaml.
@Suite struct ThanhXuanReadingTests {
    private let sample = DepartmentSample(plan: "thanh-xuan", script: "indicators.py")

    private struct Share: Sendable {
        let indicator: String
        let numerator: Int
        let denominator: Int

        init(_ indicator: String, _ numerator: Int, _ denominator: Int) {
            self.indicator = indicator
            self.numerator = numerator
            self.denominator = denominator
        }
    }

    private func results(_ current: String, _ reading: String) throws -> DepartmentSample.Results {
        let folder = try TemporaryDirectory()
        let input =
            current == reading
            ? DepartmentSample.input
            : try sample.switched(folder, from: current, to: reading)
        let edition = try sample.run(
            folder,
            window: "2024",
            asOf: "2025-01-05T02:00:00",
            input: input
        )
        return try sample.results(edition)
    }

    private func expect(_ shares: [Share], _ results: DepartmentSample.Results, _ reading: String) {
        for share in shares {
            let root = results.root(share.indicator)
            #expect(root?.numerator == share.numerator, "\(reading) \(share.indicator)")
            #expect(root?.denominator == share.denominator, "\(reading) \(share.indicator)")
        }
    }

    /// TX-71 is the year's report: who sends a quarter's only has not sent it.
    @Test func aQuartersReportIsNotTheYears() throws {
        let folder = try TemporaryDirectory()
        let input = folder.path + "/input"
        try FileManager.default.copyItem(atPath: DepartmentSample.input, toPath: input)
        let submissions = input + "/thanh-xuan/submissions/"
        for name in try FileManager.default.contentsOfDirectory(atPath: submissions) {
            try FileManager.default.removeItem(atPath: submissions + name)
        }
        for (unit, period) in [("TX-P-HADINH", "2024-Q1"), ("TX-P-TXTRUNG", "2024")] {
            let sender = submissions + "2024-12-01/" + unit
            try FileManager.default.createDirectory(
                atPath: sender,
                withIntermediateDirectories: true
            )
            try Data("period,posts\n\(period),3\n".utf8)
                .write(to: URL(fileURLWithPath: sender + "/bc.csv"))
        }
        let edition = try sample.run(
            folder,
            window: "2024",
            asOf: "2025-01-05T02:00:00",
            input: input
        )
        let results = try sample.results(edition)
        #expect(results.root("TX-71")?.numerator == 1)
        #expect(results.root("TX-71")?.status == "unmet")
    }

    /// TX-X1: (b) takes in the two units whose entries are all invalid, as TX-62 does: 77 of 85.
    ///
    /// (c) leaves 15 of 20 offices and 50 of 59 wards and schools, whose 65 are those of TX-64, and
    /// 4 of the 6 organisations.
    @Test func takingPartWithEffectIsOneLine() throws {
        let current = "Cách hiểu (a): tham gia có hiệu quả"
        for (reading, shares) in [
            (current, [Share("TX-20", 75, 85), Share("TX-26", 18, 20), Share("TX-30", 52, 59)]),
            (
                "Cách hiểu (b): tham gia là có bài",
                [Share("TX-20", 77, 85), Share("TX-26", 19, 20), Share("TX-30", 53, 59)]
            ),
            (
                "Cách hiểu (c): tham gia có hiệu quả",
                [
                    Share("TX-20", 69, 85), Share("TX-26", 15, 20), Share("TX-30", 50, 59),
                    Share("TX-64", 65, 79),
                ]
            ),
        ] {
            expect(shares, try results(current, reading), reading)
        }
    }

    /// TX-X2: (b) adds the 6 clusters, none of which sent an entry; (c) leaves out the 6 of MTTQ
    /// and CT-XH, 5 of which took part: 20 offices, 11 wards, 48 schools.
    @Test func whoIsAUnitIsOneLine() throws {
        let current = "Cách hiểu (a): 100% đơn vị"
        for (reading, shares) in [
            (current, [Share("TX-20", 75, 85), Share("TX-70", 75, 85)]),
            (
                "Cách hiểu (b): 100% đơn vị", [Share("TX-20", 75, 91), Share("TX-70", 80, 91)]
            ),
            (
                "Cách hiểu (c): 100% đơn vị", [Share("TX-20", 70, 79), Share("TX-70", 70, 79)]
            ),
        ] {
            expect(shares, try results(current, reading), reading)
        }
    }

    /// TX-X3: each: 4 of the 6 have two or more, and until 09/01 there is time; together they have
    /// 13.
    @Test func eachOrganisationOrAllTogetherIsOneLine() throws {
        let current = "Cách hiểu (a): từng tổ chức"
        let each = try results(current, current).root("TX-34")
        #expect(each?.numerator == 4)
        #expect(each?.denominator == 6)
        #expect(each?.status == "pending")
        let together = try results(current, "Cách hiểu (b): MTTQ và các").root("TX-34")
        #expect(together?.value == 13)
        #expect(together?.status == "met")
    }
}
