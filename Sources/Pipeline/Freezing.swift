import Judgement
import LedgerStore
import Model
import Reports

/// Carries out `Chốt số liệu` (CONTRACT §2, §11.19): which edition a decision makes final, and the number
/// of the edition that a run makes.
///
/// A decision makes the newest edition final that had been published by its date; where there is none,
/// the first one that it finds. Warnings that are neither mended nor explained stand in its way. An
/// edition that is final stays as it is; those after it have the next number.
struct Freezing {
    let standing: EditionStanding
    /// By decision, the run whose edition this run makes final: kept with the run, so that it is done
    /// once.
    let carriedOut: [(decision: Decision, run: String)]

    private static let prefix = "freeze:"

    /// `runs` are those of the plan and window that were begun before; `runID` is the run that asks.
    ///
    /// `mayCarryOut` is false for a run that makes nothing final, such as one of a sub-tree.
    init(
        decisions: [Decision],
        window: Period,
        runs: [RunRecord],
        runID: String,
        openWarnings: Int,
        mayCarryOut: Bool
    ) {
        // A decision about a year is none about its quarters, which have editions of their own.
        let freezes = decisions.filter { $0.kind == .freeze && ($0.window ?? window) == window }
            .sorted { ($0.date, $0.line) < ($1.date, $1.line) }
        let published = runs.filter { $0.outcome == .published }
        var frozen: [(decision: Decision, run: String)] = []
        var carriedOut: [(decision: Decision, run: String)] = []
        var held: [Decision] = []
        for decision in freezes {
            let name = Freezing.name(of: decision)
            if let run = published.lazy.compactMap({ $0.parameters[name] }).first {
                frozen.append((decision, run))
            } else if openWarnings > 0 {
                held.append(decision)
            } else if mayCarryOut {
                let edition = Freezing.newest(of: published, by: Instant(endOf: decision.date))
                carriedOut.append((decision, edition?.id ?? runID))
                frozen.append((decision, edition?.id ?? runID))
            }
        }
        let others = frozen.filter { $0.run != runID }
        standing = EditionStanding(
            number: 1 + Set(others.map(\.run)).count,
            frozenBy: frozen.last { $0.run == runID }?.decision,
            follows: others.last?.decision,
            held: held
        )
        self.carriedOut = carriedOut
    }

    /// What a run that carries out freezes keeps about them, by name.
    var parameters: [String: String] {
        Dictionary(
            carriedOut.map { (Freezing.name(of: $0.decision), $0.run) },
            uniquingKeysWith: { first, _ in first }
        )
    }

    /// The name of a decision among the parameters of a run: its number may come again in other years.
    private static func name(of decision: Decision) -> String {
        prefix + decision.number + "@" + decision.date.iso
    }

    /// Of the ordinary editions made by a time, the one with the latest as-of time, of equal ones the
    /// newest.
    private static func newest(of runs: [RunRecord], by time: Instant) -> RunRecord? {
        var newest: RunRecord?
        for run in runs where run.isOrdinary && run.asOf <= time {
            if let newest, run.asOf < newest.asOf { continue }
            newest = run
        }
        return newest
    }
}

extension RunRecord {
    /// Whether the run made an edition of the whole plan with all its names, in the language of the office, and not of the past.
    var isOrdinary: Bool {
        ["unit", "anonymise", "lang", "again", "known-at"].allSatisfy { parameters[$0] == nil }
    }
}
