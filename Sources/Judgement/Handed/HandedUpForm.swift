internal import Intake
internal import Model
internal import Plans

/// The built-in form `indicator_result` as a plan has it: nil as a whole where the form, or one of
/// the fields that are read, is not there.
struct HandedUpForm {
    /// The place of the form among the plan's.
    let index: Int
    /// The form's fields.
    let indicator: Int
    let numerator: Int
    let denominator: Int
    let value: Int
    let status: Int
    let pending: Int
    let nodes: Int
    let nodesMet: Int
    let terms: Int
    /// The status that each value of the field means, by the values' places.
    private let statuses: [Status?]

    init?(_ forms: FormCatalogue) {
        guard let index = forms.index(of: "indicator_result") else { return nil }
        let form = forms.forms[index]
        guard let indicator = form.index(of: "indicator"),
            let numerator = form.index(of: "numerator"),
            let denominator = form.index(of: "denominator"),
            let value = form.index(of: "value"), let status = form.index(of: "status"),
            let pending = form.index(of: "pending"), let nodes = form.index(of: "nodes"),
            let nodesMet = form.index(of: "nodes_met"), let terms = form.index(of: "terms")
        else { return nil }
        self.index = index
        self.indicator = indicator
        self.numerator = numerator
        self.denominator = denominator
        self.value = value
        self.status = status
        self.pending = pending
        self.nodes = nodes
        self.nodesMet = nodesMet
        self.terms = terms
        statuses = form.fields[status].values.map { Status(rawValue: $0.code) }
    }

    /// How many units or nodes a field of a record says; nil where it says none.
    func count(_ field: Int, of record: Int, in batch: RecordBatch) -> Int? {
        batch.number(field, record).flatMap {
            // No country has more units; sums of such numbers never leave the range.
            $0.isWhole && (0...1_000_000_000).contains($0.numerator) ? Int($0.numerator) : nil
        }
    }

    /// The status that a record says; nil where it leaves it blank.
    func status(of record: Int, in batch: RecordBatch) -> Status? {
        batch.code(status, record).flatMap { statuses[$0] }
    }
}
