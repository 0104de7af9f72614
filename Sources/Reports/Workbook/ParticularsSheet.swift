internal import Judgement
internal import Model
internal import Plans

/// `ThongTin`: what the figures rest on: window, versions, denominators, readings, decisions.
struct ParticularsSheet {
    let frame: ReportFrame

    private var scene: Scene { frame.judgement.scene }

    var sheet: Sheet {
        let rows =
            section("I. Kỳ báo cáo", period) + section("II. Phiên bản", versions)
            + section("III. Tiến độ báo cáo", deadlines)
            + section(
                "IV. Nhóm đơn vị (mẫu số, khi chưa trừ đơn vị được loại trừ ở từng chỉ tiêu)",
                groups
            )
            + section("V. Cách hiểu chỉ tiêu", readings)
            + section("VI. Quyết định đang có hiệu lực", decisions)
            + section("VII. Nơi nhận", recipients)
        return Sheet(
            name: "ThongTin",
            tabColour: .grey,
            titles: ["THÔNG TIN LẦN CHẠY"],
            subtitle: frame.subject,
            columns: [SheetColumn("Mục", width: 34), SheetColumn("Nội dung", width: 60)],
            numbersColumns: false,
            rows: rows,
            legend: Status.allCases.map {
                LegendEntry(
                    StatusWords.cell($0),
                    word: $0.label,
                    meaning: StatusWords.meaning($0)
                )
            }
                + [
                    LegendEntry(
                        .met,
                        word: "Vượt chỉ tiêu",
                        meaning: "thực hiện cao hơn chỉ tiêu giao"
                    ),
                    LegendEntry(
                        .unmet,
                        word: "Đề nghị quan tâm",
                        meaning:
                            "chưa đủ yêu cầu ở đơn vị được đề nghị thực hiện (MTTQ, tổ chức CT-XH)"
                    ),
                ],
            orientation: .portrait
        )
    }

    private func section(_ title: String, _ lines: [(String, String)]) -> [SheetRow] {
        let body = lines.isEmpty ? [("", "Không có.")] : lines
        return [SheetRow(.group, [.text(title)])]
            + body.map { SheetRow([.text($0.0), .text($0.1)]) }
    }

    private var period: [(String, String)] {
        [
            ("Kế hoạch", scene.plan.title), ("Căn cứ", scene.plan.basis ?? ""),
            ("Đơn vị tổng hợp", scene.roster.units[scene.root].name),
            ("Kỳ", frame.windowText),
            ("Cơ cấu tổ chức", basis),
            ("So với cùng kỳ", frame.judgement.previous.map(comparison) ?? ""),
            ("Số liệu đến", ReportNumbers.time(scene.asOf)),
            ("Tình trạng số liệu", frame.edition.figuresText),
            ("Phiên bản báo cáo", frame.edition.numberText),
            ("Chốt số liệu", frame.freezeSentences.joined(separator: " ")),
        ].filter { !$0.1.isEmpty }
    }

    /// On which trees the figures stand.
    private var basis: String {
        let own = "Số liệu " + BasisWords(judgement: frame.judgement).own
        guard let restated = frame.judgement.restated else { return own + "." }
        return own + "; bảng \(BasisAnnex.name) thêm số liệu "
            + BasisWords.restated(restated.restatement.day) + "."
    }

    private func comparison(_ previous: PreviousYear) -> String {
        "\(previous.window.name): \(BasisWords.previous(previous))."
    }

    private var versions: [(String, String)] {
        [
            ("Phần mềm", "tonghop \(frame.programVersion)"),
            ("Kế hoạch (plan.yaml)", frame.planVersion ?? "xem manifest.json"),
            ("Danh mục đơn vị (units.csv)", frame.rosterVersion ?? "xem manifest.json"),
        ]
    }

    private var deadlines: [(String, String)] {
        frame.judgement.deadlines.map {
            let progress = SubmissionProgress($0, scene)
            return ("\(progress.name) (\(progress.due))", progress.text)
        }
    }

    private var groups: [(String, String)] {
        scene.plan.groups.indices.map { group in
            let units = scene.units.filter { scene.membership[group][$0] }
            return (
                scene.plan.groups[group].name,
                "Tổng số đơn vị phải thực hiện: \(ReportNumbers.whole(units.count))"
            )
        }
    }

    private var readings: [(String, String)] {
        let plan = scene.plan
        let groups = plan.groups.compactMap { group in
            group.note.map { ("Đối tượng: " + group.name, $0) }
        }
        let measures = plan.measures.indices.compactMap { index -> (String, String)? in
            guard let note = plan.measures[index].note else { return nil }
            let users = plan.indicators.filter { indicator in
                indicator.requirements.contains { $0.measure.uses(index, plan.measures) }
            }.map(\.id)
            return ("Số đo của " + users.joined(separator: ", "), note)
        }
        return groups + measures
            + plan.indicators.compactMap { indicator in
                indicator.note.map { (indicator.id + ": " + indicator.name, $0) }
            }
    }

    /// To whom the report goes, in the plan's order.
    private var recipients: [(String, String)] {
        (frame.address?.recipients ?? []).enumerated().map {
            ("Nơi nhận thứ \(ReportNumbers.prose($0 + 1))", $1)
        }
    }

    private var decisions: [(String, String)] {
        DecisionWords(scene: scene).lines.enumerated().map {
            ("Quyết định thứ \(ReportNumbers.prose($0 + 1))", $1)
        }
    }
}
