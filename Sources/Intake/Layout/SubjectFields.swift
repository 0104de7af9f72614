internal import Model
internal import Plans

/// The number fields of a form that differ by their subject only: collectives, individuals,
/// households.
package struct SubjectFields: Hashable, Sendable {
    private var bySubject: [Subject: Int] = [:]

    /// The fields' indices in the form, in the order of the subjects.
    package var fields: [Int] { Subject.allCases.compactMap { bySubject[$0] } }

    /// The groups of a form, by what their headers say besides the subject.
    static func groups(of form: Form) -> [[UInt8]: SubjectFields] {
        var groups: [[UInt8]: SubjectFields] = [:]
        for (index, field) in form.fields.enumerated() where field.type == .int {
            let words = Fold.key(field.header)
            let named = subjects.filter { words.firstRange(of: $0.words) != nil }
            guard named.count == 1 else { continue }
            groups[key(of: words), default: SubjectFields()][named[0].subject] = index
        }
        return groups.filter { $0.value.fields.count > 1 }
    }

    /// A folded header without the subjects that it names.
    ///
    /// `Số tập thể, cá nhân được khen thưởng` and `Số tập thể được khen thưởng` are of one group.
    static func key(of header: [UInt8]) -> [UInt8] {
        var words = header.split(separator: 32)[...]
        var kept: [ArraySlice<UInt8>] = []
        while let word = words.first {
            if let phrase = phrases.first(where: {
                words.starts(with: $0, by: { $0.elementsEqual($1) })
            }) {
                words.removeFirst(phrase.count)
            } else {
                kept.append(word)
                words.removeFirst()
            }
        }
        return Array(kept.joined(separator: [32]))
    }

    /// The one subject that a folded header names; nil where it names none or several.
    static func onlySubject(in header: [UInt8]) -> Subject? {
        let named = subjects.filter { header.firstRange(of: $0.words) != nil }
        return named.count == 1 ? named[0].subject : nil
    }

    /// Whether a folded text is the name of a subject and nothing else.
    static func isSubject(_ key: [UInt8]) -> Bool { subjects.contains { $0.words == key } }

    /// What a subject is called in headers, folded.
    static func words(of subject: Subject) -> [UInt8] {
        subjects.first { $0.subject == subject }?.words ?? []
    }

    /// The words that a header of several subjects has besides what it counts.
    private static let phrases =
        (subjects.map(\.words) + [Fold.key("và")]).map { $0.split(separator: 32).map(Array.init) }

    /// The field of a subject; nil where the form has none.
    package internal(set) subscript(_ subject: Subject) -> Int? {
        get { bySubject[subject] }
        set { bySubject[subject] = newValue }
    }

    /// Whom a field counts; nil where it is none of the group's.
    func subject(of field: Int) -> Subject? {
        Subject.allCases.first { bySubject[$0] == field }
    }

    private static let subjects: [(words: [UInt8], subject: Subject)] = [
        (Fold.key("tập thể"), .collective), (Fold.key("cá nhân"), .individual),
        (Fold.key("hộ gia đình"), .household),
    ]
}
