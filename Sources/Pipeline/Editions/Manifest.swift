import Foundation
import Judgement
import LedgerStore
import Model
import Plans
import Reports
import Rollup

/// `manifest.json`: what a run was made from; the only file of an edition that holds the clock.
struct Manifest {
    /// The name of its file.
    static let name = "manifest.json"

    /// The whole file, in pieces to be put behind each other.
    let pieces: [[UInt8]]

    /// The bytes of a file's entry beside its name, about.
    private static let entryBytes = 200

    /// Times in words; that of many files one after another mostly is the same.
    private struct InstantText {
        private var last: (instant: Instant, text: String)?

        mutating func iso(_ instant: Instant) -> String {
            if let last, last.instant == instant { return last.text }
            let text = instant.iso
            last = (instant, text)
            return text
        }
    }

    /// A file of the edition beside the manifest itself.
    fileprivate struct File: Decodable {
        var name: String
        var sha256: String
        var size: Int64
    }

    /// The last line of the audit trail before this run.
    fileprivate struct Head: Decodable {
        var line: Int64
        var digest: String
    }

    /// The submissions that a judgement was made from, sorted by path bytes.
    ///
    /// Written apart from the rest, since ten thousand take as long as a text report.
    struct Inputs {
        fileprivate var members = JSONText()

        init(_ judgement: Judgement) {
            let files = judgement.records.collection.files
            let paths = files.map(\.path)
            members.reserve(paths.reduce(0) { $0 + $1.utf8.count + Manifest.entryBytes })
            var times = InstantText()
            for index in orderInBytes(paths) {
                Manifest.add(
                    paths[index],
                    files[index].sha256,
                    files[index].size,
                    times.iso(files[index].receivedAt),
                    times.iso(files[index].firstSeen),
                    to: &members
                )
            }
        }
    }

    init(
        runID: String,
        frame: RunFrame,
        judgement: Judgement,
        inputs: Inputs,
        planFiles: [FileVersion],
        counts: [String: Int],
        timings: [StageTime],
        refusals: [String],
        files: [EditionFile],
        head: AuditHead?
    ) {
        var text = JSONText()
        text.object { text in
            text.lineBreak()
            Manifest.add(runID, of: judgement.scene, to: &text)
            text.lineBreak()
            Manifest.add(frame, to: &text)
            text.lineBreak()
            text.array("plan_files") { text in
                for file in planFiles {
                    Manifest.add(
                        file.path,
                        file.sha256,
                        Int(file.size),
                        file.receivedAt.iso,
                        file.firstSeen.iso,
                        to: &text
                    )
                }
            }
            text.lineBreak()
            text.array("inputs") { $0.add(members: inputs.members) }
            text.lineBreak()
            text.object("counts") { text in
                for (name, count) in counts.sorted(by: { $0.key < $1.key }) {
                    text.add(name, count)
                }
            }
            text.lineBreak()
            text.array("timings_ms") { text in
                for stage in timings {
                    text.object { text in
                        text.add("stage", stage.stage)
                        text.add("value", stage.milliseconds)
                    }
                }
            }
            text.lineBreak()
            text.array("refused") { text in for refusal in refusals { text.add(refusal) } }
            if let anomaly = frame.options.reports.acceptedAnomaly {
                text.add("accepted_anomaly", anomaly)
            }
            text.lineBreak()
            Manifest.add(files, head, to: &text)
        }
        pieces = text.pieces + [[UInt8(ascii: "\n")]]
    }

    /// Adds which report it is.
    private static func add(_ runID: String, of scene: Scene, to text: inout JSONText) {
        text.add("schema", 1)
        text.add("run", runID)
        text.add("plan", scene.plan.id)
        text.object("window") { text in
            text.add("id", scene.window.id)
            text.add("from", scene.window.span.from.iso)
            text.add("to", scene.window.span.to.iso)
        }
        text.add("root", scene.roster.units[scene.root].id)
    }

    /// Adds from when it looks, and what made it.
    private static func add(_ frame: RunFrame, to text: inout JSONText) {
        text.add("as_of", frame.asOf.iso)
        text.add("known_at", frame.knownAt.iso)
        if frame.options.reading.spark != nil { text.add("engine", "spark") }
        text.add("clock", frame.options.now.iso)
        text.add("version", Program.version)
    }

    /// Adds what the edition can be checked by.
    private static func add(_ files: [EditionFile], _ head: AuditHead?, to text: inout JSONText) {
        text.array("files") { text in
            for file in files {
                text.lineBreak()
                text.object { text in
                    text.add("name", file.name)
                    text.add("sha256", file.sha256)
                    text.add("size", Int(file.size))
                }
            }
        }
        guard let head else { return }
        text.lineBreak()
        text.object("audit") { text in
            text.add("line", Int(head.number))
            text.add("digest", head.digest)
        }
    }

    /// Adds a file that the run was made from, on a line of its own.
    private static func add(
        _ path: String,
        _ sha256: String,
        _ size: Int,
        _ receivedAt: String,
        _ firstSeen: String,
        to text: inout JSONText
    ) {
        text.lineBreak()
        text.object { text in
            text.add("path", path)
            text.add("sha256", sha256)
            text.add("size", size)
            text.add("received_at", receivedAt)
            text.add("first_seen", firstSeen)
        }
    }

    /// The as-of time that a manifest holds.
    static func asOf(in json: [UInt8]) -> Instant? {
        struct Times: Decodable { var as_of: String }
        let times = try? JSONDecoder().decode(Times.self, from: Data(json))
        return times.flatMap { Instant(iso: $0.as_of) }
    }

    /// Why guards would hold the edition of a manifest back; nil where it cannot be read.
    static func refusals(in json: [UInt8]) -> [String]? {
        struct Refused: Decodable { var refused: [String] }
        return (try? JSONDecoder().decode(Refused.self, from: Data(json)))?.refused
    }

    /// What a manifest says of its edition and of the run that made it.
    struct Written {
        /// The files of the edition beside the manifest.
        var files: [EditionFile]
        /// The audit trail's last line before the run.
        var head: AuditHead?
        fileprivate var made: Made

        /// Whether a run in the ledger is the one that wrote it, where the audit trail does not say
        /// so.
        func isOf(_ run: RunRecord) -> Bool {
            made.run == run.id && made.plan == run.plan && made.window.id == run.window
                && made.clock == run.clock.iso && made.version == run.version
                && made.counts == run.counts
        }
    }

    /// How it says that.
    fileprivate struct Made: Decodable {
        struct Window: Decodable { var id: String }
        var run: String
        var plan: String
        var window: Window
        var clock: String
        var version: String
        var counts: [String: Int]
        var files: [File]
        var audit: Head?
    }

    /// What a manifest says; nil where it cannot be read.
    static func written(in json: [UInt8]) -> Written? {
        guard let made = try? JSONDecoder().decode(Made.self, from: Data(json)) else { return nil }
        return Written(
            files: made.files.map {
                EditionFile(name: $0.name, sha256: $0.sha256, size: $0.size)
            },
            head: made.audit.map { AuditHead(number: $0.line, digest: $0.digest) },
            made: made
        )
    }
}
