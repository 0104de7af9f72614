import Disk
import Glibc

/// How the operator has Spark started.
package struct SparkOptions: Sendable {
    /// The path of `spark-submit`.
    package var submit: String
    /// Settings of Spark as `name=value`; of the master too.
    package var settings: [String]

    package init(submit: String, settings: [String]) {
        self.submit = submit
        self.settings = settings
    }

    /// Checks that Spark can be started, before anything is done.
    ///
    /// - Throws: ``PipelineError/unavailable(_:)``.
    func require() throws(PipelineError) {
        guard SparkOptions.isProgram(submit) else {
            throw .unavailable(
                "Không chạy được spark-submit ở \(submit). Hãy cài Apache Spark (ví dụ: pip install pyspark) rồi "
                    + "nêu đúng đường dẫn bằng --spark-submit, hoặc bỏ --engine spark để đọc ngay trên máy này."
            )
        }
        guard SparkOptions.hasJava else {
            throw .unavailable(
                "Apache Spark cần Java 17 mà máy này không có. Hãy cài (apt-get install openjdk-17-jre-headless) "
                    + "hoặc đặt JAVA_HOME, hoặc bỏ --engine spark để đọc ngay trên máy này."
            )
        }
    }

    /// Where the shuffled data lie is given for a master on this machine only: elsewhere the
    /// workers know better.
    var isLocal: Bool {
        guard !settings.contains(where: { $0.hasPrefix("spark.local.dir=") }) else { return false }
        let master = settings.last { $0.hasPrefix("spark.master=") }
        return master?.hasPrefix("spark.master=local") ?? false
    }

    /// Whether Spark's own script would find a Java: `JAVA_HOME`, else the path.
    private static var hasJava: Bool {
        if let home = getenv("JAVA_HOME").map({ String(cString: $0) }), !home.isEmpty {
            return isProgram(home + "/bin/java")
        }
        // What a shell takes for the path where there is none, as under cron.
        let usual = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
        let path = getenv("PATH").map { String(cString: $0) } ?? usual
        return path.split(separator: ":").contains { isProgram($0 + "/java") }
    }

    private static func isProgram(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.isRegularFile
            && access(path, X_OK) == 0
    }
}
