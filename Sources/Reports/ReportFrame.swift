package import Judgement
package import Plans

/// What every renderer is given: the judgement, and under whose name and in which edition it goes
/// out.
package struct ReportFrame: Sendable {
    /// What is reported.
    package var judgement: Judgement { didSet { forget() } }
    /// The version of the program, printed with the particulars.
    package var programVersion: String
    /// The addressee; nil where the plan names none, and the root's own name stands in the
    /// letterhead.
    package var address: ReportAddress? { didSet { forget() } }
    /// Which edition of the window's reports it is.
    package var edition: EditionStanding
    /// Whether names of people are masked: `Nguyễn Văn A` becomes `N.V.A.`.
    package var anonymise: Bool
    /// What identifies the versions of plan.yaml and the roster; printed where given.
    package var planVersion: String?
    /// What identifies the version of the roster; printed where given.
    package var rosterVersion: String?
    /// The words of the language that it is written in.
    package var words: Words { didSet { if words != oldValue { forget() } } }
    /// What the papers of the frame share.
    private var knownOffice = Memo<String>()
    private var knownReminders = Memo<Reminders>()

    package init(
        judgement: Judgement,
        programVersion: String,
        address: ReportAddress?,
        edition: EditionStanding = EditionStanding(),
        anonymise: Bool,
        planVersion: String? = nil,
        rosterVersion: String? = nil,
        language: Language = .vietnamese
    ) {
        self.judgement = judgement
        self.programVersion = programVersion
        self.address = address
        self.edition = edition
        self.anonymise = anonymise
        self.planVersion = planVersion
        self.rosterVersion = rosterVersion
        words = Words(language)
    }

    /// The name of the office that issues the papers, as it stands in running text.
    var officeName: String { knownOffice.value { spelledOffice } }

    /// What units still have to hand in or fulfil.
    var reminders: Reminders { knownReminders.value { Reminders(judgement, words) } }

    /// What was made out of another judgement, for another address or in other words.
    private mutating func forget() {
        knownOffice = Memo()
        knownReminders = Memo()
    }
}
