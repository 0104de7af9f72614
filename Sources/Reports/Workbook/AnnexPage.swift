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
            titles: ["Phụ lục \(number)", title, subject],
            subtitle: enclosure,
            columns: columns,
            rows: rows,
            signature: signature
        )
    }

    /// What the report is about, under the title of each annex.
    var subject: String { "\(judgement.scene.window.name) - \(judgement.scene.plan.title)" }

    /// When and in which edition the figures stood.
    var standing: String {
        "Số liệu đến \(ReportNumbers.time(judgement.scene.asOf)); "
            + "\(edition.numberText.lowercasedFirst); \(edition.figuresText)."
    }
}

extension String {
    /// The text with a small first letter, for the middle of a sentence.
    var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
