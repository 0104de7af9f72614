internal import Judgement
internal import Model
internal import Plans

/// `ThongTin`: what the figures rest on: window, versions, denominators, readings, decisions.
struct ParticularsSheet {
    let frame: ReportFrame
    private var words: Words { frame.words }

    private var scene: Scene { frame.judgement.scene }

    var sheet: Sheet {
        let rows =
            section(words("I. Kỳ báo cáo"), period) + section(words("II. Phiên bản"), versions)
            + section(words("III. Tiến độ báo cáo"), deadlines)
            + section(
                words(
                    "IV. Nhóm đơn vị (mẫu số, khi chưa trừ đơn vị được loại trừ ở từng chỉ tiêu)"
                ),
                groups
            )
            + section(words("V. Cách hiểu chỉ tiêu"), readings)
            + section(words("VI. Quyết định đang có hiệu lực"), decisions)
            + section(words("VII. Nơi nhận"), recipients)
        return Sheet(
            name: "ThongTin",
            tabColour: .grey,
            titles: [words("THÔNG TIN LẦN CHẠY")],
            subtitle: frame.subject,
            columns: [
                SheetColumn(words("Mục"), width: 34), SheetColumn(words("Nội dung"), width: 60),
            ],
            numbersColumns: false,
            rows: rows,
            emptyText: words("Không có."),
            legend: Status.allCases.map {
                LegendEntry(
                    CellStatus($0),
                    word: words.term($0.label),
                    meaning: words.meaning($0)
                )
            }
                + [
                    LegendEntry(
                        .met,
                        word: words("Vượt chỉ tiêu"),
                        meaning: words("thực hiện cao hơn chỉ tiêu giao")
                    ),
                    LegendEntry(
                        .unmet,
                        word: words("Đề nghị quan tâm"),
                        meaning:
                            words(
                                "chưa đủ yêu cầu ở đơn vị được đề nghị thực hiện (MTTQ, tổ chức CT-XH)"
                            )
                    ),
                ],
            orientation: .portrait
        )
    }

    private func section(_ title: String, _ lines: [(String, String)]) -> [SheetRow] {
        let body = lines.isEmpty ? [("", words("Không có."))] : lines
        return [SheetRow(.group, [.text(title)])]
            + body.map { SheetRow([.text($0.0), .text($0.1)]) }
    }

    private var period: [(String, String)] {
        [
            (words("Kế hoạch"), scene.plan.title), (words("Căn cứ"), scene.plan.basis ?? ""),
            (words("Đơn vị tổng hợp"), scene.name(of: scene.root)),
            (words("Kỳ"), frame.windowText),
            (words("Cơ cấu tổ chức"), basis),
            (words("So với cùng kỳ"), frame.judgement.previous.map(comparison) ?? ""),
            (words("Số liệu đến"), words.time(scene.asOf)),
            (words("Tình trạng số liệu"), frame.edition.figuresText(words).capitalisedFirst),
            (words("Phiên bản báo cáo"), frame.edition.numberText(words)),
            (words("Chốt số liệu"), frame.freezeSentences.joined(separator: " ")),
        ].filter { !$0.1.isEmpty }
    }

    /// On which trees the figures stand.
    private var basis: String {
        let own = words("Số liệu ") + BasisWords(judgement: frame.judgement, words: words).own
        guard let restated = frame.judgement.restated else { return own + "." }
        return own + words("; bảng \(BasisAnnex.name) thêm số liệu ")
            + words.restated(restated.restatement.day) + "."
    }

    private func comparison(_ previous: PreviousYear) -> String {
        "\(words.name(previous.window)): \(words.previous(previous))."
    }

    private var versions: [(String, String)] {
        [
            (words("Phần mềm"), "tonghop \(frame.programVersion)"),
            (words("Kế hoạch (plan.yaml)"), frame.planVersion ?? words("xem manifest.json")),
            (
                words("Danh mục đơn vị (units.csv)"),
                frame.rosterVersion ?? words("xem manifest.json")
            ),
        ]
    }

    private var deadlines: [(String, String)] {
        frame.judgement.deadlines.map {
            let progress = SubmissionProgress($0, scene, words)
            return ("\(progress.name) (\(progress.due))", progress.text)
        }
    }

    private var groups: [(String, String)] {
        scene.plan.groups.indices.map { group in
            let units = scene.units.filter { scene.membership[group][$0] }
            return (
                scene.plan.groups[group].name,
                words("Tổng số đơn vị phải thực hiện: \(words.prose(units.count))")
            )
        }
    }

    private var readings: [(String, String)] {
        let plan = scene.plan
        let groups = plan.groups.compactMap { group in
            group.note.map { (words("Đối tượng: ") + group.name, $0) }
        }
        let measures = plan.measures.indices.compactMap { index -> (String, String)? in
            guard let note = plan.measures[index].note else { return nil }
            let users = plan.indicators.filter { indicator in
                indicator.requirements.contains { $0.measure.uses(index, plan.measures) }
            }.map(\.id)
            return (words("Số đo của ") + users.joined(separator: ", "), note)
        }
        return groups + measures
            + plan.indicators.compactMap { indicator in
                indicator.note.map { (indicator.id + ": " + indicator.name, $0) }
            }
    }

    /// To whom the report goes, in the plan's order.
    private var recipients: [(String, String)] {
        (frame.address?.recipients ?? []).enumerated().map {
            (words.prose($0 + 1), $1)
        }
    }

    private var decisions: [(String, String)] {
        DecisionWords(frame).lines.enumerated().map {
            (words.prose($0 + 1), $1)
        }
    }
}
