internal import Intake
internal import Judgement
internal import Model
internal import Plans
internal import Rollup

/// What the units' own reports of a window say: figures that stand in for a register of which
/// nobody filed a record, and what the units raise.
struct UnitReports {
    /// The same words, and the units that say them.
    struct Voice {
        var text: String
        var units: [Int]
    }

    private var sums: [String: Quantity] = [:]
    private var voices: [String: [Voice]] = [:]

    /// Looks once at the reports that speak for the window, of units in ascending order: adds up
    /// the fields `figures` and gathers the words in the fields `words`.
    init(
        _ judgement: Judgement,
        _ window: Window,
        units: [Int],
        figures: [String],
        words: [String]
    ) {
        let forms = judgement.scene.plan.forms
        guard let form = forms.index(of: "unit_report") else { return }
        let batches = judgement.records.forms[form]
        let reports = PeriodicReports(records: judgement.records, form: form)
        var sums = figures.compactMap { Sum($0, forms.forms[form]) }
        var choirs = words.compactMap { Choir($0, forms.forms[form]) }
        for unit in units {
            for report in reports.speaking(for: unit, window.span) {
                for index in sums.indices {
                    let number = batches[report.batch].batch
                        .number(sums[index].field, report.record)
                    if let number { sums[index].take(number) }
                }
                for index in choirs.indices {
                    choirs[index].take(
                        batches[report.batch].batch.text(choirs[index].field, report.record),
                        of: unit
                    )
                }
            }
            for index in sums.indices { sums[index].endUnit() }
        }
        for sum in sums { self.sums[sum.code] = sum.total }
        for choir in choirs { voices[choir.code] = choir.voices }
    }

    /// The sum of a field; nil where no report says anything.
    func sum(_ code: String) -> Int? { sums[code].flatMap { Int($0.rounded(decimals: 0)) } }

    /// What is said in a field, the same words of several units once.
    func voices(_ code: String) -> [Voice] { voices[code] ?? [] }

    /// A field added up as the measure `reported` adds it up.
    private struct Sum {
        let code: String
        let field: Int
        private let isYesNo: Bool
        private var ofUnit: Quantity?
        private(set) var total: Quantity?
        private var overflows = false

        init?(_ code: String, _ form: Form) {
            guard let field = form.index(of: code) else { return nil }
            self.code = code
            self.field = field
            isYesNo = form.fields[field].type == .yesNo
        }

        /// Takes the figure of one of a unit's reports.
        mutating func take(_ number: Quantity) {
            if isYesNo {
                ofUnit = max(ofUnit ?? .zero, number)
            } else {
                ofUnit = ofUnit.map { $0.adding(number) } ?? number
            }
        }

        mutating func endUnit() {
            guard let value = ofUnit, !overflows else { return ofUnit = nil }
            ofUnit = nil
            guard let before = total else { return total = value }
            total = isYesNo ? max(before, value) : before.adding(value)
            overflows = total == nil
        }
    }

    /// What is said in one field.
    private struct Choir {
        let code: String
        let field: Int
        private(set) var voices: [Voice] = []
        private var places: [[UInt8]: Int] = [:]

        /// Said where there is nothing to say.
        private static let nothing: Set<[UInt8]> = Set(
            [
                "Không", "Không có", "Không có gì", "Chưa có", "Không có khó khăn, vướng mắc",
                "-", "0",
            ].map { Fold.key($0) }
        )

        init?(_ code: String, _ form: Form) {
            guard let field = form.index(of: code), form.fields[field].type == .text else {
                return nil
            }
            self.code = code
            self.field = field
        }

        mutating func take(_ said: String, of unit: Int) {
            guard !said.isEmpty else { return }
            let text = PlainText.withoutContacts(said, longest: 1000)
            let key = Fold.key(text)
            guard !key.isEmpty, !Choir.nothing.contains(key) else { return }
            guard let place = places[key] else {
                places[key] = voices.count
                voices.append(Voice(text: text, units: [unit]))
                return
            }
            // A unit's reports come one after another.
            if voices[place].units.last != unit { voices[place].units.append(unit) }
        }
    }
}
