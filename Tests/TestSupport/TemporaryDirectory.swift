package import Foundation

/// A directory that goes away with the value.
package final class TemporaryDirectory: Sendable {
    package let path: String

    package init() throws {
        let url = FileManager.default.temporaryDirectory.appendingPathComponent(
            "tonghop-" + UUID().uuidString
        )
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        path = url.path
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// Writes a file, making the folders on the way.
    package func write(_ name: String, _ text: String) throws {
        try write(name, Data(text.utf8))
    }

    /// Writes a file, making the folders on the way.
    package func write(_ name: String, _ data: Data) throws {
        let url = URL(fileURLWithPath: path).appendingPathComponent(name)
        try FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(),
            withIntermediateDirectories: true
        )
        try data.write(to: url)
    }

    package func read(_ name: String) throws -> String {
        String(
            decoding: try Data(contentsOf: URL(fileURLWithPath: path).appendingPathComponent(name)),
            as: UTF8.self
        )
    }

    package func remove(_ name: String) throws {
        try FileManager.default.removeItem(
            at: URL(fileURLWithPath: path).appendingPathComponent(name)
        )
    }
}
