import ArgumentParser
import Pipeline

/// Who reads the files of a run.
struct EngineOptions: ParsableArguments {
    enum Engine: String, ExpressibleByArgument, CaseIterable {
        case native, spark
    }

    @Option(
        help: """
            Nơi đọc tệp: native là ngay trên máy này; spark là Apache Spark, khi một máy không kham nổi. Số \
            liệu như nhau.
            """
    )
    var engine = Engine.native
    @Option(help: "Đường dẫn của spark-submit (với --engine spark).")
    var sparkSubmit: String?
    @Option(
        help:
            "Thiết lập của Spark, lặp lại được: spark.master=spark://máy:7077 (với --engine spark)."
    )
    var sparkOption: [String] = []

    func validate() throws {
        guard engine == .spark else {
            guard sparkSubmit == nil, sparkOption.isEmpty else {
                throw ValidationError("--spark-submit, --spark-option chỉ dùng với --engine spark.")
            }
            return
        }
        guard sparkSubmit != nil else {
            throw ValidationError("--engine spark cần --spark-submit ĐƯỜNG-DẪN.")
        }
        for option in sparkOption {
            guard option.hasPrefix("spark."), option.dropFirst(6).contains("=") else {
                throw ValidationError("--spark-option phải có dạng spark.tên=giá trị: \(option)")
            }
        }
    }

    /// How Spark is to be started; nil where it is not.
    var spark: SparkOptions? {
        guard engine == .spark, let sparkSubmit else { return nil }
        return SparkOptions(submit: sparkSubmit, settings: sparkOption)
    }
}
