import Foundation
import LedgerStore
import TestSupport

/// Two nights of a small plan, and what they give when nothing goes wrong.
///
/// On the second night a file and the plan have changed, one file is new and one is gone; the
/// others are the very same files.
final class CrashScene: Sendable {
    /// A night to be disturbed: the first of all, or one on top of a published edition.
    enum Night: String, CaseIterable {
        case first, second

        var clock: String { self == .first ? "2025-01-05T02:00:00" : "2025-01-06T02:00:00" }

        /// What the ids of its runs begin with.
        var prefix: String { self == .first ? "20250105-0200-" : "20250106-0200-" }
    }

    let folder: TemporaryDirectory
    private let editions: [Night: [String: Data]]
    private let histories: [Night: [String]]
    /// The write points of each night below the output.
    let points: [Night: Int]
    /// How long a run takes on this machine now, in microseconds.
    let duration: Double

    /// `registers` are further files of 200 entries each, so that a run is long enough to be killed
    /// anywhere in it.
    init(registers: Int = 0) throws {
        folder = try TemporaryDirectory()
        try CrashScene.prepareInputs(in: folder, registers: registers)
        var editions: [Night: [String: Data]] = [:]
        var histories: [Night: [String]] = [:]
        var points: [Night: Int] = [:]
        let output = folder.path + "/base/first/output"
        try FileManager.default.createDirectory(
            atPath: folder.path + "/base/first",
            withIntermediateDirectories: true
        )
        for night in Night.allCases {
            if night == .second {
                try FileManager.default.createDirectory(
                    atPath: folder.path + "/base/second",
                    withIntermediateDirectories: true
                )
                try FileManager.default.copyItem(
                    atPath: output,
                    toPath: folder.path + "/base/second/output"
                )
            }
            let count = folder.path + "/count"
            try? FileManager.default.removeItem(atPath: count)
            var environment = Fault(path: "output").environment
            environment["FAULT_COUNT_FILE"] = count
            let result = try BuiltProgram.run(
                CrashScene.arguments(night, folder.path) + ["--output", "output"],
                in: folder.path + "/base/first",
                environment: environment
            )
            guard result.status == 0 else { throw Unusable(reason: result.errors) }
            points[night] = Int(
                try Data(contentsOf: URL(fileURLWithPath: count)).prefix(8).reversed()
                    .reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
            )
            let latest = output + "/mau/2024/latest"
            editions[night] = try Tree.files(latest).filter { $0.key != "manifest.json" }
            histories[night] = try Tree.history(output + "/.tonghop")
        }
        guard points.values.allSatisfy({ $0 > 100 }) else {
            throw Unusable(reason: "the library of faults is not at work: \(points)")
        }
        let place = folder.path
        let watch = ContinuousClock()
        let elapsed = try watch.measure {
            _ = try BuiltProgram.run(
                CrashScene.arguments(.first, place) + ["--output", "output"],
                in: place
            )
        }
        duration = max(10_000, elapsed / .microseconds(1))
        self.editions = editions
        self.histories = histories
        self.points = points
    }

    /// The tests cannot be made.
    struct Unusable: Error { var reason: String }

    /// The files of an edition without the manifest, by the id of its run.
    func edition(_ id: String) -> [String: Data] {
        Night.allCases.first { id.hasPrefix($0.prefix.prefix(8)) }.flatMap { editions[$0] } ?? [:]
    }

    /// What the ledger knows after an undisturbed night, one line a version.
    func history(_ night: Night) -> [String] { histories[night] ?? [] }

    /// The command line of a night.
    func arguments(_ night: Night) -> [String] { CrashScene.arguments(night, folder.path) }

    private static func arguments(_ night: Night, _ folder: String) -> [String] {
        [
            "run", "--plan", "mau", "--window", "2024", "--jobs", "1", "--quiet", "--input",
            folder + "/" + night.rawValue, "--now", night.clock,
        ]
    }

    private static func prepareInputs(in folder: TemporaryDirectory, registers: Int) throws {
        func both(_ path: String, _ text: String) throws {
            try folder.write("first/mau/" + path, text)
            let second = folder.path + "/second/mau/" + path
            try FileManager.default.createDirectory(
                atPath: URL(fileURLWithPath: second).deletingLastPathComponent().path,
                withIntermediateDirectories: true
            )
            try FileManager.default.linkItem(
                atPath: folder.path + "/first/mau/" + path,
                toPath: second
            )
        }
        func only(_ night: Night, _ path: String, _ text: String) throws {
            try folder.write(night.rawValue + "/mau/" + path, text)
        }
        try only(.first, "plan.yaml", SmallPlan.plan)
        try only(.second, "plan.yaml", SmallPlan.plan + "\n# sửa lần 1\n")
        try both("units.csv", SmallPlan.units)
        for number in 1...4 {
            try both(
                "submissions/2024-11-0\(number)/MAU-P1/bai \(number).csv",
                SmallPlan.entries(["A\(number);Gương mẫu \(number);Tác giả Mẫu \(number)"])
            )
        }
        for number in 0..<registers {
            try both(
                "submissions/2024-10-15/MAU-P\(1 + number % 3)/so \(number).csv",
                SmallPlan.entries(
                    (0..<200).map { "S\(number)-\($0);Gương số \(number)-\($0);Tác giả Mẫu \($0)" }
                )
            )
        }
        let changed = "submissions/2024-11-02/MAU-P2/bai.csv"
        try only(
            .first,
            changed,
            SmallPlan.entries(["B2;Gương tốt 2;Tác giả Mẫu 2", "B3;Gương 3;"])
        )
        try only(.second, changed, SmallPlan.entries(["B2;Gương tốt hai;Tác giả Mẫu 2", "B4;Ba;"]))
        try only(
            .first,
            "submissions/2024-11-03/MAU-P2/thu hoi.csv",
            SmallPlan.entries(["B9;Gương thu hồi;Tác giả Mẫu 9"])
        )
        try only(
            .second,
            "submissions/2024-12-30/MAU-P3/moi.csv",
            SmallPlan.entries(["C1;Gương mới;Tác giả Mẫu 7"])
        )
    }
}

/// What lies in folders, for comparisons.
enum Tree {
    /// The files below a folder by name.
    static func files(_ folder: String) throws -> [String: Data] {
        let root = URL(fileURLWithPath: folder).resolvingSymlinksInPath().path
        var files: [String: Data] = [:]
        for name in try FileManager.default.subpathsOfDirectory(atPath: root) {
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: root + "/" + name, isDirectory: &isFolder),
                !isFolder.boolValue
            else { continue }
            files[name] = try Data(contentsOf: URL(fileURLWithPath: root + "/" + name))
        }
        return files
    }

    /// The names in a folder; none where it is missing.
    static func names(_ folder: String) -> [String] {
        (try? FileManager.default.contentsOfDirectory(atPath: folder).sorted()) ?? []
    }

    /// Where a symbolic link points to.
    static func target(_ link: String) -> String? {
        try? FileManager.default.destinationOfSymbolicLink(atPath: link)
    }

    /// Every version that a ledger knows, one line each, without the numbers of rows and passes.
    static func history(_ state: String) throws -> [String] {
        let ledger = try Ledger(stateDirectory: state)
        return try Area.allCases.flatMap { area in
            try ledger.history(plan: "mau", area: area).map { version in
                "\(area) \(version.path) \(version.sha256) \(version.receivedAt) "
                    + "\(version.firstSeen) \(String(describing: version.withdrawnAt))"
            }
        }
    }
}
