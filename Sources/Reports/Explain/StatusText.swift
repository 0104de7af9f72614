package import Judgement
internal import Intake
internal import Model
internal import Plans
internal import Rollup

/// `tonghop status`: who has handed in, who is late and who is missing, deadline by deadline, at
/// most 100 columns wide.
package struct StatusText {
    private static let width = 100

    private let judgement: Judgement
    private let anonymise: Bool
    private var page = SummaryPage(width: StatusText.width)

    private var scene: Scene { judgement.scene }

    /// The text; `source` says which edition or point in time it is about, a sentence each.
    package static func render(
        _ judgement: Judgement,
        source: [String],
        anonymise: Bool
    ) -> String {
        var text = StatusText(judgement: judgement, anonymise: anonymise)
        text.head(source)
        let main = judgement.scene.plan.deadlines.firstIndex(where: \.isMain) ?? 0
        let deadlines = judgement.deadlines.sorted { a, b in
            (a.deadline == main ? 0 : 1, a.deadline) < (b.deadline == main ? 0 : 1, b.deadline)
        }
        if deadlines.isEmpty {
            text.page.heading("Kế hoạch không đặt thời hạn báo cáo.")
        }
        for (index, deadline) in deadlines.enumerated() {
            text.deadline(deadline, number: index + 1)
        }
        text.forms()
        return text.page.text
    }

    private init(judgement: Judgement, anonymise: Bool) {
        self.judgement = judgement
        self.anonymise = anonymise
    }

    private mutating func head(_ source: [String]) {
        page.paragraph("TÌNH HÌNH NỘP BÁO CÁO")
        page.blank()
        page.paragraph("Kế hoạch: \(scene.plan.title)")
        page.paragraph(
            "Kỳ: \(scene.window.name) (\(Words.vietnamese.span(scene.window.span)))"
        )
        page.paragraph("Số liệu đến \(Words.vietnamese.time(scene.asOf)).")
        for sentence in source {
            page.paragraph(sentence.prefix(1).uppercased() + sentence.dropFirst() + ".")
        }
    }

    // MARK: - Deadlines

    private mutating func deadline(_ result: DeadlineResult, number: Int) {
        let deadline = scene.plan.deadlines[result.deadline]
        let progress = SubmissionProgress(result, scene, .vietnamese)
        let form = scene.plan.forms.forms[deadline.form]
        page.heading(
            "\(ReportNumbers.roman(number)). \(deadline.name.uppercased()), hạn \(progress.due)"
        )
        page.paragraph("Biểu: \(form.name).", indent: 3)
        page.paragraph(progress.text, indent: 3, hanging: 3)
        let handedIn = HandedIn(judgement, form: deadline.form)
        let sections: [(SubmissionStatus, String)] = [
            (.missing, "Chưa gửi, đã hết hạn"), (.late, "Đã gửi, quá hạn"),
            (.pending, "Chưa gửi, chưa hết hạn"), (.onTime, "Đã gửi, đúng hạn"),
            (.closed, "Đã giải thể, sáp nhập trong kỳ: không tính"),
        ]
        for (status, title) in sections {
            let own = zip(result.units, result.files).filter { $0.0.status == status }
            guard !own.isEmpty else { continue }
            page.blank()
            page.paragraph("\(title): \(Words.vietnamese.counted(own.count, "đơn vị"))", indent: 3)
            let isIn = status == .late || status == .onTime || !own.allSatisfy { $0.1.isEmpty }
            page.header(isIn ? StatusText.received : StatusText.awaited, indent: 3)
            for (index, (unit, files)) in own.enumerated() {
                if isIn {
                    received(unit, files, handedIn, number: index + 1)
                } else {
                    awaited(unit, number: index + 1)
                }
                notes(unit, deadline, handedIn)
            }
        }
        waived(result, deadline)
    }

    private static let received = [
        SummaryPage.Column(heading: "TT", width: 3, isRight: true),
        SummaryPage.Column(heading: "Đơn vị, tệp", width: 60),
        SummaryPage.Column(heading: "Ngày gửi", width: 10),
        SummaryPage.Column(heading: "Quá hạn", width: 9, isRight: true),
    ]

    private static let awaited = [
        SummaryPage.Column(heading: "TT", width: 3, isRight: true),
        SummaryPage.Column(heading: "Đơn vị", width: 50),
        SummaryPage.Column(heading: "Hết ngày", width: 10),
        SummaryPage.Column(heading: "Số ngày", width: 20),
    ]

    /// A unit with each file that it handed in, and how many of its rows count and were rejected.
    private mutating func received(
        _ unit: SubmissionResult,
        _ files: [Int],
        _ handedIn: HandedIn,
        number: Int
    ) {
        let roster = scene.roster.units[unit.unit]
        page.row(
            [
                Words.vietnamese.prose(number), "\(roster.name) (\(roster.id))",
                unit.receivedOn?.slashed ?? "",
                unit.daysLate.map { "\(Words.vietnamese.prose($0)) ngày" } ?? "",
            ],
            StatusText.received,
            indent: 3
        )
        if unit.status == .missing, let last = unit.lastDay {
            let days = Words.vietnamese.prose(max(scene.asOf.day.days(since: last), 0))
            note("Chưa gửi bản có hạn hết ngày \(last.slashed), quá hạn \(days) ngày.")
        }
        let parts = handedIn.parts(unit.unit, in: files)
        for part in parts {
            note(
                "\(PlainText.line(part.file.path)), nhận ngày \(part.file.receivedAt.day.slashed): "
                    + "tính \(Words.vietnamese.prose(part.counted)) dòng"
                    + (part.rejected > 0
                        ? ", loại \(Words.vietnamese.prose(part.rejected)) dòng" : "")
            )
        }
        // A correction does not make an on-time report late: the day is that of the first one.
        if let first = unit.receivedOn, !parts.isEmpty,
            parts.allSatisfy({ $0.file.receivedAt.day > first })
        {
            note("Bản đầu nhận ngày \(first.slashed), đã được thay bằng bản trên.")
        }
    }

    /// A unit that has not handed in, and how long it is overdue or still has.
    private mutating func awaited(_ unit: SubmissionResult, number: Int) {
        var days = ""
        if let last = unit.lastDay, unit.status != .closed {
            let distance = last.days(since: scene.asOf.day)
            days =
                distance < 0
                ? "quá hạn \(Words.vietnamese.prose(-distance)) ngày"
                : distance == 0 ? "hôm nay" : "còn \(Words.vietnamese.prose(distance)) ngày"
        }
        let roster = scene.roster.units[unit.unit]
        page.row(
            [
                Words.vietnamese.prose(number), "\(roster.name) (\(roster.id))",
                unit.lastDay?.slashed ?? "", days,
            ],
            StatusText.awaited,
            indent: 3
        )
    }

    /// What has to be known beside a unit's standing.
    private mutating func notes(
        _ unit: SubmissionResult,
        _ deadline: Deadline,
        _ handedIn: HandedIn
    ) {
        if let granted = scene.granted(unit.unit, deadline, during: scene.window) {
            note(
                "Gia hạn đến hết ngày \(granted.day.slashed) theo Quyết định số "
                    + "\(granted.decision.number) ngày \(granted.decision.date.slashed): "
                    + granted.decision.reason
            )
        }
        for file in handedIn.refused[unit.unit] ?? [] {
            let faults = file.held.findings.filter { $0.severity == .error && $0.row == nil }
            let why = faults.first.map {
                FindingGroup(findings: [$0]).message(masksValues: anonymise)
            }
            note(
                "Có gửi tệp \(PlainText.line(file.path)) ngày \(file.receivedAt.day.slashed) nhưng "
                    + "cả tệp không tính được. \(why ?? "")"
            )
        }
        guard unit.status == .missing || unit.status == .pending else { return }
        let rejected = handedIn.rejectedRows(of: unit.unit)
        if rejected > 0 {
            note(
                "Có gửi \(Words.vietnamese.counted(rejected, "dòng")) nhưng bị loại khi đọc; xem "
                    + "thư mục rejected."
            )
        }
    }

    private mutating func note(_ text: String) { page.paragraph(text, indent: 10, hanging: 2) }

    /// Units that a decision of the board freed from the deadline.
    private mutating func waived(_ result: DeadlineResult, _ deadline: Deadline) {
        for unit in result.units where unit.status == .notRequired {
            guard let waiver = scene.waiver(unit.unit, deadline.id),
                deadline.group.map({ scene.membership[$0][unit.unit] }) ?? scene.isLeaf(unit.unit)
            else { continue }
            page.paragraph(
                "Miễn: \(scene.name(of: unit.unit)), theo Quyết định số \(waiver.number) "
                    + "ngày \(waiver.date.slashed): \(waiver.reason)",
                indent: 3,
                hanging: 3
            )
        }
    }

    // MARK: - Forms

    /// Which forms came in at all: what has been handed in beside the deadlines' forms too.
    private mutating func forms() {
        let coverage = Coverage(records: judgement.records, window: scene.window.span)
        let leaves = scene.units.filter {
            scene.isLeaf($0) && !scene.roster.units[$0].kind.isCluster
        }
        let files = judgement.records.collection.files
        page.heading("TỪNG BIỂU (\(Words.vietnamese.whole(leaves.count)) đơn vị cơ sở)")
        let columns = [
            SummaryPage.Column(heading: "Biểu", width: 36),
            SummaryPage.Column(heading: "Đơn vị có số liệu", width: 17, isRight: true),
            SummaryPage.Column(heading: "Số tệp", width: 8, isRight: true),
            SummaryPage.Column(heading: "Dòng tính", width: 10, isRight: true),
            SummaryPage.Column(heading: "Dòng loại", width: 10, isRight: true),
        ]
        page.header(columns, indent: 3)
        for (index, form) in scene.plan.forms.forms.enumerated() {
            let own = files.filter { $0.held.form == index }
            guard !own.isEmpty else { continue }
            let counted = judgement.records.forms[index].reduce(0) { sum, resolved in
                sum + resolved.counts.count { $0 }
            }
            page.row(
                [
                    form.name,
                    Words.vietnamese.whole(leaves.count { coverage.covers(index, $0) }),
                    Words.vietnamese.whole(own.count), Words.vietnamese.whole(counted),
                    Words.vietnamese.whole(
                        own.reduce(0) { $0 + $1.held.rows - $1.held.records }
                    ),
                ],
                columns,
                indent: 3
            )
        }
        let strangers = files.filter { $0.held.form == nil }
        if !strangers.isEmpty {
            page.row(
                [
                    "(không rõ biểu, không tính)", "", Words.vietnamese.whole(strangers.count), "",
                    "",
                ],
                columns,
                indent: 3
            )
        }
        page.paragraph(
            "Đơn vị có số liệu trong kỳ; số tệp, số dòng là của mọi kỳ đã nhận. Dòng đã được tệp "
                + "nhận sau thay thế không nằm trong dòng tính.",
            indent: 3
        )
    }
}
