internal import Intake
internal import Judgement
internal import Model
internal import Plans
internal import Rollup

/// The records of one form that a report's window holds, as annexes list them.
struct Register {
    struct Place: Hashable {
        var unit: Int
        var batch: Int
        var record: Int
    }

    let frame: ReportFrame
    let form: Form
    private let index: Int

    /// Nil where the plan has no such form.
    init?(_ id: String, _ frame: ReportFrame) {
        let forms = frame.judgement.scene.plan.forms
        guard let index = forms.index(of: id) else { return nil }
        self.frame = frame
        self.index = index
        form = forms.forms[index]
    }

    private var batches: [ResolvedBatch] { frame.judgement.records.forms[index] }

    /// The records that count and fall into the window, unit by unit.
    var places: [Place] {
        let scene = frame.judgement.scene
        let calendar = scene.plan.calendar
        let window = scene.window.span
        let isListed = Set(scene.subtree)
        var places: [Place] = []
        for (number, resolved) in batches.enumerated() {
            let batch = resolved.batch
            for record in 0..<batch.count where resolved.counts[record] {
                let unit = Int(batch.units[record])
                guard isListed.contains(unit) else { continue }
                let isInside =
                    batch.explicitPeriod(record).map { window.contains(calendar.span($0)) }
                    ?? window.contains(
                        Day(
                            number: resolved.receipts.isEmpty
                                ? batch.days[record] : resolved.receipts[record]
                        )
                    )
                if isInside { places.append(Place(unit: unit, batch: number, record: record)) }
            }
        }
        return places.sorted {
            ($0.unit, $0.batch, $0.record) < ($1.unit, $1.batch, $1.record)
        }
    }

    // MARK: - Cells

    /// The text of a field in one line, without contacts; empty where it was not kept.
    ///
    /// Whatever a unit writes may name a person: an anonymised edition shows numbers of papers
    /// alone.
    func text(_ code: String, _ place: Place) -> String {
        guard let field = form.index(of: code),
            !frame.anonymise || form.fields[field].isPaperNumber
        else { return "" }
        return written(field, place)
    }

    /// What a person is called, in initials in an anonymised edition.
    func person(_ code: String, _ place: Place) -> String { frame.person(name(code, place)) }

    /// A name as it was written, for collectives and for lists that are masked name by name.
    func name(_ code: String, _ place: Place) -> String {
        form.index(of: code).map { written($0, place) } ?? ""
    }

    private func written(_ field: Int, _ place: Place) -> String {
        let pieces = batches[place.batch].batch.text(field, place.record)
            .split(whereSeparator: \.isWhitespace)
        return Privacy.withoutContacts(pieces.joined(separator: " "))
    }

    /// The label of an enum's value.
    func label(_ code: String, _ place: Place) -> String {
        value(code, place)?.labels.first.map(frame.words.term) ?? ""
    }

    /// The code of an enum's value.
    func code(_ code: String, _ place: Place) -> String? { value(code, place)?.code }

    func day(_ code: String, _ place: Place) -> Day? {
        form.index(of: code).flatMap { batches[place.batch].batch.day($0, place.record) }
    }

    /// The filled texts of several fields, one after another.
    func joined(_ codes: [String], _ place: Place) -> String {
        codes.map { text($0, place) }.filter { !$0.isEmpty }.joined(separator: ", ")
    }

    private func value(_ code: String, _ place: Place) -> EnumValue? {
        guard let field = form.index(of: code),
            let value = batches[place.batch].batch.code(field, place.record)
        else { return nil }
        return form.fields[field].values[value]
    }

    // MARK: - Deadlines of records

    /// For each record that an indicator with a due day counts, whether it is dated in time: a
    /// record that several count is late where it is late for one.
    var timeliness: [Place: Bool] {
        let judgement = frame.judgement
        let scene = judgement.scene
        var answers: [Place: Bool] = [:]
        let places = places
        for result in judgement.indicators {
            let indicator = scene.plan.indicators[result.indicator]
            guard indicator.due != nil, !result.spans.isEmpty,
                let measure = indicator.requirements.first?.measure,
                let aggregate = measure.aggregate(scene.plan.measures), aggregate.form == index
            else { continue }
            let chosen = batches.indices.map { batch in
                aggregate.condition.map { judgement.records.select($0, index, batch) }
            }
            var days: [Int: Day] = [:]
            for unit in result.units where unit.status != .exempt {
                days[unit.unit] = unit.lastDay ?? result.lastDay
            }
            for place in places {
                let batch = batches[place.batch].batch
                let day = Day(number: batch.days[place.record])
                guard let last = days[place.unit],
                    chosen[place.batch].map({ $0[place.record] }) ?? true,
                    result.spans.contains(where: { $0.contains(day) })
                else { continue }
                answers[place] = (answers[place] ?? true) && day <= last
            }
        }
        return answers
    }
}

extension Field {
    /// Whether the texts are numbers of papers, which name nobody.
    var isPaperNumber: Bool { Field.papers.contains(code) }

    private static let papers: Set<String> = [
        "entry_id", "number", "decision_number", "document_number", "plan_number", "minutes",
        "indicator",
    ]
}
