package import Testing
package import Foundation

/// Compares a text with a golden file beside the tests; `RECORD_GOLDEN=1` writes it and fails, so
/// that recording never passes for checking.
///
/// `path` is the file's path below `Tests/`.
package func expectGolden(
    _ actual: String,
    _ path: String,
    sourceLocation: SourceLocation = #_sourceLocation
) {
    let file = testsFolder.appendingPathComponent(path)
    if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1" {
        try? FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(),
            withIntermediateDirectories: true
        )
        try? Data(actual.utf8).write(to: file)
        Issue.record("recorded \(path)", sourceLocation: sourceLocation)
        return
    }
    guard let data = try? Data(contentsOf: file) else {
        Issue.record("no golden file \(path)", sourceLocation: sourceLocation)
        return
    }
    let expected = String(decoding: data, as: UTF8.self)
    guard expected != actual else { return }
    let (old, new) = (
        expected.split(separator: "\n", omittingEmptySubsequences: false),
        actual.split(separator: "\n", omittingEmptySubsequences: false)
    )
    for index in 0..<max(old.count, new.count) {
        let (was, now) = (
            index < old.count ? old[index] : "(end)", index < new.count ? new[index] : "(end)"
        )
        if was != now {
            Issue.record(
                "\(path), line \(index + 1):\n- \(was)\n+ \(now)",
                sourceLocation: sourceLocation
            )
            return
        }
    }
}

/// The folder `Tests/` of the checkout.
package let testsFolder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent()
