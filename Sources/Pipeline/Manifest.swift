import Foundation
import Judgement
import LedgerStore
import Model
import Plans
import Rollup

/// `manifest.json`: what a run was made from; the only file of an edition that holds the clock.
struct Manifest {
    /// The name of its file.
    static let name = "manifest.json"

    private let content: Content

    private struct Content: Encodable {
        var schema = 1
        var run: String
        var plan: String
        var window: Span
        var root: String
        var as_of: String
        var known_at: String
        var clock: String
        var version: String
        var plan_files: [Input]
        var inputs: [Input]
        var counts: [String: Int]
        var timings_ms: [Stage]
        var refused: [String]
        var accepted_anomaly: String?
        var files: [File]
        var audit: Head?
    }

    /// A file of the edition beside the manifest itself.
    private struct File: Codable {
        var name: String
        var sha256: String
        var size: Int64
    }

    /// The last line of the audit trail before this run.
    private struct Head: Codable {
        var line: Int64
        var digest: String
    }

    private struct Span: Encodable {
        var id: String
        var from: String
        var to: String
    }

    fileprivate struct Input: Encodable {
        var path: String
        var sha256: String
        var size: Int
        var received_at: String
        var first_seen: String
    }

    /// The submissions that a judgement was made from, sorted by path bytes.
    struct Inputs {
        fileprivate let inputs: [Input]

        init(_ judgement: Judgement) {
            let files = judgement.records.collection.files
            let paths = files.map(\.path)
            inputs = files.indices.sorted { paths[$0].precedesInBytes(paths[$1]) }.map { index in
                Input(
                    path: paths[index],
                    sha256: files[index].sha256,
                    size: files[index].size,
                    received_at: files[index].receivedAt.iso,
                    first_seen: files[index].firstSeen.iso
                )
            }
        }
    }

    private struct Stage: Encodable {
        var stage: String
        var value: Int
    }

    init(
        runID: String,
        frame: RunFrame,
        judgement: Judgement,
        inputs: Inputs,
        planFiles: [FileVersion],
        counts: [String: Int],
        timings: [(stage: String, value: Int)],
        refusals: [String],
        files: [EditionFile],
        head: AuditHead?
    ) {
        let scene = judgement.scene
        content = Content(
            run: runID,
            plan: scene.plan.id,
            window: Span(
                id: scene.window.id,
                from: scene.window.span.from.iso,
                to: scene.window.span.to.iso
            ),
            root: scene.roster.units[scene.root].id,
            as_of: frame.asOf.iso,
            known_at: frame.knownAt.iso,
            clock: frame.options.now.iso,
            version: Program.version,
            plan_files: planFiles.map {
                Input(
                    path: $0.path,
                    sha256: $0.sha256,
                    size: Int($0.size),
                    received_at: $0.receivedAt.iso,
                    first_seen: $0.firstSeen.iso
                )
            },
            inputs: inputs.inputs,
            counts: counts,
            timings_ms: timings.map { Stage(stage: $0.stage, value: $0.value) },
            refused: refusals,
            accepted_anomaly: frame.options.acceptedAnomaly,
            files: files.map { File(name: $0.name, sha256: $0.sha256, size: $0.size) },
            audit: head.map { Head(line: $0.number, digest: $0.digest) }
        )
    }

    var json: [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        // The content is made of strings and numbers only: encoding it cannot fail.
        guard let data = try? encoder.encode(content) else { return [] }
        return Array(data) + [UInt8(ascii: "\n")]
    }

    /// The as-of time that a manifest holds.
    static func asOf(in json: [UInt8]) -> Instant? {
        struct Times: Decodable { var as_of: String }
        let times = try? JSONDecoder().decode(Times.self, from: Data(json))
        return times.flatMap { Instant(iso: $0.as_of) }
    }

    /// The files of the edition beside the manifest, and the audit trail's last line before the run.
    static func written(in json: [UInt8]) -> (files: [EditionFile], head: AuditHead?)? {
        struct Written: Decodable {
            var files: [File]
            var audit: Head?
        }
        guard let written = try? JSONDecoder().decode(Written.self, from: Data(json)) else {
            return nil
        }
        return (
            written.files.map {
                EditionFile(name: $0.name, sha256: $0.sha256, size: $0.size)
            },
            written.audit.map { AuditHead(number: $0.line, digest: $0.digest) }
        )
    }
}
