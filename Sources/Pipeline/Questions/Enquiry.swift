import Disk
import Glibc
package import LedgerStore
import Plans

/// Questions to a ledger about runs that have been: takes no lock and changes nothing.
package struct Enquiry: Sendable {
    /// The ledger, opened for questions only.
    package let ledger: Ledger
    /// The output directory that the runs were published in.
    package let output: String

    /// Opens the ledger of an output directory, or of a state directory of its own.
    ///
    /// - Throws: ``PipelineError/missing(_:)`` where there is none: nothing has been run yet.
    package init(_ places: RunPlaces) throws(PipelineError) {
        let directory = try Enquiry.directory(of: places)
        output = places.output
        ledger = try PipelineError.wrapping { () throws(LedgerError) in
            try Ledger(reading: directory)
        }
    }

    init(ledger: Ledger, output: String) {
        self.ledger = ledger
        self.output = output
    }

    /// The state directory, in which a ledger has to be.
    static func directory(of places: RunPlaces) throws(PipelineError) -> String {
        let directory = places.stateDirectory
        let ledger = directory + "/ledger.sqlite"
        let isThere = try PipelineError.writing { () throws(FileError) in
            try Folder.status(of: ledger) != nil
        }
        guard isThere else {
            throw .missing(
                "Chưa có sổ nhận trong \(directory); hãy chạy \"tonghop run\" trước, hoặc chỉ "
                    + "--output, --state tới nơi đã chạy."
            )
        }
        return directory
    }

    /// The run that a text names: its id, or the path of its folder or of a file in it.
    ///
    /// An id may stand for several plans and windows; `plan` and `window` tell which is meant.
    ///
    /// - Throws: ``PipelineError/missing(_:)`` where the ledger knows no such run,
    ///   ``PipelineError/usage(_:)`` where it knows several.
    package func run(
        _ text: String,
        plan: String? = nil,
        window: String? = nil
    ) throws(PipelineError) -> RunRecord {
        if text == "latest" {
            guard let plan else {
                throw .usage("\"latest\" cần --plan để biết là của kế hoạch nào.")
            }
            return try latest(plan: plan, window: window)
        }
        // `latest` is followed: people name what they see.
        let path = text.contains("/") ? resolved(text) ?? text : text
        let parts = path.split(separator: "/").map(String.init)
        guard let index = parts.lastIndex(where: { RunID($0) != nil }) else {
            throw .usage(
                "\"\(text)\" không phải mã lần chạy (20241215-0200-01) hay thư mục của nó."
            )
        }
        let place = index >= 2 ? Array(parts[(index - 2)..<index]) : []
        let runs = try PipelineError.wrapping { () throws(LedgerError) in
            try ledger.runs(
                id: parts[index],
                plan: plan ?? place.first,
                window: window ?? place.last
            )
        }
        guard let run = runs.last else {
            throw .missing("Sổ nhận không có lần chạy \"\(text)\".")
        }
        guard runs.count == 1 else {
            let names = runs.map(\.output).joined(separator: ", ")
            throw .usage("Có nhiều lần chạy \(run.id); hãy nêu thư mục: \(names).")
        }
        return run
    }

    /// The folder of a run that a text names by path, where its results are; else the one that it
    /// was published in.
    package func folder(_ text: String, of run: RunRecord) -> String {
        let known = output + "/" + run.output
        guard text.contains("/"), let path = resolved(text) else { return known }
        var parts = path.split(separator: "/", omittingEmptySubsequences: false)
        while let last = parts.last, RunID(String(last)) == nil { parts.removeLast() }
        let named = parts.joined(separator: "/")
        return !named.isEmpty && access(named + "/results.json", F_OK) == 0 ? named : known
    }

    /// The run that `latest` of a plan and window points to; without a window, of the window that
    /// was published last.
    ///
    /// - Throws: ``PipelineError/missing(_:)`` where nothing was published.
    package func latest(plan: String, window: String?) throws(PipelineError) -> RunRecord {
        guard let run = try published(plan: plan, window: window) else {
            throw .missing(
                "Kế hoạch \"\(plan)\""
                    + (window.map { ", kỳ \($0)," } ?? "")
                    + " chưa có lần chạy nào được công bố; hãy chạy \"tonghop run\" trước."
            )
        }
        return run
    }

    /// The same; nil where nothing was published.
    func published(plan: String, window: String? = nil) throws(PipelineError) -> RunRecord? {
        try PipelineError.wrapping { () throws(LedgerError) in
            try ledger.runs(plan: plan, window: window)
        }.last(where: \.movedLatest)
    }

    /// The inputs of a recorded run, as it saw them.
    package func inputs(of run: RunRecord) throws(PipelineError) -> PlanInputs {
        try PlanSource(ledger: ledger, plan: run.plan)
            .inputs(from: Viewpoint(of: run), window: run.window)
    }

    /// What judges a recorded run again, by this version of the program.
    package func assessment(of run: RunRecord) throws(PipelineError) -> Assessment {
        let inputs = try inputs(of: run)
        return try Assessment(of: inputs, root: run.root(in: inputs.files))
    }

    private func resolved(_ path: String) -> String? {
        guard let real = realpath(path, nil) else { return nil }
        defer { free(real) }
        return String(cString: real)
    }
}

extension RunRecord {
    /// The id of the node that the run reports on.
    func root(in files: PlanFiles) -> String { parameters.unit ?? files.plan.root }

    /// Whether `latest` was let point to the run.
    package var movedLatest: Bool { parameters.movesLatest && outcome == .published }
}
