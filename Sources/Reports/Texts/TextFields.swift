internal import Judgement
internal import Model
internal import Plans

/// What every template may name: the marks of the layout and what stands at head and foot.
enum TextFields {
    static let marks = [
        TextField("centre", "đặt ở đầu dòng: dòng ấy đứng giữa trang"),
        TextField("right", "đặt giữa dòng: phần sau đứng giữa nửa phải của trang"),
        TextField("halves", "đặt giữa dòng: mỗi phần đứng giữa một nửa trang"),
    ]

    static let head = [
        TextField("superior", "cơ quan chủ quản, chữ in hoa"),
        TextField("office", "cơ quan ban hành, chữ in hoa"),
        TextField("office_name", "cơ quan ban hành, như trong câu"),
        TextField("office_in_sentence", "cơ quan ban hành, ở giữa câu: phòng Nội vụ"),
        TextField("symbol", "ký hiệu văn bản: BC-PNV"),
        TextField("place_and_date", "nơi, ngày để trống cho văn thư"),
        TextField("plan", "tên kế hoạch"),
        TextField("window", "kỳ và khoảng thời gian của kỳ"),
        TextField("as_of", "thời điểm số liệu: 02:00 ngày 05/01/2025"),
        TextField("edition", "phiên bản; số liệu tạm tính hay chính thức"),
        TextField("signer", "người ký, chữ in hoa"),
        TextField(
            "recipients",
            "nơi nhận",
            .list([
                TextField("name", "một nơi nhận, có dấu chấm phẩy hoặc chấm ở cuối"),
                TextField("is_first", "nơi nhận đầu tiên", .flag),
            ])
        ),
    ]

    /// `symbol` is that of the text itself, such as `BC-PNV`.
    static func values(
        _ frame: ReportFrame,
        symbol: String,
        recipients: [String]
    ) -> [String: TextValue] {
        let letterhead = frame.letterhead
        let words = frame.words
        let scene = frame.judgement.scene
        return [
            "centre": .mark(TextLayout.Mark.centre),
            "right": .mark(TextLayout.Mark.right),
            "halves": .mark(TextLayout.Mark.halves),
            "superior": .text(letterhead.superior),
            "office": .text(letterhead.office),
            "office_name": .text(frame.officeName),
            "office_in_sentence": .text(inSentence(frame.officeName)),
            "symbol": .text(symbol),
            "place_and_date": .text(frame.placeAndDate),
            "plan": .text(scene.plan.title),
            "window": .text(frame.windowText),
            "as_of": .text(words.time(scene.asOf)),
            "edition": .text(
                "\(frame.edition.numberText(words)); \(frame.edition.figuresText(words))"
            ),
            "signer": .text(frame.address?.signer ?? words("THỦ TRƯỞNG ĐƠN VỊ")),
            "recipients": .list(
                punctuated(recipients).enumerated().map { index, name in
                    ["name": .text(name), "is_first": .flag(index == 0)]
                }
            ),
        ]
    }

    /// A division of an office is small in a sentence, an office of its own is not: `phòng Nội vụ`,
    /// `Sở Ngoại vụ`.
    private static func inSentence(_ name: String) -> String {
        name.hasPrefix("Phòng ") ? name.lowercasedFirst : name
    }

    /// The lines of `Nơi nhận`: a semicolon behind each, a point behind the last.
    private static func punctuated(_ lines: [String]) -> [String] {
        lines.enumerated().map { index, line in
            var line = PlainText.line(line)
            while let last = line.last, ".;,".contains(last) { line.removeLast() }
            return line + (index + 1 == lines.count ? "." : ";")
        }
    }
}
