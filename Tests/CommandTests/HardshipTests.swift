import Foundation
import TestSupport
import Testing

/// What must not keep a night from ending well.
@Suite struct HardshipTests {
    @Test(arguments: [">/dev/full", ">&-", "2>/dev/full", "2>&-"])
    func aConsoleThatTakesNothingDoesNotUndoARun(_ redirection: String) throws {
        let plan = try SmallPlan()
        let status = try BuiltProgram.shell(
            "$TONGHOP run --plan mau --window 2024 --now 2025-01-05T02:00:00 " + redirection,
            in: plan.folder.path
        )
        #expect(status == 0)
        #expect(plan.latest == "20250105-0200-01")
    }

    @Test func aReaderThatGoesAwayDoesNotEndARun() throws {
        let plan = try SmallPlan()
        let status = try BuiltProgram.shell(
            "{ $TONGHOP run --plan mau --window 2024 --now 2025-01-05T02:00:00; echo $? > s; } | true",
            in: plan.folder.path
        )
        #expect(status == 0)
        #expect(try plan.folder.read("s") == "0\n")
    }

    @Test func aLineOfTwoMillionLettersCostsNoOtherLine() throws {
        let plan = try SmallPlan()
        let long = String(repeating: "x", count: 2_000_000)
        try plan.submit(
            "2024-11-03/MAU-P3/bai.csv",
            SmallPlan.entries(["B8;\(long);Tác giả Mẫu 8", "B9;Gương mẫu 9;Tác giả Mẫu 9"])
        )
        let result = try plan.run()
        #expect(result.status == 0, "\(result.errors)")
        let results = try JSONDecoder().decode(
            RunTests.Results.self,
            from: try #require(try plan.edition()["results.json"])
        )
        #expect(results.indicators[0].units.map(\.status) == ["met", "met", "met"])
    }

    /// Eight workers need more than 64 open files.
    ///
    /// Where the shell allows no more there are fewer workers; where it does, the program asks for
    /// more.
    @Test(arguments: ["-n 64", "-n 24", "-S -n 64"]) func fewOpenFilesMakeFewerWorkers(
        _ limit: String
    ) throws {
        let plan = try SmallPlan()
        for number in 1...1_200 {
            try plan.submit(
                "2024-11-03/MAU-P3/\(number % 40)/\(number % 3)/bai-\(number).csv",
                SmallPlan.entries(["C\(number);Gương mẫu \(number);Tác giả Mẫu \(number)"])
            )
        }
        let status = try BuiltProgram.shell(
            "ulimit \(limit); $TONGHOP run --quiet --jobs 8 --plan mau --window 2024 --now 2025-01-05",
            in: plan.folder.path
        )
        #expect(status == 0)
    }

    /// A plan that is there and cannot be read is no plan that is not there.
    @Test func aPlanThatCannotBeReadEndsTheNight() throws {
        let plan = try SmallPlan()
        try plan.run()
        let before = plan.latest
        let other = plan.folder.path + "/input/kia"
        try FileManager.default.createDirectory(atPath: other, withIntermediateDirectories: true)
        // The tests may run as somebody for whom nothing is closed: a link that leads nowhere is
        // for all.
        try FileManager.default.createSymbolicLink(
            atPath: other + "/plan.yaml",
            withDestinationPath: "khong-co"
        )
        for words in [["run", "--window", "2024"], ["run", "--plan", "kia"], ["plan", "list"]] {
            let result = try BuiltProgram.run(words, in: plan.folder.path)
            #expect(result.status == 66, "\(words)")
            #expect(
                result.errors.contains("Không mở được “input/kia/plan.yaml”"),
                "\(result.errors)"
            )
        }
        #expect(plan.latest == before)
        // What a file system keeps for itself is no plan.
        try FileManager.default.removeItem(atPath: other)
        try FileManager.default.createDirectory(
            atPath: plan.folder.path + "/input/lost+found",
            withIntermediateDirectories: true
        )
        #expect(try BuiltProgram.run(["plan", "list"], in: plan.folder.path).status == 0)
    }

    @Test func modesDoNotHangOnTheUmask() throws {
        let plan = try SmallPlan()
        #expect(
            try BuiltProgram.shell(
                "umask 077; $TONGHOP run --quiet --plan mau --window 2024 --now 2025-01-05",
                in: plan.folder.path
            ) == 0
        )
        let root = plan.folder.path + "/output"
        for name in try FileManager.default.subpathsOfDirectory(atPath: root) {
            let attributes = try FileManager.default.attributesOfItem(atPath: root + "/" + name)
            let mode = (attributes[.posixPermissions] as? Int ?? 0) & 0o777
            switch attributes[.type] as? FileAttributeType {
            case .typeDirectory?: #expect(mode == 0o750, "\(name)")
            case .typeRegular?: #expect(mode == 0o640, "\(name)")
            default: break
            }
        }
    }

    @Test func anAsOfDayThatHasNotComeNeverMovesLatest() throws {
        let plan = try SmallPlan()
        try plan.run()
        try plan.run(["--as-of", "2099-01-01"], now: "2025-01-06T02:00:00")
        #expect(plan.latest == "20250105-0200-01")
        try plan.run(now: "2025-01-07T02:00:00")
        #expect(plan.latest == "20250107-0200-01")
    }

    @Test func anAnomalyIsNotAcceptedWithoutAReason() throws {
        let plan = try SmallPlan()
        #expect(try plan.run(["--accept-anomaly", " "]).status == 64)
    }

    @Test func anUnknownKindOfChangeRefusesThePlan() throws {
        let plan = try SmallPlan()
        try plan.folder.write(
            "input/mau/changes.csv",
            "Ngày hiệu lực,Loại biến động,Mã ĐV cũ,Mã ĐV mới\n2024-07-01,Nhập toàn bô,MAU-P2,MAU-P1\n"
        )
        let result = try plan.run()
        #expect(result.status == 65)
        #expect(result.errors.contains("changes.csv:2:2:"))
        #expect(result.errors.contains("Nhập toàn bộ"))
    }
}
