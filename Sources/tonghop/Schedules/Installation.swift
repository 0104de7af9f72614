import ArgumentParser
import Foundation
import Model
import Pipeline

/// What has to be installed so that `run-due` is called: a line of cron, or two units of systemd.
struct Installation {
    struct Options: ParsableArguments {
        @Option(
            help: "Tài khoản chạy: thêm vào dòng cron (cho /etc/cron.d) và vào User= của systemd."
        )
        var user: String?
        @Option(help: "Đường dẫn của chương trình tonghop; mặc định là chương trình đang chạy.")
        var program: String?

        func validate() throws {
            let isName = user.map { name in
                !name.isEmpty && name.utf8.first != UInt8(ascii: "-")
                    && name.utf8.allSatisfy { byte in
                        (48...57).contains(byte) || (65...90).contains(byte)
                            || (97...122).contains(byte) || "-_.".utf8.contains(byte)
                    }
            }
            guard isName ?? true else {
                throw ValidationError("--user phải là tên tài khoản: chữ không dấu, số, - _ .")
            }
        }
    }

    private let user: String?
    private let program: String
    /// The options of `run-due`, absolute.
    private let arguments: [String]
    private let output: String
    private let state: String?

    init(_ place: SchedulePlace, _ options: Options) throws(PipelineError) {
        user = options.user
        program = Installation.absolute(options.program ?? Installation.executable)
        var arguments = ["schedule", "run-due"]
        for (name, path) in [
            ("--schedules", place.schedules), ("--input", place.input), ("--output", place.output),
        ] {
            arguments += [name, Installation.absolute(path)]
        }
        if let state = place.state { arguments += ["--state", Installation.absolute(state)] }
        self.arguments = arguments
        output = Installation.absolute(place.output)
        state = place.state.map(Installation.absolute)
        for word in [program] + arguments where word.contains(where: \.isNewline) {
            throw .usage(
                "Đường dẫn có dấu xuống dòng không dùng được trong cron và systemd: \(word)"
            )
        }
    }

    /// The program that runs now.
    private static var executable: String {
        (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
            ?? CommandLine.arguments[0]
    }

    private static func absolute(_ path: String) -> String {
        URL(fileURLWithPath: path).standardizedFileURL.path
    }

    /// The lines for `crontab -e`, or with a user for a file in `/etc/cron.d`.
    var crontab: String {
        let command = ([program] + arguments).map(ShellWord.quoted).joined(separator: " ")
            // In a crontab `%` is the end of a line.
            .replacing("%", with: "\\%")
        return """
            # tonghop: chạy việc đến giờ theo schedules/*.yaml. Mỗi 15 phút một lần là đủ: run-due tự biết lịch nào
            # đến giờ Việt Nam, dù máy đặt múi giờ khác, và chạy bù các lượt bỏ lỡ khi máy tắt. Không có gì để báo
            # thì không in gì, nên cron chỉ gửi thư (MAILTO) khi cần người xem.
            */15 * * * * \(user.map { $0 + " " } ?? "")\(command)

            """
    }

    /// The units, each under its name.
    var units: [(name: String, text: String)] {
        let words = [Installation.unitQuoted(program)] + arguments.map(Installation.unitQuoted)
        let places = [output, state].compactMap(\.self).map { Installation.unitQuoted($0) }
        let service = """
            [Unit]
            Description=tonghop: việc đến giờ theo schedules/*.yaml
            After=local-fs.target remote-fs.target

            [Service]
            Type=oneshot
            \(user.map { "User=\($0)\n" } ?? "")ExecStart=\(words.joined(separator: " ")) --verbose
            # 2: xong, --fail-on được thỏa; 75: có lần chạy khác, lần gọi sau làm tiếp.
            SuccessExitStatus=2 75
            UMask=0027
            Nice=10
            IOSchedulingClass=idle
            # Cả hệ thống tệp chỉ đọc, trừ nơi ghi kết quả và sổ nhận (phải có sẵn).
            ProtectSystem=strict
            ProtectHome=read-only
            ReadWritePaths=\(places.joined(separator: " "))
            PrivateTmp=true
            PrivateDevices=true
            NoNewPrivileges=true
            CapabilityBoundingSet=
            ProtectKernelTunables=true
            ProtectKernelModules=true
            ProtectKernelLogs=true
            ProtectControlGroups=true
            ProtectClock=true
            ProtectHostname=true
            RestrictNamespaces=true
            RestrictRealtime=true
            RestrictSUIDSGID=true
            LockPersonality=true
            RestrictAddressFamilies=AF_UNIX AF_INET AF_INET6
            SystemCallArchitectures=native

            """
        let timer = """
            [Unit]
            Description=tonghop: gọi run-due mỗi 15 phút

            [Timer]
            OnCalendar=*-*-* *:00/15:00 Asia/Ho_Chi_Minh
            Persistent=true
            AccuracySec=1s
            Unit=tonghop.service

            [Install]
            WantedBy=timers.target

            """
        return [("tonghop.service", service), ("tonghop.timer", timer)]
    }

    /// A word of a unit: `%` begins a specifier, `$` a variable.
    private static func unitQuoted(_ word: String) -> String {
        let escaped = word.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
            .replacing("%", with: "%%").replacing("$", with: "$$")
        return word.contains(where: { " \t'\";".contains($0) }) ? "\"\(escaped)\"" : escaped
    }
}
