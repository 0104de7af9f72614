import Foundation
import TestSupport
import Testing

/// `Chốt số liệu`: an edition becomes final, the next one has the next number.
@Suite struct FreezeTests {
    private static let header = "Số quyết định,Ngày,Loại,Mã đơn vị,Mã chỉ tiêu,Kỳ,Giá trị,Lý do\n"

    /// A plan without a warning: the entry without an author is mended.
    private func clean() throws -> SmallPlan {
        let plan = try SmallPlan()
        try plan.submit(
            "2024-11-02/MAU-P2/bai.csv",
            SmallPlan.entries(["B2;Gương mẫu 2;Tác giả Mẫu 2"])
        )
        return plan
    }

    private func decide(_ plan: SmallPlan, _ rows: String...) throws {
        try plan.folder.write(
            "input/mau/decisions.csv",
            FreezeTests.header + rows.map { $0 + "\n" }.joined()
        )
    }

    private func summary(_ plan: SmallPlan, _ name: String = "latest") throws -> String {
        let text = String(
            decoding: try #require(try plan.edition(name)["summary.txt"]),
            as: UTF8.self
        )
        return text.split { $0 == " " || $0 == "\n" }.joined(separator: " ")
    }

    private let freeze = "05/QĐ-HĐ,10/01/2025,Chốt số liệu,,,2024,,Hội đồng thông qua"

    @Test func aFrozenEditionStaysAndTheNextHasTheNextNumber() throws {
        let plan = try clean()
        try plan.run()
        let first = try plan.edition()
        #expect(try summary(plan).contains("Phiên bản 01; số liệu tạm tính"))
        try decide(plan, freeze)
        try plan.run(now: "2025-01-11T02:00:00")
        let text = try summary(plan)
        #expect(text.contains("Phiên bản 02 (thay thế phiên bản 01); số liệu tạm tính"), "\(text)")
        #expect(
            text.contains(
                "Bản số liệu đã chốt ngày 10/01/2025 theo Quyết định số 05/QĐ-HĐ; lần chạy này tạo "
                    + "phiên bản 02, giữ nguyên phiên bản trước."
            )
        )
        let untouched = try plan.edition("20250105-0200-01")
        #expect(untouched == first)
        // Every later night makes version 02 anew: only a decision freezes that one too.
        try plan.run(now: "2025-01-12T02:00:00")
        #expect(try summary(plan).contains("Phiên bản 02 (thay thế phiên bản 01)"))
        try decide(plan, freeze, "06/QĐ-HĐ,13/01/2025,Chốt số liệu,,,2024,,Bổ sung số liệu")
        try plan.run(now: "2025-01-14T02:00:00")
        #expect(try summary(plan).contains("Phiên bản 03 (thay thế phiên bản 02)"))
        // As of a day before the decision there is nothing frozen yet.
        try plan.run(["--as-of", "2025-01-09"], now: "2025-01-15T02:00:00")
        #expect(try summary(plan, "20250115-0200-01").contains("Phiên bản 01; số liệu tạm tính"))
    }

    @Test func theFirstEditionAfterTheDecisionIsFinalWhereNoneWasThere() throws {
        let plan = try clean()
        try decide(plan, freeze)
        try plan.run(now: "2025-01-11T02:00:00")
        let first = try plan.edition()
        #expect(
            try summary(plan).contains("Phiên bản 01; số liệu chính thức, đã chốt ngày 10/01/2025")
        )
        try plan.run(now: "2025-01-12T02:00:00")
        #expect(try summary(plan).contains("Phiên bản 02 (thay thế phiên bản 01)"))
        // Made again, each is what it was, the final one final.
        try plan.run(["--again", "20250111-0200-01"], now: "2025-01-13T02:00:00")
        #expect(try plan.edition("20250113-0200-01") == first)
        try plan.run(["--again", "20250112-0200-01"], now: "2025-01-14T02:00:00")
        #expect(try plan.edition("20250114-0200-01") == plan.edition("20250112-0200-01"))
    }

    @Test func anotherWindowIsNotFrozen() throws {
        let plan = try clean()
        try decide(plan, freeze)
        try plan.run(now: "2025-01-11T02:00:00")
        let quarter = try BuiltProgram.run(
            ["run", "--plan", "mau", "--window", "2025", "--now", "2025-01-12T02:00:00"],
            in: plan.folder.path
        )
        #expect(quarter.status == 0, "\(quarter.errors)")
        let text = try plan.folder.read("output/mau/2025/latest/summary.txt")
        #expect(text.contains("Phiên bản 01; số liệu tạm tính"))
    }

    @Test func openWarningsStandInTheWayUntilTheyAreExplained() throws {
        let plan = try SmallPlan()
        try plan.run()
        try decide(plan, freeze)
        try plan.run(now: "2025-01-11T02:00:00")
        let text = try summary(plan)
        #expect(text.contains("Phiên bản 01; số liệu tạm tính"))
        #expect(
            text.contains(
                "Chưa chốt được số liệu theo Quyết định số 05/QĐ-HĐ ngày 10/01/2025: còn 01 cảnh báo"
            ),
            "\(text)"
        )
        #expect(text.contains("- 2024-11-02/MAU-P2/bai.csv, dòng 3: "), "\(text)")
        #expect(
            text.contains("chốt số liệu. Lý do: Hội đồng thông qua. Chưa thực hiện được."),
            "\(text)"
        )
        try decide(
            plan,
            freeze,
            "06/QĐ-HĐ,11/01/2025,Giải trình,MAU-P2,author-missing,2024,,Tác giả xin giấu tên"
        )
        try plan.run(now: "2025-01-12T02:00:00")
        #expect(
            try summary(plan).contains("Phiên bản 01; số liệu chính thức, đã chốt ngày 10/01/2025")
        )
        try plan.run(now: "2025-01-13T02:00:00")
        let next = try summary(plan)
        #expect(next.contains("Phiên bản 02 (thay thế phiên bản 01)"))
        #expect(
            next.contains(
                "Bản chính thức: phiên bản 01, lần chạy 20250112-0200-01, số liệu đến ngày 12/01/2025."
            ),
            "\(next)"
        )
    }

    /// What comes to light after the edition of the decision's day is no matter of its figures.
    @Test func whatIsNoticedAfterTheEditionOfTheDayIsMendedInTheNextOne() throws {
        let plan = try clean()
        try plan.run()
        try decide(plan, freeze)
        try plan.submit("2025-01-11/MAU-P3/bai.csv", SmallPlan.entries(["B9;Gương mẫu 9;"]))
        try plan.run(now: "2025-01-11T02:00:00")
        let text = try summary(plan)
        #expect(!text.contains("Chưa chốt được số liệu"))
        #expect(text.contains("Phiên bản 02 (thay thế phiên bản 01)"))
        #expect(text.contains("Bản chính thức: phiên bản 01, lần chạy 20250105-0200-01"), "\(text)")
        try plan.run(["--again", "20250111-0200-01"], now: "2025-01-13T02:00:00")
        #expect(try plan.edition("20250113-0200-01") == plan.edition("20250111-0200-01"))
    }

    /// A second freeze that was held up makes final the edition that says so: it names no other
    /// one.
    @Test func anEditionThatIsFinalNamesNoOtherOne() throws {
        let plan = try clean()
        try plan.run()
        try decide(plan, freeze)
        try plan.submit("2025-01-11/MAU-P3/bai.csv", SmallPlan.entries(["B9;Gương mẫu 9;"]))
        try plan.run(now: "2025-01-11T02:00:00")
        let second = "06/QĐ-HĐ,12/01/2025,Chốt số liệu,,,2024,,Bổ sung số liệu"
        try decide(plan, freeze, second)
        try plan.run(now: "2025-01-13T02:00:00")
        #expect(try summary(plan).contains("Chưa chốt được số liệu theo Quyết định số 06/QĐ-HĐ"))
        try plan.submit(
            "2025-01-11/MAU-P3/bai.csv",
            SmallPlan.entries(["B9;Gương mẫu 9;Tác giả Mẫu 9"])
        )
        try plan.run(now: "2025-01-14T02:00:00")
        let texts = try ["20250113-0200-01", "20250114-0200-01"].map { try summary(plan, $0) }
        for text in texts {
            #expect(
                text.contains("số liệu chính thức, đã chốt") != text.contains("Bản chính thức:"),
                "\(text)"
            )
        }
    }

    @Test func theOfficialEditionIsNamedAndWatchedOver() throws {
        let plan = try clean()
        try plan.run()
        try decide(plan, freeze)
        try plan.run(now: "2025-01-11T02:00:00")
        func ask(_ words: String...) throws -> BuiltProgram.Result {
            try BuiltProgram.run(words, in: plan.folder.path)
        }
        for text in [
            try ask("status", "--runs", "--plan", "mau").output,
            try ask("ledger", "history", "--plan", "mau").output,
        ] {
            let official = text.split(separator: "\n").filter { $0.contains("CHÍNH THỨC") }
            #expect(official.count == 1 && official[0].contains("20250105-0200-01"), "\(text)")
            #expect(official.first?.contains("phiên bản 01") == true)
        }
        #expect(try ask("ledger", "verify").status == 0)
        try FileManager.default.removeItem(
            atPath: plan.folder.path + "/output/mau/2024/20250105-0200-01"
        )
        let verified = try ask("ledger", "verify")
        #expect(verified.status == 74)
        #expect(verified.output.contains("báo cáo chính thức mau/2024/20250105-0200-01"))
    }

    /// Who looks back after the decision makes an edition of its day that the board never had.
    @Test func aLaterLookBackIsNotWhatTheBoardDecidedOn() throws {
        let plan = try clean()
        try plan.run(now: "2025-01-09T02:00:00")
        try plan.run(now: "2025-01-12T02:00:00")
        try plan.run(["--as-of", "2025-01-10"], now: "2025-01-13T02:00:00")
        try decide(plan, freeze)
        try plan.run(now: "2025-01-14T02:00:00")
        let text = try summary(plan)
        #expect(text.contains("phiên bản 01, lần chạy 20250109-0200-01"), "\(text)")
    }

    @Test func aFinalEditionKeepsItsNumberWhenTheDecisionLeavesTheFile() throws {
        let plan = try clean()
        try plan.run()
        try decide(plan, freeze)
        try plan.run(now: "2025-01-11T02:00:00")
        let second = "06/QĐ-HĐ,13/01/2025,Chốt số liệu,,,2024,,Bổ sung số liệu"
        try decide(plan, freeze, second)
        try plan.run(now: "2025-01-14T02:00:00")
        try decide(plan, second)
        try plan.run(now: "2025-01-15T02:00:00")
        let official = "Bản chính thức: phiên bản 02, lần chạy 20250111-0200-01"
        #expect(try summary(plan).contains("Phiên bản 03"))
        #expect(try summary(plan).contains(official))
        try decide(plan)
        try plan.run(now: "2025-01-16T02:00:00")
        #expect(try summary(plan).contains("Phiên bản 03"))
        #expect(try summary(plan).contains(official))
    }

    @Test func aPartOfThePlanFreezesNothing() throws {
        let plan = try clean()
        try decide(plan, freeze)
        try plan.run(["--unit", "MAU-P1"], now: "2025-01-11T02:00:00")
        try plan.run(now: "2025-01-12T02:00:00")
        #expect(try summary(plan).contains("Phiên bản 01; số liệu chính thức"))
    }
}
