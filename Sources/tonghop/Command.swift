import ArgumentParser
import Model
import Pipeline

/// The program's command line; one file a subcommand.
@main
struct Command: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: Program.name,
        abstract: "Tổng hợp báo cáo thi đua, khen thưởng từ tệp CSV của các đơn vị.",
        discussion: """
            Mã kết thúc: 0 xong; 2 xong nhưng --fail-on được thỏa; 64 sai lệnh; 65 kế hoạch hoặc danh mục \
            không hợp lệ, hoặc không được công bố; 66 thiếu đầu vào; 69 thiếu bộ máy của --engine; 70 lỗi của chương trình; 73 không ghi \
            được kết quả; 74 lỗi đọc, ghi; 75 đang có lần chạy khác.
            """,
        version: Program.version,
        subcommands: [
            RunCommand.self, CheckCommand.self, ExplainCommand.self, StatusCommand.self,
            CompareCommand.self, TemplateCommand.self, PlanCommand.self, ScheduleCommand.self,
            LedgerCommand.self, MapCommand.self, ReduceCommand.self,
        ]
    )
}
