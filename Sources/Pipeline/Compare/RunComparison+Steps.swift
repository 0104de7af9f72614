import Intake
import Judgement
import LedgerStore
import Model
import Plans
import Reports

/// What is put in place of the earlier run's inputs, one part after another.
extension RunComparison {
    func putRecordDates(
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

    func putDueDays(
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

    func putPlan(
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

    func putSubmissions(
        _ stage: inout ComparisonStage,
        _ target: PlanInputs,
        _ run: RunRecord,
        _ builder: inout ComparisonBuilder
    ) async throws(PipelineError) {
        let viewpoint = Viewpoint(of: run)
        // What the later run received, with the decisions of the earlier one: its own come next.
        let wanted = try PlanSource(ledger: enquiry.ledger, plan: run.plan)
            .submissions(from: viewpoint, voids: stage.inputs.files.voids(stage.decisions))
        try await stage.read(stage.submissions + wanted)
        var later = stage.scene
        later.decisions = ComparisonStage.acting(target)
        let steps = try SubmissionSteps(
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
        // What is taken away says from then on when it had been received: that goes with the first
        // step.
        stage.withdrawn = target.withdrawn
        var next = steps[...]
        while let step = next.first {
            let taken = isSingle ? next.prefix(1) : next.prefix { $0.kind == step.kind }
            next = next.dropFirst(taken.count)
            var versions = Dictionary(
                stage.submissions.map { (PathKey($0.path), $0) },
                uniquingKeysWith: { $1 }
            )
            for step in taken {
                if let removed = step.removed { versions[PathKey(removed.path)] = nil }
            }
            for step in taken {
                if let added = step.added { versions[PathKey(added.path)] = added }
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

    func putDecisions(
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
            let voids = stage.inputs.files.voids(step.decisions)
            if voids != stage.inputs.files.voids(stage.decisions) {
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
