import Disk
import Glibc
import Model
package import Schedules

/// The file in the state directory that holds the ``DueLog``: replaced in one step, on the disk
/// before what it speaks of is begun.
package struct DueLogFile: Sendable {
    private let folder: String
    private var path: String { folder + "/schedules" }

    /// The file beside the ledger of a state directory.
    package init(stateDirectory: String) { folder = stateDirectory }

    /// What was kept; nil before the first time.
    ///
    /// - Throws: ``PipelineError/failed(_:message:)`` for a file that is damaged: taken as
    ///   none, it would let nights go that were missed.
    package func read() throws(PipelineError) -> DueLog? {
        guard access(path, F_OK) == 0 else { return nil }
        let bytes: [UInt8]
        do throws(FileError) { bytes = try PlanInput.read(path) } catch {
            throw PipelineError(error)
        }
        guard let text = String(validating: bytes, as: UTF8.self), let log = DueLog(text: text)
        else {
            throw .failed(
                .failed,
                message:
                    "Tệp ghi các lượt đã chạy \(path) bị hỏng. Hãy đưa bản sao lưu về; hoặc xoá tệp ấy "
                    + "rồi chạy lại: các lượt bỏ lỡ trước lúc đó sẽ không được chạy bù."
            )
        }
        return log
    }

    /// Keeps a log.
    package func write(_ log: DueLog) throws(PipelineError) {
        let partial = path + ".partial"
        do throws(FileError) {
            try Folder.make(folder)
            // Left there by a kill; the caller holds the lock.
            unlink(partial)
            let file = try Descriptor(creating: partial)
            try file.write(Array(log.text.utf8).span.bytes)
            try file.sync()
            guard rename(partial, path) == 0 else { throw FileError(.rename, path) }
            try Folder.sync(folder)
        } catch {
            unlink(partial)
            throw PipelineError(error)
        }
    }
}
