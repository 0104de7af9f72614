internal import Model
package import Plans

/// Reads a file of schedules into checked values, or into everything that is wrong with it.
package struct ScheduleReader {
    /// What is wrong with a word of a command, as the program's own parser has it.
    package struct CommandFailure {
        /// The index of the word; nil for the command as a whole.
        package var word: Int?
        /// What is wrong, in Vietnamese.
        package var message: String
        /// What is allowed in its place.
        package var allowed: String?
        /// The nearest valid word.
        package var nearest: String?

        package init(
            word: Int? = nil,
            message: String,
            allowed: String? = nil,
            nearest: String? = nil
        ) {
            self.word = word
            self.message = message
            self.allowed = allowed
            self.nearest = nearest
        }
    }

    static let keys = ["id", "name", "cron", "command", "catch_up", "when", "notify"]
    /// No file of schedules is longer; one that is would only keep the night waiting.
    package static let longest = 64 << 10

    /// Finds what is wrong with a command.
    private let checkCommand: ([String]) -> CommandFailure?
    /// The schedules read so far.
    package private(set) var schedules: [Schedule] = []
    /// Everything that is wrong with the files read so far.
    package private(set) var mistakes: [Mistake] = []
    /// Where each id was first given.
    private var places: [String: String] = [:]

    /// `checkCommand` says what is wrong with the words of a command, or nil.
    package init(checkCommand: @escaping ([String]) -> CommandFailure?) {
        self.checkCommand = checkCommand
    }

    /// Reads one file; its schedules and mistakes are added to those of the files before.
    package mutating func read(_ bytes: [UInt8], file: String) {
        guard bytes.count <= ScheduleReader.longest else {
            mistakes.append(
                Mistake(
                    file: file,
                    line: 1,
                    column: 1,
                    message: "tệp lịch quá lớn",
                    found: "\(bytes.count) byte",
                    allowed: "nhiều nhất \(ScheduleReader.longest) byte"
                )
            )
            return
        }
        if let mistake = YAMLGuard(bytes, file: file, aliases: 0).mistake() {
            mistakes.append(mistake)
            return
        }
        guard let root = PlanReader.document(bytes, file, ScheduleReader.keys, &mistakes) else {
            return
        }
        guard !root.isText else {
            mistakes.append(
                root.mistake(
                    "tệp lịch phải là một bảng khóa: giá trị, hoặc một danh sách bảng",
                    found: root.text,
                    allowed: ScheduleReader.keys.joined(separator: ", ")
                )
            )
            return
        }
        for node in root.isMapping ? [root] : root.list(&mistakes) {
            guard node.isMapping else {
                mistakes.append(
                    node.mistake(
                        "mỗi lịch phải là một bảng khóa: giá trị",
                        found: node.text,
                        allowed: ScheduleReader.keys.joined(separator: ", ")
                    )
                )
                continue
            }
            read(node)
        }
    }

    private mutating func read(_ node: PlanNode) {
        let fields = node.fields(ScheduleReader.keys, &mistakes)
        for key in ["id", "cron", "command"] where fields[key] == nil {
            mistakes.append(node.mistake("thiếu khóa bắt buộc", found: "", allowed: key))
        }
        let id = fields["id"].flatMap { readID($0) }
        let cron = fields["cron"].flatMap { node in
            reading(node) { text throws(ScheduleFailure) in try CronExpression(text) }
        }
        let condition = fields["when"].flatMap { node in
            reading(node) { text throws(ScheduleFailure) in try ScheduleCondition(text) }
        }
        let command = fields["command"].flatMap { readCommand($0) }
        let catchUp = fields["catch_up"].map { $0.bool(&mistakes) } ?? true
        let notify = fields["notify"].map { readNotify($0) } ?? []
        let name = fields["name"]?.string(&mistakes)
        guard let id, let cron, let command, let catchUp, mistakes.isEmpty else { return }
        schedules.append(
            Schedule(
                id: id,
                name: name ?? id,
                cron: cron,
                command: command,
                catchUp: catchUp,
                condition: condition,
                notify: notify,
                file: node.file
            )
        )
    }

    private mutating func readID(_ node: PlanNode) -> String? {
        guard let id = node.string(&mistakes) else { return nil }
        let isPlain = id.utf8.allSatisfy { byte in
            (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
                || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
        }
        guard isPlain, (1...64).contains(id.utf8.count) else {
            mistakes.append(
                node.mistake(
                    "mã lịch có ký tự lạ, trống hoặc quá dài",
                    found: String(id.prefix(70)),
                    allowed: "chữ không dấu, số, - và _; nhiều nhất 64"
                )
            )
            return nil
        }
        if let place = places[id] {
            mistakes.append(node.mistake("mã lịch đã có ở \(place)", found: id))
            return nil
        }
        places[id] = "\(node.file):\(node.line)"
        return id
    }

    /// Reads a text whose failure has a place of its own.
    private mutating func reading<Value>(
        _ node: PlanNode,
        _ read: (String) throws(ScheduleFailure) -> Value
    ) -> Value? {
        guard let text = node.string(&mistakes) else { return nil }
        do throws(ScheduleFailure) {
            return try read(text)
        } catch {
            note(error, at: node)
            return nil
        }
    }

    private mutating func readCommand(_ node: PlanNode) -> [String]? {
        let cut = reading(node) { text throws(ScheduleFailure) in try CommandWords(text) }
        guard let words = cut?.words else { return nil }
        let texts = words.map(\.text)
        guard texts.first == "run" else {
            mistakes.append(
                node.mistake(
                    "lịch chỉ chạy lệnh run",
                    found: texts.first ?? "",
                    allowed: "run với các tùy chọn của nó"
                )
            )
            return nil
        }
        guard let failure = checkCommand(texts) else { return texts }
        let word = failure.word.flatMap { words.indices.contains($0) ? words[$0] : nil }
        let place = word.map { node.place(of: $0.offset) } ?? (line: node.line, column: node.column)
        mistakes.append(
            Mistake(
                file: node.file,
                line: place.line,
                column: place.column,
                message: failure.message,
                found: word?.text ?? node.text,
                allowed: failure.allowed,
                nearest: failure.nearest
            )
        )
        return nil
    }

    private mutating func readNotify(_ node: PlanNode) -> [String] {
        var words: [String] = []
        if node.isText {
            let cut = reading(node) { text throws(ScheduleFailure) in try CommandWords(text) }
            words = cut?.words.map(\.text) ?? []
        } else {
            words = node.strings(&mistakes)
        }
        // Cron's PATH is not the one that the file was tried with.
        if words.first?.hasPrefix("/") != true {
            mistakes.append(
                node.mistake(
                    "chương trình nhận tin phải có đường dẫn đầy đủ",
                    found: words.first ?? "",
                    allowed: "như /usr/bin/mail"
                )
            )
        }
        return words
    }

    private mutating func note(_ failure: ScheduleFailure, at node: PlanNode) {
        mistakes.append(
            node.mistake(
                failure.message,
                at: failure.offset,
                found: failure.found,
                allowed: failure.allowed
            )
        )
    }
}
