import Foundation
import TestSupport
import Testing

/// `run --engine spark`: what comes back is what this machine would have read, or nothing is
/// published.
@Suite struct EngineTests {
    private static let clock = ["--window", "2024", "--now", "2025-01-05T02:00:00"]

    private func run(
        _ plan: SmallPlan,
        _ engine: FakeEngine,
        _ more: [String] = [],
        now: String = "2025-01-05T02:00:00"
    ) throws -> BuiltProgram.Result {
        try BuiltProgram.run(
            ["run", "--plan", "mau", "--window", "2024", "--now", now] + engine.options + more,
            in: plan.folder.path,
            environment: engine.environment
        )
    }

    private func exists(_ plan: SmallPlan, _ path: String) -> Bool {
        FileManager.default.fileExists(atPath: plan.folder.path + "/output/.tonghop/" + path)
    }

    private static let samples: [String] = {
        let names = try? FileManager.default.contentsOfDirectory(atPath: DepartmentSample.input)
        return (names ?? []).sorted()
    }()

    @Test(arguments: samples) func everySampleIsTheSame(plan: String) throws {
        let engine = try FakeEngine(
            """
            split -n l/5 "$job/files.tsv" "$job/part."
            for part in "$job"/part.*; do map <"$part"; done | sort -R >"$job/mapped"
            split -n l/2 "$job/mapped" "$job/half."
            for half in "$job"/half.*; do reduce <"$half"; done | sort -R | reduce >"$job/merged"
            """
        )
        let scratch = try TemporaryDirectory()
        var editions: [[String: Data]] = []
        for (name, options) in [("native", []), ("spark", engine.options)] {
            let result = try BuiltProgram.run(
                ["run", "--input", DepartmentSample.input, "--plan", plan, "--output", name]
                    + EngineTests.clock + options,
                in: scratch.path,
                environment: engine.environment
            )
            #expect(result.status == 0, "\(result.errors)")
            var files = try Tree.files(scratch.path + "/\(name)/\(plan)/2024/20250105-0200-01")
            let manifest = files.removeValue(forKey: "manifest.json") ?? Data()
            let text = String(decoding: manifest, as: UTF8.self)
            #expect(text.contains("\"engine\": \"spark\"") == (name == "spark"))
            editions.append(files)
        }
        #expect(editions[0].count > 5 && editions[0] == editions[1])
    }

    @Test func aNightOfTheEngineIsLikeAnyOther() throws {
        let (plan, engine) = (try SmallPlan(), try FakeEngine())
        let settings = ["--spark-option", "spark.master=local[2]", "--spark-option", "spark.a=b c"]
        let result = try run(plan, engine, settings)
        #expect(result.status == 0, "\(result.errors)")
        let first = try plan.edition()
        let arguments = try engine.folder.read("arguments")
        #expect(
            arguments.contains("--conf spark.master=local[2] --conf spark.a=b c --conf spark.local")
        )
        #expect(!exists(plan, "spark/job") && exists(plan, "spark/mau.log"))
        // Made again by this machine, and again by an engine that would not do it: nothing is new.
        try plan.run(["--again", "20250105-0200-01"], now: "2025-01-07T02:00:00")
        #expect(try plan.edition("20250107-0200-01") == first)
        let broken = try FakeEngine("exit 3")
        #expect(try run(plan, broken, now: "2025-01-08T02:00:00").status == 0)
        // The engine reads what is new, with the options of any run.
        try plan.submit("2024-11-03/MAU-P3/bai.csv", SmallPlan.entries(["B9;Gương;Tác giả Mẫu"]))
        let more = ["--as-of", "2025-01-09", "--lang", "en"]
        #expect(try run(plan, broken, more, now: "2025-01-09T02:00:00").status == 74)
        let late = try run(plan, engine, more, now: "2025-01-09T02:00:00")
        #expect(late.status == 0 && late.errors.contains(" read=1 "), "\(late.errors)")
        let again = ["--again", "20250109-0200-01"]
        #expect(try run(plan, engine, again, now: "2025-01-10T02:00:00").status == 0)
        #expect(
            try plan.edition("20250110-0200-01") == plan.edition("20250109-0200-01")
        )
    }

    /// What an engine does wrong, and what is said of it.
    struct Wrong: CustomTestStringConvertible {
        var name: String
        var script: String
        var status: Int32
        var words: String
        var testDescription: String { name }
    }

    static let wrongs = [
        Wrong(
            name: "a file is lost",
            script: #"tail -n +2 "$job/files.tsv" | map | reduce >"$job/merged""#,
            status: 70,
            words: "thiếu 1 tệp, trước hết là \"2024-11-01/MAU-P1/bai.csv\""
        ),
        Wrong(
            name: "a key is lost",
            script: #": >"$job/merged""#,
            status: 70,
            words: "thiếu 2 tệp"
        ),
        Wrong(
            name: "a file comes twice",
            script: #"""
                map <"$job/files.tsv" >"$job/merged"
                head -n 1 "$job/files.tsv" | map >>"$job/merged"
                """#,
            status: 70,
            words: "tệp \"2024-11-01/MAU-P1/bai.csv\" được trả về hai lần"
        ),
        Wrong(
            name: "a file comes that was not sent",
            script: #"""
                first=$(head -n 1 "$job/files.tsv" | cut -f 1)
                original=$(head -n 1 "$job/files.tsv" | cut -f 3)
                printf '%s\tla.csv\t%s\n' "$first" "$original" >>"$job/files.tsv"
                map <"$job/files.tsv" >"$job/merged"
                """#,
            status: 70,
            words: "tệp \"la.csv\" không được giao"
        ),
        Wrong(
            name: "another version is read",
            script: #"""
                head -n 1 "$job/files.tsv" | cut -f 3 >"$job/first"
                cut -f 1,2 "$job/files.tsv" | while read -r line; do
                    printf '%s\t%s\n' "$line" "$(cat "$job/first")"
                done | map >"$job/merged"
                """#,
            status: 74,
            words: "mã kết thúc 74"
        ),
        Wrong(
            name: "the result is cut",
            script: #"map <"$job/files.tsv" | head -c 900 >"$job/merged""#,
            status: 70,
            words: "bị hỏng hoặc bị cắt"
        ),
        Wrong(
            name: "a letter of the result is another",
            script: #"map <"$job/files.tsv" | sed 's/\(.*\)A\(.\{8,\}\)/\1B\2/' >"$job/merged""#,
            status: 70,
            words: "bị hỏng hoặc bị cắt"
        ),
        Wrong(
            name: "another plan was read by",
            script: #"""
                sed -i s/Mẫu/Khác/ "$job"/input/mau/units.csv
                map <"$job/files.tsv" >"$job/merged"
                """#,
            status: 70,
            words: "chương trình tonghop khác"
        ),
        Wrong(name: "nothing is done", script: "true", status: 70, words: "bị hỏng hoặc bị cắt"),
        Wrong(name: "it fails", script: "echo no >&2; exit 3", status: 74, words: "mã kết thúc 3"),
        Wrong(name: "it dies", script: "kill -9 $$", status: 74, words: "tín hiệu 9"),
    ]

    @Test(arguments: wrongs) func nothingIsPublishedThatIsNotWhole(wrong: Wrong) throws {
        let (plan, engine) = (try SmallPlan(), try FakeEngine(wrong.script))
        let result = try run(plan, engine)
        #expect(result.status == wrong.status, "\(result.errors)")
        #expect(result.errors.contains(wrong.words), "\(result.errors)")
        #expect(result.errors.contains("output/.tonghop/spark/mau.log"), "\(result.errors)")
        #expect(plan.latest == nil && !exists(plan, "spark/job"))
        // The night after is as if nothing had happened.
        try plan.run(now: "2025-01-06T02:00:00")
        let other = try SmallPlan()
        try other.run(now: "2025-01-06T02:00:00")
        #expect(try plan.edition() == other.edition())
    }

    /// One file is one task, which Spark could not share out.
    @Test func aLargeFileIsReadHere() throws {
        let (plan, engine) = (
            try SmallPlan(), try FakeEngine("cp \"$job/files.tsv\" \"$here\"\n" + FakeEngine.works)
        )
        let cell = String(repeating: "a", count: 8 << 20)
        let rows = (0..<9).map { "B\($0);\(cell);Tác giả Mẫu" }
        try plan.submit("2024-11-03/MAU-P3/bai.csv", SmallPlan.entries(rows + ["B9;Gương;Tác giả"]))
        let result = try run(plan, engine)
        #expect(result.status == 0 && result.errors.contains(" read=3 "), "\(result.errors)")
        let sent = try engine.folder.read("files.tsv")
        #expect(sent.contains("MAU-P2/bai.csv") && !sent.contains("MAU-P3/bai.csv"))
        try plan.run(["--again", "20250105-0200-01"], now: "2025-01-07T02:00:00")
        #expect(try plan.edition("20250107-0200-01") == plan.edition("20250105-0200-01"))
    }

    @Test func itsOutputGoesToItsLogOnly() throws {
        let (plan, engine) = (try SmallPlan(), try FakeEngine("echo mot; echo hai >&2; exit 1"))
        let result = try run(plan, engine)
        #expect(!result.errors.contains("hai") && !result.output.contains("mot"))
        #expect(try plan.folder.read("output/.tonghop/spark/mau.log") == "mot\nhai\n")
    }

    @Test(arguments: [SIGTERM, SIGINT, SIGHUP])
    func anEngineThatHangsEndsWithTheRun(_ signal: Int32) throws {
        // It has something running below it, as Spark's scripts do.
        let hangs = "sleep 600 & echo $! >\"$here/child\"; mv \"$here/child\" \"$here/pid\"; wait"
        let (plan, engine) = (try SmallPlan(), try FakeEngine(hangs))
        try plan.run(now: "2025-01-04T02:00:00")
        try plan.submit("2024-11-03/MAU-P3/bai.csv", SmallPlan.entries(["B9;Gương;Tác giả Mẫu"]))
        let child = try started(plan, engine) { program, _ in
            kill(program.number, signal)
            let result = try program.result()
            #expect(result.isKilled && result.status == signal)
        }
        #expect(isGone(child))
        #expect(plan.latest == "20250104-0200-01" && !exists(plan, "spark/job"))
        #expect(try plan.run().status == 0)
    }

    @Test func whatAKilledRunLeavesIsRemovedByTheNext() throws {
        let hangs = "sleep 600 & echo $! >\"$here/child\"; mv \"$here/child\" \"$here/pid\"; wait"
        let (plan, engine) = (try SmallPlan(), try FakeEngine(hangs))
        _ = try started(plan, engine) { program, child in
            kill(program.number, SIGKILL)
            kill(child, SIGKILL)
            _ = try program.result()
        }
        #expect(exists(plan, "spark/job"))
        #expect(try plan.run().status == 0)
        #expect(!exists(plan, "spark/job"))
    }

    @Test func anEngineThatIsNotThereIsSaidToBeMissing() throws {
        let (plan, engine) = (try SmallPlan(), try FakeEngine())
        func result(_ path: String, _ environment: [String: String]) throws -> BuiltProgram.Result {
            try BuiltProgram.run(
                ["run", "--plan", "mau", "--engine", "spark", "--spark-submit", path],
                in: plan.folder.path,
                environment: environment
            )
        }
        for path in ["/khong/co/spark-submit", plan.folder.path, "input/mau/units.csv"] {
            let result = try result(path, engine.environment)
            #expect(result.status == 69 && result.errors.contains("pip install pyspark"))
            #expect(result.errors.contains(path))
        }
        let java = try result(engine.path, ["JAVA_HOME": "/khong/co"])
        #expect(java.status == 69 && java.errors.contains("openjdk-17-jre-headless"))
        let path = try result(engine.path, ["PATH": "/khong/co"])
        #expect(path.status == 69 && path.errors.contains("Java"))
        #expect(!FileManager.default.fileExists(atPath: plan.folder.path + "/output"))
    }

    @Test(arguments: [
        ["--engine", "spark"], ["--spark-submit", "/bin/true"], ["--engine", "dask"],
        ["--spark-option", "spark.a=b"],
        ["--engine", "spark", "--spark-submit", "/bin/true", "--spark-option", "a=b"],
        ["--engine", "spark", "--spark-submit", "/bin/true", "--spark-option", "spark.a"],
    ]) func optionsThatMakeNoSenseAreRefused(_ options: [String]) throws {
        #expect(try SmallPlan().run(options).status == 64)
    }

    private struct EngineHasNotStarted: Error {}

    /// Starts a run whose engine hangs; gives the number of what the engine started.
    private func started(
        _ plan: SmallPlan,
        _ engine: FakeEngine,
        end: (RunningProgram, pid_t) throws -> Void
    ) throws -> pid_t {
        let program = try RunningProgram(
            ["run", "--plan", "mau", "--window", "2024", "--now", "2025-01-05T02:00:00"]
                + engine.options,
            in: plan.folder.path,
            environment: engine.environment
        )
        var number: pid_t?
        for _ in 0..<3000 where number == nil {
            number = (try? engine.folder.read("pid")).flatMap {
                pid_t($0.trimmingCharacters(in: .whitespacesAndNewlines))
            }
            usleep(20_000)
        }
        guard let number else {
            kill(program.number, SIGKILL)
            throw EngineHasNotStarted()
        }
        try end(program, number)
        return number
    }

    private func isGone(_ process: pid_t) -> Bool {
        for _ in 0..<500 {
            let status = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)
            if status?.contains(") Z ") ?? true { return true }
            usleep(20_000)
        }
        return false
    }
}
