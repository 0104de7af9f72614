import ArgumentParser
import Foundation
import LedgerStore
import Model
import Pipeline
import Schedules

/// `tonghop schedule`: what runs when, and running it.
struct ScheduleCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schedule",
        abstract: "Lịch chạy tự động: xem, chạy việc đến giờ, in những gì cần cài.",
        discussion: """
            Mỗi tệp schedules/*.yaml là một lịch (hoặc danh sách lịch); giờ trong lịch là giờ Việt Nam, bất kể \
            múi giờ của máy. Chỉ cần một dòng cron hoặc một timer gọi run-due: nó tự biết lịch nào đến giờ, \
            lượt nào đã bỏ lỡ.
            """,
        subcommands: [
            ListCommand.self, NextCommand.self, RunDueCommand.self, CrontabCommand.self,
            SystemdCommand.self,
        ]
    )

    /// `tonghop schedule list`.
    struct ListCommand: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list",
            abstract: "Liệt kê các lịch; kiểm tra mọi tệp lịch, kể cả lệnh trong đó.",
            discussion: """
                Mọi lỗi được nêu cùng một lúc, đúng dòng, đúng cột.

                Mã kết thúc: 0 không có lỗi; 65 lịch có lỗi; 66 không có thư mục lịch, không có lịch nào.
                """
        )

        @OptionGroup var place: SchedulePlace

        func run() throws {
            Console.ignoreClosedPipes()
            do {
                let schedules = try place.read()
                let log = try DueLogFile(stateDirectory: place.stateDirectory).read()
                for schedule in schedules {
                    Console.print("\(schedule.id)\t\(schedule.cron.text)\t\(schedule.name)")
                    Console.print("  lệnh: tonghop \(schedule.commandText)")
                    if let condition = schedule.condition {
                        Console.print("  khi: \(condition.text)")
                    }
                    Console.print(
                        "  lượt bỏ lỡ: "
                            + (schedule.catchUp ? "chạy bù từng lượt" : "chỉ chạy lượt mới nhất")
                    )
                    if !schedule.notify.isEmpty {
                        Console.print("  báo tin: \(schedule.notify.joined(separator: " "))")
                    }
                    if let entry = log?.entries[schedule.id] {
                        Console.print("  đã xét đến: \(entry.done.slashed)")
                    }
                }
            } catch {
                throw Console.fail(error)
            }
        }
    }

    /// `tonghop schedule next`.
    struct NextCommand: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "next",
            abstract: "Các lượt sắp tới, giờ Việt Nam.",
            discussion: """
                Với lịch có khóa when, chỉ in các lượt mà điều kiện đúng theo kế hoạch và quyết định hiện có, \
                trong vòng hai năm; kèm kế hoạch và kỳ.
                """
        )

        @OptionGroup var place: SchedulePlace
        @Option(help: "Chỉ xem lịch có mã này.")
        var id: String?
        @Option(help: "Số lượt của mỗi lịch.")
        var count = 3
        @Option(help: .now)
        var now: TypedInstant?

        func validate() throws {
            guard (1...1000).contains(count) else {
                throw ValidationError("--count phải từ 1 đến 1000.")
            }
        }

        func run() throws {
            Console.ignoreClosedPipes()
            do {
                let all = try place.read()
                let schedules = all.filter { id == nil || $0.id == id }
                if let id, schedules.isEmpty {
                    let ids = all.map(\.id)
                    throw PipelineError.usage(
                        "Không có lịch \"\(id)\"; có: \(ids.joined(separator: ", "))."
                            + Suggestion.question(for: id, among: ids)
                    )
                }
                let start = Console.clock(now?.instant)
                var coming = ComingTimes(place: place, start: start, count: count)
                var lines: [(Instant, String)] = []
                for schedule in schedules { lines += try coming.lines(of: schedule) }
                for (_, line) in lines.enumerated().sorted(by: {
                    ($0.element.0, $0.offset) < ($1.element.0, $1.offset)
                }).map(\.element) {
                    Console.print(line)
                }
            } catch let error as PipelineError {
                throw Console.fail(error)
            }
        }
    }

    /// `tonghop schedule crontab`.
    struct CrontabCommand: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "crontab",
            abstract: "In dòng cron gọi run-due; không cài gì."
        )

        @OptionGroup var place: SchedulePlace
        @OptionGroup var installation: Installation.Options

        func run() throws {
            Console.ignoreClosedPipes()
            do {
                _ = try place.read()
                Console.show(try Installation(place, installation).crontab)
            } catch {
                throw Console.fail(error)
            }
        }
    }

    /// `tonghop schedule systemd`.
    struct SystemdCommand: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "systemd",
            abstract: "In (hoặc ghi) tonghop.service và tonghop.timer gọi run-due; không cài gì."
        )

        @OptionGroup var place: SchedulePlace
        @OptionGroup var installation: Installation.Options
        @Option(help: "Ghi hai tệp vào thư mục này thay vì in ra.")
        var write: String?

        func run() throws {
            Console.ignoreClosedPipes()
            do {
                _ = try place.read()
                let units = try Installation(place, installation).units
                for unit in units {
                    guard let write else {
                        Console.show("# \(unit.name)\n\(unit.text)\n")
                        continue
                    }
                    let path = write + "/" + unit.name
                    try WholeFile.write(Array(unit.text.utf8), to: path)
                    Console.print(path)
                }
            } catch {
                throw Console.fail(error)
            }
        }
    }
}
