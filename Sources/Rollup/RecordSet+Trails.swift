internal import Intake
internal import Model
internal import Plans

/// The steps of exemplars: from their own register, the proposals and the commendations.
extension RecordSet {
    /// Steps whose order is looked at.
    ///
    /// A proposal rests on the recognition, not on the article about
    /// it: an article that comes after the proposal is told, but is no more than a notice.
    private static let orders: [(earlier: ExemplarStep, later: ExemplarStep, Severity)] = [
        (.reviewed, .recognised, .warning), (.recognised, .published, .warning),
        (.recognised, .proposed, .warning), (.published, .proposed, .notice),
        (.proposed, .commended, .warning), (.recognised, .commended, .warning),
    ]

    /// Kinds of commendation that come without being an exemplar: for a sudden deed, a life's work,
    /// years of service, foreigners.
    private static let otherGrounds: Set<String> = ["sudden", "contribution", "tenure", "external"]

    /// Follows each exemplar that counts through its steps, and reports steps out of order.
    mutating func followExemplars() {
        guard let form = context.plan.forms.index(of: "exemplar") else { return }
        trails = readTrails(form)
        guard !trails.isEmpty else { return }
        let names = trailNames(form)
        // What the register itself dates stands; where it is silent, the session's minutes and the
        // list of articles speak.
        link("review", "held_on", .reviewed, names, naming: "exemplar")
        link("media", "posted_on", .published, names, naming: "exemplar")
        link("proposal", "documented_on", .proposed, names)
        link("commendation", "decided_on", .commended, names)
        for index in trails.indices { checkOrder(form, index) }
    }

    private func readTrails(_ form: Int) -> [ExemplarTrail] {
        let definition = context.plan.forms.forms[form]
        let fields: [(ExemplarStep, Int)] = [
            (.reviewed, "reviewed_on"), (.recognised, "decided_on"), (.published, "posted_on"),
        ].compactMap { step, code in definition.index(of: code).map { (step, $0) } }
        let status = definition.index(of: "status")
        var trails: [ExemplarTrail] = []
        for (number, resolved) in forms[form].enumerated() {
            let batch = resolved.batch
            for record in 0..<batch.count where resolved.counts[record] {
                let receipt =
                    resolved.receipts.isEmpty ? batch.days[record] : resolved.receipts[record]
                let year =
                    batch.explicitPeriod(record)?.year
                    ?? context.plan.calendar.year(of: Day(number: receipt))
                var trail = ExemplarTrail(
                    batch: number,
                    record: record,
                    unit: Int(batch.units[record]),
                    year: year
                )
                for (step, field) in fields { trail.days[step] = batch.day(field, record) }
                if let status, let code = batch.code(status, record) {
                    let name = definition.fields[status].values[code].code
                    trail.status = ExemplarStep(rawValue: name)
                    trail.isRejected = name == "rejected"
                    trail.isEmerging = name == "emerging"
                }
                trails.append(trail)
            }
        }
        return trails
    }

    /// The trails of each folded name.
    private func trailNames(_ form: Int) -> [Digest: [Int]] {
        guard let name = context.plan.forms.forms[form].index(of: "name") else { return [:] }
        var names: [Digest: [Int]] = [:]
        for (index, trail) in trails.enumerated() where !trail.isRejected {
            let key = forms[form][trail.batch].batch.foldedText(name, trail.record)
            if !key.isEmpty { names[Digest(key), default: []].append(index) }
        }
        return names
    }

    /// Dates a step by the records of another form that name the exemplar: a session by the first
    /// one up to the recognition, an article by the first one from it on; a proposal or
    /// commendation by the first that does not come before the steps that it rests on, or else the
    /// first.
    private mutating func link(
        _ id: String,
        _ dating: String,
        _ step: ExemplarStep,
        _ names: [Digest: [Int]],
        naming field: String = "name"
    ) {
        let catalogue = context.plan.forms
        guard let form = catalogue.index(of: id),
            let name = catalogue.forms[form].index(of: field),
            let date = catalogue.forms[form].index(of: dating)
        else { return }
        let kind = id == "commendation" ? catalogue.forms[form].index(of: "kind") : nil
        let kinds = kind.map { catalogue.forms[form].fields[$0].values.map(\.code) } ?? []
        let kinship = Kinship(context, on: asOf.day)
        var dates: [Int: [Day]] = [:]
        // Of a list whose names are all the same each record would be held against all exemplars.
        var answers: [Mention: Int?] = [:]
        for (number, resolved) in forms[form].enumerated() {
            let batch = resolved.batch
            for record in 0..<batch.count where resolved.counts[record] {
                if let kind, let code = batch.code(kind, record),
                    RecordSet.otherGrounds.contains(kinds[code])
                {
                    continue
                }
                let key = batch.foldedText(name, record)
                let digest = Digest(key)
                guard !key.isEmpty, let known = names[digest] else { continue }
                let day = batch.day(date, record)
                let year =
                    batch.explicitPeriod(record)?.year
                    ?? day.map { context.plan.calendar.year(of: $0) }
                guard let year else { continue }
                let mention = Mention(name: digest, unit: Int(batch.units[record]), year: year)
                let answer = answers[mention] ?? exemplar(among: known, mention, kinship)
                answers[mention] = .some(answer)
                guard let index = answer else { continue }
                if step == .proposed {
                    trails[index].proposals.append(
                        RecordPlace(form: form, batch: number, record: record)
                    )
                }
                if let day { dates[index, default: []].append(day) }
            }
        }
        for (index, days) in dates where trails[index].days[step] == nil {
            trails[index].days[step] = RecordSet.day(of: step, among: days, trails[index].days)
        }
    }

    /// Which of the days on which an exemplar is named is that of a step, given those of the other
    /// steps.
    private static func day(
        of step: ExemplarStep,
        among days: [Day],
        _ known: [ExemplarStep: Day]
    ) -> Day? {
        switch step {
        // A session after the recognition, an article before it, is about something else.
        case .reviewed:
            return days.filter { day in known[.recognised].map { day <= $0 } ?? true }.min()
        case .published:
            return days.filter { day in known[.recognised].map { day >= $0 } ?? true }.min()
        default:
            let basis = known[.proposed] ?? known[.recognised] ?? known[.reviewed]
            // What came before may have been about something else.
            return days.filter { day in basis.map { day >= $0 } ?? true }.min() ?? days.min()
        }
    }

    /// Whom a record of another form speaks of.
    private struct Mention: Hashable {
        /// The folded name.
        var name: Digest
        /// By index in the roster.
        var unit: Int
        var year: Int
    }

    /// The exemplar that a record of a unit and year speaks of: of that year or else of the year
    /// before, listed by the unit itself, or else by one that it carries on, or else above or below
    /// it; nil where there are several, since namesakes cannot be told apart.
    private func exemplar(
        among known: [Int],
        _ mention: Mention,
        _ kinship: Kinship
    ) -> Int? {
        let (unit, year) = (mention.unit, mention.year)
        let related = known.filter { kinship.isRelated(trails[$0].unit, unit) }
        for candidateYear in [year, year - 1] {
            let candidates = related.filter { trails[$0].year == candidateYear }
            guard !candidates.isEmpty else { continue }
            let own = candidates.filter { trails[$0].unit == unit }
            let carriedOn = candidates.filter { kinship.isSame(trails[$0].unit, unit) }
            let nearest = !own.isEmpty ? own : !carriedOn.isEmpty ? carriedOn : candidates
            return nearest.count == 1 ? nearest[0] : nil
        }
        return nil
    }

    private mutating func checkOrder(_ form: Int, _ index: Int) {
        let trail = trails[index]
        for (earlier, later, severity) in RecordSet.orders {
            guard let first = trail.days[earlier], let second = trail.days[later], second < first
            else { continue }
            // Against a proposal the order has been said already.
            if earlier == .recognised, later == .commended, let proposed = trail.days[.proposed],
                proposed < first || second < proposed
            {
                continue
            }
            trails[index].disorders.append(StepDisorder(earlier: earlier, later: later))
            let definition = context.plan.forms.forms[form]
            let place = place(form, trail.batch, trail.record)
            let code = later == .recognised ? "decided_on" : "posted_on"
            let isOwn = later == .recognised || later == .published
            findings.append(
                Finding(
                    .contradiction,
                    severity: severity,
                    unit: context.roster.units[trail.unit].id,
                    file: place.path,
                    row: place.line,
                    column: isOwn
                        ? definition.index(of: code).map { definition.fields[$0].header } : nil,
                    value: second.slashed,
                    expected: "từ \(first.slashed)",
                    message: "Các bước không đúng thứ tự: \(later.deed) ngày \(second.slashed), "
                        + "trước khi \(earlier.deed) ngày \(first.slashed).",
                    fix: "Kiểm tra lại các ngày theo biên bản, quyết định, tờ trình."
                )
            )
        }
    }
}

extension ExemplarStep {
    /// The step in the middle of a sentence.
    fileprivate var deed: String {
        switch self {
        case .introduced: "giới thiệu"
        case .reviewed: "bình xét"
        case .recognised: "công nhận"
        case .published: "đăng bài tuyên truyền"
        case .proposed: "đề nghị khen thưởng"
        case .commended: "quyết định khen thưởng"
        }
    }
}
