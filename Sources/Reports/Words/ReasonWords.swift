package import Judgement
internal import Model
internal import Plans

/// Why a unit or a node has its status, as officials read it.
extension Words {
    /// Why a unit or a node has its status, in half a sentence.
    package func text(_ reason: Reason) -> String { text(reason, gathersMonths: false) }

    /// The same, months that follow each other said as a span where asked for: a list for people to
    /// read instead of one for programs.
    func text(_ reason: Reason, gathersMonths: Bool) -> String {
        let names = { (periods: [String]) in
            (gathersMonths ? spans(periods) : periods.map(period)).joined(separator: ", ")
        }
        return switch reason {
        case .waived(let decision, let date, let reason):
            self("Miễn theo Quyết định số \(decision) ngày \(day(date)): \(term(reason))")
        case .closed(let since, let successor?):
            self("Giải thể/sáp nhập từ ngày \(day(since)), đơn vị kế thừa: \(successor)")
        case .closed(let since, nil): self("Giải thể/sáp nhập từ ngày \(day(since))")
        case .notYet(let from): self("Đơn vị thành lập từ ngày \(day(from))")
        case .noContest: self("Không có cuộc thi trong kỳ")
        case .noPart(let every):
            self("Không có \(noun(every)) nào trong kỳ mà đơn vị hoạt động trọn vẹn")
        case .late(let on): self("Hoàn thành ngày \(day(on))")
        case .undated: self("Không ghi ngày nên không tính là đúng hạn")
        case .missing(let forms, []): self("Chưa gửi: \(list(forms))")
        case .missing([], let back): self("Đã gửi nhưng bị trả lại: \(list(back))")
        case .missing(let forms, let back):
            self("Đã gửi nhưng bị trả lại: \(list(back)); chưa gửi: \(list(forms))")
        case .overridden(let decision, let date, let reason):
            self("Điều chỉnh theo Quyết định số \(decision) ngày \(day(date)): \(term(reason))")
        case .extended(let decision, let until):
            self("Gia hạn đến hết ngày \(day(until)) theo Quyết định số \(decision)")
        case .failed(let periods):
            self("Chưa thực hiện: \(names(periods))")
        case .failedInTime(let periods):
            self("Chưa đạt trong hạn: \(names(periods))")
        case .blank(let fields, [], []): self("Để trống: \(list(fields))")
        case .blank(let fields, let forms, let back):
            self("Để trống: \(list(fields))") + "; "
                + text(.missing(forms: forms, back: back)).lowercasedFirst
        case .tooFew(let editions): self("Chưa đủ bài dự thi: \(list(editions))")
        case .nothingToDivideBy: self("Số chia bằng 0, không có gì để tính tỷ lệ")
        case .outOfRange: self("Số liệu vượt quá phạm vi tính được")
        case .recordedBy(let name):
            self("Số liệu ghi theo \(period(name).lowercasedFirst), xét trong báo cáo của kỳ đó")
        case .missingBeside(let name, let forms):
            self(
                "Chưa gửi: \(list(forms)); số liệu đã gửi ghi theo \(period(name).lowercasedFirst)"
            )
        case .openBelow: self("Đơn vị cấp dưới gửi kết quả chưa đến hạn")
        case .accrued(let value, let span):
            self(
                "Xét theo số lũy kế từ \(day(span.from)) đến \(day(span.to)): \(hundredths(value))"
            )
        case .accruedNothing(let own, let span):
            self(
                "Xét theo số lũy kế từ \(day(span.from)) đến \(day(span.to)): chưa có số liệu; riêng trong kỳ: \(hundredths(own))"
            )
        }
    }

    /// Periods for reading: three months and more that follow each other as their first and last.
    private func spans(_ names: [String]) -> [String] {
        let months = names.map(Words.month)
        var texts: [String] = []
        var start = 0
        while start < names.count {
            var end = start
            while end + 1 < names.count, let month = months[end], months[end + 1] == month + 1 {
                end += 1
            }
            if end - start >= 2 {
                texts.append(self("từ \(inList(names[start])) đến \(inList(names[end]))"))
            } else {
                texts += names[start...end].map(inList)
            }
            start = end + 1
        }
        return texts
    }

    /// A period's month, counted from year 0; nil for a quarter or a year.
    private static func month(_ name: String) -> Int? {
        let word = "tháng "
        guard name.lowercasedFirst.hasPrefix(word) else { return nil }
        let parts = name.dropFirst(word.count)
            .split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, let month = Int(parts[0]), let year = Int(parts[1]) else {
            return nil
        }
        return year * 12 + month
    }

    /// A period's name in the middle of a sentence.
    private func inList(_ name: String) -> String {
        language == .vietnamese ? name.lowercasedFirst : period(name)
    }

    /// Forms and columns by their names; those that come with the program are translated.
    private func list(_ names: [String]) -> String {
        names.map(term).joined(separator: ", ")
    }

    /// A number with up to two decimals.
    private func hundredths(_ value: Quantity) -> String {
        let text = value.rounded(decimals: 2)
        return language == .vietnamese ? text.replacing(".", with: ",") : text
    }
}
