internal import Intake
internal import Plans

/// Numbers of a form of which none can be more than the one before: the members of a board, those
/// present, the ballots issued, collected, valid and in favour (domain.md 2, `hop_xet.csv`).
struct BallotChain {
    /// Two numbers that contradict each other, with the indexes of their fields.
    struct Fault {
        var more: (field: Int, value: Int64)
        var limit: (field: Int, value: Int64)
    }

    /// The fields from the largest number to the smallest.
    private let fields: [Int]

    /// The chain of a form; nil where the form has none.
    init?(_ form: Form) {
        let codes: [String]
        switch form.id {
        case "review": codes = ["members", "present", "issued", "collected", "valid", "agree"]
        case "exemplar": codes = ["ballots", "agree"]
        default: return nil
        }
        fields = codes.compactMap(form.index(of:))
    }

    /// The first number of a record that is more than the one before it; blanks are passed over.
    func fault(_ batch: RecordBatch, _ record: Int) -> Fault? {
        var limit: (field: Int, value: Int64)?
        for field in fields {
            guard case .integers(let values) = batch.columns[field],
                values[record] != RecordBatch.blankNumber
            else { continue }
            if let limit, values[record] > limit.value {
                return Fault(more: (field, values[record]), limit: limit)
            }
            limit = (field, values[record])
        }
        return nil
    }
}
