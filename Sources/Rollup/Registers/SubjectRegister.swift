internal import Intake
internal import Model
internal import Plans

/// How the records of a register of people, groups and households are held against each other.
///
/// What two of them share says that they may be about the same one (domain.md 2.4), what their
/// marks say that they are about two: another year of birth, another award.
struct SubjectRegister {
    /// What records share that may be about the same one.
    struct Listing: Hashable {
        var name: Digest
        var unit: Int32
        /// By their codes; -1 where the cell is blank.
        var subject: Int
        var level: Int
        /// The year; of commendations the day of the decision, for one may have several in a year.
        var time: Int32
    }

    private let name: Int
    private let subject: Int?
    private let individual: Int?
    private let level: Int?
    private let mark: Int?
    private let isDecided: Bool
    /// Whether another mark in another file may be a correction: a year of birth is mended, an
    /// award is another one.
    let mendsMarks: Bool

    /// Nil for forms that list nobody.
    init?(_ form: Form) {
        guard ["exemplar", "proposal", "commendation"].contains(form.id),
            let name = form.index(of: "name")
        else { return nil }
        self.name = name
        subject = form.index(of: "subject")
        individual = subject.flatMap { subject in
            form.fields[subject].values.firstIndex { $0.code == "individual" }
        }
        // An exemplar is recognised at one level after the other.
        mendsMarks = form.id == "exemplar"
        level = mendsMarks ? nil : form.index(of: "level")
        mark = form.index(of: mendsMarks ? "birth_year" : "award")
        isDecided = form.id == "commendation"
    }

    /// What stands for a record that shares nothing with others.
    static let noHash: UInt64 = 0

    /// The hash of what each record shares with others, ``noHash`` for those that do not count.
    func hashes(_ resolved: ResolvedBatch, _ calendar: ReportingCalendar) -> [UInt64] {
        resolved.counts.indices.map { record in
            guard resolved.counts[record], let listing = listing(resolved, record, calendar) else {
                return SubjectRegister.noHash
            }
            return UInt64(truncatingIfNeeded: listing.hashValue) | 1
        }
    }

    /// What a record shares with others; nil where it names nobody or no time.
    func listing(
        _ resolved: ResolvedBatch,
        _ record: Int,
        _ calendar: ReportingCalendar
    ) -> Listing? {
        let batch = resolved.batch
        let day = batch.days[record]
        let time: Int32
        if isDecided {
            guard day != RecordBatch.blankDay else { return nil }
            time = day
        } else if let period = batch.explicitPeriod(record) {
            time = Int32(truncatingIfNeeded: period.year)
        } else {
            let day = resolved.receipts.isEmpty ? day : resolved.receipts[record]
            guard day != RecordBatch.blankDay else { return nil }
            time = Int32(truncatingIfNeeded: calendar.year(of: Day(number: day)))
        }
        let subject = subject.flatMap { batch.code($0, record) }
        let key = key(batch, record, isIndividual: subject != nil && subject == individual)
        guard !key.isEmpty else { return nil }
        return Listing(
            name: Digest(key),
            unit: batch.units[record],
            subject: subject ?? -1,
            level: level.flatMap { batch.code($0, record) } ?? -1,
            time: time
        )
    }

    /// What tells a record from others of the same name; nil where the cell is blank.
    func mark(_ batch: RecordBatch, _ record: Int) -> Digest? {
        guard let mark else { return nil }
        if mendsMarks {
            guard let year = batch.number(mark, record) else { return nil }
            return Digest(Array(year.rounded(decimals: 0).utf8))
        }
        let award = batch.foldedText(mark, record)
        return award.isEmpty ? nil : Digest(award)
    }

    /// The folded name; of a person without what stands before it (`Ông`, `Đ/c`) and without the
    /// post behind a dash.
    private func key(_ batch: RecordBatch, _ record: Int, isIndividual: Bool) -> [UInt8] {
        guard isIndividual else { return batch.foldedText(name, record) }
        var key = batch.foldedText(name, record)
        let text = batch.text(name, record)
        // Few names have a dash, and a look for its first byte is soon done.
        if text.utf8.contains(where: { $0 == UInt8(ascii: "-") || $0 == 0xE2 }),
            let end = SubjectRegister.dashes.compactMap({ text.firstRange(of: $0)?.lowerBound })
                .min(),
            end > text.startIndex
        {
            key = Fold.key(String(text[..<end]))
        }
        for title in SubjectRegister.titles where key.starts(with: title) {
            key.removeFirst(title.count)
            break
        }
        return key
    }

    private static let dashes = [" - ", " – ", " — "]

    private static let titles = ["Ông", "Bà", "Anh", "Chị", "Cô", "Đồng chí", "Đ/c", "đc"]
        .map { Fold.key($0) + [32] }
}
