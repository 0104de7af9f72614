import Foundation
import TestSupport

/// A `spark-submit` that is a shell script, for what a real Spark seldom does.
struct FakeEngine {
    let folder: TemporaryDirectory
    /// An environment in which Java seems to be there.
    var environment: [String: String] { ["JAVA_HOME": folder.path + "/java"] }
    var path: String { folder.path + "/bin/spark-submit" }
    var options: [String] { ["--engine", "spark", "--spark-submit", path] }

    /// Reads file by file, shuffles and merges, as Spark would.
    static let works = """
        split -l 1 "$job/files.tsv" "$job/part."
        for part in "$job"/part.*; do map <"$part"; done | sort -R | reduce >"$job/merged.partial"
        mv "$job/merged.partial" "$job/merged"
        """

    /// An engine that does what a script says; in it `$job` is the job's folder, `map` and `reduce`
    /// are its commands and `$here` is a folder of the test.
    init(_ script: String = works) throws {
        folder = try TemporaryDirectory()
        try program("java/bin/java", "exit 1")
        try program(
            "bin/spark-submit",
            """
            set -e
            here='\(folder.path)'
            echo "$@" >"$here/arguments"
            for job; do :; done
            words() {
                tr -d '\\n' <"$job/job.json" |
                    sed "s/.*\\"$1\\": *\\[\\([^]]*\\)\\].*/\\1/; s/\\", *\\"/\\" \\"/g"
            }
            map() { eval "$(words map)"; }
            reduce() { eval "$(words reduce)"; }
            \(script)
            """
        )
    }

    private func program(_ name: String, _ script: String) throws {
        try folder.write(name, "#!/bin/sh\n" + script + "\n")
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o755],
            ofItemAtPath: folder.path + "/" + name
        )
    }
}
