import Intake
import Judgement
import LedgerStore
import Model
import Plans
import Reports
import Rollup

/// The inputs somewhere on the way from one run's to another's, and the figures that they give.
struct ComparisonStage {
    let ledger: Ledger
    let root: String
    let jobs: Int
    /// The plan's own files and the window; the submissions; the as-of time that due days go by.
    private(set) var inputs: PlanInputs
    /// The as-of time that decides which dated records count.
    var recordsAsOf: Instant
    /// The decisions that act, whatever day it is.
    var decisions: [Decision]
    private var assessment: Assessment
    private var memo: ReadingMemo

    init(_ inputs: PlanInputs, root: String, ledger: Ledger, jobs: Int) throws(PipelineError) {
        self.inputs = inputs
        self.root = root
        self.ledger = ledger
        self.jobs = jobs
        recordsAsOf = inputs.asOf
        decisions = ComparisonStage.acting(inputs)
        assessment = try Assessment(of: inputs, root: root)
        memo = ReadingMemo(context: assessment.context, ledger: ledger, jobs: jobs)
    }

    /// The decisions that act on the day and window of a run.
    static func acting(_ inputs: PlanInputs) -> [Decision] {
        inputs.files.decisions.filter {
            $0.acts(on: inputs.asOf.day, window: inputs.window)
        }
    }

    /// The report's frame as far as it has been put in place.
    var scene: Scene {
        var scene = assessment.scene
        scene.asOf = inputs.asOf
        scene.decisions = decisions
        return scene
    }

    var asOf: Instant {
        get { inputs.asOf }
        set { inputs.asOf = newValue }
    }

    var submissions: [FileVersion] {
        get { inputs.submissions }
        set { inputs.submissions = newValue }
    }

    /// What was handed in and taken away again.
    var withdrawn: [FileVersion] {
        get { inputs.withdrawn }
        set { inputs.withdrawn = newValue }
    }

    /// Puts other files of the plan in place: everything is read anew.
    mutating func replace(_ files: PlanFiles, window: Window) throws(PipelineError) {
        inputs.files = files
        inputs.window = window
        assessment = try Assessment(of: inputs, root: root)
        memo = ReadingMemo(context: assessment.context, ledger: ledger, jobs: jobs)
    }

    /// Reads versions that will be needed, all at once.
    mutating func read(_ versions: [FileVersion]) async throws(PipelineError) {
        try await memo.read(versions)
    }

    func reading(of version: FileVersion) -> FileReading? { memo.reading(of: version) }

    /// The figures that these inputs give.
    mutating func figures() async throws(PipelineError) -> FigureTable {
        let records = RecordSet(
            collection: try await memo.collection(
                of: inputs.submissions,
                withdrawn: inputs.withdrawn
            ),
            context: assessment.context,
            asOf: recordsAsOf
        )
        return FigureTable(Judgement.judge(records, scene, notices: [], isAlone: true))
    }
}
