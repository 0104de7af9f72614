import ArgumentParser
import Pipeline
import Reports

/// `tonghop compare`: what changed between two runs, figure by figure, and why.
struct CompareCommand: AsyncParsableCommand {
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json
    }

    static let configuration = CommandConfiguration(
        commandName: "compare",
        abstract: "So sánh hai lần chạy: số liệu nào thay đổi, vì sao.",
        discussion: """
            Mỗi số liệu thay đổi được kể kèm nguyên nhân: bài nộp mới, chỉnh lý, quá hạn, bị rút, quyết \
            định, danh mục đơn vị, kế hoạch, thời gian, phiên bản chương trình. Cộng các nguyên nhân của \
            một số liệu lại thì đúng bằng thay đổi của nó.

            Cách tính: bắt đầu từ đầu vào của lần trước, lần lượt thay từng phần bằng của lần sau theo \
            một thứ tự cố định, mỗi bước tính lại tất cả; phần một bước làm thay đổi là phần của bước ấy. \
            Chỉ đọc sổ nhận, không ghi gì.

            Mã kết thúc: 0 đã so sánh, kể cả khi khác nhau; 64 sai lệnh, hoặc hai lần chạy khác kế hoạch, \
            kỳ, đơn vị; 66 không có lần chạy ấy.
            """
    )

    @Argument(
        help: "Lần chạy trước: mã (20250105-0200-01), thư mục, latest hoặc tệp trong thư mục ấy."
    )
    var before: String
    @Argument(help: "Lần chạy sau.")
    var after: String
    @Option(help: "Mã kế hoạch, khi một mã lần chạy có ở nhiều kế hoạch.")
    var plan: String?
    @Option(help: "Kỳ báo cáo, khi một mã lần chạy có ở nhiều kỳ.")
    var window: String?
    @Option(help: .output)
    var output = "output"
    @Option(help: .state)
    var state: String?
    @Option(help: "text để đọc, json cho máy.")
    var format = Format.text
    @OptionGroup var work: JobsOption

    func run() async throws {
        do {
            let enquiry = try Enquiry(RunPlaces(output: output, state: state))
            let (first, second) = (
                try enquiry.run(before, plan: plan, window: window),
                try enquiry.run(after, plan: plan, window: window)
            )
            let comparison = try await RunComparison(enquiry, jobs: work.workers()).comparison(
                of: first,
                and: second,
                folders: (enquiry.folder(before, of: first), enquiry.folder(after, of: second))
            )
            let text =
                switch format {
                case .text: ComparisonText.render(comparison)
                case .json: ComparisonJSON.render(comparison)
                }
            Console.write(text, to: 1)
        } catch {
            throw Console.fail(error)
        }
    }
}
