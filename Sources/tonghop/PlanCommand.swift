import ArgumentParser
import Model
import Pipeline
import Plans

/// `tonghop plan`: checks, lists and shows plans.
struct PlanCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan",
        abstract: "Kiểm tra, liệt kê, xem các kế hoạch.",
        subcommands: [Check.self, List.self, Show.self]
    )

    /// Checks plans and rosters: `tonghop plan check [ID]…`.
    struct Check: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract:
                "Kiểm tra kế hoạch và danh mục; liệt kê mọi lỗi với tệp, dòng, cột, và cột không được đọc."
        )

        @Option(help: .input)
        var input = "input"
        @Argument(help: .plans)
        var plans: [String] = []

        func run() throws {
            do {
                let input = PlanInput(root: input)
                var mistakes = 0
                for plan in plans.isEmpty ? try input.plans() : plans {
                    try input.require(plan)
                    do {
                        let files = try PlanFiles(try input.files(of: plan), plan: plan)
                        Console.print(
                            "\(plan): hợp lệ; \(files.plan.indicators.count) chỉ tiêu, "
                                + "\(files.plan.checks.count) phép đối chiếu, "
                                + "\(files.plan.deadlines.count) thời hạn, "
                                + "\(Set(files.units.map(\.id)).count) đơn vị"
                        )
                        for finding in files.findings {
                            let severity = finding.severity == .notice ? "lưu ý" : "cảnh báo"
                            Console.print(
                                "\(plan)/\(finding.file):\(finding.row ?? 1): \(severity): "
                                    + Privacy.withoutContacts("\(finding.message) \(finding.fix)")
                            )
                        }
                    } catch {
                        guard case .invalid(_, let found) = error else { throw error }
                        mistakes += found.count
                        for mistake in found { Console.print("\(plan)/\(mistake.text)") }
                    }
                }
                if mistakes > 0 { throw ExitCode(.invalid) }
            } catch let error as PipelineError {
                throw Console.fail(error)
            }
        }
    }

    /// Lists the plans: `tonghop plan list`.
    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Liệt kê các kế hoạch.")

        @Option(help: .input)
        var input = "input"

        func run() throws {
            do {
                let input = PlanInput(root: input)
                for plan in try input.plans() {
                    let title: String
                    do {
                        title = try PlanFiles(try input.files(of: plan), plan: plan).plan.title
                    } catch {
                        guard case .invalid(_, let found) = error else { throw error }
                        title = "(có \(found.count) lỗi; xem: tonghop plan check \(plan))"
                    }
                    Console.print("\(plan)\t\(title)")
                }
            } catch let error as PipelineError {
                throw Console.fail(error)
            }
        }
    }

    /// Shows a plan as it is understood: `tonghop plan show ID`.
    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Xem một kế hoạch như chương trình hiểu."
        )

        @Option(help: .input)
        var input = "input"
        @Argument(help: "Mã kế hoạch.")
        var plan: String

        func run() throws {
            do {
                let input = PlanInput(root: input)
                try input.require(plan)
                let files = try PlanFiles(try input.files(of: plan), plan: plan)
                for line in PlanPortrait(files: files).lines { Console.print(line) }
            } catch {
                throw Console.fail(error)
            }
        }
    }
}
