import Foundation
import LedgerStore
import TestSupport

/// One night in an output of its own that something happens to.
struct CrashTrial {
    let scene: CrashScene
    let night: CrashScene.Night
    /// The folder that holds `output`.
    let folder: String
    private let before: Standing

    private var output: String { folder + "/output" }
    private var window: String { output + "/mau/2024" }

    /// What is published.
    private struct Standing: Equatable {
        var latest: String?
        var files: [String: Data] = [:]

        init(window: String) throws {
            latest = Tree.target(window + "/latest")
            if latest != nil { files = try Tree.files(window + "/latest") }
        }
    }

    /// Makes the output as it stood before the night.
    init(_ scene: CrashScene, _ night: CrashScene.Night, at folder: String? = nil) throws {
        self.scene = scene
        self.night = night
        let folder = folder ?? scene.folder.path + "/trial-" + UUID().uuidString
        self.folder = folder
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        if night == .second {
            try FileManager.default.copyItem(
                atPath: scene.folder.path + "/base/second/output",
                toPath: folder + "/output"
            )
        }
        before = try Standing(window: folder + "/output/mau/2024")
    }

    /// Removes the output.
    func clear() { try? FileManager.default.removeItem(atPath: folder) }

    /// Runs the night.
    func run(_ fault: Fault? = nil) throws -> BuiltProgram.Result { try start(fault).result() }

    /// Begins the night.
    func start(_ fault: Fault? = nil) throws -> RunningProgram {
        try RunningProgram(
            scene.arguments(night) + ["--output", "output"],
            in: folder,
            environment: fault?.environment ?? [:]
        )
    }

    /// What breaks the promise of the exit status or shows half an edition.
    func broken(after result: BuiltProgram.Result) throws -> [String] {
        var broken = try incomplete()
        let now = try Standing(window: window)
        if result.isKilled {
            if result.status != SIGKILL, now != before {
                broken.append("ended by signal \(result.status) after publishing")
            }
        } else if result.status < 64 {
            if now.latest?.hasPrefix(night.prefix) != true {
                broken.append("status \(result.status), latest is \(now.latest ?? "missing")")
            }
        } else {
            if now != before { broken.append("status \(result.status), latest moved") }
            if ![73, 74].contains(result.status) {
                broken.append("status \(result.status): \(result.errors)")
            }
            if !CrashTrial.isForOperators(result.errors) {
                broken.append("message: \(result.errors)")
            }
        }
        return broken
    }

    /// Runs the night undisturbed and gives what is not as if nothing had ever happened.
    func brokenForGood() throws -> [String] {
        let result = try run()
        guard result.status == 0, !result.isKilled else {
            return ["the next run: status \(result.status): \(result.errors)"]
        }
        var broken = try incomplete()
        let latest = Tree.target(window + "/latest")
        if latest?.hasPrefix(night.prefix) != true {
            broken.append("the next run leaves latest at \(latest ?? "nothing")")
        }
        let state = output + "/.tonghop"
        let left =
            Tree.names(window).filter { $0.hasPrefix(".") }
            + Tree.names(state + "/originals").filter { $0.hasPrefix(".") }
        if !left.isEmpty { broken.append("left behind: \(left)") }
        let history = try Tree.history(state)
        if history != scene.history(night) { broken.append("the ledger has \(history)") }
        let ledger = try Ledger(stateDirectory: state)
        broken += try ledger.verify().map { "ledger: \($0)" }
        for run in try ledger.runs() {
            let isThere = FileManager.default.fileExists(atPath: output + "/" + run.output)
            if (run.outcome == .published || run.outcome == .unpublished) != isThere {
                broken.append("run \(run.id) is \(run.outcome), its folder there: \(isThere)")
            }
        }
        return broken
    }

    /// Editions that can be seen and are not whole, and links to nothing.
    private func incomplete() throws -> [String] {
        var broken: [String] = []
        for name in Tree.names(window) where !name.hasPrefix(".") {
            let files = try Tree.files(window + "/" + name)
            let id = name == "latest" ? Tree.target(window + "/latest") ?? "" : name
            let expected = scene.edition(id)
            let wrong = Set(files.keys).union(expected.keys)
                .filter { $0 != "manifest.json" && files[$0] != expected[$0] }.sorted()
            if !wrong.isEmpty || files["manifest.json"] == nil {
                broken.append("\(name) differs in \(wrong)")
            }
        }
        return broken
    }

    /// Whether a message is Vietnamese, names a path, and speaks of no type of the program nor with
    /// the words of a library.
    static func isForOperators(_ errors: String) -> Bool {
        let isVietnamese = errors.unicodeScalars.contains { (0x1EA0...0x1EF9).contains($0.value) }
        let isTechnical = [
            "Error", "ERROR", "Optional", "Swift", "LedgerStore", "Pipeline", "errno",
        ]
        .contains { errors.contains($0) }
        return isVietnamese && !isTechnical && (errors.contains("/") || errors.contains("“"))
    }
}
