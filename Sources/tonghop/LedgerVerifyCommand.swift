import ArgumentParser
import LedgerStore
import Model
import Pipeline

/// `tonghop ledger verify`: whether the ledger, the originals and the editions are whole.
struct LedgerVerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Kiểm tra sổ nhận, các bản gốc, nhật ký và các báo cáo đã công bố.",
        discussion: """
            Đọc lại cơ sở dữ liệu, từng bản gốc, chuỗi nhật ký các lần chạy và từng tệp của các báo cáo còn \
            trong thư mục kết quả; mỗi chỗ sai một dòng. Báo cáo đã được dọn đi, bản gốc đã xoá theo thời \
            hạn lưu không phải là sai.

            Dòng cuối in mã của nhật ký; ghi mã này ở nơi khác (sổ công tác, thư điện tử) thì lần sau \
            --head cho biết cả nhật ký đến lúc ấy còn nguyên, dù có người đã tính lại toàn bộ chuỗi.

            --repair lưu lại các bản gốc bị mất hoặc bị sửa mà tệp còn nguyên trong thư mục nộp bài; cần \
            khoá. Các việc khác không cần khoá và không sửa gì.

            Mã kết thúc: 0 nguyên vẹn; 64 sai lệnh; 66 chưa có sổ; 74 có chỗ sai; 75 đang có lần chạy khác \
            (với --repair).
            """
    )

    @OptionGroup var place: LedgerCommand.Place
    @Flag(help: "Không đọc lại các bản gốc.")
    var quick = false
    @Flag(help: "Lưu lại bản gốc bị mất hoặc bị sửa từ thư mục nộp bài.")
    var `repair` = false
    @Option(help: "Thư mục chứa các kế hoạch (với --repair).")
    var input = "input"
    @Option(help: "Mã nhật ký đã ghi ở nơi khác, ví dụ 12:9f86…")
    var head: String?
    @Option(help: .now)
    var now: TypedInstant?

    func validate() throws {
        if let head, AuditHead(head) == nil {
            throw ValidationError("--head phải là số dòng, dấu hai chấm và 64 chữ số: \(head)")
        }
        if quick, `repair` {
            throw ValidationError("--repair cần đọc lại các bản gốc, bỏ --quick.")
        }
    }

    func run() throws {
        do {
            if `repair` {
                var options = place.options(now: now)
                options.places.input = input
                for sha256 in try Upkeep(options).repair() {
                    Console.print("Đã lưu lại bản gốc \(sha256) từ thư mục nộp bài.")
                }
            }
            let result = try Enquiry(place.places)
                .verify(readsOriginals: !quick, noted: head.flatMap { AuditHead($0) })
            for fault in result.faults { Console.print(fault.message) }
            for notice in result.notices { Console.print("Ghi chú: " + notice) }
            Console.print(
                (result.faults.isEmpty ? "Sổ nhận nguyên vẹn" : "\(result.faults.count) chỗ sai")
                    + "; đã đọc lại \(result.editions) báo cáo"
                    + (quick ? ", không đọc bản gốc." : ".")
            )
            if let head = result.head { Console.print("Mã nhật ký: \(head)") }
            if !result.faults.isEmpty { throw ExitCode(.failed) }
        } catch let error as PipelineError {
            throw Console.fail(error)
        }
    }
}
