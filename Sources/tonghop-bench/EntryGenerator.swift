/// Makes a contest register row by row: mostly good, with the faults that registers have.
struct EntryGenerator {
    static let header =
        "Mã đơn vị,Mã bài,Tên bài viết,Tác giả,Loại hình,Nhân vật điển hình,Đối tượng,"
        + "Lĩnh vực,Số từ,Ngày nộp,Hợp lệ\n"

    private struct Work {
        var title: String
        var authors: String
    }

    private var numbers: SeededNumbers
    private var made = 0
    /// Works of the last rows, of which some come in again.
    private var recent: [Work] = []
    private static let remembered = 4096

    init(seed: UInt64) { numbers = SeededNumbers(seed: seed) }

    /// Appends the next row, with its line end.
    mutating func appendRow(to output: inout [UInt8]) {
        made += 1
        let work = nextWork()
        let subject = name()
        let isPress = numbers.happens(10)
        let words = numbers.happens(2) ? 2001 + numbers.below(900) : 400 + numbers.below(1600)
        let cells = [
            padded("U-", 1 + numbers.below(90), width: 3), padded("BDT-", made, width: 8),
            quoted(work.title), quoted(work.authors), isPress ? "Tác phẩm báo chí" : "Bài viết",
            subject, numbers.happens(15) ? "Tập thể" : "Cá nhân", numbers.pick(EntryWords.fields),
            String(words), day(), numbers.happens(1) ? "Không" : numbers.happens(30) ? "Có" : "",
        ]
        output.append(contentsOf: cells.joined(separator: ",").utf8)
        output.append(UInt8(ascii: "\n"))
    }

    private mutating func nextWork() -> Work {
        if numbers.happens(2), !recent.isEmpty {
            var work = numbers.pick(recent)
            if numbers.happens(50) { work.title = work.title.uppercased() }
            return work
        }
        let deed = numbers.pick(EntryWords.deeds)
        let mark = numbers.happens(2) ? "," : ""
        let title = "\(deed)\(mark) \(numbers.pick(EntryWords.places)) số \(made)"
        var authors = numbers.happens(3) ? "" : name()
        if !authors.isEmpty, numbers.happens(20) {
            for _ in 0...numbers.below(2) { authors += "; " + name() }
        }
        let work = Work(title: title, authors: authors)
        if recent.count < EntryGenerator.remembered {
            recent.append(work)
        } else {
            recent[made % EntryGenerator.remembered] = work
        }
        return work
    }

    private mutating func name() -> String {
        let surname = numbers.pick(EntryWords.surnames)
        let middle = numbers.pick(EntryWords.middles)
        return "\(surname) \(middle) \(numbers.pick(EntryWords.given))"
    }

    /// A day of the contest, 01/03 to 15/07/2024, or one after it.
    private mutating func day() -> String {
        let isLate = numbers.happens(2)
        let month = isLate ? 8 : 3 + numbers.below(5)
        let last = month == 7 ? 15 : 30
        let day = 1 + numbers.below(last)
        return padded("", day, width: 2) + padded("/", month, width: 2) + "/2024"
    }

    private func padded(_ prefix: String, _ number: Int, width: Int) -> String {
        let digits = String(number)
        return prefix + String(repeating: "0", count: max(0, width - digits.count)) + digits
    }

    private func quoted(_ text: String) -> String {
        text.utf8.contains(UInt8(ascii: ",")) ? "\"\(text)\"" : text
    }
}
