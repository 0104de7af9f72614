package import Intake
package import Model
import Plans

/// The effective records of a report: keys resolved across files, contest entries judged.
package struct RecordSet: Sendable {
    /// What the files were read with.
    package let context: ReadingContext
    /// The files that the records come from.
    package internal(set) var collection: CollectedFiles
    /// The time after which nothing counts.
    package let asOf: Instant
    /// For each form of the plan, its batches in the order in which files replace each other.
    package internal(set) var forms: [[ResolvedBatch]]
    /// What was noticed in putting the files together.
    package internal(set) var findings: [Finding] = []
    /// Contest entries that look like copies of others, in the order in which they came in.
    package internal(set) var suspectedCopies: [SuspectedCopy] = []
    /// How the reviews stand with the rules of the plan; empty where it sets none.
    package internal(set) var reviews: [ReviewStanding] = []
    /// How far each exemplar has come.
    package internal(set) var trails: [ExemplarTrail] = []
    /// What stands against each record that bears the name of a merged unit and shares its key.
    package internal(set) var standings: [RecordPlace: Standing] = [:]
    /// The lines of each file's records that were set aside.
    var setAsideRows: [Int: Set<Int>] = [:]
    /// For records that replaced others: the file in which their key first came in.
    var origins: [RecordPlace: Int] = [:]
    /// For each form, the lists that came again in other files.
    var sentAgain: [Int: SentAgain] = [:]

    /// Where a record stands among those of its form.
    package struct RecordPlace: Hashable, Sendable {
        /// The index of the form in the catalogue.
        package var form: Int
        /// The index of the batch among those of the form.
        package var batch: Int
        /// The index of the record in the batch.
        package var record: Int

        package init(form: Int, batch: Int, record: Int) {
            self.form = form
            self.batch = batch
            self.record = record
        }
    }

    /// The same records with the names of files that reports may show.
    package func renamed(_ shown: @escaping @Sendable (String) -> String) -> RecordSet {
        var records = self
        records.collection = collection.renamed(shown)
        if let renamed = findings.renamed(shown) { records.findings = renamed }
        return records
    }

    /// Puts the records of all files together: keys are resolved, later rows replace earlier ones,
    /// contest entries are judged.
    package init(collection: CollectedFiles, context: ReadingContext, asOf: Instant) {
        self.context = context
        self.collection = collection
        self.asOf = asOf
        forms = BatchAssembly.batches(of: collection, forms: context.plan.forms.forms.count)
        for form in forms.indices where !forms[form].isEmpty {
            let repeated = RepeatCandidates(
                of: forms[form],
                areEntries: context.plan.forms.forms[form].isContest
            )
            resolveKeys(form, among: repeated.keys)
            leaveOutFuture(form)
            if context.plan.forms.forms[form].datingField == nil { dateByReceipt(form) }
            if context.plan.forms.forms[form].isContest { judgeEntries(form, repeated) }
        }
        checkContent()
    }

    /// Forgets what told the records from each other, which only tracing a figure asks for after
    /// they have been resolved.
    package mutating func forgetIdentities() {
        collection.forgetIdentities()
        for form in forms.indices {
            for index in forms[form].indices where forms[form][index].held.batch.identities.areHeld
            {
                forms[form][index].held = HeldBatch(forms[form][index].batch.withoutIdentities)
            }
        }
    }

    /// Where a record stands: its file's path and the line on which it starts.
    package func place(_ form: Int, _ batch: Int, _ record: Int) -> (path: String, line: Int) {
        let resolved = forms[form][batch]
        return (
            collection.files[resolved.file(of: record)].path,
            Int(resolved.batch.lines[record])
        )
    }

    // MARK: - Keys

    /// The same key twice: the later one counts, and a finding names both (CONTRACT §2).
    private mutating func resolveKeys(_ form: Int, among candidates: [Int32]) {
        let batches = forms[form]
        let bases = bases(form)
        let repeated = RepeatedRecords(
            candidates,
            of: batches,
            { $0.identities.keys },
            { key, _, _ in key }
        )
        let replacements = DigestTable.inParts(of: repeated.numbers.count) { part in
            repeated.successions(in: part)
        }
        let inherited = inheritedKeys(form)
        var kinds: [Replacement: FindingKind] = [:]
        for (old, new) in replacements.joined().sorted(by: { $0.new < $1.new }) {
            let loser = RecordSet.locate(Int(old), bases)
            let winner = RecordSet.locate(Int(new), bases)
            // Those of merged units are decided between below.
            guard
                inherited.isEmpty
                    || !inherited.contains(
                        batches[winner.batch].held.batch.identities.key(of: winner.record)
                    )
            else { continue }
            replace(
                RecordPlace(form: form, batch: loser.batch, record: loser.record),
                by: RecordPlace(form: form, batch: winner.batch, record: winner.record),
                &kinds
            )
        }
        resolveSenders(form, &kinds)
        resolveInherited(form, inherited, &kinds)
    }

    /// A record gives way to a later one of its key.
    mutating func replace(
        _ before: RecordPlace,
        by after: RecordPlace,
        _ kinds: inout [Replacement: FindingKind]
    ) {
        forms[before.form][before.batch].counts[before.record] = false
        origins[after] =
            origins.removeValue(forKey: before)
            ?? forms[before.form][before.batch].file(of: before.record)
        noteSentAgain(before, by: after)
        reportReplaced(before, by: after, &kinds)
    }

    /// How many records some batches have.
    static func total(_ batches: [ResolvedBatch]) -> Int {
        batches.reduce(0) { $0 + $1.held.batch.count }
    }

    /// For each batch of a form, the number of its first record among those of all batches.
    func bases(_ form: Int) -> [Int] {
        var bases: [Int] = []
        var next = 0
        for resolved in forms[form] {
            bases.append(next)
            next += resolved.held.batch.count
        }
        return bases
    }

    /// The batch and record that have a number among the records of a form.
    static func locate(_ number: Int, _ bases: [Int]) -> (batch: Int, record: Int) {
        var low = 0
        var high = bases.count - 1
        while low < high {
            let middle = (low + high + 1) / 2
            if bases[middle] <= number { low = middle } else { high = middle - 1 }
        }
        return (low, number - bases[low])
    }

    func unitID(_ form: Int, _ batch: Int, _ record: Int) -> String {
        context.roster.units[Int(forms[form][batch].batch.units[record])].id
    }

    /// A record dated after the as-of time is not counted yet (CONTRACT §11.4).
    private mutating func leaveOutFuture(_ form: Int) {
        let last = asOf.day.number
        for batch in forms[form].indices {
            let days = forms[form][batch].held.batch.days.numbers
            for record in days.indices
            where days[record] > last && forms[form][batch].counts[record] {
                forms[form][batch].counts[record] = false
                let place = place(form, batch, record)
                let day = Day(number: days[record])
                findings.append(
                    Finding(
                        .dateImplausible,
                        unit: unitID(form, batch, record),
                        file: place.path,
                        row: place.line,
                        column: context.plan.forms.forms[form].datingField.map {
                            context.plan.forms.forms[form].fields[$0].header
                        },
                        value: day.slashed,
                        message:
                            "Ngày \(day.slashed) sau thời điểm tổng hợp; dòng này chưa được tính.",
                        fix: "Kiểm tra lại ngày."
                    )
                )
            }
        }
    }

    /// A form without a dating field is dated by the first receipt of its key (CONTRACT §11.6).
    private mutating func dateByReceipt(_ form: Int) {
        var first: [Digest: Int32] = [:]
        first.reserveCapacity(RecordSet.total(forms[form]))
        // What was taken away dates only what its own submitter handed in.
        var gone: [Digest: [(submitter: Int?, day: Int32)]] = [:]
        for file in collection.files + collection.replaced where file.held.form == form {
            let day = file.receivedAt.day.number
            for stretch in file.held.stretches {
                let keys = RecordSet.senderKeys(stretch)
                if file.isWithdrawn {
                    for key in keys {
                        gone[key, default: []].append((file.held.place.submitter, day))
                    }
                } else {
                    for key in keys where first[key].map({ day < $0 }) ?? true {
                        first[key] = day
                    }
                }
            }
        }
        for batch in forms[form].indices {
            let held = forms[form][batch].held
            let keys = RecordSet.senderKeys(RecordStretch(held, 0..<held.batch.count))
            var receipts = keys.map { first[$0] ?? RecordBatch.blankDay }
            if !gone.isEmpty {
                for (record, key) in keys.enumerated() {
                    guard let earlier = gone[key] else { continue }
                    let file = collection.files[forms[form][batch].file(of: record)]
                    for (submitter, day) in earlier where submitter == file.held.place.submitter {
                        receipts[record] = min(receipts[record], day)
                    }
                }
            }
            forms[form][batch].receipts = receipts
        }
    }
}
