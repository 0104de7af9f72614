import Intake
import Judgement
package import LedgerStore
import Model
import Plans
package import Reports

/// Compares two runs: what changed in every figure, and what made it change.
///
/// It begins with the inputs of the first run and puts what differed in place of it one after another,
/// in a fixed order, until they are the inputs of the second; after each step everything is judged by
/// this version of the program. What a step changes in a figure is that step's part, so that the parts
/// add up to the whole change.
///
/// The order: the first run's program; the as-of time as far as it decides which dated records count;
/// plan; roster; files of the drop folder (moved, withdrawn, corrected, new, late, each by the time of
/// receipt); decisions by date; the as-of time as far as due days and months have passed; the second
/// run's program. Files come before decisions and due days, because people ask what came in first.
package struct RunComparison: Sendable {
    private let enquiry: Enquiry
    private let jobs: Int
    /// Up to so many files change one by one; more of them by their kind.
    private let mostFiles: Int
    /// Up to so many records are judged again for single files.
    private static let mostRecords = 20_000_000

    package init(_ enquiry: Enquiry, jobs: Int, mostFiles: Int = 1000) {
        self.enquiry = enquiry
        self.jobs = jobs
        self.mostFiles = mostFiles
    }

    /// Compares two runs of one plan, window and root.
    ///
    /// - Throws: ``PipelineError/usage(_:)`` for runs of different plans, windows or roots.
    package func comparison(
        of before: RunRecord,
        and after: RunRecord
    ) async throws(PipelineError) -> FigureComparison {
        try RunComparison.requireEqual(before, after)
        let inputs = (try enquiry.inputs(of: before), try enquiry.inputs(of: after))
        let root = try RunComparison.root(before, after, inputs.0, inputs.1)
        var stage = try ComparisonStage(inputs.0, root: root, ledger: enquiry.ledger, jobs: jobs)
        var notes = RunComparison.notes(before, after)

        let start = try await stage.figures()
        let published = published(before, &notes)
        var builder = ComparisonBuilder(from: published ?? start)
        if let published, let cause = program(before, published, start) {
            builder.put(cause, start)
        }
        let names = (stage.scene, try Assessment(of: inputs.1, root: root).scene)
        try await putRecordDates(&stage, inputs.1, &builder)
        try await putPlan(&stage, inputs.1, &builder)
        try await putSubmissions(&stage, inputs.1, after, &builder)
        try await putDecisions(&stage, inputs.1, after, names, &builder)
        try await putDueDays(&stage, inputs.1, &builder)
        let end = try await stage.figures()
        if let published = self.published(after, &notes),
            let cause = program(after, published, end)
        {
            builder.put(cause, published)
        }
        return builder.comparison(
            report: RunComparison.report(names, inputs.1),
            before: RunComparison.side(before),
            after: RunComparison.side(after),
            notes: notes
        )
    }

    // MARK: - What may be compared

    private static func requireEqual(
        _ before: RunRecord,
        _ after: RunRecord
    ) throws(PipelineError) {
        guard before.plan == after.plan else {
            throw .usage(
                "Hai lần chạy thuộc hai kế hoạch khác nhau (\(before.plan), \(after.plan)); chỉ so sánh "
                    + "được hai lần chạy của cùng một kế hoạch."
            )
        }
        guard before.window == after.window else {
            throw .usage(
                "Hai lần chạy thuộc hai kỳ khác nhau (\(before.window), \(after.window)): số liệu của hai "
                    + "kỳ là hai số liệu, không phải một số liệu đã thay đổi. Hãy chọn hai lần chạy của "
                    + "cùng một kỳ."
            )
        }
    }

    /// The id of the node that both runs report on.
    private static func root(
        _ before: RunRecord,
        _ after: RunRecord,
        _ first: PlanInputs,
        _ second: PlanInputs
    ) throws(PipelineError) -> String {
        let roots = (
            before.parameters["unit"] ?? first.files.plan.root,
            after.parameters["unit"] ?? second.files.plan.root
        )
        guard roots.0 == roots.1 else {
            throw .usage(
                "Hai lần chạy báo cáo cho hai đơn vị khác nhau (\(roots.0), \(roots.1)); chỉ so sánh được "
                    + "hai lần chạy của cùng một đơn vị."
            )
        }
        return roots.0
    }

    private static func notes(_ before: RunRecord, _ after: RunRecord) -> [String] {
        var notes: [String] = []
        if after.asOf < before.asOf {
            notes.append(
                "Lần sau tính đến một thời điểm sớm hơn lần trước: thay đổi được kể ngược thời gian."
            )
        }
        for run in [before, after] where run.outcome == .begun || run.outcome == .failed {
            notes.append("Lần chạy \(run.id) không hoàn thành; số liệu được tính lại từ sổ nhận.")
        }
        return notes
    }

    private static func side(_ run: RunRecord) -> FigureComparison.Side {
        FigureComparison.Side(
            run: run.id,
            asOf: run.asOf,
            knownAt: run.knownAt,
            version: run.version
        )
    }

    private static func report(
        _ scenes: (before: Scene, after: Scene),
        _ inputs: PlanInputs
    ) -> FigureComparison.Report {
        let scene = scenes.after
        var report = FigureComparison.Report(
            plan: scene.plan.id,
            title: scene.plan.title,
            window: scene.window,
            root: scene.roster.units[scene.root].id
        )
        for scene in [scenes.before, scenes.after] {
            for unit in scene.roster.units {
                report.units[unit.id] = unit.name
                report.requested.remove(unit.id)
                if unit.isRequested { report.requested.insert(unit.id) }
            }
            for indicator in scene.plan.indicators {
                report.indicators[indicator.id] = indicator.name
            }
        }
        return report
    }

    // MARK: - The program

    /// The figures that a run published; nil, with a note, where they are no longer there.
    private func published(_ run: RunRecord, _ notes: inout [String]) -> FigureTable? {
        guard run.outcome == .published || run.outcome == .unpublished else { return nil }
        let path = enquiry.output + "/" + run.output + "/results.json"
        guard let bytes = try? PlanInput.read(path) else {
            notes.append(
                "Không còn tệp \(run.output)/results.json: số liệu của lần chạy \(run.id) được tính lại "
                    + "từ sổ nhận bằng phiên bản \(Program.version) của chương trình (lần ấy dùng "
                    + "\(run.version)), không đối chiếu được với bản đã công bố."
            )
            return nil
        }
        guard let table = FigureTable(json: bytes) else {
            notes.append(
                "Tệp \(run.output)/results.json không đọc được: số liệu của lần chạy \(run.id) được tính "
                    + "lại từ sổ nhận."
            )
            return nil
        }
        return table
    }

    /// The program as a cause, where what a run published is not what its inputs give now.
    private func program(
        _ run: RunRecord,
        _ published: FigureTable,
        _ judged: FigureTable
    ) -> ComparisonCause? {
        let cause = ComparisonCause(
            .program,
            .program(run: run.id, version: run.version, present: Program.version)
        )
        return published.hasSameFigures(as: judged) && run.version == Program.version ? nil : cause
    }

    // MARK: - Steps

    private func putRecordDates(
        _ stage: inout ComparisonStage,
        _ target: PlanInputs,
        _ builder: inout ComparisonBuilder
    ) async throws(PipelineError) {
        let from = stage.recordsAsOf
        stage.recordsAsOf = target.asOf
        // Only days decide: within one day nothing can differ.
        guard from.day != target.asOf.day else { return }
        builder.put(
            ComparisonCause(.time, .recordDates(from: from, to: target.asOf)),
            try await stage.figures()
        )
    }

    private func putDueDays(
        _ stage: inout ComparisonStage,
        _ target: PlanInputs,
        _ builder: inout ComparisonBuilder
    ) async throws(PipelineError) {
        let from = stage.asOf
        stage.asOf = target.asOf
        guard from.day != target.asOf.day else { return }
        builder.put(
            ComparisonCause(.time, .dueDays(from: from, to: target.asOf)),
            try await stage.figures()
        )
    }

    private func putPlan(
        _ stage: inout ComparisonStage,
        _ target: PlanInputs,
        _ builder: inout ComparisonBuilder
    ) async throws(PipelineError) {
        let first = stage.inputs
        func differs(_ name: String) -> Bool { first.texts[name] != target.texts[name] }
        if differs("plan.yaml") {
            try stage.replace(
                stage.inputs.files.replacing(["plan.yaml"], from: target.files),
                window: target.window
            )
            builder.put(ComparisonCause(.plan, .plan), try await stage.figures())
        }
        for name in ["units.csv", "changes.csv", "clusters.csv", "movements.csv"]
        where differs(name) {
            let changes =
                name == "units.csv"
                ? RosterChanges.words(first.files.units, target.files.units) : []
            try stage.replace(
                stage.inputs.files.replacing([name], from: target.files),
                window: target.window
            )
            builder.put(
                ComparisonCause(.roster, .roster(file: name, changes: changes)),
                try await stage.figures()
            )
        }
    }

    private func putSubmissions(
        _ stage: inout ComparisonStage,
        _ target: PlanInputs,
        _ run: RunRecord,
        _ builder: inout ComparisonBuilder
    ) async throws(PipelineError) {
        let viewpoint = Viewpoint(of: run)
        // What the later run received, with the decisions of the earlier one: its own come next.
        let wanted = try PlanSource(ledger: enquiry.ledger, plan: run.plan)
            .submissions(from: viewpoint, voids: PlanSource.voids(stage.decisions))
        try await stage.read(stage.submissions + wanted)
        var later = stage.scene
        later.decisions = ComparisonStage.acting(target)
        let steps = SubmissionSteps(
            from: stage.submissions,
            to: wanted,
            viewpoint: viewpoint,
            stage: stage,
            scene: later
        ).steps
        let records = wanted.reduce(0) { $0 + (stage.reading(of: $1)?.records ?? 0) }
        let (work, overflow) = records.multipliedReportingOverflow(by: steps.count)
        let isSingle =
            steps.count <= mostFiles && !overflow && work <= RunComparison.mostRecords
        var next = steps[...]
        while let step = next.first {
            let taken = isSingle ? next.prefix(1) : next.prefix { $0.kind == step.kind }
            next = next.dropFirst(taken.count)
            var versions = Dictionary(
                stage.submissions.map { ($0.path, $0) },
                uniquingKeysWith: { $1 }
            )
            for step in taken {
                if let removed = step.removed { versions[removed.path] = nil }
            }
            for step in taken {
                if let added = step.added { versions[added.path] = added }
            }
            stage.submissions = versions.values.sorted {
                $0.path.utf8.lexicographicallyPrecedes($1.path.utf8)
            }
            builder.put(
                ComparisonCause(step.kind, .submissions(taken.map(\.change))),
                try await stage.figures()
            )
        }
    }

    private func putDecisions(
        _ stage: inout ComparisonStage,
        _ target: PlanInputs,
        _ run: RunRecord,
        _ scenes: (before: Scene, after: Scene),
        _ builder: inout ComparisonBuilder
    ) async throws(PipelineError) {
        let source = PlanSource(ledger: enquiry.ledger, plan: run.plan)
        let steps = DecisionSteps(
            from: stage.decisions,
            to: ComparisonStage.acting(target),
            all: target.files.decisions,
            scenes: scenes
        ).steps
        for step in steps {
            let voids = PlanSource.voids(step.decisions)
            if voids != PlanSource.voids(stage.decisions) {
                stage.submissions = try source.submissions(
                    from: Viewpoint(of: run),
                    voids: voids
                )
            }
            stage.decisions = step.decisions
            builder.put(
                ComparisonCause(.decision, step.subject),
                try await stage.figures()
            )
        }
    }
}
