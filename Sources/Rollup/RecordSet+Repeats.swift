internal import Intake
internal import Model
internal import Plans

/// Who may have been listed twice: a list that comes again with a year of birth mended, a name with
/// a title before it.
///
/// The key decides, so both count (CONTRACT §3); only the office knows whether they are one, so
/// nothing is merged (domain.md 2.4).
extension RecordSet {
    /// Those that a listing has had so far.
    private struct Listed {
        /// The first of all, and the first that stands in another file than that one.
        var firsts: [(file: Int, place: RecordPlace)] = []
        var firstUnmarked: RecordPlace?
        var firstOfMark: [Digest: RecordPlace] = [:]

        /// The record that one more may be the same as; nil where it is another.
        func original(of mark: Digest?, in file: Int, mendsMarks: Bool) -> RecordPlace? {
            guard let mark else { return firsts.first?.place }
            return firstOfMark[mark] ?? firstUnmarked
                ?? (mendsMarks ? firsts.first { $0.file != file }?.place : nil)
        }

        mutating func add(_ place: RecordPlace, _ mark: Digest?, in file: Int) {
            if firsts.count < 2, firsts.first?.file != file { firsts.append((file, place)) }
            if let mark {
                if firstOfMark[mark] == nil { firstOfMark[mark] = place }
            } else if firstUnmarked == nil {
                firstUnmarked = place
            }
        }
    }

    /// What decides the kind of such a finding.
    private struct RepeatFinding: Hashable {
        var unit: Int32
        var file: Int
        var originalFile: Int
    }

    /// Reports records of a register that may be about somebody who has been listed before.
    mutating func reportSuspectedRepeats(_ form: Int) {
        guard let register = SubjectRegister(context.plan.forms.forms[form]) else { return }
        let calendar = context.plan.calendar
        let hashes = forms[form].map { register.hashes($0, calendar) }
        let repeated = RecordSet.repeated(hashes)
        guard !repeated.isEmpty else { return }
        var listed: [SubjectRegister.Listing: Listed] = [:]
        var kinds: [RepeatFinding: FindingKind] = [:]
        for (number, resolved) in forms[form].enumerated() {
            for record in resolved.counts.indices where repeated.contains(hashes[number][record]) {
                guard let listing = register.listing(resolved, record, calendar) else { continue }
                let mark = register.mark(resolved.batch, record)
                let file = resolved.file(of: record)
                let original = listed[listing]?
                    .original(of: mark, in: file, mendsMarks: register.mendsMarks)
                let place = RecordPlace(form: form, batch: number, record: record)
                listed[listing, default: Listed()].add(place, mark, in: file)
                guard let original else { continue }
                reportRepeat(place, original, listing.unit, &kinds)
                noteSentAgain(original, by: place, isSuspected: true)
            }
        }
    }

    /// The hashes that stand more than once: of millions of records few share one, and only those
    /// are held against each other.
    private static func repeated(_ hashes: [[UInt64]]) -> Set<UInt64> {
        let sorted = hashes.joined().filter { $0 != SubjectRegister.noHash }.sorted()
        var repeated: Set<UInt64> = []
        for (hash, next) in zip(sorted, sorted.dropFirst()) where hash == next {
            repeated.insert(hash)
        }
        return repeated
    }

    private mutating func reportRepeat(
        _ place: RecordPlace,
        _ original: RecordPlace,
        _ unit: Int32,
        _ kinds: inout [RepeatFinding: FindingKind]
    ) {
        let batches = forms[place.form]
        let (resolved, earlier) = (batches[place.batch], batches[original.batch])
        let about = RepeatFinding(
            unit: unit,
            file: resolved.file(of: place.record),
            originalFile: earlier.file(of: original.record)
        )
        let kind = kinds[about] ?? repeatKind(about, place.form)
        kinds[about] = kind
        findings.append(
            Finding(
                kind,
                row: Int(resolved.held.batch.lines[place.record]),
                other: Int(earlier.held.batch.lines[original.record])
            )
        )
    }

    private func repeatKind(_ about: RepeatFinding, _ form: Int) -> FindingKind {
        let definition = context.plan.forms.forms[form]
        let original = collection.files[about.originalFile].path
        let (alike, fix): (String, String) =
            switch definition.id {
            case "exemplar":
                (
                    "cùng đơn vị, năm, đối tượng, chỉ khác cách ghi tên hoặc năm sinh",
                    "Là một thì giữ một dòng, ghi đủ năm sinh; là hai người trùng tên thì ghi năm sinh "
                        + "của từng người trong cùng một danh sách."
                )
            case "proposal":
                (
                    "cùng đơn vị, năm, đối tượng, cấp khen thưởng, chỉ khác cách ghi tên hoặc để "
                        + "trống danh hiệu",
                    "Là một đề nghị thì giữ một dòng, ghi đủ danh hiệu, hình thức; là hai đề nghị "
                        + "thì ghi rõ danh hiệu, hình thức của từng đề nghị."
                )
            default:
                (
                    "cùng đơn vị, đối tượng, cấp khen, ngày quyết định, chỉ khác cách ghi tên, số "
                        + "quyết định hoặc để trống danh hiệu",
                    "Là một quyết định thì giữ một dòng, ghi đủ số quyết định và danh hiệu; là hai "
                        + "thì không phải sửa."
                )
            }
        return FindingKind(
            .duplicate,
            severity: .warning,
            unit: context.roster.units[Int(about.unit)].id,
            file: collection.files[about.file].path,
            column: definition.index(of: "name").map { definition.fields[$0].header },
            wording: "Có thể trùng với dòng \(.otherLine) của tệp \"\(file: original)\": "
                + "\(alike); vẫn được tính.",
            fix: fix,
            isSuspicion: true
        )
    }
}
