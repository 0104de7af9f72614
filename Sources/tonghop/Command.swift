import ArgumentParser
import Foundation
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

    /// Runs the command that was typed.
    ///
    /// What only answers a question has failed where its answer did not arrive; a run has not,
    /// whose edition is published.
    static func main() async {
        Console.ignoreClosedPipes()
        do {
            if let place = UsageText.emptyArgument(in: Array(CommandLine.arguments.dropFirst())) {
                throw ValidationError(
                    "Tham số thứ \(place) để trống; có phải một biến chưa được đặt?"
                )
            }
            var command = try parseAsRoot()
            let words = CommandLine.arguments.dropFirst()
            if let option = RepeatedOption(in: words, of: type(of: command)) {
                throw ValidationError(option.message + ".")
            }
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
            if Console.hasLostOutput, !(command is RunCommand), !(command is RunDueCommand) {
                throw Console.failOfLostOutput()
            }
        } catch {
            guard exitCode(for: error) == .validationFailure, !(error is ExitCode) else {
                exit(withError: error)
            }
            Console.write(UsageText.translated(fullMessage(for: error)) + "\n", to: STDERR_FILENO)
            Foundation.exit(ExitCode.validationFailure.rawValue)
        }
    }
}
