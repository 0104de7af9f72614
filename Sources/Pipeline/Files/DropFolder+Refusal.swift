import Foundation

extension DropFolder {
    /// Refuses a file that the operator names in the drop folder of a plan, which belongs to those
    /// who hand in (CONTRACT §2).
    ///
    /// A drop folder may be a link, and so may be what leads into one.
    ///
    /// - Throws: ``PipelineError/usage(_:)``.
    static func refuse(_ path: String) throws(PipelineError) {
        let written = RealPath.absolute(path)
        // A link at the end is what would be replaced, not what it leads to.
        let folder = written.split(separator: "/").dropLast().map { "/" + $0 }.joined()
        for folder in [folder, RealPath.of(folder)] {
            var parts = folder.split(separator: "/")
            while let name = parts.popLast() {
                let above = parts.map { "/" + $0 }.joined()
                guard name == "submissions",
                    FileManager.default.fileExists(atPath: above + "/plan.yaml")
                else { continue }
                throw refusal(of: path, in: above + "/submissions")
            }
        }
    }

    static func refusal(of path: String, in folder: String) -> PipelineError {
        .usage(
            "\(path) nằm trong thư mục nộp bài \(folder), nơi chương trình không ghi gì; hãy chọn chỗ khác."
        )
    }
}
