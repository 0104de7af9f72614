import Foundation

extension DropFolder {
    /// Refuses a file that the operator names in the drop folder of a plan, which belongs to those who hand
    /// in (CONTRACT §2).
    ///
    /// - Throws: ``PipelineError/usage(_:)``.
    static func refuse(_ path: String) throws(PipelineError) {
        var folder = URL(fileURLWithPath: path).deletingLastPathComponent()
            .resolvingSymlinksInPath()
        while folder.path != "/", !folder.path.isEmpty {
            let above = folder.deletingLastPathComponent()
            if folder.lastPathComponent == "submissions",
                FileManager.default.fileExists(atPath: above.path + "/plan.yaml")
            {
                throw refusal(of: path, in: folder.path)
            }
            folder = above
        }
    }

    static func refusal(of path: String, in folder: String) -> PipelineError {
        .usage(
            "\(path) nằm trong thư mục nộp bài \(folder), nơi chương trình không ghi gì; hãy chọn chỗ khác."
        )
    }
}
