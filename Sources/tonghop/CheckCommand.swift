import ArgumentParser
import Model
import Pipeline

/// `tonghop check`: a dry run of single files before they are sent.
struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Kiểm tra thử tệp trước khi gửi; không lưu gì.",
        discussion: """
            Đọc từng tệp đúng như lần chạy tổng hợp sẽ đọc: nhận ra biểu nào, bao nhiêu dòng được tính, \
            dòng nào bị loại và vì sao, tính cho đơn vị và kỳ nào. Sổ nhận và thư mục kết quả không bị \
            động đến; tệp không bị sửa.

            Tệp nằm trong <input>/<kế hoạch>/submissions/ được xét theo đúng chỗ của nó; tệp ở nơi khác \
            chỉ có tên tệp, nên thêm --unit để cho biết đơn vị nào gửi.

            Mã kết thúc: 0 không có gì bị loại; 2 có dòng hoặc tệp bị loại; 64 sai lệnh; 65 kế hoạch hoặc \
            danh mục không hợp lệ; 66 không có tệp hoặc kế hoạch.
            """
    )

    @Argument(help: "Các tệp cần kiểm tra.")
    var files: [String]
    @Option(help: "Mã kế hoạch.")
    var plan: String
    @Option(help: .input)
    var input = "input"
    @Option(help: "Kỳ dùng để đối chiếu: 2024, 2024-Q3, …; mặc định là năm của ngày hiện tại.")
    var window: String?
    @Option(help: .now)
    var now: TypedInstant?
    @Option(help: "Mã đơn vị sẽ gửi tệp (với tệp nằm ngoài thư mục submissions).")
    var unit: String?

    func run() async throws {
        var options = RunOptions(now: Console.clock(now?.instant))
        options.places.input = input
        options.scope.window = window
        options.scope.unit = unit
        do {
            let check = try FileCheck(options, plan: plan)
            try check.require(files)
            var rejected = 0
            for (index, file) in files.enumerated() {
                let verdict = try await check.check(file)
                if verdict.isRejected { rejected += 1 }
                if index > 0 { Console.print("") }
                Console.print(verdict.text)
            }
            if files.count > 1 {
                Console.print("")
                Console.print(
                    "Tổng cộng: \(files.count) tệp, \(files.count - rejected) đủ điều kiện gửi, "
                        + "\(rejected) cần sửa."
                )
            }
            if rejected > 0 { throw ExitCode(.conditionHolds) }
        } catch let error as PipelineError {
            throw Console.fail(error)
        }
    }
}
