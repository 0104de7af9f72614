/// Makes a contest register row by row: mostly good, with the faults that registers have.
///
/// Every word of it is made up.
package struct EntryGenerator {
    package static let header =
        "Mã đơn vị,Mã bài,Tên bài viết,Tác giả,Loại hình,Nhân vật điển hình,Đối tượng,"
        + "Lĩnh vực,Số từ,Ngày nộp,Hợp lệ\n"

    private struct Work {
        var unit: String
        var id: String
        var title: String
        var authors: String
    }

    private var numbers: SeededNumbers
    /// How many of a hundred rows no reader may count.
    private let broken: Int
    private var made = 0
    /// Works of the last rows, of which some come in again.
    private var recent: [Work] = []
    private static let remembered = 4096

    package init(seed: UInt64, broken: Int = 0) {
        numbers = SeededNumbers(seed: seed)
        self.broken = broken
    }

    /// Appends the next row, with its line end.
    package mutating func appendRow(to output: inout [UInt8]) {
        made += 1
        let work = nextWork()
        let subject = name()
        let isPress = numbers.happens(10)
        let words = numbers.happens(2) ? 2001 + numbers.below(900) : 400 + numbers.below(1600)
        var cells = [
            work.unit, work.id, quoted(work.title), quoted(work.authors),
            isPress ? "Tác phẩm báo chí" : "Bài viết",
            subject, numbers.happens(15) ? "Tập thể" : "Cá nhân", numbers.pick(EntryWords.fields),
            String(words), day(), numbers.happens(1) ? "Không" : numbers.happens(30) ? "Có" : "",
        ]
        if broken > 0, numbers.happens(broken) { spoil(&cells) }
        output.append(contentsOf: cells.joined(separator: ",").utf8)
        output.append(UInt8(ascii: "\n"))
    }

    /// Makes a row one that must be handed back: a cell that is not what its column asks for, or
    /// cells that are not there.
    private mutating func spoil(_ cells: inout [String]) {
        switch numbers.below(6) {
        case 0: cells[9] = "31/02/2024"
        case 1: cells[9] = ""
        case 2: cells[8] = "khá dài"
        case 3: cells[2] = ""
        case 4: cells[0] = "U-999"
        default: cells.removeLast(5)
        }
    }

    private mutating func nextWork() -> Work {
        let unit = padded("U-", 1 + numbers.below(90), width: 3)
        let id = padded("BDT-", made, width: 8)
        // Of 200 entries one was corrected: the row stands again further down, under its own id.
        if numbers.below(200) == 0, !recent.isEmpty { return numbers.pick(recent) }
        if numbers.happens(2), !recent.isEmpty {
            var work = numbers.pick(recent)
            work.unit = unit
            work.id = id
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
        let work = Work(unit: unit, id: id, title: title, authors: authors)
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
