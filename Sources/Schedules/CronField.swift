/// One of the five fields of a cron expression: its range, its names and what a text means in it.
enum CronField: Int, CaseIterable {
    case minute, hour, dayOfMonth, month, dayOfWeek

    /// The numbers that may be written; 7 is Sunday as 0 is.
    var range: ClosedRange<Int> {
        switch self {
        case .minute: 0...59
        case .hour: 0...23
        case .dayOfMonth: 1...31
        case .month: 1...12
        case .dayOfWeek: 0...7
        }
    }

    /// The names that may stand for numbers, the first one for ``firstNamed``.
    private var names: [String] {
        switch self {
        case .month:
            [
                "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
            ]
        case .dayOfWeek: ["sun", "mon", "tue", "wed", "thu", "fri", "sat"]
        case .minute, .hour, .dayOfMonth: []
        }
    }

    private var firstNamed: Int { self == .month ? 1 : 0 }

    /// As the message calls it.
    var name: String {
        switch self {
        case .minute: "phút"
        case .hour: "giờ"
        case .dayOfMonth: "ngày trong tháng"
        case .month: "tháng"
        case .dayOfWeek: "thứ"
        }
    }

    private var allowed: String {
        let numbers = "\(range.lowerBound)-\(range.upperBound)"
        guard let first = names.first, let last = names.last else { return numbers }
        return numbers + " hoặc \(first)…\(last)"
    }

    /// The numbers that a text stands for, as bits, and whether it says nothing.
    ///
    /// As in cron, a field that begins with `*` says nothing, also with a step behind it. `offset`
    /// is where the text begins, for failures.
    func values(
        of text: Substring,
        at offset: Int
    ) throws(ScheduleFailure) -> (bits: UInt64, isFree: Bool) {
        var bits: UInt64 = 0
        var place = offset
        for part in text.split(separator: ",", omittingEmptySubsequences: false) {
            bits |= try self.bits(of: part, at: place)
            place += part.utf8.count + 1
        }
        if self == .dayOfWeek, bits & 1 << 7 != 0 { bits = bits & ~(1 << 7) | 1 }
        return (bits, text.utf8.first == UInt8(ascii: "*"))
    }

    /// `*`, `5`, `1-5`, `*/15`, `10-50/20`, `mon-fri`.
    private func bits(of text: Substring, at offset: Int) throws(ScheduleFailure) -> UInt64 {
        let halves = text.split(separator: "/", omittingEmptySubsequences: false)
        guard halves.count <= 2, let span = halves.first, !span.isEmpty else {
            throw failure(text, at: offset, "trường \(name) có phần trống hoặc thừa dấu /", allowed)
        }
        var step = 1
        let isRange = span == "*" || span.contains("-")
        if halves.count == 2 {
            let place = offset + span.utf8.count + 1
            guard isRange else {
                throw failure(
                    text,
                    at: offset,
                    "bước chỉ đi sau * hoặc một khoảng",
                    "\(span)-\(range.upperBound)/\(halves[1])"
                )
            }
            guard let number = CronField.number(halves[1]), range.contains(max(number, 1)),
                number > 0
            else {
                throw failure(
                    halves[1],
                    at: place,
                    "bước của trường \(name) không đúng",
                    "số nguyên từ 1 đến \(range.upperBound)"
                )
            }
            step = number
        }
        let ends = try ends(of: span, at: offset)
        var bits: UInt64 = 0
        for value in stride(from: ends.lowerBound, through: ends.upperBound, by: step) {
            bits |= 1 << UInt64(value)
        }
        return bits
    }

    private func ends(of span: Substring, at offset: Int) throws(ScheduleFailure) -> ClosedRange<
        Int
    > {
        // Sunday once: 7 is what 0 is.
        if span == "*" { return range.lowerBound...(self == .dayOfWeek ? 6 : range.upperBound) }
        let ends = span.split(separator: "-", omittingEmptySubsequences: false)
        guard ends.count <= 2 else {
            throw failure(span, at: offset, "khoảng của trường \(name) không đúng", "a-b")
        }
        let first = try value(ends[0], at: offset)
        guard ends.count == 2 else { return first...first }
        let last = try value(ends[1], at: offset + ends[0].utf8.count + 1)
        guard first <= last else {
            let rest = last > range.lowerBound ? "\(range.lowerBound)-\(last)" : "\(last)"
            throw failure(
                span,
                at: offset,
                "khoảng của trường \(name) đi lùi",
                "\(first)-\(self == .dayOfWeek ? 6 : range.upperBound),\(rest)"
            )
        }
        return first...last
    }

    private func value(_ text: Substring, at offset: Int) throws(ScheduleFailure) -> Int {
        if let number = CronField.number(text), range.contains(number) { return number }
        if let index = names.firstIndex(of: text.lowercased()) { return firstNamed + index }
        throw failure(text, at: offset, "giá trị của trường \(name) không đúng", allowed)
    }

    /// A number of one to three digits.
    private static func number(_ text: Substring) -> Int? {
        guard (1...3).contains(text.utf8.count), text.utf8.allSatisfy({ (48...57).contains($0) })
        else { return nil }
        return Int(text)
    }

    private func failure(
        _ found: Substring,
        at offset: Int,
        _ message: String,
        _ allowed: String
    ) -> ScheduleFailure {
        ScheduleFailure(offset: offset, message: message, found: String(found), allowed: allowed)
    }
}
