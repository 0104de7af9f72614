import ArgumentParser
import LedgerStore
import Pipeline

/// `tonghop ledger restore`: the bytes of any version that was ever received.
struct LedgerRestoreCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore",
        abstract: "Lấy lại nguyên văn một bản đã nhận.",
        discussion: """
            Lấy bản sau cùng của tệp, bản thứ N như ledger history đánh số, hoặc bản đã nhận đến một thời \
            điểm. Nội dung được đối chiếu với SHA-256 trước khi ghi; tệp kết quả chỉ chủ và nhóm đọc được. \
            Việc lấy lại được ghi vào nhật ký.

            Mã kết thúc: 0 xong; 64 sai lệnh; 66 không có bản ấy hoặc đã xoá theo thời hạn lưu; 73 không ghi \
            được hoặc đã có tệp; 74 bản gốc mất hoặc hỏng; 75 đang có lần chạy khác.
            """
    )

    @Argument(help: "Tệp trong thư mục nộp bài, tệp của kế hoạch, hoặc SHA-256.")
    var target: String
    @Option(help: "Mã kế hoạch.")
    var plan: String
    @Option(name: [.customShort("o"), .customLong("to")], help: "Tệp sẽ ghi.")
    var file: String
    @Option(help: "Bản thứ mấy, như ledger history đánh số.")
    var version: Int?
    @Option(help: "Bản sau cùng đã nhận đến thời điểm này.")
    var asOf: TypedInstant?
    @Flag(help: "Ghi đè tệp đã có.")
    var force = false
    @OptionGroup var place: LedgerCommand.Place
    @Option(help: .now)
    var now: TypedInstant?

    func validate() throws {
        if version != nil, asOf != nil {
            throw ValidationError("Chỉ dùng một trong --version và --as-of.")
        }
    }

    func run() throws {
        let choice: Upkeep.Choice =
            version.map { .number($0) } ?? asOf.map { .asOf($0.instant) } ?? .last
        do {
            // Before the ledger is opened: a refused command leaves it byte by byte as it was.
            try WholeFile.refuse(file)
            let version = try Upkeep(place.options(now: now))
                .restore(target, plan: plan, choice: choice, to: file, replacing: force)
            Console.print("\(file): \(version.path), nhận \(version.receivedAt.slashed)")
            Console.print("  \(version.size) byte, SHA-256 \(version.sha256)")
        } catch {
            throw Console.fail(error)
        }
    }
}
