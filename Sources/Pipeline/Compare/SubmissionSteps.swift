import Intake
import Judgement
import LedgerStore
import Model
import Plans
import Reports

/// What became of the files of the drop folder between two runs, in the order in which a comparison
/// puts it in place.
struct SubmissionSteps {
    /// One file's change, and the versions that it takes away and brings.
    struct Step {
        var kind: ComparisonCause.Kind
        var change: SubmissionChange
        var removed: FileVersion?
        var added: FileVersion?
    }

    private(set) var steps: [Step] = []

    /// The order of the kinds: what goes before what comes.
    private static let order: [ComparisonCause.Kind] = [
        .moved, .withdrawn, .notYetReceived, .corrected, .submitted, .late,
    ]

    /// Works out the steps from one set of versions to another, seen by the later run at
    /// `viewpoint`.
    ///
    /// `stage` has read all the versions, under the later run's plan and roster; `scene` is the
    /// later run's, whose deadlines tell what came late.
    init(
        from old: [FileVersion],
        to new: [FileVersion],
        viewpoint: Viewpoint,
        stage: ComparisonStage,
        scene: Scene
    ) throws(PipelineError) {
        let before = Dictionary(old.map { (PathKey($0.path), $0) }, uniquingKeysWith: { $1 })
        let after = Set(new.map { PathKey($0.path) })
        var gone = GoneFiles(old.filter { !after.contains(PathKey($0.path)) })
        for version in new {
            guard let former = before[PathKey(version.path)] else {
                steps.append(SubmissionSteps.arrival(of: version, &gone, stage.asOf))
                continue
            }
            guard former.id != version.id || former.replaced != version.replaced else { continue }
            steps.append(SubmissionSteps.correction(of: former, by: version, stage.asOf))
        }
        for version in gone.rest {
            steps.append(try SubmissionSteps.loss(of: version, viewpoint, stage, scene))
        }
        for index in steps.indices { complete(&steps[index], stage, scene) }
        tellLateOnes(from: FirstReports(in: old, stage))
        steps.sort(by: SubmissionSteps.precedes)
    }

    /// A file whose bytes changed, or that counts again.
    private static func correction(
        of former: FileVersion,
        by version: FileVersion,
        _ asOf: Instant
    ) -> Step {
        var step = Step(
            kind: .corrected,
            change: change(version, asOf),
            removed: former,
            added: version
        )
        step.change.isSameContent = former.sha256 == version.sha256
        return step
    }

    /// A file under a name that was not there: one that is gone under its own, or a new one.
    private static func arrival(
        of version: FileVersion,
        _ gone: inout GoneFiles,
        _ asOf: Instant
    ) -> Step {
        guard version.size > 0, let former = gone.take(with: version.sha256) else {
            return Step(kind: .submitted, change: change(version, asOf), added: version)
        }
        var step = Step(
            kind: .moved,
            change: change(version, asOf),
            removed: former,
            added: version
        )
        step.change.formerPath = former.path
        return step
    }

    /// A file that the later run does not have.
    private static func loss(
        of version: FileVersion,
        _ viewpoint: Viewpoint,
        _ stage: ComparisonStage,
        _ scene: Scene
    ) throws(PipelineError) -> Step {
        let isUnseen =
            version.receivedAt > viewpoint.asOf || version.firstSeen > viewpoint.knownAt
        var step = Step(
            kind: isUnseen ? .notYetReceived : .withdrawn,
            change: change(version, stage.asOf),
            removed: version
        )
        if !isUnseen {
            let versions = try PipelineError.wrapping { () throws(LedgerError) in
                try stage.ledger.history(
                    plan: scene.plan.id,
                    area: .submissions,
                    path: version.path
                )
            }
            step.change.withdrawn = versions.first { $0.id == version.id }?.withdrawnAt?.day
        }
        return step
    }

    /// A file that the earlier run would have taken, had it been there, says when it was seen.
    private static func change(_ version: FileVersion, _ asOf: Instant) -> SubmissionChange {
        var change = SubmissionChange(path: version.path, received: version.receivedAt.day)
        if version.receivedAt.day < asOf.day, version.firstSeen > asOf {
            change.seen = version.firstSeen.day
        }
        return change
    }

    /// Leaves those late that brought something for the first time: what corrects a report that was
    /// in time makes it no late one (CONTRACT §11.6).
    private mutating func tellLateOnes(from first: @autoclosure () -> FirstReports) {
        guard steps.contains(where: { $0.kind == .late }) else { return }
        let first = first()
        for index in steps.indices where steps[index].kind == .late {
            guard let lastDay = steps[index].change.lastDay, let added = steps[index].added,
                first.wereThere(by: lastDay, allOf: added)
            else { continue }
            steps[index].kind = .submitted
            steps[index].change.lastDay = nil
        }
    }

    /// Adds what the readings tell: rows, units, and whether a new file came after its deadline.
    private func complete(_ step: inout Step, _ stage: ComparisonStage, _ scene: Scene) {
        func rows(_ version: FileVersion?) -> SubmissionChange.Rows? {
            version.flatMap(stage.reading).map {
                SubmissionChange.Rows(rows: $0.rows, records: $0.records)
            }
        }
        step.change.before = rows(step.removed)
        step.change.after = rows(step.added)
        let readings = [step.removed, step.added].compactMap { $0.flatMap(stage.reading) }
        for unit in readings.reduce(into: Set<Int>(), { $0.formUnion(units(of: $1, scene)) }) {
            var next: Int? = unit
            while let index = next,
                step.change.units.insert(scene.roster.units[index].id).inserted
            {
                next = scene.roster.parents[index]
            }
        }
        guard step.kind == .submitted, let reading = readings.last,
            let lastDay = lastDay(of: reading, scene), step.change.received > lastDay
        else { return }
        step.kind = .late
        step.change.lastDay = lastDay
    }

    /// The units that a file is about: those of its records and, of a file without records, all
    /// that its submitter speaks for.
    private func units(of reading: FileReading, _ scene: Scene) -> Set<Int> {
        var units: Set<Int> = []
        for batch in reading.batches { for unit in batch.units { units.insert(Int(unit)) } }
        if let submitter = reading.place.submitter {
            units.insert(submitter)
            if reading.rows == 0 { units.formUnion(scene.roster.subtree(submitter)) }
        }
        return units
    }

    /// The last day on which a file was in time: of the form's main deadline, else its first, with
    /// what the board extended; nil where the plan sets none.
    private func lastDay(of reading: FileReading, _ scene: Scene) -> Day? {
        let deadlines = scene.plan.deadlines.filter { $0.form == reading.form }
        guard let deadline = deadlines.main.map({ deadlines[$0] }) else { return nil }
        let planned = deadline.due.lastDay(inYear: scene.window.year)
        var units = Set(reading.batches.flatMap { $0.units.map { Int($0) } })
        if let submitter = reading.place.submitter { units = [submitter] }
        // A file about several units is late where it was for each of them.
        return units.map { unit in
            scene.granted(unit, deadline, during: scene.window)?.day ?? planned
        }.max() ?? planned
    }

    private static func precedes(_ a: Step, _ b: Step) -> Bool {
        func rank(_ step: Step) -> Int { order.firstIndex(of: step.kind) ?? order.count }
        if rank(a) != rank(b) { return rank(a) < rank(b) }
        guard let first = a.added ?? a.removed, let second = b.added ?? b.removed else {
            return false
        }
        if first.receivedAt != second.receivedAt { return first.receivedAt < second.receivedAt }
        if first.firstSeen != second.firstSeen { return first.firstSeen < second.firstSeen }
        if first.modified != second.modified { return first.modified < second.modified }
        return first.path.utf8.lexicographicallyPrecedes(second.path.utf8)
    }
}

/// The files that are gone, each of which a new one may turn out to be: where a folder was renamed
/// they are as many as those.
private struct GoneFiles {
    private let versions: [FileVersion]
    private var isTaken: [Bool]
    /// By their digests, the places of those that are not taken, the first one last.
    private var places: [String: [Int]] = [:]

    init(_ versions: [FileVersion]) {
        self.versions = versions
        isTaken = [Bool](repeating: false, count: versions.count)
        for place in versions.indices.reversed() {
            places[versions[place].sha256, default: []].append(place)
        }
    }

    /// Takes away the first of those with a content; nil where none is left.
    mutating func take(with sha256: String) -> FileVersion? {
        guard let place = places[sha256]?.popLast() else { return nil }
        isTaken[place] = true
        return versions[place]
    }

    /// Those that were not taken, as they stood.
    var rest: [FileVersion] { zip(versions, isTaken).filter { !$0.1 }.map(\.0) }
}
