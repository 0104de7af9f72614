import Disk
import Glibc
import Plans
package import Schedules

/// The folder of schedules: every `*.yaml` in it, in the order of the names.
package struct ScheduleFolder: Sendable {
    /// The folder's path.
    package let path: String

    package init(path: String) { self.path = path }

    /// Reads all schedules.
    ///
    /// - Throws: ``PipelineError/missing(_:)`` where there is none,
    ///   ``PipelineError/invalidSchedules(folder:mistakes:)`` with the mistakes of all files at once.
    package func schedules(
        checkCommand: @escaping ([String]) -> ScheduleReader.CommandFailure?
    ) throws(PipelineError) -> [Schedule] {
        guard try PipelineError.writing({ () throws(FileError) in try Folder.isThere(path) }) else {
            throw .missing(
                "Không có thư mục lịch \(path); hãy chỉ --schedules tới nơi có các tệp .yaml."
            )
        }
        var reader = ScheduleReader(checkCommand: checkCommand)
        var others: [Mistake] = []
        do throws(FileError) {
            for name in try Descriptor(folder: path).names() {
                let text = PathText.text(name).text
                guard !text.hasPrefix("."), text.hasSuffix(".yaml") || text.hasSuffix(".yml") else {
                    continue
                }
                guard let bytes = try ScheduleFolder.read(path + "/" + text) else {
                    others.append(
                        Mistake(
                            file: text,
                            line: 1,
                            column: 1,
                            message: "không phải một tệp thường",
                            allowed: "tệp .yaml"
                        )
                    )
                    continue
                }
                reader.read(bytes, file: text)
            }
        } catch {
            throw PipelineError(error)
        }
        let mistakes = (others + reader.mistakes).sorted(by: Mistake.inReadingOrder)
        guard mistakes.isEmpty else { throw .invalidSchedules(folder: path, mistakes: mistakes) }
        guard !reader.schedules.isEmpty else {
            throw .missing("Thư mục \(path) không có lịch nào (*.yaml).")
        }
        return reader.schedules
    }

    /// The bytes of a file, no more than tell that it is too long; nil for what is no file.
    ///
    /// A link is followed: who may write into the folder chooses what runs anyway.
    private static func read(_ path: String) throws(FileError) -> [UInt8]? {
        var real = path
        if let resolved = realpath(path, nil) {
            real = String(cString: resolved)
            free(resolved)
        }
        let file = try Descriptor(reading: real)
        guard try file.status().isRegularFile else { return nil }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 16 << 10)
        while bytes.count <= ScheduleReader.longest {
            let count = try file.fill(&buffer)
            guard count > 0 else { break }
            bytes += buffer[..<count]
        }
        return bytes
    }
}
