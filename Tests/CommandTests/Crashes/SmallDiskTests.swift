import Foundation
import Testing

/// A file system that is really full, mounted in a name space of its own.
///
/// Where nobody may mount one the byte budget of
/// ``FaultTests/aDiskThatFillsUpLeavesTheLastEdition()`` does the same.
@Suite(.enabled(if: SmallDisk.canBeMounted)) struct SmallDiskTests {
    @Test(arguments: [0, 16, 64, 160])
    func aNightOnAFullFileSystemLeavesTheLastEdition(_ kibibytes: Int) throws {
        let scene = try CrashScene()
        let trial = try CrashTrial(scene, .second)
        defer { trial.clear() }
        let night = scene.arguments(.second).joined(separator: " ") + " --output small/output"
        // What lies on the small disk is copied to where it can be looked at from outside.
        let script = """
            mkdir small && mount -t tmpfs -o size=4m none small && cp -a output small/ || exit 1
            rm -rf output
            cat /dev/zero >small/filler 2>/dev/null
            truncate -s -\(kibibytes)K small/filler
            $TONGHOP \(night) 2>errors
            echo $? >status
            cp -a small/output . && rm small/filler || exit 1
            $TONGHOP \(night) 2>>errors || exit 1
            cp -a small/output mended
            """
        try script.write(toFile: trial.folder + "/night.sh", atomically: true, encoding: .utf8)
        #expect(try BuiltProgram.shell("unshare -Urm sh night.sh", in: trial.folder) == 0)
        func read(_ name: String) throws -> String {
            try String(contentsOfFile: trial.folder + "/" + name, encoding: .utf8)
        }
        let status = Int32(try read("status").dropLast()) ?? -1
        let errors = try read("errors")
        let result = BuiltProgram.Result(status: status, output: "", errors: errors)
        #expect(kibibytes > 64 || status >= 64, "the disk was not full")
        #expect(try trial.broken(after: result) == [])
        // The next run has been made on the small disk already; another one must find nothing to
        // do.
        try FileManager.default.removeItem(atPath: trial.folder + "/output")
        try FileManager.default.moveItem(
            atPath: trial.folder + "/mended",
            toPath: trial.folder + "/output"
        )
        #expect(try trial.brokenForGood() == [])
    }
}

/// Whether this user may mount a file system in a name space of its own.
enum SmallDisk {
    static let canBeMounted: Bool = {
        let line = "unshare -Urm sh -c 'mount -t tmpfs none /mnt' 2>/dev/null"
        return (try? BuiltProgram.shell(line, in: "/")) == 0
    }()
}
