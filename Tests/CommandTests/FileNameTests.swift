import TestSupport
import Testing

/// Names and telephone numbers in the names of files (CONTRACT §6).
@Suite struct FileNameTests {
    private let person = "2024-11-03/MAU-P3/Trần Thị Kín.csv"
    private let phone = "2024-11-04/MAU-P3/bai 0987654321.csv"

    /// A message about a file that repeats it names it, and quotes are no end of the name.
    private let quoted = "2024-11-02/MAU-P3/Bài \"Kén\" Trần Thị Kín.csv"

    @Test(arguments: [false, true])
    func reportsKeepThemOut(isAnonymised: Bool) throws {
        let plan = try SmallPlan()
        try plan.submit(person, SmallPlan.entries(["B4;Gương mẫu 4;Tác giả Mẫu 4", "B5;x;"]))
        try plan.submit(phone, SmallPlan.entries(["B6;Gương mẫu 6;Tác giả Mẫu 6", "B7;y;"]))
        try plan.submit(quoted, SmallPlan.entries(["B8;Gương mẫu 4;Tác giả Mẫu 4"]))
        let run = try plan.run(isAnonymised ? ["--anonymise"] : [])
        #expect(run.status == 0, "\(run.errors)")
        let id = try #require(run.output.split(separator: "\n").last { $0.contains("output/") })
        let edition = id.drop { $0 == " " }
        for name in ["findings.csv", "manifest.json", "results.json", "reminders/MAU-P3.txt"] {
            let text = try plan.folder.read("\(edition)/\(name)")
            #expect(!text.contains("0987654321"), "\(name)")
            #expect(text.contains("Trần Thị Kín") == false || !isAnonymised, "\(name)")
            #expect(text.contains("Kén") == false || !isAnonymised, "\(name)")
        }
        let findings = try plan.folder.read("\(edition)/findings.csv")
        #expect(findings.contains("2024-11-04/MAU-P3/"))
        let reminder = try plan.folder.read("\(edition)/reminders/MAU-P3.txt")
        #expect(reminder.contains("Bỏ bài khai trùng."))
        #expect(reminder.contains("Kén") == !isAnonymised)
        #expect(findings.contains("2024-11-03/MAU-P3/Trần Thị Kín.csv") == !isAnonymised)
    }

    @Test func questionsKeepThemOutToo() throws {
        let plan = try SmallPlan()
        try plan.submit(person, SmallPlan.entries(["B4;Gương mẫu 4;Tác giả Mẫu 4"]))
        try plan.submit(phone, SmallPlan.entries(["B6;Gương mẫu 6;Tác giả Mẫu 6"]))
        try plan.run()
        let open = try BuiltProgram.run(
            ["explain", "MAU-1", "--plan", "mau"],
            in: plan.folder.path
        ).output
        #expect(open.contains(person + ":2"))
        #expect(!open.contains("0987654321"))
        let masked = try BuiltProgram.run(
            ["explain", "MAU-1", "--plan", "mau", "--anonymise"],
            in: plan.folder.path
        ).output
        #expect(!masked.contains("Trần Thị Kín"))
        #expect(masked.contains("2024-11-03/MAU-P3/"))
    }
}
