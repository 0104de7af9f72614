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
    ///
    /// A plan whose title ends with the stage's own years names the window by itself; two years are
    /// not torn apart at the end of a line.
    var subject: String {
        let scene = judgement.scene
        let title = scene.plan.title.joiningYears(
            [" - ", " – ", "-", "–", "- ", "– ", " -", " –"],
            with: "\u{A0}-\u{A0}"
        )
        if case .years(let from, let to) = scene.window.period,
            title.hasSuffix("\(from)\u{A0}-\u{A0}\(to)")
        {
            return title + ofNode
        }
        return "\(words.name(scene.window)) - \(title)" + ofNode
    }

    /// ` - Phường Mẫu` in the report of another node than the plan's, which the plan's title does
    /// not name.
    var ofNode: String {
        let scene = judgement.scene
        return scene.scope == nil ? "" : " - " + scene.name(of: scene.root)
    }

    /// What the plan calls a level of its chain.
    func levelName(_ code: String) -> String? {
        judgement.scene.plan.chain.first { $0.id == code }.map { words.term($0.name) }
    }

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
