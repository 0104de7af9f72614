import ArgumentParser
import Logging
import Model
import Pipeline
import Reports

/// `tonghop run`: takes in what arrived, judges it and publishes the reports.
struct RunCommand: AsyncParsableCommand {
    /// What makes a finished run end with status 2.
    enum FailCondition: String, ExpressibleByArgument, CaseIterable {
        case rejected, unmet
    }

    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Tiếp nhận, tổng hợp, đánh giá và công bố báo cáo."
    )

    @Option(help: .input)
    var input = "input"
    @Option(name: .customLong("plan"), help: .plans)
    var plans: [String] = []
    @Option(help: "Kỳ báo cáo: 2024, 2024-Q3, 2024-H1, 2024-9M, 2024-05, 2023..2025.")
    var window: String?
    @Option(help: "Tính những gì đã nhận đến thời điểm này (2025-01-05 hoặc 2025-01-05T02:00:00).")
    var asOf: TypedInstant?
    @Option(help: "Tính những gì sổ nhận đã biết đến thời điểm này.")
    var knownAt: TypedInstant?
    @Option(help: "Chạy lại một lần chạy đã qua: mã hoặc thư mục của nó; cho ra đúng các tệp cũ.")
    var again: String?
    @Option(help: "Đặt đồng hồ, để kiểm thử và chạy lại.")
    var now: TypedInstant?
    @Option(help: "Chỉ tổng hợp cho đơn vị này và các đơn vị trực thuộc.")
    var unit: String?
    @Option(
        help: "Thêm một tệp Excel (report-<mã>.xlsx) cho mỗi đơn vị của cấp này trong chain."
    )
    var splitBy: String?
    @Option(help: .output)
    var output = "output"
    @Option(help: .state)
    var state: String?
    @Flag(
        help: "Viết báo cáo (report.txt) khi năm chưa hết; năm đã hết, giai đoạn thì luôn có."
    )
    var yearEnd = false
    @Flag(help: "Viết tắt họ tên trong báo cáo.")
    var anonymise = false
    @Option(
        name: .customLong("lang"),
        help:
            "Ngôn ngữ của báo cáo: vi, hoặc en cho người đọc nước ngoài."
    )
    var language: Language?
    @OptionGroup var work: JobsOption
    @Flag(
        help: """
            Không in gì khi không có việc cho người: chỉ nói khi có tệp mới bị loại, sắp đến hạn (14, 7, 3, 1 \
            ngày) mà còn đơn vị chưa làm, bị giữ lại hoặc không thành.
            """
    )
    var quiet = false
    @Flag(help: "In thời gian, số tệp, số dòng, số byte của từng công đoạn.")
    var timings = false
    @Option(
        help: """
            Kết thúc với mã 2 nếu có dòng, tệp bị loại (rejected), hoặc có chỉ tiêu chưa đạt, chưa có số liệu \
            (unmet).
            """
    )
    var failOn: [FailCondition] = []
    @Option(help: "Công bố dù bị giới hạn của kế hoạch giữ lại; ghi lý do.")
    var acceptAnomaly: String?
    @Option(help: .logFormat)
    var logFormat = LogFormat.text
    @OptionGroup var engine: EngineOptions

    func validate() throws {
        if let acceptAnomaly, acceptAnomaly.allSatisfy(\.isWhitespace) {
            throw ValidationError("--accept-anomaly phải ghi lý do.")
        }
        if again != nil,
            asOf != nil || knownAt != nil || unit != nil || splitBy != nil || anonymise || yearEnd
                || language != nil || acceptAnomaly != nil
        {
            throw ValidationError(
                "--again dùng đúng thời điểm và tùy chọn của lần chạy cũ; không kết hợp với --as-of, "
                    + "--known-at, --unit, --split-by, --anonymise, --lang, --year-end, --accept-anomaly."
            )
        }
    }

    func run() async throws {
        HeapGrowth.makeRare()
        var options = options(at: Console.clock(now?.instant))
        options.isMachineClock = now == nil
        options.tellsDuties = quiet
        do {
            let outcomes = try await Run(
                options: options,
                observer: Console.observer(
                    Console.logger(from: quiet ? .warning : .info, format: logFormat),
                    showsProgress: !quiet
                )
            ).execute()
            for outcome in outcomes {
                if quiet {
                    let notice = Notice(outcome, options, near: .milestones([14, 7, 3, 1]))
                    for line in notice.lines { Console.print(line) }
                } else {
                    report(outcome)
                    if let later = outcome.laterClock {
                        Console.complain(Notice.clock(later, options))
                    }
                }
                if timings { Console.show(TimingsText.render(outcome.timings)) }
                complainOfChange(outcome)
            }
            if let refused = outcomes.first(where: { !$0.refusals.isEmpty }) {
                throw Console.fail(
                    .refused(plan: refused.plan, run: refused.runID, reasons: refused.refusals)
                )
            }
            if holds(outcomes) { throw ExitCode(.conditionHolds) }
        } catch let error as PipelineError {
            throw Console.fail(error)
        }
    }

    /// What is asked of a run.
    func options(at clock: Instant) -> RunOptions {
        var options = RunOptions(now: clock)
        options.places = RunPlaces(input: input, output: output, state: state)
        options.scope.plans = plans
        options.scope.window = window
        options.scope.asOf = asOf?.instant
        options.scope.knownAt = knownAt?.instant
        options.scope.again = again
        options.scope.unit = unit
        options.reports.splitBy = splitBy
        options.reports.isAnonymised = anonymise
        options.reports.hasYearEnd = yearEnd
        options.reports.language = language ?? .vietnamese
        options.reading.jobs = work.workers()
        options.reports.acceptedAnomaly = acceptAnomaly
        options.reading.spark = engine.spark
        return options
    }

    /// Whether what `--fail-on` asks for has come about, or cannot be ruled out any more.
    func holds(_ outcomes: [RunOutcome]) -> Bool {
        failOn.contains { condition in
            switch condition {
            case .rejected: outcomes.contains { $0.rowsRejected > 0 || $0.filesRejected > 0 }
            case .unmet: outcomes.contains { $0.root?.hasUnmet ?? true }
            }
        }
    }

    /// The result of one plan, on standard output.
    private func report(_ outcome: RunOutcome) {
        let indicators = outcome.root.map { "\($0.met)/\($0.indicators) chỉ tiêu đạt; " } ?? ""
        Console.print(
            "\(outcome.plan) \(outcome.window.id): \(indicators)\(outcome.files) tệp, "
                + "\(outcome.rows) dòng, \(outcome.rowsRejected) dòng bị loại"
        )
        Console.print("  \(outcome.folder)")
    }

    private func complainOfChange(_ outcome: RunOutcome) {
        if !outcome.isFaithful {
            Console.complain(
                "Bản lập lại khác bản đã lập dù cùng phiên bản chương trình: sổ nhận đã bị sửa ngoài "
                    + "chương trình, hoặc bản gốc cho biết ngày nhận đầu đã xoá theo thời hạn lưu. Hãy chạy \"tonghop ledger verify\"."
            )
        }
    }
}

extension Language: ExpressibleByArgument {}
