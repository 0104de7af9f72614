import Disk
import Foundation
import Glibc
import Model
import Plans
import Reports

/// The folder of one job: the plan, the list of files, the script and what comes back.
///
/// It lies below the state directory, which the workers must see under the same path, and goes away
/// with the value. Its lock tells the script that the run is alive.
struct SparkJob: ~Copyable {
    /// The folder below a state directory that holds the job and the logs.
    private static let parent = "spark"
    private static let name = "job"

    let folder: String
    /// What Spark printed, which stays when the job is gone.
    let log: String
    private let lock: Descriptor

    /// Makes the folder; the caller holds the lock of the state directory.
    init(stateDirectory: String, plan: String) throws(FileError) {
        let parent = URL(fileURLWithPath: stateDirectory).path + "/" + SparkJob.parent
        folder = parent + "/" + SparkJob.name
        log = parent + "/" + plan + ".log"
        try SparkJob.sweep(stateDirectory: stateDirectory)
        lock = try SparkJob.made(folder)
    }

    /// Makes the folder and locks it.
    private static func made(_ folder: String) throws(FileError) -> Descriptor {
        try Folder.make(folder)
        let lock = try Descriptor(folder: folder)
        _ = try lock.lock()
        return lock
    }

    deinit { try? Publication.remove(folder) }

    /// Removes the job that a killed run left behind; the caller holds the lock of the state
    /// directory.
    static func sweep(stateDirectory: String) throws(FileError) {
        try Publication.remove(stateDirectory + "/" + parent + "/" + name)
    }

    /// Writes what the script reads: which files, and the two commands.
    func write(
        _ requests: [FileIntake.Request],
        for assessment: Assessment
    ) throws(FileError) {
        let plan = assessment.inputs.files.plan.id
        let input = folder + "/input"
        try Folder.make(input + "/" + plan)
        // No reading depends on the clusters, but whether the plan names some that are there.
        for name in ContextDigest.files + ["clusters.csv"] {
            guard let bytes = assessment.inputs.texts[name] else { continue }
            try write(input + "/" + plan + "/" + name, bytes)
        }
        var list = ""
        for request in requests {
            let original = URL(fileURLWithPath: request.original).path
            list += request.sha256 + "\t" + request.path + "\t" + original + "\n"
        }
        try write(folder + "/files.tsv", Array(list.utf8))
        let program = SparkJob.program
        var job = JSONText()
        job.object { job in
            job.array("map") { words in
                for word in [
                    program, "map", "--plan", plan, "--input", input, "--window",
                    assessment.inputs.window.id, "--unit", assessment.root, "--text", "--jobs", "1",
                ] { words.add(word) }
            }
            job.array("reduce") { words in
                for word in [program, "reduce", "--text"] { words.add(word) }
            }
        }
        try write(folder + "/job.json", Array(job.text.utf8))
        try write(script, PackageResources.spark_job_py)
    }

    private func write(_ path: String, _ bytes: [UInt8]) throws(FileError) {
        try Descriptor(creating: path).write(bytes.span.bytes)
    }

    private var script: String { folder + "/spark_job.py" }

    /// What is to be started.
    func words(_ options: SparkOptions) -> [String] {
        var settings = options.settings
        if options.isLocal { settings.append("spark.local.dir=" + folder + "/local") }
        return [options.submit, "--deploy-mode", "client", "--name", Program.name]
            + settings.flatMap { ["--conf", $0] } + [script, folder]
    }

    /// A new, empty log in place of the one of the job before.
    func newLog() throws(FileError) -> Descriptor {
        unlink(log)
        return try Descriptor(creating: log)
    }

    /// The file with one line for each key.
    var merged: String { folder + "/merged" }

    /// This program, as the workers find it.
    private static var program: String {
        let link = "/proc/self/exe"
        return (try? FileManager.default.destinationOfSymbolicLink(atPath: link)) ?? link
    }
}
