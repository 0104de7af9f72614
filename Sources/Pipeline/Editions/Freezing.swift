import Judgement
package import LedgerStore
import Model
import Reports

/// Carries out `Chốt số liệu` (CONTRACT §2, §11.19): which edition a decision makes final, and the
/// number of the edition that a run makes.
///
/// A decision makes the edition final that had been given out by its date; where there is none, the
/// newest one of its date, and where there is none of that either, the first one that it finds.
/// Warnings of that edition that are neither mended nor explained stand in its way, so that what
/// they were about is mended in the edition that is final; what was noticed after it is no matter
/// of its figures. An edition that is final stays as it is; those after it have the next number,
/// also once the decision stands in no file any more.
struct Freezing {
    var standing: EditionStanding
    /// By decision, the run whose edition this run makes final: kept with the run, so that it is
    /// done once.
    let carriedOut: [(decision: Decision, run: String)]

    /// Takes the runs of the plan and window that were begun before, and the run that asks.
    ///
    /// `done` is what a run that is made again kept about what it had carried out; `mayCarryOut` is
    /// false for a run that makes nothing final, such as one of a sub-tree.
    init(
        decisions: [Decision],
        window: Period,
        on day: Day,
        runs: [RunRecord],
        runID: String,
        openWarnings: Int,
        mayCarryOut: Bool,
        done: RunParameters
    ) {
        // A decision about a year is none about its quarters, which have editions of their own.
        let freezes = decisions.filter { $0.kind == .freeze && ($0.window ?? window) == window }
            .sorted { ($0.date, $0.line) < ($1.date, $1.line) }
        let published = runs.filter { $0.outcome == .published }
        var frozen: [(decision: Decision, run: String)] = []
        var carriedOut: [(decision: Decision, run: String)] = []
        var held: [Decision] = []
        for decision in freezes {
            let earlier = published.lazy.compactMap { $0.parameters.run(madeFinalBy: decision) }
            if let run = earlier.first {
                frozen.append((decision, run))
            } else if let run = done.run(madeFinalBy: decision) {
                carriedOut.append((decision, run))
                frozen.append((decision, run))
            } else if let edition = Freezing.edition(for: decision, among: published) {
                guard mayCarryOut else { continue }
                carriedOut.append((decision, edition.id))
                frozen.append((decision, edition.id))
            } else if openWarnings > 0 {
                held.append(decision)
            } else if mayCarryOut {
                carriedOut.append((decision, runID))
                frozen.append((decision, runID))
            }
        }
        var finals = Freezing.officials(among: published, by: day).map(\.run)
        for (_, run) in carriedOut where !finals.contains(run) { finals.append(run) }
        let others = frozen.filter { $0.run != runID }
        standing = EditionStanding(
            number: 1 + finals.count { $0 != runID },
            frozenBy: frozen.last { $0.run == runID }?.decision,
            follows: others.last?.decision,
            held: held
        )
        if let last = others.last?.run ?? finals.last(where: { $0 != runID }),
            let number = finals.firstIndex(of: last),
            let run = published.last(where: { $0.id == last })
        {
            standing.official = EditionStanding.Official(
                number: number + 1,
                run: run.id,
                asOf: run.asOf
            )
        }
        self.carriedOut = carriedOut
    }

    /// Notes what a run that carries out freezes, or cannot yet, keeps about them.
    func note(in parameters: inout RunParameters) {
        for (decision, run) in carriedOut { parameters.note(run, madeFinalBy: decision) }
        for decision in standing.held { parameters.noteHeld(decision) }
    }

    /// The runs that decisions made final, by their ids, with the number of each one's edition; of
    /// the runs of one plan and window, given in the order in which they were begun.
    ///
    /// Nil for `day` stands for the decisions of all days.
    static func officials(
        among runs: [RunRecord],
        by day: Day? = nil
    ) -> [(run: String, number: Int)] {
        var officials: [(run: String, number: Int)] = []
        for run in runs where run.outcome == .published {
            for (id, decidedOn) in run.parameters.madeFinal
            where day.map({ decidedOn <= $0 }) ?? true
                && !officials.contains(where: { $0.run == id })
            {
                officials.append((id, officials.count + 1))
            }
        }
        return officials
    }

    /// The edition that a decision means: that of its date, unless it was held up by warnings; nil
    /// where none is.
    private static func edition(
        for decision: Decision,
        among runs: [RunRecord]
    ) -> RunRecord? {
        guard !runs.contains(where: { $0.parameters.isHeld(decision) }),
            let edition = givenOut(among: runs, by: Instant(endOf: decision.date))
        else { return nil }
        // Of one whose warnings are not known nobody can say that none is open.
        return edition.count(.findings(.warning)) == 0 ? edition : nil
    }

    /// The edition that the board had before it at a time.
    ///
    /// Who looks back later makes an edition of that time that nobody had. It is taken only where
    /// no other is of that time: clocks were wrong, or the ledger was begun afterwards.
    private static func givenOut(among runs: [RunRecord], by time: Instant) -> RunRecord? {
        let ordinary = runs.filter { $0.isOrdinary && $0.asOf <= time }
        let current = ordinary.filter(\.movedLatest)
        return newest(of: current.filter { $0.clock <= time }) ?? newest(of: current)
            ?? newest(of: ordinary)
    }

    /// Of some editions the one with the latest as-of time, of equal ones the newest.
    private static func newest(of runs: [RunRecord]) -> RunRecord? {
        var newest: RunRecord?
        for run in runs {
            if let newest, run.asOf < newest.asOf { continue }
            newest = run
        }
        return newest
    }
}

extension Enquiry {
    /// The numbers of the editions that decisions made final, by their folders, below the output
    /// directory, of the runs of any plans and windows.
    package static func officials(among runs: [RunRecord]) -> [String: Int] {
        var officials: [String: Int] = [:]
        for (window, runs) in Dictionary(grouping: runs, by: { $0.plan + "/" + $0.window }) {
            for (run, number) in Freezing.officials(among: runs) {
                officials[window + "/" + run] = number
            }
        }
        return officials
    }

    /// The same of one plan.
    package func officials(of plan: String) throws(PipelineError) -> [String: Int] {
        Enquiry.officials(
            among: try PipelineError.wrapping { () throws(LedgerError) in
                try ledger.runs(plan: plan)
            }
        )
    }
}

extension RunRecord {
    /// Whether the board works from the run's edition and a decision may freeze it.
    var isOrdinary: Bool { parameters.isOrdinary }
}
