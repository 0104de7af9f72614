import ArgumentParser
import Pipeline

/// `tonghop template`: an empty form for a unit to fill in.
struct TemplateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "template",
        abstract: "Lập biểu mẫu trống (.xlsx hoặc .csv) để đơn vị điền.",
        discussion: """
            Tệp .xlsx có danh sách để chọn, kiểm tra khi nhập, trang hướng dẫn và trang danh mục; tệp .csv \
            chỉ có dòng tiêu đề và những gì đã biết. Có --unit thì mã, tên đơn vị và kỳ được điền sẵn; nếu \
            đơn vị ấy có đơn vị trực thuộc, biểu báo cáo có sẵn một dòng cho mỗi đơn vị phải báo cáo.

            Điền xong, lưu dạng CSV UTF-8 rồi kiểm tra bằng tonghop check trước khi gửi.

            Mã kết thúc: 0 xong; 64 sai lệnh, không có biểu hoặc đơn vị ấy; 65 kế hoạch hoặc danh mục không \
            hợp lệ; 66 không có kế hoạch; 73 không ghi được tệp.
            """
    )

    @Argument(help: "Mã hoặc tên biểu, ví dụ unit_report hoặc \"Danh sách điển hình\".")
    var form: String
    @Option(help: "Mã kế hoạch.")
    var plan: String
    @Option(help: .input)
    var input = "input"
    @Option(help: "Mã đơn vị sẽ điền biểu.")
    var unit: String?
    @Option(help: "Kỳ báo cáo điền sẵn: 2024, 2024-Q3, …; mặc định là năm của ngày hiện tại.")
    var window: String?
    @Option(help: .now)
    var now: TypedInstant?
    @Option(name: .shortAndLong, help: "Tệp kết quả, đuôi .xlsx hoặc .csv.")
    var output: String

    func validate() throws {
        let ending = output.lowercased()
        guard ending.hasSuffix(".xlsx") || ending.hasSuffix(".csv") else {
            throw ValidationError("Tệp kết quả phải có đuôi .xlsx hoặc .csv: \(output)")
        }
    }

    func run() throws {
        var options = RunOptions(now: Console.clock(now?.instant))
        options.places.input = input
        options.scope.unit = unit
        options.scope.window = window
        do {
            try TemplateWriter(options, plan: plan, form: form).write(to: output)
            Console.print(output)
        } catch {
            throw Console.fail(error)
        }
    }
}
