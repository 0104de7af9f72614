internal import Intake
internal import Model
internal import Plans

/// How one review stands with the plan's rules.
package struct ReviewStanding: Hashable, Sendable {
    /// The batch and record of the form `review`.
    package var batch: Int
    /// The index of the record in the batch.
    package var record: Int
    /// Whether every number that the rules ask for is there.
    package var isChecked: Bool
    /// Whether its result or the way in which it was held contradicts the rules.
    package var isContrary: Bool
}

extension RecordSet {
    /// Holds each review that counts against the rules of its title, or else the general one; what
    /// contradicts them is reported, never corrected.
    mutating func checkReviews() {
        guard let rules = context.plan.reviews,
            let form = context.plan.forms.index(of: "review")
        else { return }
        let definition = context.plan.forms.forms[form]
        let chain = BallotChain(definition)
        let sheet = ReviewSheet(definition)
        let titles = ReviewTitles(self, rules, sheet)
        for index in forms[form].indices {
            let resolved = forms[form][index]
            for record in 0..<resolved.batch.count where resolved.counts[record] {
                // Numbers that contradict each other are reported as such and decide nothing.
                guard chain?.fault(resolved.batch, record) == nil else {
                    reviews.append(
                        ReviewStanding(
                            batch: index,
                            record: record,
                            isChecked: false,
                            isContrary: false
                        )
                    )
                    continue
                }
                let review = sheet.review(resolved.batch, record)
                let own = titles.rules(of: resolved.batch, record)
                var standing = ReviewStanding(
                    batch: index,
                    record: record,
                    isChecked: true,
                    isContrary: false
                )
                let applied =
                    own.isEmpty ? [(nil, rules.general)] : own.map { ($0.name, $0.rule) }
                for (title, rule) in applied {
                    let outcome = review.outcome(under: rule)
                    standing.isChecked = standing.isChecked && outcome.isComplete
                    for fault in outcome.faults {
                        standing.isContrary = true
                        reportReview(form, index, record, fault, title: title)
                    }
                }
                reviews.append(standing)
            }
        }
    }

    private mutating func reportReview(
        _ form: Int,
        _ index: Int,
        _ record: Int,
        _ fault: Review.Fault,
        title: String?
    ) {
        guard
            let field = fault.fields.lazy.compactMap(context.plan.forms.forms[form].index(of:))
                .first
        else { return }
        note(
            .contradiction,
            form,
            index,
            record,
            field: field,
            value: fault.value,
            expected: fault.expected,
            message: fault.message + (title.map { " (danh hiệu “\($0)”)." } ?? "."),
            fix: "Kiểm tra lại theo biên bản họp xét; gửi lại hoặc giải trình."
        )
    }
}

/// Which titles a review was held about.
struct ReviewTitles {
    private let rules: ReviewRules
    private let sheet: ReviewSheet
    private let kinship: Kinship
    private let calendar: ReportingCalendar
    /// By the folded name of a nominee, where and for which year it was proposed for which title.
    private var proposals: [Digest: [(unit: Int32, year: Int, title: Int)]] = [:]

    init(_ records: RecordSet, _ rules: ReviewRules, _ sheet: ReviewSheet) {
        self.rules = rules
        self.sheet = sheet
        kinship = Kinship(records.context, on: records.asOf.day)
        calendar = records.context.plan.calendar
        let catalogue = records.context.plan.forms
        guard !rules.titles.isEmpty, let form = catalogue.index(of: "proposal"),
            let name = catalogue.forms[form].index(of: "name"),
            let award = catalogue.forms[form].index(of: "award")
        else { return }
        for resolved in records.forms[form] {
            let batch = resolved.batch
            for record in 0..<batch.count where resolved.counts[record] {
                let key = batch.foldedText(award, record)
                let nominee = batch.foldedText(name, record)
                guard !nominee.isEmpty,
                    let year = batch.explicitPeriod(record)?.year
                        ?? batch.ownDay(record).map(calendar.year),
                    let title = rules.titles.firstIndex(where: { $0.key == key })
                else { continue }
                proposals[Digest(nominee), default: []]
                    .append((batch.units[record], year, title))
            }
        }
    }

    /// The rules of the titles that a review names itself, or else of those for which its exemplar
    /// was proposed in that year; none where it is about no title with a rule of its own.
    func rules(of batch: RecordBatch, _ record: Int) -> [ReviewRules.Title] {
        if let award = sheet.award {
            let key = batch.foldedText(award, record)
            if !key.isEmpty { return rules.titles.filter { $0.key == key } }
        }
        guard let exemplar = sheet.exemplar, !proposals.isEmpty else { return [] }
        let name = batch.foldedText(exemplar, record)
        let unit = Int(batch.units[record])
        // A board that meets in January sits on the year before.
        let year = calendar.year(of: Day(number: batch.days[record]))
        let found = (name.isEmpty ? nil : proposals[Digest(name)])?.filter { proposal in
            (year - 1...year).contains(proposal.year)
                && kinship.isRelated(Int(proposal.unit), unit)
        }
        return Set((found ?? []).map(\.title)).sorted().map { rules.titles[$0] }
    }
}
