import Foundation
import Model
import TestSupport
import Testing

/// What an operator reads who typed a command wrongly, or whose answer did not arrive.
@Suite struct UsageTests {
    @Test(arguments: [
        (["run", "--outptu", "x"], "tonghop: Không có tùy chọn --outptu. Có phải là --output?"),
        (
            ["run", "--lang", "fr"],
            "\"fr\" không dùng được cho --lang <lang>. Cho phép: 'vi' và 'en'."
        ),
        (["run", "--window"], "tonghop: Thiếu giá trị cho --window <window>."),
        (["explain"], "tonghop: Thiếu <indicator>."),
        (["plan", "lits"], "tonghop: Thừa \"lits\"."),
        (["rnu"], "tonghop: Thừa \"rnu\". Có phải là lệnh run?"),
        (["chekc", "a.csv"], "Có phải là lệnh check?"),
        (["run", "--output", ""], "tonghop: Tham số thứ 3 để trống"),
        (["run", "--output="], "tonghop: Tham số thứ 2 để trống"),
        (
            ["run", "--window", "2024", "--window", "2023"],
            "tonghop: --window nêu nhiều lần; chỉ nêu được một lần."
        ),
        (["run", "--jobs=2", "--quiet", "--jobs", "3"], "tonghop: --jobs nêu nhiều lần"),
        (["check", "a.csv", "--plan", "a", "--plan", "b"], "tonghop: --plan nêu nhiều lần"),
        (["explain", "I", "--plan", "a", "--lang", "vi"], "tonghop: Không có tùy chọn --lang"),
        (
            ["ledger", "restore", "a", "--plan", "p", "-o", "x", "--to", "y"],
            "tonghop: -o, --to là một tùy chọn; chỉ nêu được một lần."
        ),
        (["reduce", "-o", "x", "-o", "x"], "tonghop: -o nêu nhiều lần"),
        (["schedule", "next", "--count", "1", "--count", "2"], "tonghop: --count nêu nhiều lần"),
        (["ledger", "prune", "--keep", "1y", "--keep", "90d"], "tonghop: --keep nêu nhiều lần"),
    ])
    func aMistakeInACommandIsToldInVietnamese(words: [String], message: String) throws {
        let result = try BuiltProgram.run(words)
        #expect(result.status == 64)
        #expect(result.errors.contains(message), "\(result.errors)")
        #expect(!result.errors.contains("Error") && !result.errors.contains("Usage"))
        #expect(result.errors.contains("Cách dùng: tonghop"))
    }

    /// Every option of every command that takes one value, by its first and its last name.
    @Test func noOptionWithOneValueIsTakenTwice() throws {
        let values = [
            "--now": "2025-01-05", "--as-of": "2025-01-05", "--known-at": "2025-01-05",
            "--jobs": "1", "--count": "1", "--version": "1", "--keep": "1y", "--output": "x.csv",
            "--engine": "spark", "--head": "1:" + String(repeating: "0", count: 64),
        ]
        func typed(_ option: CommandTree.Argument, _ name: String?) -> [String] {
            let value = option.typed.compactMap { values[$0] }.first ?? option.allValues?.first
            return [name ?? "", value ?? "mau"]
        }
        var options = 0
        for (words, command) in try CommandTree.read().leaves() {
            let needed = command.own.filter { !$0.isOptional }
            for option in command.own where option.kind == "option" && !option.isRepeating {
                var words = Array(words.dropFirst())
                for other in needed where other.typed != option.typed {
                    words += other.kind == "positional" ? ["x"] : typed(other, other.typed.first)
                }
                // Where Spark starts is asked only of who wants it.
                if option.typed == ["--engine"] { words += ["--spark-submit", "x"] }
                if option.typed == ["--spark-submit"] { words += ["--engine", "spark"] }
                words += typed(option, option.typed.first) + typed(option, option.typed.last)
                let result = try BuiltProgram.run(words)
                #expect(result.status == 64, "\(words)")
                #expect(
                    result.errors.contains("chỉ nêu được một lần"),
                    "\(words): \(result.errors)"
                )
                options += 1
            }
        }
        #expect(options > 50)
    }

    /// CONTRACT §9: `--plan` may be given more than once, and a plan is run once all the same.
    @Test func aPlanThatIsNamedTwiceIsRunOnce() throws {
        let small = try SmallPlan()
        try small.folder.write(
            "input/hai/plan.yaml",
            SmallPlan.plan.replacing("id: mau", with: "id: hai")
        )
        try small.folder.write("input/hai/units.csv", SmallPlan.units)
        try small.folder.makeFolder("input/hai/submissions")
        let result = try small.run(["--plan", "hai", "--plan", "mau"])
        #expect(result.status == 0, "\(result.errors)")
        let told = result.output.split(separator: "\n").filter { !$0.hasPrefix(" ") }
        #expect(told.map { $0.prefix(9) } == ["mau 2024:", "hai 2024:"])
        #expect(try small.folder.names("output/mau/2024").count == 2)
        let fails = try small.run(["--fail-on", "rejected", "--fail-on", "unmet"])
        #expect(fails.status == 2, "\(fails.errors)")
    }

    @Test func theHelpNamesEveryExitStatus() throws {
        let help = try BuiltProgram.run(["--help"]).output.split(whereSeparator: \.isWhitespace)
            .joined(separator: " ")
        for status in ExitStatus.allCases {
            #expect(help.contains(status == .done ? ": 0 xong" : "; \(status.rawValue) "))
        }
    }

    /// CONTRACT §9: 74 where the answer could not be written; a reader that has gone away is no
    /// failure, nor is it one of a run that its edition stands and its last line does not.
    @Test func anAnswerThatDoesNotArriveIsAFailure() throws {
        let small = try SmallPlan()
        try small.run()
        for words in ["plan list", "status --plan mau", "ledger history --plan mau"] {
            let command = "\"$TONGHOP\" \(words)"
            #expect(
                try BuiltProgram.shell(command + " > /dev/full", in: small.folder.path) == 74,
                "\(words)"
            )
            let line = "{ \(command); echo $? > status; } | true"
            _ = try BuiltProgram.shell(line, in: small.folder.path)
            #expect(try small.folder.read("status") == "0\n", "\(words)")
        }
        let run = "\"$TONGHOP\" run --plan mau --window 2024 --now 2025-01-06T02:00:00 > /dev/full"
        #expect(try BuiltProgram.shell(run, in: small.folder.path) == 0)
    }

    /// CONTRACT §2: the drop folder is never written to.
    @Test func nothingIsWrittenIntoADropFolder() throws {
        let small = try SmallPlan()
        try small.run()
        let target = "input/mau/submissions/2024-11-01/moi"
        for words in [
            ["template", "contest_entry", "--plan", "mau", "-o", target + ".csv"],
            [
                "ledger", "restore", "2024-11-01/MAU-P1/bai.csv", "--plan", "mau", "-o",
                target + ".csv",
            ],
        ] {
            let result = try BuiltProgram.run(words, in: small.folder.path)
            #expect(result.status == 64, "\(result.errors)")
            #expect(result.errors.contains("nằm trong thư mục nộp bài"), "\(result.errors)")
        }
        let names = try FileManager.default.subpathsOfDirectory(
            atPath: small.folder.path + "/input/mau/submissions"
        )
        #expect(names.filter { $0.hasSuffix(".csv") }.count == 2)
    }

    /// `--fail-on rejected` speaks of whole files as well.
    @Test func aFileThatIsRefusedFailsTheRunWhereAsked() throws {
        let small = try SmallPlan()
        try small.folder.remove("input/mau/submissions/2024-11-02")
        #expect(try small.run(["--fail-on", "rejected"]).status == 0)
        try small.submit("2024-11-03/MAU-P3/anh.csv", "\u{0}\u{1}\u{2}\u{0}\u{0}\u{7}")
        #expect(try small.run(["--fail-on", "rejected"]).status == 2)
    }

    /// CONTRACT §9: `--unit` limits the run, what it hands back and what it holds it back for.
    @Test func theRunOfOneUnitSaysNothingOfOthers() throws {
        let small = try SmallPlan()
        try small.folder.write(
            "input/mau/plan.yaml",
            SmallPlan.plan + "\nguards: {rejected_rows: \"<= 10%\"}\n"
        )
        let rows = ["MAU-P1;x;Gương mẫu 9;Tác giả Mẫu 9", "MAU-P2;B9;;Tác giả Mẫu 8"]
        try small.submit(
            "2024-11-04/MAU/bai.csv",
            "Mã đơn vị;Mã bài;Tên bài viết;Tác giả;Ngày nộp\n"
                + rows.map { $0 + ";05/04/2024\n" }.joined()
        )
        #expect(try small.run().status == 65)
        let result = try small.run(["--unit", "MAU-P1"])
        #expect(result.status == 0, "\(result.errors)")
        let line = try #require(result.output.split(separator: "\n").last)
        let edition = try small.edition(
            String(line.split(separator: "/").last ?? "")
        )
        #expect(!edition.keys.contains { $0.hasPrefix("rejected/") })
        let findings = String(decoding: try #require(edition["findings.csv"]), as: UTF8.self)
        #expect(!findings.contains("MAU-P2"), "\(findings)")
    }
}
