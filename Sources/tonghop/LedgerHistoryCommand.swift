import ArgumentParser
import Pipeline

/// `tonghop ledger history`: every version of the files of a plan, and its runs.
struct LedgerHistoryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "history",
        abstract: "Mọi bản đã nhận của một tệp hoặc của cả kế hoạch, và các lần chạy.",
        discussion: """
            Tên tệp ghi như trong thư mục nộp bài. Không nêu tệp thì liệt kê mọi tệp, rồi các lần chạy với \
            thời điểm số liệu, kết quả, thư mục báo cáo; dấu * là lần chạy mà latest đang trỏ tới.

            Không cần khoá, không sửa gì; chạy được trong lúc đang tổng hợp.

            Mã kết thúc: 0 xong; 64 sai lệnh; 66 chưa có sổ, không có kế hoạch hoặc tệp ấy; 74 sổ hỏng.
            """
    )

    @Argument(help: "Tệp trong thư mục nộp bài, hoặc tệp của kế hoạch (plan.yaml).")
    var path: String?
    @Option(help: "Mã kế hoạch.")
    var plan: String
    @OptionGroup var place: LedgerCommand.Place

    func run() throws {
        do {
            let enquiry = try Enquiry(place.places)
            let history = try enquiry.history(plan: plan, path: path)
            for line in HistoryText(history: history, plan: plan).lines { Console.print(line) }
        } catch {
            throw Console.fail(error)
        }
    }
}
