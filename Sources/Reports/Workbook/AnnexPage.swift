internal import Judgement
internal import Model
internal import Plans

extension ReportFrame {
    /// An annex with letterhead, title, enclosure line and signatures around a table.
    func annex(
        _ name: String,
        number: String,
        title: String,
        columns: [SheetColumn],
        rows: [SheetRow]
    ) -> Sheet {
        Sheet(
            name: name,
            tabColour: .blue,
            letterhead: letterhead,
            titles: [words("Phụ lục \(number)"), title, subject],
            subtitle: enclosure,
            columns: columns,
            rows: rows,
            emptyText: words("Không có."),
            signature: signature
        )
    }

    /// What the report is about, under the title of each annex.
    var subject: String { "\(words.name(judgement.scene.window)) - \(judgement.scene.plan.title)" }

    /// When and in which edition the figures stood.
    var standing: String {
        words(
            "Số liệu đến \(words.time(judgement.scene.asOf)); "
                + "\(edition.numberText(words).lowercasedFirst); \(edition.figuresText(words))."
        )
    }
}

extension String {
    /// The text with a small first letter, for the middle of a sentence.
    var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
