internal import Intake
internal import Judgement
internal import Model
internal import Plans
internal import Rollup

/// What the registers say of the units of a report in one span of time, counted.
///
/// A form without a single record in the span has no figures: nothing is said of it, which is not
/// 0.
struct PeriodFigures {
    /// The records that are counted together.
    struct Key: Hashable {
        var form: String
        /// The code of an enum field and the value that it has; nil for all records.
        var field: String?
        var value: String?
        /// The same of a second field, for forms that are told by two.
        var also: String?

        init(_ form: String, _ field: String? = nil, _ value: String? = nil, also: String? = nil) {
            self.form = form
            self.field = field
            self.value = value
            self.also = also
        }
    }

    struct Tally {
        var count = 0
        var units: Set<Int32> = []
        /// The sum of the form's figure, such as the people who came; nil where none is written.
        var sum: Int?

        mutating func add(_ unit: Int32, _ number: Int?) {
            count += 1
            units.insert(unit)
            add(number)
        }

        mutating func add(_ other: Tally) {
            count += other.count
            units.formUnion(other.units)
            add(other.sum)
        }

        /// No office counts as far as an integer reaches: a sum that leaves it stays at its end.
        private mutating func add(_ number: Int?) {
            guard let number else { return }
            let (total, isOver) = (sum ?? 0).addingReportingOverflow(number)
            sum = isOver ? (number < 0 ? .min : .max) : total
        }
    }

    /// One record of a list in the report.
    struct Event {
        var day: Day
        var unit: Int
        var content: String
        var attendees: Int?
    }

    let window: Window
    private var tallies: [Key: Tally] = [:]
    /// The units that filed a record of a form, by form: those whose lists are counted.
    private var listers: [String: Set<Int32>] = [:]
    /// By kind of activity, in the order of their days.
    private(set) var events: [String: [Event]] = [:]

    /// The enum field by which the records of a form are told apart, and a second one.
    private static let kinds: [String: (field: String, also: String?)] = [
        "document": ("kind", nil), "activity": ("kind", nil), "media": ("kind", nil),
        "exemplar": ("status", "subject"), "proposal": ("level", "subject"),
        "commendation": ("level", "subject"), "review": ("result", nil), "pledge": ("", nil),
    ]

    /// The value by which exemplars are counted that are neither new factors nor found wanting.
    static let standing = "standing"

    /// The number field of a form that is added up.
    private static let numbers = ["activity": "attendees", "pledge": "registrants"]

    /// The kinds of media work that are counted as news items, `tin, bài, phóng sự`.
    static let posts = ["post", "feature", "social"]

    /// The kinds of activity of which the report lists each.
    private static let listed: Set<String> = ["training", "inspection", "conference"]

    /// Counts the records of a window; `units` says for each unit of the roster whether it belongs.
    init(_ judgement: Judgement, _ window: Window, units: [Bool]) {
        self.window = window
        let records = judgement.records
        let slice = Slice(spans: [window.span], window: window.span)
        for (index, form) in judgement.scene.plan.forms.forms.enumerated() {
            guard let kind = PeriodFigures.kinds[form.id] else { continue }
            let field = form.index(of: kind.field)
            let also = kind.also.flatMap { form.index(of: $0) }
            let number = PeriodFigures.numbers[form.id].flatMap { form.index(of: $0) }
            for (place, resolved) in records.forms[index].enumerated() {
                let batch = resolved.batch
                let members = records.members(index, place, slice)
                for record in members.indices
                where members[record] && units[Int(batch.units[record])] {
                    listers[form.id, default: []].insert(batch.units[record])
                    func code(_ field: Int?) -> String? {
                        field.flatMap { field in
                            batch.code(field, record).map { form.fields[field].values[$0].code }
                        }
                    }
                    let (status, second) = (code(field), code(also))
                    // The further steps of an exemplar are one: it stands as one.
                    let isExemplar =
                        form.id == "exemplar" && status != "rejected" && status != "emerging"
                    let first = isExemplar ? PeriodFigures.standing : status
                    let figure = number.flatMap { batch.number($0, record) }
                        .flatMap { Int($0.rounded(decimals: 0)) }
                    var keys: Set<Key> = [Key(form.id)]
                    if let first { keys.insert(Key(form.id, kind.field, first)) }
                    if let second {
                        keys.insert(Key(form.id, nil, nil, also: second))
                        if let first {
                            keys.insert(Key(form.id, kind.field, first, also: second))
                        }
                    }
                    for key in keys {
                        tallies[key, default: Tally()].add(batch.units[record], figure)
                    }
                    if form.id == "activity", let first, PeriodFigures.listed.contains(first),
                        batch.days[record] != RecordBatch.blankDay
                    {
                        events[first, default: []].append(
                            Event(
                                day: Day(number: batch.days[record]),
                                unit: Int(batch.units[record]),
                                content: form.index(of: "content").map { batch.text($0, record) }
                                    ?? "",
                                attendees: figure
                            )
                        )
                    }
                }
            }
        }
        for kind in events.keys {
            events[kind]?.sort { ($0.day, $0.unit, $0.content) < ($1.day, $1.unit, $1.content) }
        }
    }

    /// The records of a key; nil where nobody filed a record of the form.
    subscript(key: Key) -> Tally? {
        guard listers[key.form] != nil else { return nil }
        return tallies[key] ?? Tally()
    }

    /// How many units' lists of a form are counted.
    func lists(of form: String) -> Int { listers[form]?.count ?? 0 }

    /// Several kinds of a form as one.
    func sum(_ form: String, _ values: [String]) -> Tally? {
        let parts = values.compactMap { self[Key(form, PeriodFigures.kinds[form]?.field, $0)] }
        guard !parts.isEmpty else { return nil }
        return parts.reduce(into: Tally()) { $0.add($1) }
    }
}
