internal import Model
internal import Plans

/// The number fields of a form that differ by their subject only: collectives, individuals, households.
package struct SubjectFields: Hashable, Sendable {
    private var bySubject: [Subject: Int] = [:]

    package var fields: [Int] { Subject.allCases.compactMap { bySubject[$0] } }

    /// The groups of a form, by what their headers say besides the subject.
    static func groups(of form: Form) -> [[UInt8]: SubjectFields] {
        var groups: [[UInt8]: SubjectFields] = [:]
        for (index, field) in form.fields.enumerated() where field.type == .int {
            let words = Fold.key(field.header)
            let named = subjects.filter { words.firstRange(of: $0.words) != nil }
            guard named.count == 1 else { continue }
            groups[key(field.header), default: SubjectFields()][named[0].subject] = index
        }
        return groups.filter { $0.value.fields.count > 1 }
    }

    /// A folded header without the subjects that it names.
    ///
    /// `Số tập thể, cá nhân được khen thưởng` and `Số tập thể được khen thưởng` are of one group.
    static func key(_ header: String) -> [UInt8] {
        var words: [UInt8] = [32] + Fold.key(header) + [32]
        for word in subjects.map(\.words) + [Fold.key("và")] {
            while let range = words.firstRange(of: [32] + word + [32]) {
                words.replaceSubrange(range, with: [32])
            }
        }
        return Array(words.drop { $0 == 32 }.dropLast())
    }

    /// The field of a subject; nil where the form has none.
    package internal(set) subscript(_ subject: Subject) -> Int? {
        get { bySubject[subject] }
        set { bySubject[subject] = newValue }
    }

    private static let subjects: [(words: [UInt8], subject: Subject)] = [
        (Fold.key("tập thể"), .collective), (Fold.key("cá nhân"), .individual),
        (Fold.key("hộ gia đình"), .household),
    ]
}
