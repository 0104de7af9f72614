import ArgumentParser
import Pipeline
import Reports

/// `tonghop status`: who has handed in, who is late, who is missing.
struct StatusCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "Cho biết đơn vị nào đã gửi, gửi quá hạn, chưa gửi, theo từng thời hạn.",
        discussion: """
            Thời hạn chính đứng trước. Mỗi đơn vị đã gửi có ngày nhận, tệp, số dòng được tính và bị loại; \
            đơn vị chưa gửi có hạn và số ngày quá hạn. Cuối cùng là số đơn vị có số liệu của từng biểu.

            --runs liệt kê các lần chạy của kế hoạch, theo lịch và chạy tay.

            Mặc định xem bản đang công bố (latest). Có --as-of, --known-at hoặc --now thì xem sổ nhận từ \
            thời điểm ấy.

            Mã kết thúc: 0 xong; 64 sai lệnh; 65 kế hoạch hoặc danh mục không hợp lệ; 66 chưa chạy lần nào.
            """
    )

    @OptionGroup var options: QuestionOptions
    @Flag(help: "Liệt kê các lần chạy: ai, lúc nào, lệnh gì, kết quả.")
    var runs = false

    func run() async throws {
        do {
            if runs {
                try listRuns()
                return
            }
            let answer = try await options.question.answer()
            Console.show(
                StatusText.render(
                    answer.judgement,
                    source: answer.source,
                    anonymise: options.anonymise
                )
            )
        } catch {
            throw Console.fail(error)
        }
    }

    private func listRuns() throws(PipelineError) {
        let enquiry = try Enquiry(options.places)
        let trail = try enquiry.auditTrail(of: options.plan)
        let officials = try enquiry.officials(of: options.plan)
        for line in RunListText(plan: options.plan, trail, officials: officials).lines {
            Console.print(line)
        }
    }
}
