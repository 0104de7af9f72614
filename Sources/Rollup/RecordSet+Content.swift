internal import Intake
internal import Model
internal import Plans

/// What records say that cannot be right although each cell can be read: they count, and need a
/// look (CONTRACT §8, content).
extension RecordSet {
    /// Makes the findings about what the records that count say.
    mutating func checkContent() {
        for (index, form) in context.plan.forms.forms.enumerated() {
            if let chain = BallotChain(form) { checkBallots(index, chain) }
            if form.isPeriodicReport {
                checkBlankReports(index, form)
                checkReportsWithoutRows(index)
            }
            if form.id == "proposal" || form.id == "commendation" { checkSubjects(index) }
            reportSuspectedRepeats(index)
            reportLeftBehind(index)
        }
        checkReviews()
        checkNominees()
        followExemplars()
        checkHandedResults()
    }

    // MARK: - Reports without a word

    /// A report in which every cell but unit and period is blank was received, and counts as handed
    /// in; more likely than not it is the form, sent back before it was filled in.
    private mutating func checkBlankReports(_ index: Int, _ form: Form) {
        let fields = form.fields.indices.filter { !form.fields[$0].isKey }
        for (batch, resolved) in forms[index].enumerated() {
            for record in 0..<resolved.batch.count where resolved.counts[record] {
                guard fields.allSatisfy({ resolved.batch.isBlank($0, record) }) else { continue }
                let place = place(index, batch, record)
                findings.append(
                    Finding(
                        .empty,
                        severity: .warning,
                        unit: unitID(index, batch, record),
                        file: place.path,
                        row: place.line,
                        message: "Báo cáo không có số liệu nào: ngoài đơn vị và kỳ, mọi ô đều "
                            + "trống.",
                        fix: "Nếu gửi nhầm mẫu chưa điền thì gửi lại; việc không phát sinh thì ghi "
                            + "0."
                    )
                )
            }
        }
    }

    /// A report of headings alone was received, too: of a register that says that there is nothing
    /// to list, of a report that it was not filled in.
    private mutating func checkReportsWithoutRows(_ form: Int) {
        for file in collection.files
        where file.held.form == form && file.held.isAccepted && file.held.rows == 0 {
            findings.append(
                Finding(
                    .empty,
                    severity: .warning,
                    unit: file.held.place.submitter.map { context.roster.units[$0].id },
                    file: file.path,
                    message: "Báo cáo chỉ có tiêu đề, không có dòng số liệu nào.",
                    fix: "Nếu gửi nhầm mẫu chưa điền thì gửi lại; việc không phát sinh thì ghi "
                        + "0."
                )
            )
        }
    }

    // MARK: - Results of lower offices

    /// More units that met than units that must is no share: the row is not taken for one.
    private mutating func checkHandedResults() {
        guard let form = context.plan.forms.index(of: "indicator_result"),
            let part = context.plan.forms.forms[form].index(of: "numerator"),
            let whole = context.plan.forms.forms[form].index(of: "denominator")
        else { return }
        for index in forms[form].indices {
            let resolved = forms[form][index]
            for record in 0..<resolved.batch.count where resolved.counts[record] {
                guard let numerator = resolved.batch.number(part, record),
                    let denominator = resolved.batch.number(whole, record),
                    numerator > denominator
                else { continue }
                note(
                    .contradiction,
                    form,
                    index,
                    record,
                    field: part,
                    value: numerator.rounded(decimals: 0),
                    expected: "≤ \(denominator.rounded(decimals: 0))",
                    message: "\"Tử số\" ghi \(numerator.rounded(decimals: 0)), nhiều hơn "
                        + "\"Mẫu số\" ghi \(denominator.rounded(decimals: 0)).",
                    fix: "Kiểm tra lại hai số này và gửi lại."
                )
            }
        }
    }

    // MARK: - Ballots

    private mutating func checkBallots(_ form: Int, _ chain: BallotChain) {
        let fields = context.plan.forms.forms[form].fields
        for index in forms[form].indices {
            let resolved = forms[form][index]
            for record in 0..<resolved.batch.count where resolved.counts[record] {
                guard let fault = chain.fault(resolved.batch, record) else { continue }
                let (more, limit) = (fields[fault.more.field], fields[fault.limit.field])
                note(
                    .ballotsInconsistent,
                    form,
                    index,
                    record,
                    field: fault.more.field,
                    value: String(fault.more.value),
                    expected: "≤ \(fault.limit.value)",
                    message: "\"\(more.header)\" ghi \(fault.more.value), nhiều hơn "
                        + "\"\(limit.header)\" ghi \(fault.limit.value).",
                    fix: "Kiểm tra lại các số này theo biên bản họp xét."
                )
            }
        }
    }

    // MARK: - Subjects

    private mutating func checkSubjects(_ form: Int) {
        let definition = context.plan.forms.forms[form]
        guard let award = definition.index(of: "award"),
            let subject = definition.index(of: "subject")
        else { return }
        let subjects = definition.fields[subject].values
        let awards = AwardSubjects()
        for index in forms[form].indices {
            let resolved = forms[form][index]
            let batch = resolved.batch
            for record in 0..<batch.count where resolved.counts[record] {
                guard let found = batch.code(subject, record),
                    let code = awards.subject(of: batch.foldedText(award, record)),
                    let right = subjects.first(where: { $0.code == code }),
                    subjects[found].code != right.code
                else { continue }
                let (label, expected) = (subjects[found].shown, right.shown)
                note(
                    .wrongSubject,
                    form,
                    index,
                    record,
                    field: subject,
                    value: label,
                    expected: expected,
                    message: "\"\(batch.text(award, record))\" chỉ dành cho đối tượng "
                        + "\"\(expected)\", nhưng dòng này ghi \"\(label)\".",
                    fix: "Kiểm tra lại đối tượng hoặc danh hiệu, hình thức."
                )
            }
        }
    }

    // MARK: - Nominees

    private mutating func checkNominees() {
        let catalogue = context.plan.forms
        guard let form = catalogue.index(of: "proposal"),
            let exemplar = catalogue.index(of: "exemplar"),
            let name = catalogue.forms[form].index(of: "name"),
            let level = catalogue.forms[form].index(of: "level")
        else { return }
        let levels = catalogue.forms[form].fields[level].values
        let recognised = Recognitions(forms[exemplar], catalogue.forms[exemplar])
        let kinship = Kinship(context, on: asOf.day)
        for index in forms[form].indices {
            let resolved = forms[form][index]
            let batch = resolved.batch
            for record in 0..<batch.count where resolved.counts[record] {
                guard let value = batch.code(level, record),
                    ["city", "national"].contains(levels[value].code)
                else { continue }
                let key = batch.foldedText(name, record)
                guard !key.isEmpty,
                    !recognised.include(key, batch.units[record], kinship)
                else { continue }
                let (high, district) = (levelName(levels[value]), levelName("district", in: levels))
                // The name stands in the value alone: editions without names leave values out.
                note(
                    .cityWithoutDistrict,
                    form,
                    index,
                    record,
                    field: name,
                    value: batch.text(name, record),
                    message: "Điển hình được đề nghị cấp \(high) nhưng chưa được công nhận cấp "
                        + "\(district).",
                    fix:
                        "Cấp \(district) đã công nhận thì ghi cấp, số và ngày quyết định vào danh sách "
                        + "điển hình; chưa thì chờ cấp \(district) xét, công nhận. Ghi nhầm thì sửa "
                        + "họ tên, cấp khen thưởng."
                )
            }
        }
    }

    private func levelName(_ code: String, in levels: [EnumValue]) -> String {
        levels.first { $0.code == code }.map(levelName) ?? "quận, huyện, sở"
    }

    /// What the plan calls a level, or else the form.
    private func levelName(_ level: EnumValue) -> String {
        context.plan.chain.first { $0.id == level.code }?.name ?? level.shown
    }

    // MARK: - Findings

    mutating func note(
        _ code: FindingCode,
        _ form: Int,
        _ batch: Int,
        _ record: Int,
        field: Int,
        value: String,
        expected: String? = nil,
        message: String,
        fix: String
    ) {
        let place = place(form, batch, record)
        findings.append(
            Finding(
                code,
                unit: unitID(form, batch, record),
                file: place.path,
                row: place.line,
                column: context.plan.forms.forms[form].fields[field].header,
                value: value,
                expected: expected,
                message: message,
                fix: fix
            )
        )
    }
}

extension EnumValue {
    /// The label that reports print.
    fileprivate var shown: String { labels.first ?? code }
}
