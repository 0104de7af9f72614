import Foundation
import LedgerStore
import Model
import Pipeline
import Reports
import TestSupport
import Testing

/// What each sort of cause makes of figures, computed by hand.
@Suite struct ComparisonCauseTests {
    private let node = FigureSubject.node(indicator: "I", node: "D")
    private let total = FigureSubject.node(indicator: "T", node: "D")

    private func unit(_ indicator: String, _ unit: String) -> FigureSubject {
        .unit(indicator: indicator, unit: unit)
    }

    @Test func aRunIsTheSameAsItself() async throws {
        let nights = try Nights()
        try nights.documents("2024-06-01/W1/a.csv", "W1", "2024-05-01")
        let run = try await nights.run("2024-06-02")
        let comparison = try await nights.compare(run, run)
        #expect(comparison.changes.isEmpty)
        #expect(comparison.causes.isEmpty)
        #expect(comparison.notes.isEmpty)
        #expect(comparison.unchanged > 0)
    }

    @Test func aNewAndACorrectedFileEachHaveTheirPart() async throws {
        let nights = try Nights()
        try nights.documents("2024-06-01/W1/a.csv", "W1", "2024-05-01")
        let first = try await nights.run("2024-06-02")
        try nights.documents("2024-06-01/W1/a.csv", "W1", "2024-05-01", "2024-05-02", "2024-05-03")
        try nights.documents("2024-06-03/W2/b.csv", "W2", "2024-05-01")
        let second = try await nights.run("2024-06-04")
        let comparison = try await nights.compare(first, second)
        #expect(comparison.causes(total, .value) == ["corrected 2", "new 1"])
        #expect(comparison.change(total, .value)?.difference == Quantity(3))
        #expect(comparison.causes(node, .numerator) == ["new 1"])
        #expect(comparison.causes(node, .percent) == ["new 33.4"])
        #expect(comparison.causes(unit("I", "W2"), .status) == ["new pending>met"])
        #expect(comparison.causes(unit("I", "W2"), .value) == ["new null>1"])
        #expect(comparison.causes(.files, .rows) == ["corrected 2", "new 1"])
    }

    @Test func aWithdrawnFileTakesItsRowsAway() async throws {
        let nights = try Nights()
        try nights.documents("2024-06-01/W1/a.csv", "W1", "2024-05-01", "2024-05-02")
        try nights.documents("2024-06-01/W2/b.csv", "W2", "2024-05-01")
        let first = try await nights.run("2024-06-02")
        try nights.withdraw("2024-06-01/W1/a.csv")
        let second = try await nights.run("2024-06-04")
        let comparison = try await nights.compare(first, second)
        #expect(comparison.causes(total, .value) == ["withdrawn -2"])
        #expect(comparison.causes(unit("I", "W1"), .status) == ["withdrawn met>pending"])
        guard
            case .submissions(let files)? = comparison.causes.first(where: {
                $0.kind == .withdrawn
            })?.subject
        else {
            Issue.record("no withdrawal")
            return
        }
        #expect(files.map(\.path) == ["2024-06-01/W1/a.csv"])
        let day = try instant("2024-06-04").day
        #expect(files[0].withdrawn == day)
    }

    @Test func aFilePutElsewhereIsOneCauseAndNotTwo() async throws {
        let nights = try Nights()
        try nights.documents("2024-06-01/W1/a.csv", "W1", "2024-05-01")
        let first = try await nights.run("2024-06-02")
        let text = try nights.folder.read("input/quan/submissions/2024-06-01/W1/a.csv")
        try nights.withdraw("2024-06-01/W1/a.csv")
        try nights.submit("2024-06-01/W1/van-ban.csv", text)
        let second = try await nights.run("2024-06-02T12:00:00")
        let comparison = try await nights.compare(first, second)
        #expect(comparison.changes.isEmpty)
        #expect(comparison.causes.map(\.kind) == [.moved])
    }

    /// Of files with the same bytes the first that is gone is the first that came.
    @Test func theFilesOfARenamedFolderAreFoundAgainOneByOne() async throws {
        let nights = try Nights()
        let text = "unit,kind,number,issued_on\nW1,plan,7,2024-05-01\n"
        for name in ["a", "b", "c"] { try nights.submit("2024-06-01/W1/x/\(name).csv", text) }
        try nights.documents("2024-06-01/W1/x/d.csv", "W1", "2024-05-02")
        let first = try await nights.run("2024-06-02")
        for name in ["a", "b", "c", "d"] { try nights.withdraw("2024-06-01/W1/x/\(name).csv") }
        for name in ["a", "b"] { try nights.submit("2024-06-01/W1/y/\(name).csv", text) }
        try nights.submit("2024-06-01/W1/y/e.csv", "unit,kind,number,issued_on\n")
        let second = try await nights.run("2024-06-03")
        let comparison = try await nights.compare(first, second)
        let steps = comparison.causes.flatMap { cause -> [String] in
            guard case .submissions(let files) = cause.subject else { return [] }
            return files.map { file in
                let names = [file.formerPath, file.path].compactMap { $0?.dropFirst(14) }
                return "\(cause.kind) " + names.joined(separator: ">")
            }
        }
        #expect(
            steps.sorted() == [
                "moved x/a.csv>y/a.csv", "moved x/b.csv>y/b.csv", "submitted y/e.csv",
                "withdrawn x/c.csv", "withdrawn x/d.csv",
            ]
        )
    }

    @Test func aReportPastTheDeadlineIsLateAndAnExtendedOneIsNot() async throws {
        let nights = try Nights()
        let first = try await nights.run("2024-08-15T02:00:00")
        for ward in ["W1", "W2"] {
            try nights.submit("2024-08-17/\(ward)/bc.csv", "unit,period,posts\n\(ward),2024,4\n")
        }
        try nights.decide("1/QĐ,2024-08-14,Gia hạn,W2,annual,2024,2024-08-18,bão,")
        let second = try await nights.run("2024-08-18")
        let comparison = try await nights.compare(first, second)
        #expect(comparison.causes(unit("P", "W1"), .value) == ["late null>4"])
        #expect(comparison.causes(unit("P", "W2"), .value) == ["new null>4"])
        #expect(
            comparison.causes(.standing(unit: "W1"), .submission) == ["late pending>late"]
        )
        #expect(
            comparison.causes(.standing(unit: "W2"), .submission)
                == ["new pending>late", "decision late>on_time"]
        )
        #expect(
            comparison.causes(.standing(unit: "W3"), .submission) == ["time pending>missing"]
        )
    }

    /// A correction is handed in as a further file (README): after the deadline it is none the
    /// later.
    @Test func theCorrectionOfAReportInTimeIsNotLate() async throws {
        let nights = try Nights()
        try nights.submit("2024-08-01/W1/bc.csv", "unit,period,posts\nW1,2024,3\n")
        let first = try await nights.run("2024-08-15T02:00:00")
        try nights.submit("2024-08-17/W1/bc.csv", "unit,period,posts\nW1,2024,8\n")
        let second = try await nights.run("2024-08-18")
        let comparison = try await nights.compare(first, second)
        #expect(comparison.causes(unit("P", "W1"), .value) == ["new 5"])
    }

    @Test func decisionsWaiveOverrideAndVoid() async throws {
        let nights = try Nights()
        try nights.documents("2024-06-01/W1/a.csv", "W1", "2024-05-01")
        try nights.documents("2024-06-01/W2/b.csv", "W2", "2024-05-01", "2024-05-02")
        let first = try await nights.run("2024-06-02T01:00:00")
        try nights.decide("1/QĐ,2024-06-02,Miễn,W3,I,2024,,bão,")
        try nights.decide("2/QĐ,2024-06-02,Loại bài nộp,,,,2024-06-01/W1/a.csv,sai,")
        try nights.decide("3/QĐ,2024-06-02,Điều chỉnh,W2,I,2024,5,kiểm tra,")
        let second = try await nights.run("2024-06-02T02:00:00")
        let comparison = try await nights.compare(first, second)
        #expect(comparison.causes(node, .denominator) == ["decision -1"])
        #expect(comparison.causes(node, .numerator) == ["decision -1"])
        #expect(comparison.causes(unit("I", "W2"), .value) == ["decision 3"])
        #expect(comparison.causes(unit("I", "W1"), .value) == ["decision 1>null"])
        #expect(comparison.causes(total, .value) == ["decision -1"])
        #expect(comparison.causes(.files, .files) == ["decision -1"])
        let numbers = comparison.causes.compactMap { cause -> String? in
            if case .decision(let change) = cause.subject { change.number } else { nil }
        }
        #expect(numbers == ["1/QĐ", "2/QĐ", "3/QĐ"])
        let back = try await nights.compare(second, first)
        #expect(back.causes(node, .denominator) == ["decision 1"])
    }

    @Test func aDecisionThatExpiresIsSaidToHaveEnded() async throws {
        let nights = try Nights()
        try nights.decide("1/QĐ,2024-06-01,Miễn,W3,I,2024,,bão,2024-06-10")
        let first = try await nights.run("2024-06-02")
        let second = try await nights.run("2024-06-12")
        let comparison = try await nights.compare(first, second)
        #expect(comparison.causes(node, .denominator) == ["decision 1"])
        guard
            case .decision(let change)? = comparison.causes.first(where: {
                $0.kind == .decision
            })?.subject
        else {
            Issue.record("no decision")
            return
        }
        #expect(change.fate == .ended)
    }

    @Test func planAndRosterAreToldApart() async throws {
        let nights = try Nights()
        try nights.documents("2024-06-01/W1/a.csv", "W1", "2024-05-01", "2024-05-02")
        try nights.documents("2024-06-01/W2/b.csv", "W2", "2024-05-01")
        let first = try await nights.run("2024-06-02T01:00:00")
        try nights.write("units.csv", Nights.units(["W4,Phường 4,PHUONG,D"]))
        try nights.write(
            "plan.yaml",
            Nights.plan.replacingOccurrences(
                of: "measure: count(document), each: \">= 1\",\n",
                with: "measure: count(document), each: \">= 2\",\n"
            )
        )
        let second = try await nights.run("2024-06-02T02:00:00")
        let comparison = try await nights.compare(first, second)
        #expect(comparison.causes(node, .numerator) == ["plan -1"])
        #expect(comparison.causes(node, .denominator) == ["roster 1"])
        #expect(comparison.causes(unit("I", "W4"), .status) == ["roster ->pending"])
        #expect(comparison.causes(node, .percent) == ["plan -33.4", "roster -8.3"])
        guard
            case .roster(let file, let words)? = comparison.causes.first(where: {
                $0.kind == .roster
            })?.subject
        else {
            Issue.record("no roster")
            return
        }
        #expect(file == "units.csv")
        #expect(words == ["thêm Phường 4 (W4)"])
    }

    @Test func timeAloneChangesWhatIsDue() async throws {
        let nights = try Nights()
        // The second document is dated after the first night.
        try nights.documents("2024-06-01/W1/a.csv", "W1", "2024-05-01", "2024-09-01")
        let first = try await nights.run("2024-08-20")
        let second = try await nights.run("2024-09-02")
        let comparison = try await nights.compare(first, second)
        #expect(comparison.causes(total, .value) == ["time 1"])
        #expect(comparison.causes(unit("I", "W2"), .status) == ["time pending>no_data"])
        #expect(comparison.causes.map(\.kind) == [.time, .time])
    }

    @Test func anotherVersionOfTheProgramIsACause() async throws {
        let nights = try Nights()
        try nights.documents("2024-06-01/W1/a.csv", "W1", "2024-05-01")
        let first = try await nights.run("2024-06-02T01:00:00")
        try nights.documents("2024-06-01/W2/a.csv", "W2", "2024-05-01")
        let second = try await nights.run("2024-06-02T12:00:00")
        // As if an older program had counted one more row.
        let path = "output/" + first.output + "/results.json"
        let json = try nights.folder.read(path)
        try nights.folder.write(
            path,
            json.replacingOccurrences(of: "\"rows\": 1,", with: "\"rows\": 2,")
        )
        var old = first
        old.version = "0.0.9"
        let comparison = try await nights.compare(old, second)
        #expect(comparison.causes(.files, .rows) == [])
        #expect(comparison.change(.files, .rows) == nil)
        #expect(comparison.causes(.files, .files) == ["new 1"])
        #expect(comparison.causes.map(\.kind) == [.program, .submitted])
        let backwards = try await nights.compare(second, old)
        #expect(backwards.causes.map(\.kind).last == .program)
        #expect(backwards.changes.allSatisfy { $0.addsUp })
    }

    @Test func aRunWhoseResultsAreGoneIsJudgedAgainAndThatIsSaid() async throws {
        let nights = try Nights()
        try nights.documents("2024-06-01/W1/a.csv", "W1", "2024-05-01")
        let first = try await nights.run("2024-06-02T01:00:00")
        try nights.documents("2024-06-01/W2/a.csv", "W2", "2024-05-01")
        let second = try await nights.run("2024-06-02T12:00:00")
        try nights.folder.remove("output/" + first.output)
        let comparison = try await nights.compare(first, second)
        #expect(comparison.causes(total, .value) == ["new 1"])
        #expect(comparison.notes.count == 1)
        #expect(comparison.notes[0].contains("Không còn tệp quan/2024/\(first.id)/results.json"))
    }

    @Test func manyFilesAreTakenTogetherAndStillAddUp() async throws {
        let nights = try Nights()
        try nights.documents("2024-06-01/W1/a.csv", "W1", "2024-05-01")
        try nights.documents("2024-06-01/W1/z.csv", "W1", "2024-05-01")
        let first = try await nights.run("2024-06-02T01:00:00")
        for ward in ["W1", "W2", "W3"] {
            try nights.documents("2024-06-03/\(ward)/b.csv", ward, "2024-05-03")
        }
        try nights.withdraw("2024-06-01/W1/a.csv")
        let second = try await nights.run("2024-06-04")
        let comparison = try await nights.compare(first, second, mostFiles: 3)
        #expect(comparison.causes(total, .value) == ["withdrawn -1", "new 3"])
        #expect(comparison.changes.allSatisfy { $0.addsUp })
        let text = ComparisonText.render(comparison)
        #expect(text.contains("Bài nộp mới: 03 tệp (01 tệp có liên quan: 2024-06-03/W2/b.csv"))
    }

    @Test func runsOfDifferentReportsAreNotCompared() async throws {
        let nights = try Nights()
        let year = try await nights.run("2024-06-02")
        let quarter = try await nights.run("2024-06-03", window: "2024-Q1")
        let ward = try await nights.run("2024-06-04", unit: "W1")
        for (other, word) in [(quarter, "hai kỳ khác nhau"), (ward, "hai đơn vị khác nhau")] {
            await #expect {
                _ = try await nights.compare(year, other)
            } throws: { error in
                guard let error = error as? PipelineError else { return false }
                return error.exitStatus.rawValue == 64 && error.lines.joined().contains(word)
            }
        }
    }
}
