import Judgement
package import LedgerStore
import Model
import Plans
package import Reports

/// Compares two runs: what changed in every figure, and what made it change.
///
/// It begins with the inputs of the first run and puts what differed in place of it one after
/// another, in a fixed order, until they are the inputs of the second; after each step everything
/// is judged by this version of the program. What a step changes in a figure is that step's part,
/// so that the parts add up to the whole change.
///
/// The order: the first run's program; the as-of time as far as it decides which dated records
/// count; plan; roster; files of the drop folder (moved, withdrawn, corrected, new, late, each by
/// the time of receipt); decisions by date; the as-of time as far as due days and months have
/// passed; the second run's program. Files come before decisions and due days, because people ask
/// what came in first.
package struct RunComparison: Sendable {
    let enquiry: Enquiry
    private let jobs: Int
    /// Up to so many files change one by one; more of them by their kind.
    let mostFiles: Int
    /// Up to so many records are judged again for single files.
    static let mostRecords = 20_000_000

    /// Reads so many files at once; more than `mostFiles` changed files are put in place by their
    /// kind.
    package init(_ enquiry: Enquiry, jobs: Int, mostFiles: Int = 400) {
        self.enquiry = enquiry
        self.jobs = jobs
        self.mostFiles = mostFiles
    }

    /// Compares two runs of one plan, window and root.
    ///
    /// The folders are those that hold what the runs published, where they were named by path.
    ///
    /// - Throws: ``PipelineError/usage(_:)`` for runs of different plans, windows or roots.
    package func comparison(
        of before: RunRecord,
        and after: RunRecord,
        folders: (before: String?, after: String?) = (nil, nil)
    ) async throws(PipelineError) -> FigureComparison {
        Workers.limit(to: jobs)
        try RunComparison.requireEqual(before, after)
        let inputs = (try enquiry.inputs(of: before), try enquiry.inputs(of: after))
        let root = try RunComparison.root(before, after, inputs.0, inputs.1)
        var stage = try ComparisonStage(inputs.0, root: root, ledger: enquiry.ledger, jobs: jobs)
        var notes = RunComparison.notes(before, after)

        let start = try await stage.figures()
        let published = published(before, folders.before, &notes)
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
        if let published = self.published(after, folders.after, &notes),
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
            before.root(in: first.files),
            after.root(in: second.files)
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
    private func published(
        _ run: RunRecord,
        _ folder: String?,
        _ notes: inout [String]
    ) -> FigureTable? {
        guard run.outcome == .published || run.outcome == .unpublished else { return nil }
        let path = (folder ?? enquiry.output + "/" + run.output) + "/results.json"
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
}
