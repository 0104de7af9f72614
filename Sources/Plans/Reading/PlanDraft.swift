internal import Model

/// A plan while it is being read: what is known so far and every mistake found.
///
/// Sections are read in the order of their dependence: forms, groups, contests, measures, then what
/// names them.
struct PlanDraft {
    static let keys = [
        "schema", "id", "title", "basis", "stage", "year_starts", "root", "chain", "reports",
        "groups", "contests", "measures", "deadlines", "indicators", "checks", "forms", "guards",
        "closed", "handed_up_by", "reviews", "steps", "rankings", "statutory",
    ]

    let root: PlanNode
    var mistakes: [Mistake]
    private let fields: [String: PlanNode]

    var forms = FormCatalogue(forms: [])
    var groups: [Group] = []
    var contests: [ContestEdition] = []
    /// Whether the plan names a contest, well or ill.
    var declaresContests = false
    var measures: [NamedMeasure] = []
    /// What each measure comes to, once all of them are read.
    var expansions: [Expansion] = []
    var places = PlanPlaces()
    var chain: [ChainLevel] = []
    var closed = ClosedRule.exempt

    init(root: PlanNode, mistakes: [Mistake]) {
        self.root = root
        var mistakes = mistakes
        fields = root.fields(PlanDraft.keys, &mistakes)
        self.mistakes = mistakes
    }

    var scope: ExpressionScope {
        ExpressionScope(
            forms: forms,
            measures: measures.map(\.id),
            yesNo: Set(measures.filter { isYesNo($0) }.map(\.id))
        )
    }

    /// Whether a measure is nothing but a yes_no field, be it by the name of another.
    private func isYesNo(_ measure: NamedMeasure) -> Bool {
        var (expression, steps) = (measure.expression, 0)
        while case .named(let index) = expression, steps < 64 {
            expression = measures[index].expression
            steps += 1
        }
        guard case .reported(let form, let field) = expression else { return false }
        return forms.forms[form].fields[field].type == .yesNo
    }

    /// The plan; nil where there are mistakes.
    mutating func plan() -> Plan? {
        checkSchema()
        let id = required("id", fields, root)?.filled(&mistakes)
        let title = required("title", fields, root)?.filled(&mistakes)
        let rootUnit = required("root", fields, root)?.filled(&mistakes)
        let basis = text("basis", fields)
        if let id, let node = fields["id"] {
            places.id = PlanPlaces.ID(text: id, place: node.mark)
        }
        if let node = fields["root"] { note(unit: node) }
        let stage = readStage()
        let calendar = readCalendar()
        chain = readChain()
        if let node = fields["closed"], let rule = node.choice(ClosedRule.self, &mistakes) {
            closed = rule
        }
        let handedUpBy = fields["handed_up_by"].flatMap { levelIndex($0) }
        forms = readForms(fields["forms"])
        places.forms = forms
        groups = readGroups(fields["groups"])
        contests = readContests(fields["contests"])
        declaresContests = fields["contests"].map { !$0.holdsNothing } ?? false
        measures = readMeasures(fields["measures"])
        let deadlines = readDeadlines(fields["deadlines"])
        let indicators = readIndicators(fields["indicators"])
        let checks = readChecks(fields["checks"])
        let reviews = readReviews(fields["reviews"])
        let steps = readSteps(fields["steps"])
        let rankings = readRankings(fields["rankings"])
        let reports = readReports(fields["reports"])
        let guards = readGuards(fields["guards"])
        let statutory = readStatutory(fields["statutory"])
        guard mistakes.isEmpty, let id, let title, let rootUnit, let stage, let calendar else {
            return nil
        }
        return Plan(
            id: id,
            title: title,
            basis: basis,
            stage: stage,
            calendar: calendar,
            root: rootUnit,
            chain: chain,
            reports: reports,
            groups: groups,
            contests: contests,
            measures: measures,
            deadlines: deadlines,
            indicators: indicators,
            checks: checks,
            forms: forms,
            guards: guards,
            handedUpBy: handedUpBy,
            reviews: reviews,
            steps: steps,
            rankings: rankings,
            statutory: statutory
        )
    }

    private mutating func checkSchema() {
        guard let schema = fields["schema"], schema.text != "1" else { return }
        mistakes.append(
            schema.mistake(
                "phiên bản kế hoạch không đọc được",
                found: schema.text,
                allowed: "1"
            )
        )
    }

    /// A field that must be there; its absence is a mistake at the mapping that lacks it.
    mutating func required(
        _ key: String,
        _ fields: [String: PlanNode],
        _ parent: PlanNode
    ) -> PlanNode? {
        if let node = fields[key] { return node }
        mistakes.append(parent.mistake("thiếu khóa bắt buộc", found: "", allowed: key))
        return nil
    }

    /// The text of a field that need not be there; nil where its key has no value.
    mutating func text(_ key: String, _ fields: [String: PlanNode]) -> String? {
        guard let node = fields[key], !node.hasNoValue else { return nil }
        return node.string(&mistakes)
    }

    /// The name that a field gives; nil where it gives none.
    mutating func name(_ fields: [String: PlanNode]) -> String? {
        text("name", fields).flatMap { $0.isEmpty ? nil : $0 }
    }

    private mutating func readStage() -> ClosedRange<Int>? {
        guard let node = required("stage", fields, root) else { return nil }
        let stage = node.fields(["from", "to"], &mistakes)
        guard let from = required("from", stage, node)?.int(1900...2999, &mistakes),
            let to = required("to", stage, node)?.int(1900...2999, &mistakes)
        else { return nil }
        guard from <= to else {
            mistakes.append(
                node.mistake("năm đầu sau năm cuối", found: "\(from) … \(to)", allowed: "from ≤ to")
            )
            return nil
        }
        return from...to
    }

    private mutating func readCalendar() -> ReportingCalendar? {
        guard let node = fields["year_starts"] else { return ReportingCalendar() }
        let parts = (node.text ?? "").split(separator: "-", omittingEmptySubsequences: false)
        if parts.count == 2, parts.allSatisfy({ $0.utf8.count == 2 }), let month = Int(parts[0]),
            let day = Int(parts[1]), (1...12).contains(month), (1...28).contains(day)
        {
            return ReportingCalendar(startMonth: month, startDay: day)
        }
        mistakes.append(
            node.mistake(
                "ngày đầu năm báo cáo không đúng",
                found: node.text,
                allowed: "\"tháng-ngày\", ngày từ 01 đến 28, như \"12-15\""
            )
        )
        return nil
    }

    private mutating func readChain() -> [ChainLevel] {
        guard let node = fields["chain"] else {
            return [
                ChainLevel(id: "unit", name: "Đơn vị"),
                ChainLevel(id: "root", name: "Cấp tổng hợp"),
            ]
        }
        var levels: [ChainLevel] = []
        for entry in node.list(&mistakes) {
            let level = entry.fields(["level", "name"], &mistakes)
            let name = name(level)
            guard let id = required("level", level, entry)?.filled(&mistakes) else { continue }
            if levels.contains(where: { $0.id == id }) {
                mistakes.append(entry.mistake("cấp bị lặp lại", found: id))
            }
            levels.append(ChainLevel(id: id, name: name ?? id))
        }
        if levels.count < 2 {
            mistakes.append(
                node.mistake(
                    "chuỗi báo cáo phải có từ hai cấp, từ dưới lên",
                    found: "\(levels.count)"
                )
            )
        }
        return levels
    }

    private mutating func readReports(_ node: PlanNode?) -> [ReportAddress] {
        guard let node else { return [] }
        var reports: [ReportAddress] = []
        for entry in node.list(&mistakes) {
            let fields = entry.fields(
                ["id", "parent", "office", "symbol", "place", "signer", "recipients"],
                &mistakes
            )
            let id = required("id", fields, entry)?.filled(&mistakes)
            let address = ReportAddress(
                id: id ?? "",
                parent: text("parent", fields),
                office: text("office", fields),
                symbol: text("symbol", fields),
                place: text("place", fields),
                signer: text("signer", fields),
                recipients: fields["recipients"]?.filledStrings(&mistakes) ?? []
            )
            guard let id else { continue }
            if !id.utf8.allSatisfy({ PlanDraft.isPlain($0) })
                || reports.contains(where: { $0.id == id })
            {
                mistakes.append(
                    entry.mistake(
                        "mã báo cáo lặp lại hoặc có ký tự lạ",
                        found: id,
                        allowed: "chữ không dấu, số, - và _"
                    )
                )
            }
            reports.append(address)
        }
        return reports
    }

    /// Whether a byte may stand in a name that becomes part of a file's name.
    static func isPlain(_ byte: UInt8) -> Bool {
        (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
            || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
    }

    private mutating func readGuards(_ node: PlanNode?) -> Guards {
        var guards = Guards()
        guard let node else { return guards }
        let fields = node.fields(
            ["rejected_rows", "records_vs_last_run", "files_vs_last_run"],
            &mistakes
        )
        guards.rejectedRows = fields["rejected_rows"].flatMap { limit($0, whole: 0, "<= 20%") }
        guards.recordsVersusLastRun = fields["records_vs_last_run"]
            .flatMap { limit($0, whole: 100, ">= 50%") }
        guards.filesVersusLastRun = fields["files_vs_last_run"]
            .flatMap { limit($0, whole: 100, ">= 50%") }
        return guards
    }

    /// A share that a run has to keep, which the best of nights keeps: no row rejected, as much as
    /// in the run before.
    ///
    /// One that such a night breaks is written the wrong way round: it would hold back every good
    /// edition and publish the bad one.
    private mutating func limit(_ node: PlanNode, whole: Int, _ example: String) -> ShareRule? {
        guard let share = share(node) else { return nil }
        if share.holds(whole, of: 100) { return share }
        mistakes.append(
            node.mistake(
                "giới hạn ngược: lần chạy bình thường (\(whole)%) cũng bị giữ lại",
                found: node.text,
                allowed: "giới hạn mà \(whole)% thỏa, như \"\(example)\""
            )
        )
        return nil
    }

    mutating func share(_ node: PlanNode) -> ShareRule? {
        guard let text = node.string(&mistakes) else { return nil }
        if let share = RuleParser.share(text) { return share }
        mistakes.append(
            node.mistake(
                "tỷ lệ không đúng",
                found: text,
                allowed: "như \">= 90%\", \">= 2/3\", \"= 100%\""
            )
        )
        return nil
    }

    /// Notes a unit that the plan names.
    mutating func note(unit node: PlanNode) {
        // One that says nothing is a mistake by itself.
        guard !node.hasNoValue, let id = node.text, id.contains(where: { !$0.isWhitespace }) else {
            return
        }
        places.units.append(PlanPlaces.Unit(id: id, place: node.mark))
    }

    /// Notes the units that the expression in a node names.
    mutating func note(_ units: [NamedUnit], in node: PlanNode) {
        places.units += units.map { unit in
            let place = node.place(of: unit.offset)
            return PlanPlaces.Unit(
                id: unit.id,
                place: PlanPlaces.Place(line: place.line, column: place.column),
                isFolded: true
            )
        }
    }

    /// Notes the clusters, groups and levels that the condition in a node names.
    mutating func note(_ values: [NamedValue], in node: PlanNode) {
        places.values += values.map { value in
            let place = node.place(of: value.offset)
            return PlanPlaces.Value(
                column: value.column,
                text: value.text,
                place: PlanPlaces.Place(line: place.line, column: place.column)
            )
        }
    }

    /// Notes what an expression does not say, at its own place in the file.
    mutating func note(_ failure: ExpressionFailure, at node: PlanNode) {
        mistakes.append(
            node.mistake(
                failure.message,
                at: failure.offset,
                found: failure.found,
                allowed: failure.allowed,
                nearest: failure.nearest
            )
        )
    }
}
