internal import Intake
internal import Model
internal import Plans

extension RecordSet {
    /// An entry that shares its work with others, and what decides which of them came first.
    struct Contender: Hashable {
        var day: Int32
        var file: Int
        var batch: Int
        var record: Int

        /// The work received first stays valid; then the first in the order of files
        /// (CONTRACT §11.3).
        static func precedes(_ a: Contender, _ b: Contender) -> Bool {
            (a.day, a.file, a.batch, a.record) < (b.day, b.file, b.batch, b.record)
        }
    }

    /// Finds out why each entry of a contest is not valid.
    mutating func judgeEntries(_ form: Int, _ repeated: RepeatCandidates) {
        let rules = EntryRules(plan: context.plan, form: context.plan.forms.forms[form])
        let batches = forms[form]
        let middle = batches.count / 2
        let (front, back) = concurrently(
            { batches[..<middle].map { rules.judge($0.held.batch, where: $0.counts) } },
            { batches[middle...].map { rules.judge($0.held.batch, where: $0.counts) } }
        )
        for (index, judged) in (front + back).enumerated() {
            forms[form][index].editions = judged.editions
            forms[form][index].faults = judged.faults
        }
        let entries = forms[form]
        let bases = bases(form)
        let works = RecordSet.works(of: entries, among: repeated.works)
        // No work is in two parts.
        let rivals = SharedNumbers(
            DigestTable.inParts(of: works.numbers.count) { works.shared(in: $0) }
        )
        var kinds = EntryKinds(lengths: context.plan.forms.forms[form].index(of: "words"))
        let faulty = entries.reduce(0) { $0 + $1.faults.count { $0 != .none } }
        findings.reserveCapacity(findings.count + faulty + rivals.count)
        reportDuplicates(form, rivals, bases, &kinds)
        reportSuspectedCopies(form, among: repeated.titles)
        for batch in forms[form].indices {
            let faults = forms[form][batch].faults
            for record in faults.indices
            where faults[record] != .none && faults[record] != .duplicate {
                report(form, batch, record, faults[record], original: nil, &kinds)
            }
        }
    }

    /// The valid ones of the entries whose work another may have as well.
    ///
    /// Few works come in twice: only their entries are put in order, not the whole register.
    private static func works(
        of entries: [ResolvedBatch],
        among candidates: [Int32]
    ) -> RepeatedRecords {
        RepeatedRecords(
            candidates,
            of: entries,
            { $0.identities.works },
            { work, entries, entry in
                entries.isValid(entry) ? editionWork(work, entries.editions[entry]) : nil
            }
        )
    }

    /// A work is one of its own in each edition.
    private static func editionWork(_ work: Digest, _ edition: Int16) -> Digest {
        var hasher = DigestHasher()
        hasher.add(Int64(edition))
        hasher.add(Int64(bitPattern: work.high))
        hasher.add(Int64(bitPattern: work.low))
        return hasher.finish()
    }

    /// Of the entries of each work all but the one that came first are duplicates.
    private mutating func reportDuplicates(
        _ form: Int,
        _ rivals: SharedNumbers,
        _ bases: [Int],
        _ kinds: inout EntryKinds
    ) {
        var losers: [(entry: Contender, original: Contender)] = []
        losers.reserveCapacity(rivals.count)
        rivals.forEachGroup { numbers in
            let entries = numbers.map { contender(form, Int($0), bases) }
                .sorted(by: Contender.precedes)
            for loser in entries.dropFirst() { losers.append((loser, entries[0])) }
        }
        losers.sort { Contender.precedes($0.entry, $1.entry) }
        for (entry, original) in losers {
            forms[form][entry.batch].faults[entry.record] = .duplicate
            let first = place(form, original.batch, original.record)
            report(form, entry.batch, entry.record, .duplicate, original: first, &kinds)
        }
    }

    func contender(_ form: Int, _ number: Int, _ bases: [Int]) -> Contender {
        let (batch, record) = RecordSet.locate(number, bases)
        // A correction keeps the place in line that its entry had.
        let origin = origins[RecordPlace(form: form, batch: batch, record: record)]
        let resolved = forms[form][batch]
        return Contender(
            day: resolved.batch.days[record],
            file: origin ?? resolved.file(of: record),
            batch: batch,
            record: record
        )
    }

    /// What decides the kind of an entry's finding.
    private struct EntryFinding: Hashable {
        var fault: EntryFault
        var edition: Int16
        /// The period that the entry states beside its day.
        var period: Period?
        var unit: Int32
        var file: Int
        var originalPath: String?
    }

    /// The kinds of findings that entries had so far, and what was told with them.
    private struct EntryKinds {
        var kinds: [EntryFinding: FindingKind?] = [:]
        /// The field that holds how long entries are.
        let lengths: Int?
        private var values: [EntryRules.Value: Finding.SharedValue] = [:]

        init(lengths: Int?) { self.lengths = lengths }

        mutating func shared(_ value: EntryRules.Value) -> Finding.SharedValue {
            if let known = values[value] { return known }
            let shared = Finding.SharedValue(value.text)
            values[value] = shared
            return shared
        }
    }

    private mutating func report(
        _ form: Int,
        _ batch: Int,
        _ record: Int,
        _ fault: EntryFault,
        original: (path: String, line: Int)?,
        _ kinds: inout EntryKinds
    ) {
        let resolved = forms[form][batch]
        let about = EntryFinding(
            fault: fault,
            edition: resolved.editions[record],
            period: resolved.held.batch.explicitPeriod(record),
            unit: resolved.held.batch.units[record],
            file: resolved.file(of: record),
            originalPath: original?.path
        )
        let kind: FindingKind?
        if let known = kinds.kinds[about] {
            kind = known
        } else {
            kind = self.kind(about, form)
            kinds.kinds[about] = .some(kind)
        }
        guard let kind else { return }
        let line = Int(resolved.held.batch.lines[record])
        let value = EntryRules.value(fault, resolved.held.batch, record, lengths: kinds.lengths)
        findings.append(
            Finding(
                kind,
                row: line,
                other: original?.line ?? 0,
                value: value.map { kinds.shared($0) }
            )
        )
    }

    /// Nil where the unit itself declared the entry invalid.
    private func kind(_ about: EntryFinding, _ form: Int) -> FindingKind? {
        let edition = about.edition < 0 ? nil : context.plan.contests[Int(about.edition)]
        let ofPeriod = about.period.flatMap { period in
            EntryRules.wording(
                about.fault,
                editionOfPeriod: edition.map(context.plan.title),
                takes: edition?.span,
                stating: context.plan.calendar.name(period)
            )
        }
        guard
            let wording = ofPeriod
                ?? EntryRules.wording(
                    about.fault,
                    edition: edition,
                    originalPath: about.originalPath
                )
        else { return nil }
        let definition = context.plan.forms.forms[form]
        return FindingKind(
            wording.code,
            severity: .warning,
            unit: context.roster.units[Int(about.unit)].id,
            file: collection.files[about.file].path,
            column: definition.index(of: wording.field).map {
                collection.files[about.file].held.outline.heading(of: $0, in: definition)
            },
            wording: wording.wording,
            fix: wording.fix
        )
    }
}
