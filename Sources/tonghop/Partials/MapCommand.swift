import ArgumentParser
import Model
import Pipeline

/// `tonghop map`: the reading stage of a run by itself.
struct MapCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "map",
        abstract: "Đọc tệp thành kết quả từng phần để gộp lại bằng reduce.",
        discussion: """
            Là công đoạn đọc của chính lệnh run, tách ra để chạy được trên nhiều máy: đọc các tệp theo kế \
            hoạch, danh mục và kỳ, ghi ra kết quả từng phần. Không đọc và không ghi sổ nhận.

            Không nêu tệp nào thì đọc danh sách ở đầu vào chuẩn, mỗi dòng một tệp: đường dẫn; hoặc SHA-256, \
            đường dẫn dưới submissions/ và nơi có nội dung, cách nhau bằng dấu tab (nội dung có SHA-256 khác \
            thì không đọc).

            Với --text, mỗi đơn vị cấp trên trực tiếp là một dòng: mã của nó (“-” nếu tệp của nhiều cấp trên \
            hoặc không rõ của ai), dấu tab, kết quả ở dạng base64.

            Mã kết thúc: 0 xong; 64 sai lệnh; 65 kế hoạch hoặc danh mục không hợp lệ; 66 thiếu đầu vào; 73 \
            không ghi được kết quả; 74 lỗi đọc, ghi.
            """
    )

    @Argument(help: "Các tệp cần đọc; không nêu thì đọc danh sách ở đầu vào chuẩn.")
    var files: [String] = []
    @Option(help: "Mã kế hoạch.")
    var plan: String
    @Option(help: .input)
    var input = "input"
    @Option(help: "Kỳ báo cáo: 2024, 2024-Q3, …; mặc định là năm của ngày hiện tại.")
    var window: String?
    @Option(help: "Đơn vị gốc của báo cáo, như run --unit.")
    var unit: String?
    @Option(help: .now)
    var now: TypedInstant?
    @OptionGroup var work: JobsOption
    @OptionGroup var target: PartialTarget

    func run() async throws {
        var options = RunOptions(now: Console.clock(now?.instant))
        options.places.input = input
        options.scope.window = window
        options.scope.unit = unit
        options.reading.jobs = work.workers()
        do {
            let task = try MapTask(options, plan: plan)
            var lines = files
            if lines.isEmpty {
                while let line = readLine() { if !line.isEmpty { lines.append(line) } }
            }
            if target.text {
                try target.write(try await task.text(of: lines))
            } else {
                let (bytes, summary) = try await task.bytes(of: lines)
                try target.write(bytes, summary)
            }
        } catch let error as PipelineError {
            throw Console.fail(error)
        }
    }
}
