import ArgumentParser
import LedgerStore
import Pipeline

/// `tonghop ledger prune`: the retention rule.
struct LedgerPruneCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "prune",
        abstract: "Xoá bản gốc của các bài đã rút quá thời hạn lưu.",
        discussion: """
            Xoá nội dung của các tệp đã rút khỏi thư mục nộp bài lâu hơn thời hạn, kể cả các bản trước của \
            chúng. Tên, SHA-256, kích thước, thời điểm nhận và mọi số liệu vẫn còn trong sổ. Tệp còn trong \
            thư mục nộp bài giữ nguyên mọi bản: báo cáo cần bản đầu để biết bài nộp đúng hạn hay không. Tệp \
            của kế hoạch không bị xoá.

            Số liệu của các kỳ báo cáo hiện tại không đổi. Không còn lập lại được báo cáo tại một thời \
            điểm mà tệp đã xoá khi ấy còn được tính (--again, --as-of): lệnh ấy kết thúc với mã 66.

            Mã kết thúc: 0 xong; 64 sai lệnh; 66 chưa có sổ; 74 lỗi đọc, ghi; 75 đang có lần chạy khác.
            """
    )

    @Option(help: "Thời hạn lưu tính từ ngày rút: 90d (ngày) hoặc 5y (năm).")
    var keep: String
    @OptionGroup var place: LedgerCommand.Place
    @Option(help: .now)
    var now: TypedInstant?

    func validate() throws {
        // 5 may be meant as days or as years, and what is removed does not come back.
        if Int(keep) != nil {
            throw ValidationError(
                "--keep \(keep) thiếu đơn vị: ghi \(keep)d (ngày) hoặc \(keep)y (năm)"
            )
        }
        guard Retention(keep) != nil else {
            throw ValidationError("--keep phải là số ngày (90d) hoặc số năm (5y), từ 1: \(keep)")
        }
    }

    func run() throws {
        guard let retention = Retention(keep) else { return }
        do {
            let removed = try Upkeep(place.options(now: now)).prune(keeping: retention)
            for original in removed {
                Console.print(
                    "Đã xoá bản gốc \(original.plan)/\(original.path), rút lúc "
                        + "\(original.withdrawnAt.slashed), \(original.size) byte"
                )
                Console.print("  SHA-256 \(original.sha256)")
            }
            let bytes = removed.reduce(Int64(0)) { $0 &+ $1.size }
            Console.print("Giữ \(retention): xoá \(removed.count) bản gốc, \(bytes) byte.")
        } catch {
            throw Console.fail(error)
        }
    }
}
