internal import Intake
internal import Model
internal import Plans

/// Where the form `review` has its fields.
struct ReviewSheet {
    private let numbers: [ReviewRule.Base: Int]
    private let agree: Int?
    private let method: Int?
    private let result: Int?
    private let methods: [EnumValue]
    private let results: [EnumValue]
    let exemplar: Int?
    /// A field that a plan may add: the title that the review is about.
    let award: Int?

    init(_ form: Form) {
        var numbers: [ReviewRule.Base: Int] = [:]
        for base in ReviewRule.Base.allCases { numbers[base] = form.index(of: base.rawValue) }
        self.numbers = numbers
        agree = form.index(of: "agree")
        method = form.index(of: "method")
        result = form.index(of: "result")
        methods = method.map { form.fields[$0].values } ?? []
        results = result.map { form.fields[$0].values } ?? []
        exemplar = form.index(of: "exemplar")
        award = form.index(of: "award")
    }

    func review(_ batch: RecordBatch, _ record: Int) -> Review {
        func number(_ field: Int?) -> Int? {
            guard let field, case .integers(let values) = batch.columns[field],
                values[record] != RecordBatch.blankNumber
            else { return nil }
            return Int(values[record])
        }
        func code(_ field: Int?, _ values: [EnumValue]) -> String? {
            field.flatMap { batch.code($0, record) }.map { values[$0].code }
        }
        return Review(
            numbers: numbers.compactMapValues(number),
            agree: number(agree),
            isSecret: code(method, methods).map { $0 == "secret" },
            hasPassed: code(result, results).map { $0 == "pass" }
        )
    }
}

/// What one review says of itself.
struct Review {
    var numbers: [ReviewRule.Base: Int]
    var agree: Int?
    /// Nil where the way of voting or the result is blank.
    var isSecret: Bool?
    var hasPassed: Bool?

    /// What contradicts a rule.
    struct Fault {
        /// The fields that it stands in; the first that the form has is named.
        var fields: [String]
        var value: String
        var expected: String
        var message: String
    }

    /// The contradictions with a rule, and whether everything that it asks for could be looked at.
    func outcome(under rule: ReviewRule) -> (faults: [Fault], isComplete: Bool) {
        var isQuorate: Bool? = true
        if let quorum = rule.quorum {
            isQuorate = holds(quorum, numbers[.present], numbers[.members])
        }
        var faults = [quorumFault(rule, isQuorate), secrecyFault(rule)].compactMap(\.self)
        var isComplete = isQuorate != nil && (!rule.isSecret || isSecret != nil)
        if let threshold = rule.threshold, let base = rule.base {
            let isAgreed = holds(threshold, agree, numbers[base])
            isComplete = isComplete && isAgreed != nil && hasPassed != nil
            if let fault = resultFault(rule, isAgreed, of: base, isQuorate: isQuorate) {
                faults.append(fault)
            }
        }
        return (faults, isComplete)
    }

    /// A meeting with too few members.
    private func quorumFault(_ rule: ReviewRule, _ isQuorate: Bool?) -> Fault? {
        guard isQuorate == false, let present = numbers[.present], let members = numbers[.members]
        else { return nil }
        let expected = Review.words(rule.quorumText)
        return Fault(
            fields: ["present"],
            value: "\(present)/\(members)",
            expected: expected,
            message:
                "Họp có \(present)/\(members) thành viên, chưa đủ số quy định (\(expected))"
                + (hasPassed == true ? ", nhưng vẫn ghi “Đạt”" : "")
        )
    }

    /// A show of hands where the ballot has to be secret.
    private func secrecyFault(_ rule: ReviewRule) -> Fault? {
        guard rule.isSecret, isSecret == false else { return nil }
        return Fault(
            fields: ["method"],
            value: "Biểu quyết",
            expected: "Bỏ phiếu kín",
            message: "Ghi hình thức “Biểu quyết”, trong khi phải bỏ phiếu kín"
        )
    }

    /// A result that the votes contradict, in either direction.
    private func resultFault(
        _ rule: ReviewRule,
        _ isAgreed: Bool?,
        of base: ReviewRule.Base,
        isQuorate: Bool?
    ) -> Fault? {
        guard let isAgreed, let agree, let whole = numbers[base] else { return nil }
        let share = "\(agree)/\(whole) \(base.noun) đồng ý"
        let expected = Review.words(rule.thresholdText)
        if !isAgreed, hasPassed == true {
            return Fault(
                fields: ["result"],
                value: "Đạt (\(agree)/\(whole))",
                expected: expected,
                message: "Ghi “Đạt” nhưng chỉ có \(share), yêu cầu \(expected)"
            )
        }
        guard isAgreed, hasPassed == false, isQuorate != false else { return nil }
        return Fault(
            fields: ["result"],
            value: "Không đạt (\(agree)/\(whole))",
            expected: expected,
            message: "Ghi “Không đạt” nhưng có \(share), đủ yêu cầu \(expected)"
        )
    }

    /// Whether a share holds; nil where a number is blank or there is nothing to take a share of.
    private func holds(_ rule: ShareRule, _ part: Int?, _ whole: Int?) -> Bool? {
        guard let part, let whole, whole > 0 else { return nil }
        return rule.holds(part, of: whole)
    }

    /// A rule as officials read it: `>= 2/3` is `≥ 2/3`.
    private static func words(_ text: String?) -> String {
        (text ?? "").replacing(">=", with: "≥").replacing("<=", with: "≤")
    }
}

extension ReviewRule.Base {
    /// What the base counts, after a number.
    fileprivate var noun: String {
        switch self {
        case .members: "thành viên"
        case .present: "người có mặt"
        case .issued: "phiếu phát ra"
        case .collected: "phiếu thu về"
        case .valid: "phiếu hợp lệ"
        }
    }
}
